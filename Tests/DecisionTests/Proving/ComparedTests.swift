@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// Answers of which each two are compared.
@Suite struct ComparedTests {
    private func text(_ rules: String, must: String = "") -> String {
        let questions = ["a", "b", "c", "d"].map { "  \($0): {ask: Q?, number: {from: 0, to: 9}}\n" }.joined()
        return "kind: questionnaire\ntitle: T\nquestions:\n\(questions)\(must)outcomes: {x: {title: X}, y: {title: Y}}\n\(rules)"
    }

    /// What follows from two of the three comparisons needs no row.
    @Test func `of three answers no order is missed and none is invented`() {
        let found = compiled(
            text(
                """
                rules:
                  - {if: {b: at most a}, then: x}
                  - {if: {b: over a, c: at most b}, then: x}
                  - {if: {b: over a, c: over b, a: under c}, then: y}
                """))
        #expect(found.diagnostics.map(\.rule.name) == ["questionnaire/unused-question"])
        #expect(found.value != nil)
        let open = compiled(
            text(
                """
                rules:
                  - {if: {b: at most a, c: at most a}, then: x}
                  - {if: {b: over a, c: at most b, d: at least 0}, then: x}
                  - {if: {b: over a, c: over b, a: under c}, then: y}
                """))
        #expect(open.diagnostics.map(\.rule.name) == ["questionnaire/gap", "questionnaire/dead-rule"])
        #expect(open.diagnostics.first?.notes == [])
    }

    /// A longer chain is not known, but an example that no numbers fit says so.
    @Test func `an example that cannot be says that it may be impossible`() {
        let found = compiled(
            text(
                """
                rules:
                  - {if: {b: at most a}, then: x}
                  - {if: {b: over a, c: at most b}, then: x}
                  - {if: {b: over a, c: over b, d: at most c}, then: x}
                  - {if: {b: over a, c: over b, d: over c, a: under d}, then: y}
                """))
        #expect(found.diagnostics.map(\.rule.name) == ["questionnaire/gap"])
        #expect(found.diagnostics.first?.notes.first?.hasPrefix("it may be impossible") == true)
    }

    /// Two rows that together leave no answer: where the orders are possible, are known not to be, and are not known to be.
    @Test(
        "dead ends of compared answers",
        arguments: [
            ("a: under c", [Diagnostic.Severity.error]), ("a: at least c", []), ("d: over c, a: at least d", [.warning]),
        ])
    func deadEnds(order: String, severities: [Diagnostic.Severity]) {
        let must = """
              e:
                ask: Q?
                must:
                  - {if: {b: over a, c: over b, \(order)}, that: {e: yes}, else: No}
                  - {if: {b: over a, c: over b, \(order)}, that: {e: no}, else: No}

            """
        let found = compiled(text("rules:\n  - {if: {d: over 4, e: yes}, then: x}\n  - {else: y}\n", must: must))
        #expect(found.diagnostics.filter { $0.rule == "questionnaire/dead-end" }.map(\.severity) == severities)
    }
}
