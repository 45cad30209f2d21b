import Diagnostics
import Forms
import Testing
import Wording
import Words

@testable import Content
@testable import Decision

/// Conditions that compare amounts: what they decide, what is refused, and what is said of them.
@Suite struct AmountConditionTests {
    /// What a rule demands, and for which answers to its questions it holds.
    struct RuleSample: Sendable, CustomTestStringConvertible {
        let amounts: String
        let rule: String
        /// Answers, in the order of the questions, for which it holds and for which it doesn't.
        let holds: [String]
        let fails: [String]
        var testDescription: String { "\(amounts) \(rule)" }
    }

    private static let samples: [RuleSample] = [
        RuleSample(amounts: "fee: {value: n * 400}", rule: "{fee: at least 5000}", holds: ["n=13", "n=500"], fails: ["n=12", "n=1"]),
        RuleSample(amounts: "fee: {value: n * 400}", rule: "{fee: over 5000}", holds: ["n=13"], fails: ["n=12"]),
        RuleSample(amounts: "fee: {value: n * 400}", rule: "{fee: 4000}", holds: ["n=10"], fails: ["n=9", "n=11"]),
        RuleSample(amounts: "fee: {value: n * 400}", rule: "{fee: not 4000}", holds: ["n=9", "n=11"], fails: ["n=10"]),
        RuleSample(amounts: "fee: {value: n * 400}", rule: "{fee: from 800 to 1200}", holds: ["n=2", "n=3"], fails: ["n=1", "n=4"]),
        RuleSample(
            amounts: "fee: {value: n * 400}", rule: "{fee: [400, at least 199600]}", holds: ["n=1", "n=499"], fails: ["n=2", "n=498"]),
        RuleSample(amounts: "fee: {value: 100 - n * 2}", rule: "{fee: under 0}", holds: ["n=51"], fails: ["n=50"]),
        RuleSample(
            amounts: "fee: {value: \"(n - 20) * (n - 20)\"}", rule: "{fee: at most 4}", holds: ["n=18", "n=22"], fails: ["n=17", "n=23"]),
        RuleSample(amounts: "fee: {value: \"max(min(n, 30), 10)\"}", rule: "{fee: 10}", holds: ["n=1", "n=10"], fails: ["n=11"]),
        RuleSample(amounts: "fee: {value: \"round(n / 3)\"}", rule: "{fee: 2}", holds: ["n=5", "n=7"], fails: ["n=4", "n=8"]),
        RuleSample(amounts: "fee: {value: \"n - floor(n / 7) * 7\"}", rule: "{fee: 0}", holds: ["n=7", "n=497"], fails: ["n=8", "n=500"]),
        RuleSample(amounts: "fee: {value: n * 400}\n  cap: {value: 5000 - n}", rule: "{fee: over cap}", holds: ["n=13"], fails: ["n=12"]),
        RuleSample(amounts: "fee: {value: n * n}", rule: "{fee: over n}", holds: ["n=2"], fails: ["n=1"]),
        RuleSample(amounts: "fee: {value: n * n}", rule: "{n: under fee}", holds: ["n=2"], fails: ["n=1"]),
        RuleSample(amounts: "fee: {value: 3 * 4}", rule: "{fee: 12, n: 3}", holds: ["n=3"], fails: ["n=4"]),
        RuleSample(amounts: "area: {value: n * p}", rule: "{area: at least 5000}", holds: ["n=10 p=500"], fails: ["n=10 p=499.9"]),
        RuleSample(amounts: "area: {value: n * p}", rule: "{area: not 10}", holds: ["n=4 p=2.6"], fails: ["n=4 p=2.5"]),
        RuleSample(amounts: "area: {value: n * p}", rule: "{area: [0, from 7 to 8]}", holds: ["n=4 p=0", "n=4 p=2"], fails: ["n=4 p=1.7"]),
        RuleSample(amounts: "rate: {value: \"round(p / n, 2)\"}", rule: "{rate: under 3.34}", holds: ["n=3 p=10"], fails: ["n=3 p=10.1"]),
        RuleSample(amounts: "both: {value: n + p}", rule: "{both: over 12.5}", holds: ["n=3 p=9.6"], fails: ["n=3 p=9.5"]),
        RuleSample(amounts: "more: {value: \"max(n, p)\"}", rule: "{more: 7}", holds: ["n=7 p=1", "n=3 p=7"], fails: ["n=8 p=7"]),
        RuleSample(amounts: "fee: {value: n * 3 + p}", rule: "{p: over fee}", holds: [], fails: ["n=1 p=1000"]),
        RuleSample(
            amounts: "one: {value: n * p}\n  two: {value: n + p}", rule: "{one: over two}", holds: ["n=3 p=1.6"], fails: ["n=3 p=1.5"]),
        RuleSample(
            amounts: "end: {value: d + n days}", rule: "{end: after e}", holds: ["n=3 d=2026-01-01 e=2026-01-03"],
            fails: ["n=2 d=2026-01-01 e=2026-01-03"]),
        RuleSample(
            amounts: "end: {value: d + n months}", rule: "{end: before 2026-03-01}", holds: ["n=1 d=2026-01-31"],
            fails: ["n=2 d=2026-01-31"]),
        RuleSample(
            amounts: "end: {value: d + n days}", rule: "{end: before today - 1 week}", holds: ["n=3 d=2026-11-10"],
            fails: ["n=4 d=2026-11-10"]),
        RuleSample(
            amounts: "end: {value: end-of-month(d)}", rule: "{end: before today}", holds: ["d=2026-10-31"], fails: ["d=2026-11-01"]),
        RuleSample(
            amounts: "fee: {value: \"max(days-between(d, today), 0) * n\"}", rule: "{fee: over 20}", holds: ["n=3 d=2026-11-14"],
            fails: ["n=3 d=2026-11-15"]),
        RuleSample(amounts: "left: {value: p - n}", rule: "{left: at least 2.5}", holds: ["n=3 p=5.5"], fails: ["n=3 p=5.4"]),
        RuleSample(
            amounts: "left: {value: \"max(2 * (p - n) + 1, 0)\"}", rule: "{left: over 0}", holds: ["n=3 p=2.6"], fails: ["n=3 p=2.5"]),
        RuleSample(amounts: "half: {value: p / 2}", rule: "{half: at least 0.35}", holds: ["p=0.7"], fails: ["p=0.6"]),
        RuleSample(amounts: "end: {value: d + 6 weeks}", rule: "{end: after 2026-03-31}", holds: ["d=2026-02-18"], fails: ["d=2026-02-17"]),
        RuleSample(
            amounts: "end: {value: d + 6 weeks}", rule: "{e: on or before end}", holds: ["d=2026-01-01 e=2026-02-12"],
            fails: ["d=2026-01-01 e=2026-02-13"]),
        RuleSample(
            amounts: "end: {value: d + 6 weeks}", rule: "{e: after end + 1 day}", holds: ["d=2026-01-01 e=2026-02-14"],
            fails: ["d=2026-01-01 e=2026-02-13"]),
        RuleSample(
            amounts: "end: {value: d + 1 month}", rule: "{end: before e}", holds: ["d=2026-01-31 e=2026-03-01"],
            fails: ["d=2026-01-31 e=2026-02-28"]),
        RuleSample(
            amounts: "end: {value: end-of-month(d)}", rule: "{end: 2024-02-29}", holds: ["d=2024-02-01", "d=2024-02-29"],
            fails: ["d=2024-03-01"]),
        RuleSample(
            amounts: "end: {value: \"date(year(d), 6, 30)\"}", rule: "{end: before 2026-01-01}", holds: ["d=2025-12-31"],
            fails: ["d=2026-01-01"]),
        RuleSample(amounts: "m: {value: month(d)}", rule: "{m: 2}", holds: ["d=2024-02-29", "d=2026-02-01"], fails: ["d=2026-03-01"]),
        RuleSample(
            amounts: "span: {value: \"months-between(d, e)\"}", rule: "{span: at least 3}", holds: ["d=2025-11-30 e=2026-02-28"],
            fails: ["d=2025-11-30 e=2026-02-27"]),
        RuleSample(
            amounts: "span: {value: \"months-between(d, e)\"}", rule: "{span: under 0}", holds: ["d=2026-02-28 e=2026-01-28"],
            fails: ["d=2026-02-27 e=2026-01-28", "d=2026-02-28 e=2026-02-28"]),
        RuleSample(
            amounts: "age: {value: \"years-between(d, today)\"}", rule: "{age: at least 2}", holds: ["d=2024-11-21"],
            fails: ["d=2024-11-22"]),
    ]

