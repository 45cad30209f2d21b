import Diagnostics
import Forms
import Testing
import Wording
import Words

@testable import Content
@testable import Decision

/// Amounts in a questionnaire: what is refused, what they come to, and what is said of how.
@Suite struct AmountTests {
    private static func policy(_ amounts: String, text: String = "{{ fee }}") -> String {
        """
        kind: questionnaire
        title: T
        questions:
          chassis: {ask: How many?, label: Chassis, number: {from: 1, to: 500, unit: chassis}}
          people: {ask: How many share?, label: People, number: {from: 0, to: 20, unit: people}}
          paid: {ask: What did you pay?, label: Paid, number: {from: 0, to: 1000, decimals: 2, unit: USD}}
          start: {ask: When?, label: Start, date: {from: 2020-01-31, to: today}, ask-if: {new: yes}}
          new: {ask: New?}
        amounts:
          \(amounts)
        outcomes:
          y: {title: Y, text: "\(text)"}
        rules:
          - {then: y}
        """
    }

    /// A formula and what is said of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let formula: String
        let message: String
        var testDescription: String { formula }
    }

    private static let faults = [
        Fault(formula: "chassis *", message: "a number or name is missing after this"),
        Fault(formula: "chassis 400", message: "a sign is missing before this"),
        Fault(formula: "(chassis * 2", message: "a closing bracket is missing"),
        Fault(formula: "chassis × 2", message: "\"×\" cannot be used in a formula = write * to multiply"),
        Fault(formula: "19% * chassis", message: "a formula has no percent sign = divide by 100: write 19 / 100"),
        Fault(
            formula: "chassis-1",
            message: "\"chassis-1\" is read as a name, and there is none like it = write spaces around the minus: chassis - 1"),
        Fault(formula: "chasis * 2", message: "there is no question or amount \"chasis\" = did you mean chassis?"),
        Fault(formula: "rond(chassis)", message: "there is no function \"rond\" = did you mean round?"),
        Fault(formula: "new * 2", message: "the answer to new is no number and no date"),
        Fault(formula: "paid / people", message: "this may be 0: it is from 0 to 20"),
        Fault(formula: "paid / (people - 3)", message: "this may be 0: it is from -3 to 17"),
        Fault(formula: "paid / 0", message: "nothing can be divided by 0"),
        Fault(formula: "paid / chassis", message: "this may have digits without end = say how many are kept: round(paid / chassis, 2)"),
        Fault(formula: "paid * paid", message: "two sums of money cannot be multiplied"),
        Fault(formula: "paid + days-between(start, today)", message: "USD and days cannot be added"),
        Fault(formula: "max(paid, people)", message: "USD and people cannot be compared"),
        Fault(formula: "start + 3", message: "a number cannot be added to a date = say what it counts"),
        Fault(formula: "today - start", message: "two dates cannot be subtracted = write days-between"),
        Fault(formula: "90 days + start", message: "a span of time cannot be added to anything here"),
        Fault(formula: "start + paid days", message: "only whole days can be added"),
        Fault(formula: "start + chassis months", message: "this is in chassis, and cannot count months"),
        Fault(formula: "3 months", message: "this is a span of time and no amount"),
        Fault(formula: "date(2024, people, 1)", message: "a month is a whole number from 1 to 12, and this may be from 0 to 20"),
        Fault(formula: "years-between(start)", message: "years-between takes two dates"),
        Fault(formula: "round(paid, people)", message: "the digits to keep have to be a whole number from -6 to 6"),
        Fault(formula: "min(paid)", message: "min compares two or more numbers"),
        Fault(formula: "fee + 1", message: "fee would have to be known to calculate it"),
        Fault(formula: "paid * 100000000000 * 100", message: "this may have too many digits"),
        Fault(formula: "paid * 0.00001", message: "this may have too many digits"),
    ]

    @Test("each fault of a formula is told where it is", arguments: faults)
    func refused(fault: Fault) throws {
        let found = compiled(AmountTests.policy("fee: {value: \"\(fault.formula)\"}"))
        let first = try #require(found.diagnostics.first)
        #expect(
            "\(first.message) = \(first.help ?? "")".hasPrefix(fault.message), Comment(rawValue: "\(first.message) = \(first.help ?? "")"))
        #expect(first.severity == .error && first.help != nil)
    }

    @Test func `units are said where they are known`() throws {
        for (amount, message) in [
            ("fee: {value: paid + 1, unit: GBP}", "this is in USD, and not in GBP"),
            ("fee: {value: today, unit: days}", "this is a date, and a date has no unit"),
            ("fee: {value: other * 2}\n  other: {value: fee}", "fee would have to be known"),
        ] {
            let first = try #require(compiled(AmountTests.policy(amount)).diagnostics.first)
            #expect(first.message.hasPrefix(message) && first.rule == "questionnaire/formula", Comment(rawValue: first.message))
        }
    }

    @Test func `what may not have been asked has no value`() {
        let lines = compiled(AmountTests.policy("fee: {value: start + 1 month}")).diagnostics.map(\.message)
        #expect(lines.first == "the text of y shows fee, which rests on start, which has no value for these answers: New? No")
    }

    @Test func `an amount that nothing shows is told of`() {
        let lines = compiled(AmountTests.policy("fee: {value: paid}\n  other: {value: paid * 2}")).diagnostics.map(\.message)
        #expect(lines.contains("nothing uses the amount other"))
    }

    /// Nothing else asks for the answers, and steps follow from what they rest on.
    @Test func `amounts ask for what they rest on and say how they are calculated`() throws {
        let text = AmountTests.policy(
            "net: {label: Net, value: chassis * 400, unit: USD}\n  fee: {label: Fee, value: \"round(net * 1.195 - paid, 1)\"}")
        let diagram = try #require(compiled(text).value)
        let walk = Walk(diagram, today: since)
        guard case .question(0, _) = walk.position([:]).state else { Issue.record("chassis is not asked"); return }
        let answers: [Int: Answer] = [
            0: .number(ExactNumber(units: 3, decimals: 0)), 2: .number(ExactNumber(units: 1050, decimals: 2)),
        ]
        guard case .result = walk.position(answers).state else { Issue.record("there is no result"); return }
        let wording = FormulaWording(diagram.questionnaire, .english)
        #expect(diagram.questionnaire.value(ofAmount: 1, answers, today: since)?.text == "1423.5")
        #expect(
            wording.steps([1], answers, today: since) == [
                "Net: Chassis × 400 = 3 chassis × 400 = 1,200 USD",
                "Fee: (Net × 1.195 − Paid) rounded to the nearest 0.1 = (1,200 USD × 1.195 − 10.50 USD) rounded to the nearest 0.1 = 1,423.5 USD",
            ])
        #expect(wording.names(1) == "(Chassis × 400 × 1.195 − Paid) rounded to the nearest 0.1, in USD")
    }

    @Test func `another formula is another version`() throws {
        let versions = try ["paid", "paid + 0", "paid * 2"].map { formula in
            try #require(compiled(AmountTests.policy("fee: {value: \(formula)}")).value).version
        }
        #expect(Set(versions).count == 3)
    }
}
