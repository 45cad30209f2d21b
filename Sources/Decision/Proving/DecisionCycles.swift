import Diagnostics

/// `questionnaire/cycle`: a decision that names itself or a later one, directly or through facts. Decisions are read in written order, so
/// that none of them can wait for another that waits for it.
func decisionCycles(_ questionnaire: Questionnaire) -> [Diagnostic] {
    questionnaire.decisions.indices.compactMap { number in
        let decision = questionnaire.decisions[number]
        for row in decision.table.rows {
            for test in row.condition.tests {
                guard let found = LaterDecision(test.subject, from: number, in: questionnaire) else { continue }
                return found.diagnostic(of: decision, at: test.place)
            }
        }
        return nil
    }
}

/// A decision that an earlier one, or the decision itself, would have to wait for.
private struct LaterDecision {
    private let other: Decision
    private let isItself: Bool
    /// The fact that names it, where the decision doesn't name it itself.
    private let fact: Fact?

    /// Nil where the subject rests on no such decision.
    init?(_ subject: Subject, from number: Int, in questionnaire: Questionnaire) {
        switch subject {
        case .question, .attribute, .amount, .calculation: return nil
        case .fact, .decision: break
        }
        var open: [Subject] = [subject]
        var seen: Set<Subject> = [subject]
        while let next = open.popLast() {
            switch next {
            case .decision(let later) where later >= number:
                (other, isItself) = (questionnaire.decisions[later], later == number)
                fact = if case .fact(let fact) = subject { questionnaire.facts[fact] } else { nil }
                return
            case .fact(let fact):
                let named = Dependencies.Named(questionnaire.facts[fact].table)
                open += (named.facts.map(Subject.fact) + named.decisions.map(Subject.decision)).filter { seen.insert($0).inserted }
            case .question, .attribute, .amount, .calculation, .decision: break
            }
        }
        return nil
    }

    func diagnostic(of decision: Decision, at place: SourceRange) -> Diagnostic {
        let named = fact.map { "the fact \($0.id), which depends on " } ?? ""
        return Diagnostic(
            "questionnaire/cycle",
            isItself
                ? "the decision \(decision.id) depends on \(fact == nil ? "itself" : "\(named)\(decision.id)")"
                : "the decision \(decision.id) depends on \(named)\(fact == nil ? "the later decision " : "a later decision, ")\(other.id)",
            at: place,
            help: isItself
                ? "name earlier decisions only, or what its rows look at"
                : "write \(other.id) before \(decision.id): decisions are read in written order")
    }
}

extension Condition {
    /// All of its entries, in written order.
    fileprivate var tests: [Test] {
        var tests: [Test] = []
        forEachTest { tests.append($0) }
        return tests
    }
}