    private static func policy(_ amounts: String, _ rule: String) -> String {
        """
        kind: questionnaire
        title: T
        questions:
          n: {ask: How many?, label: Number, number: {from: 1, to: 500}}
          p: {ask: How much?, label: Price, number: {from: 0, to: 1000, decimals: 1}}
          d: {ask: From when?, label: From, date: {from: 2020-01-01, to: 2027-12-31}}
          e: {ask: Until when?, label: Until, date: {from: 2020-01-01, to: 2027-12-31}}
        amounts:
          \(amounts)
        outcomes:
          y: {title: Y}
          x: {title: X}
        rules:
          - {if: \(rule), then: y}
          - {else: x}
        """
    }

    @Test("a rule on an amount holds exactly where it says", arguments: samples)
    func decided(sample: RuleSample) throws {
        let found = compiled(AmountConditionTests.policy(sample.amounts, sample.rule))
        let diagram = try #require(found.value, Comment(rawValue: lines(found.diagnostics).joined(separator: "\n")))
        let walk = Walk(diagram, today: since)
        for (texts, outcome) in [(sample.holds, 0), (sample.fails, 1)] {
            for text in texts {
                guard case .result(let result) = walk.position(try answers(text, diagram.questionnaire)).state else {
                    Issue.record("\(text) leads to no result")
                    continue
                }
                #expect(result.outcomes == [[outcome]], Comment(rawValue: text))
            }
        }
    }

