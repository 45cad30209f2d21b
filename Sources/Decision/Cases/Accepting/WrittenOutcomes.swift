import Forms

extension Questionnaire {
    /// What a case writes after `outcome:` for a result: a list for `match: many`, a map where there are several decisions.
    package func written(outcomesOf result: WalkResult) -> String {
        let each = zip(decisions, result.outcomes).map { decision, outcomes -> (String, String) in
            (decision.id.description, written(outcomes, isList: decision.table.match == .many))
        }
        guard each.count > 1 else { return each.first?.1 ?? "[]" }
        return "{\(each.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}"
    }

    /// The outcomes of one decision.
    func written(_ outcomes: [Int], isList: Bool) -> String {
        let ids = outcomes.map { self.outcomes[$0].id.description }
        return isList || ids.count != 1 ? "[\(ids.joined(separator: ", "))]" : ids[0]
    }
}
