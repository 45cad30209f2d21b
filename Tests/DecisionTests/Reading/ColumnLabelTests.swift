import Diagnostics
import Testing
@testable import Decision

/// `label:` heads a column: it is short, and no two are the same.
@Suite struct ColumnLabelTests {
    private func messages(_ question: String, _ fact: String = "") -> [String] {
        read(
            """
            kind: questionnaire
            title: Test
            questions:
              a: {ask: Is it a long question with many words?\(question)}
              b: {ask: B, label: Second}
            facts:
              f: {\(fact)rules: [{if: {a: yes}, then: yes}, {else: no}]}
            outcomes: {x: {title: X}, y: {title: Y}}
            rules:
              - {if: {f: yes}, then: x}
              - {else: y}
            """
        ).diagnostics.map { "\($0.rule) \($0.message)" }
    }

    @Test func `a short label of its own is taken`() {
        #expect(messages(", label: First") == [])
        #expect(messages("", "label: A fact, ") == [])
        #expect(messages(", label: \(String(repeating: "é", count: 40))") == [])
    }

    @Test func `others are reported`() {
        let long = String(repeating: "a", count: 41)
        #expect(messages(", label: \(long)").first?.hasPrefix("yaml/type expected a label of at most 40 characters") == true)
        #expect(messages("", "label: \(long), ").first?.hasPrefix("yaml/type expected a label of at most 40 characters") == true)
        #expect(messages(", label: Second") == [#"questionnaire/name the label "Second" is already used for a"#])
        #expect(messages("", "label: Second, ") == [#"questionnaire/name the label "Second" is already used for b"#])
    }

    @Test func `without one, the question is the name`() throws {
        let questions = try #require(
            read(
                """
                kind: questionnaire
                title: Test
                questions: {a: {ask: "Really?"}, b: {ask: B, label: Second}}
                outcomes: {x: {title: X}, y: {title: Y}}
                rules: [{if: {a: yes, b: yes}, then: x}, {else: y}]
                """
            ).value?.questions)
        #expect(questions.map(\.name) == ["Really?", "Second"])
    }
}