    private func answers(_ text: String, _ questionnaire: Questionnaire) throws -> [Int: Answer] {
        var answers: [Int: Answer] = [:]
        for part in text.split(separator: " ") {
            let sides = part.split(separator: "=").map(String.init)
            let number = try #require(questionnaire.questions.firstIndex { $0.id.description == sides[0] })
            answers[number] = try Day(sides[1]).map(Answer.day) ?? .number(#require(ExactNumber(sides[1])))
        }
        return answers
    }

    /// Formulas and cells that move with today, by months of other lengths.
    private static let movingCells = [
        ("years-between(d, today)", "at least 2"), ("years-between(d, today)", "under 1"), ("years-between(d, today)", "1"),
        ("months-between(d, today)", "at least 24"), ("months-between(d, today)", "from 11 to 24"), ("months-between(d, today)", "over -2"),
        ("months-between(today, d)", "at most -24"), ("months-between(today, d)", "at least 1"), ("months-between(today, d)", "0"),
        ("d + 24 months", "before today"), ("d + 24 months", "on or after today - 1 day"), ("d + 24 months", "today"),
        ("d - 1 month", "after today - 26 days"), ("d + 2 days", "before today - 2 years"), ("weeks-between(d, today)", "over 105"),
        ("floor(months-between(d, today) / 5)", "at least 5"), ("min(years-between(d, today), 2) * 100", "200"),
    ]

    /// Each amount is calculated for each answer and day, around the ends of months.
    @Test("amounts that move with today are compared exactly on every day", arguments: movingCells)
    func moving(formula: String, cell: String) throws {
        let first = day("2025-12-28")
        let text = AmountConditionTests.policy("f: {value: \"\(formula)\"}", "{f: \(cell)}")
        let questionnaire = try #require(read(text).value, Comment(rawValue: "\(lines(read(text).diagnostics))"))
        let diagram = try #require(compile(questionnaire, since: first).value)
        let near = ["2023-12-31", "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2026-02-28", "2026-03-31"].flatMap { end in
            (-3...3).map { day(day(end).number + $0) }
        }
        for todays in ["2025-12-31", "2026-02-28", "2026-03-31", "2026-04-30", "2028-02-29"] {
            for today in (-2...2).map({ day(day(todays).number + $0) }) {
                let walk = Walk(diagram, today: today)
                for answer in near {
                    let answers: [Int: Answer] = [
                        0: .number(ExactNumber(units: 1, decimals: 0)), 1: .number(ExactNumber(units: 1, decimals: 0)), 2: .day(answer),
                        3: .day(answer),
                    ]
                    let reference = Reference(questionnaire: questionnaire, today: today)
                    let raw = (0..<4).compactMap { answers[$0] }
                    let holds = reference.truth(questionnaire.decisions[0].table.rows[0].condition, [.yes, .yes, .yes, .yes], raw) == .yes
                    guard case .result(let result) = walk.position(answers).state else {
                        Issue.record("\(answer) leads to no result on \(today)")
                        return
                    }
                    try #require(result.outcomes == [[holds ? 0 : 1]], "\(answer) on \(today)")
                    var interpreter = PolicyInterpreter(questionnaire, answers: answers, today: today)
                    try #require(interpreter.rows(of: questionnaire.decisions[0].table)[0] == holds, "\(answer) on \(today)")
                }
            }
        }
    }

    private static let refusals: [(amounts: String, rule: String, message: String)] = [
        ("y: {value: year(today)}", "{y: at least 2027}", "this comparison of y, which rests on no answer but today"),
        ("fee: {value: n * 400, unit: USD}", "{fee: at least figures.none}", "there is no value"),
        ("fee: {value: n * 400, unit: USD}", "{fee: 3 EUR}", "\"3 EUR\" cannot be compared with fee: it is counted in usd"),
        ("fee: {value: n * 400}", "{fee: before today}", "fee is a number, and cannot be compared with \"today\""),
        ("fee: {value: n * 400}", "{fee: over 1000000}", "fee goes from 400 to 200000, so no amount is \"over 1000000\""),
        ("fee: {value: n * 400}", "{fee: over fee}", "fee is compared with itself"),
        ("fee: {value: n * 400}", "{fee: over d}", "fee is a number, and cannot be compared with d"),
        ("fee: {value: n * 400}", "{d: before fee}", "d is a date, and cannot be compared with fee"),
        ("fee: {value: n * 400}", "{fee: asked}", "fee is an amount, which is not asked"),
        ("fee: {value: n * 400}", "{fee: not asked}", "fee is an amount, which is not asked"),
        ("fee: {value: n * 400, unit: USD}\n  late: {value: n, unit: days}", "{fee: over late}", "fee is in USD, but late in days"),
        ("fee: {value: n * 400}", "{fee: cheap}", "there is no question or amount \"cheap\""),
        ("fee: {value: n *}", "{fee: over 3}", "a number or name is missing after this"),
    ]

    @Test("each fault of a comparison is told", arguments: refusals)
    func refused(amounts: String, rule: String, message: String) throws {
        let found = compiled(AmountConditionTests.policy(amounts, rule))
        let errors = found.diagnostics.filter { $0.severity == .error }
        let first = try #require(errors.first)
        #expect(first.message.hasPrefix(message) && first.help != nil, Comment(rawValue: "\(first.message) = \(first.help ?? "")"))
        #expect(errors.count == 1)
    }

    @Test func `words name the amount as it is written`() throws {
        let questionnaire = try #require(
            read(
                AmountConditionTests.policy(
                    "fee: {label: Fee, value: n * 400, unit: USD}\n  late: {label: Last day, value: d + 6 weeks}",
                    "{fee: at least 5000, late: before e, n: over 2}")
            ).value)
        let wording = RuleWording(questionnaire, .english)
        #expect(
            wording.row(questionnaire.decisions[0].table.rows[0])
                == "Fee: 5,000 USD or more; Last day: before “Until when?”; How many? over 2")
    }

    /// Without a value a comparison does not hold, whichever way it goes; around it, `not` does.
    @Test func `an amount over a question that is not asked has no value`() throws {
        for (rule, isUnasked) in [("{fee: over 5}", false), ("{fee: not over 5}", false), ("{not: {fee: over 5}}", true)] {
            let text = """
                kind: questionnaire
                title: T
                questions:
                  known: {ask: Do you know?}
                  n: {ask: How many?, number: {from: 1, to: 10}, ask-if: {known: yes}}
                amounts:
                  fee: {value: n * 2}
                outcomes:
                  y: {title: Y}
                  x: {title: X}
                rules:
                  - {if: \(rule), then: y}
                  - {else: x}
                """
            let diagram = try #require(compiled(text).value)
            let walk = Walk(diagram, today: since)
            guard case .result(let result) = walk.position([0: .option(1)]).state else {
                Issue.record("there is no result")
                continue
            }
            #expect(result.outcomes == [[isUnasked ? 0 : 1]], Comment(rawValue: rule))
        }
    }

    @Test func `conditions on amounts stand wherever conditions may`() throws {
        let text = """
            kind: questionnaire
            title: T
            questions:
              n: {ask: How many?, label: Number, number: {from: 1, to: 500}}
              starts: {ask: When does it start?, date: {from: 2026-01-01, to: 2027-12-31}}
              ends:
                ask: When does it end?
                date: {from: 2026-01-01, to: 2028-12-31}
                ask-if: {fee: at least 800}
                must:
                  - {that: {ends: after starts + 6 weeks}, else: It has to last six weeks.}
                  - {if: {fee: over 40000}, that: {ends: on or before latest}, else: It may last two years.}
            amounts:
              fee: {value: n * 400, unit: USD}
              latest: {value: starts + 2 years}
            facts:
              large: {rules: [{if: {fee: over 4000}, then: yes}, {else: no}]}
            impossible:
              - {if: {fee: over 100000}, because: Nobody has so many.}
            outcomes:
              y:
                title: Y
                paragraphs:
                  - {if: {fee: over 8000}, text: It is a lot.}
              x: {title: X}
            rules:
              - {if: {large: yes}, then: y}
              - {else: x}
            statements:
              - {if: {fee: under 4000}, never: {result: y}}
            """
        let found = compiled(text)
        let diagram = try #require(found.value, Comment(rawValue: lines(found.diagnostics).joined(separator: "\n")))
        #expect(found.diagnostics.isEmpty, Comment(rawValue: lines(found.diagnostics).joined(separator: "\n")))
        let walk = Walk(diagram, today: since)
        let days = ["2026-02-28", "2026-04-11", "2026-04-12", "2028-02-28", "2028-02-29"].map { Answer.day(day($0)) }
        func state(_ count: Int, _ end: Answer) -> Walk.State {
            walk.position([0: .number(ExactNumber(units: count, decimals: 0)), 1: days[0], 2: end]).state
        }
        if case .refused = state(3, days[1]) {} else { Issue.record("six weeks are not enough") }
        if case .result = state(3, days[2]) {} else { Issue.record("a day more is enough") }
        if case .result = state(3, days[4]) {} else { Issue.record("little may last longer") }
        if case .result = state(101, days[3]) {} else { Issue.record("two years are taken") }
        if case .refused = state(101, days[4]) {} else { Issue.record("two years and a day are not") }
    }
}
