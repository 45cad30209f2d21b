import Content
import Decision
import Diagnostics
import Forms
import Testing

/// Values of data files in conditions and ranges.
@Suite struct ConditionValueTests {
    private static let figures = """
        kind: values
        title: Figures
        values:
          max: {value: 500, unit: euros}
          one: {value: 1, unit: euro}
          plain: 12
          dollars: {value: 9, unit: USD}
          warranty: {value: 90, unit: days}
          schedule: {value: 5, unit: business days}
          words: {value: 25 to 75, unit: percent}
          deadline: 2026-06-30
        """

    private static func text(amount: String = "at most figures.plain", bought: String = "after 2026-01-01", to: String = "900")
        -> String
    {
        """
        kind: questionnaire
        title: May I?
        questions:
          amount: {ask: How much?, number: {from: 0, to: \(to), unit: euros}}
          bought: {ask: When?, date: {from: 2020-01-01, to: today}}
        outcomes:
          good: {title: Yes, tone: good}
          bad: {title: No, tone: bad}
        rules:
          - {if: {amount: \(amount), bought: \(bought)}, then: good}
          - {else: bad}
        """
    }

    private func problems(_ text: String) -> [String] {
        let library = library(data: ["figures": Self.figures])
        let read = readQuestionnaire(SourceFile(path: "q.yaml", text: text), name: name("q"), library: library) { _ in
            .failure(InputFile.Refusal(diagnostic: Diagnostic("environment/unreadable", "no", at: nil)))
        }
        return read.diagnostics.map { "\($0.rule): \($0.message) = \($0.help ?? "") @ \($0.range?.text ?? "")" }
    }

    @Test(arguments: [
        "at most figures.max", "over figures.one", "from figures.plain to figures.max", "figures.plain",
        "\">= figures.max\"", "not figures.max", "[figures.one, figures.max]",
    ])
    func `a number is compared with values`(amount: String) {
        #expect(problems(Self.text(amount: amount)) == [])
    }

    @Test(arguments: [
        "after today - figures.warranty", "on or before figures.deadline", "before figures.deadline + figures.warranty",
    ])
    func `a date is compared with values`(bought: String) {
        #expect(problems(Self.text(bought: bought)) == [])
    }

    @Test func `a value means what it says`() {
        let named = Self.text(amount: "at most figures.max", bought: "after today - figures.warranty", to: "figures.max")
        let plain = Self.text(amount: "at most 500", bought: "after today - 90 days", to: "500")
        let library = library(data: ["figures": Self.figures])
        let versions = [named, plain].map { text in
            let read = readQuestionnaire(SourceFile(path: "q.yaml", text: text), name: name("q"), library: library) { _ in
                .failure(InputFile.Refusal(diagnostic: Diagnostic("environment/unreadable", "no", at: nil)))
            }
            return read.value.flatMap { compile($0, since: since).value?.version }
        }
        #expect(versions[0] != nil && versions[0] == versions[1])
    }

    @Test(arguments: [
        (
            "\"at most {{ figures.max }}\"",
            "questionnaire/type: values in a condition are written without braces = write `amount: at most figures.max` @ \"at most {{ figures.max }}\""
        ),
        ("at most Figures.max", "value/unknown: there is no value \"Figures.max\" = did you mean figures.max? @ Figures.max"),
        ("at most figures.mxa", "value/unknown: there is no value \"figures.mxa\" = did you mean figures.max? @ figures.mxa"),
        (
            "at most figures.dollars",
            "questionnaire/type: amount is in euros, but figures.dollars in USD = give both the same unit @ figures.dollars"
        ),
        (
            "at most figures.words",
            "questionnaire/type: amount is a number, but figures.words is \"25 to 75 percent\" = compare it with a value that is a number @ figures.words"
        ),
    ])
    func `a value that does not fit a number is told`(amount: String, problem: String) {
        #expect(problems(Self.text(amount: amount)) == [problem])
    }

    @Test func `braces around a value in braces are told with the line to write`() {
        #expect(
            problems(Self.text(amount: "at most {{ figures.max }}"))
                == [
                    "yaml/syntax: values in a condition are written without braces = write `- {if: {amount: at most figures.max, bought: after 2026-01-01}, then: good}` @ - {if: {amount: at most {{ figures.max }}, bought: after 2026-01-01}, then: good}"
                ])
    }

    @Test(arguments: [
        (
            "after today - figures.schedule",
            "questionnaire/type: figures.schedule is \"5 business days\", which is not a span of time = give it a whole number, and as its unit days, weeks, months or years @ figures.schedule"
        ),
        (
            "after figures.warranty",
            "questionnaire/type: bought is a date, but figures.warranty is \"90 days\" = compare it with a value such as 2026-11-21, or write `today - figures.warranty` for a span of time @ figures.warranty"
        ),
    ])
    func `a value that does not fit a date is told`(bought: String, problem: String) {
        #expect(problems(Self.text(bought: bought)) == [problem])
    }

    @Test func `a range takes values, and tells of those that do not fit`() {
        #expect(problems(Self.text(to: "figures.max")) == [])
        #expect(
            problems(Self.text(to: "figures.dollars"))
                == ["questionnaire/type: amount is in euros, but figures.dollars in USD = give both the same unit @ figures.dollars"])
    }
}
