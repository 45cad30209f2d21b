@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// Paragraphs under outcomes, and the answers that results list.
@Suite struct ParagraphTests {
    private func text(_ paragraphs: String, answers: String = "") -> String {
        """
        kind: questionnaire
        title: T
        questions:
          who: {ask: Who?, one-of: {staff: Staff, guest: Guest}}
          days: {ask: For how many days?, number: {from: 1, to: 30, unit: days}, ask-if: {who: staff}}
          late: {ask: Is it late?}
        facts: {long: {rules: [{if: {days: over 9}, then: yes}, {if: {who: staff, days: at most 9}, then: no}]}}
        outcomes:
          fine:
            title: Fine
            text: Go on.
            paragraphs:
        \(paragraphs)
            \(answers)
          other: {title: Other}
        rules:
          - {if: {late: yes}, then: other}
          - {else: fine}
        """
    }

    @Test(
        "a text shows what has a value for all to whom it is shown",
        arguments: [
            ("      - {if: {who: staff}, text: \"{{ days }} are long.\"}", []),
            ("      - {if: {days: asked}, text: \"{{ days }} are long.\"}", []),
            ("      - {if: {days: over 9, long: yes}, text: \"{{ long }}\"}", []),
            (
                "      - {if: {who: guest}, text: \"{{ days }} are long.\"}",
                ["questionnaire/no-value: a paragraph of fine shows days, which has no value for these answers: Who? Guest; Is it late? No"]
            ),
            (
                "      - {if: {long: yes}, text: Long.}",
                ["questionnaire/gap: the fact long has no value for these answers: Who? Guest; Is it late? No"]
            ),
            ("      - {if: {late: yes}, text: Late.}", ["questionnaire/dead-rule: this paragraph of fine is never shown"]),
            (
                "      - {if: {late: no, who: guest}, text: Late.}",
                ["questionnaire/dead-rule: this entry is always true, so it decides nothing"]
            ),
            ("      - {if: {whom: guest}, text: Late.}", ["questionnaire/unknown-name: there is no question or fact \"whom\""]),
            ("      - {text: Late.}", ["yaml/missing-field: the field \"if\" is missing here"]),
        ])
    func proved(paragraph: String, expected: [String]) {
        let found = compiled(text(paragraph)).diagnostics.filter {
            !["questionnaire/unused-fact", "questionnaire/unused-question"].contains($0.rule.name)
        }
        #expect(found.map { "\($0.rule): \($0.message)" } == expected.filter { !$0.isEmpty }, Comment(rawValue: paragraph))
    }

    @Test func `a paragraph asks what decides it, and what it shows`() throws {
        let paragraphs = """
                  - {if: {who: staff}, text: "{{ days }} it is."}
                  - {if: {days: over 9}, text: Long.}
            """
        let diagram = try #require(compiled(text(paragraphs, answers: "answers: [late, days]")).value)
        let walk = Walk(diagram, today: since)
        let (staff, guest) = ([0: Answer.option(0), 2: .option(1)], [0: Answer.option(1), 2: .option(1)])
        guard case .question(1, _) = walk.position(staff).state else {
            Issue.record("\(walk.position(staff))")
            return
        }
        func shown(_ answers: [Int: Answer]) -> [Int]? {
            if case .result(let result) = walk.position(answers).state { result.paragraphs } else { nil }
        }
        #expect(shown(guest) == [])
        #expect(shown(staff.merging([1: .number(ExactNumber(units: 3, decimals: 0))]) { $1 }) == [0])
        #expect(shown(staff.merging([1: .number(ExactNumber(units: 12, decimals: 0))]) { $1 }) == [0, 1])
        #expect(diagram.questionnaire.outcomes[0].answers == [2, 1])
    }

    @Test(
        "what a result lists are questions",
        arguments: [
            ("answers: [whom]", "there is no question \"whom\""), ("answers: [long]", "`answers` lists questions, and long is not one"),
        ])
    func listed(answers: String, message: String) {
        let found = read(text("      - {if: {who: staff}, text: Long.}", answers: answers))
        #expect(found.diagnostics.map(\.message) == [message])
    }
}
