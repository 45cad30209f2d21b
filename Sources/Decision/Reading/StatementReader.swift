import Diagnostics
import Forms
import YAML

/// Reads statements, when the tables of all decisions are known: their conditions may name these by their outcomes.
struct StatementReader {
    private let scope: Scope
    /// Decisions with the name of a question or fact.
    private let unclear: [(id: Identifier, subject: Subject)]

    /// - Parameters:
    ///   - scope: all names.
    ///   - decisions: all of the questionnaire.
    init(_ scope: Scope, _ decisions: [Decision]) {
        var wider = scope
        wider.decisions = []
        unclear = decisions.compactMap { decision in wider.subject(decision.id.description).map { (decision.id, $0) } }
        wider.decisions = decisions.map {
            Scope.DecisionHead(id: $0.id, isMany: $0.table.match == .many, outcomes: $0.outcomes)
        }
        self.scope = wider
    }

    /// Nil when it cannot be read; the findings say why.
    func statement(_ draft: StatementDraft, _ findings: inout Findings) -> Statement? {
        guard (draft.never == nil) != (draft.always == nil), let node = draft.never ?? draft.always else {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    draft.never == nil ? "this statement says nothing" : "`never` and `always` cannot be used together", at: draft.range,
                    help: draft.never == nil
                        ? "add `never:` or `always:` with a condition" : "write two statements, one with `never` and one with `always`"))
            return nil
        }
        let reader = ConditionReader(scope: scope)
        let condition = draft.condition.map { reader.condition($0, &findings) }
        guard let said = reader.condition(node, &findings) else { return nil }
        if case .some(nil) = condition { return nil }
        let statement = Statement(
            condition: condition.flatMap(\.self), claim: draft.never == nil ? .always : .never, said: said,
            because: draft.because, place: draft.range)
        check(statement, &findings)
        return statement
    }

    /// Names have one meaning.
    private func check(_ statement: Statement, _ findings: inout Findings) {
        for condition in statement.conditions {
            condition.forEachTest { test in
                if let (id, _) = unclear.first(where: { $0.subject == test.subject }) {
                    findings.add(
                        Diagnostic(
                            "questionnaire/name", "\"\(id)\" is the name of a decision and of something else", at: test.place,
                            help: "rename one of them, so that statements can name both"))
                }
            }
        }
    }
}
