import Forms

/// A case that ends in a result, with what the policy says of it row by row: which small changes it notices, as far as that
/// shows without compiling them.
struct CaseReading {
    private var policy: PolicyInterpreter
    /// The outcomes that are expected, by decision.
    private let outcomes: [Int: Set<Int>]
    /// The values of facts that are expected.
    private let values: [Int: Int]
    private var rows: [TableName: [Bool?]] = [:]
    /// Those that some condition names.
    private let namedDecisions: Set<Int>

    /// Nil for a case that ends in no result.
    init?(_ position: Walk.Position, _ questionnaire: Questionnaire, today: Day) {
        guard case .result(let result) = position.state else { return nil }
        policy = PolicyInterpreter(questionnaire, answers: position.answers, today: today)
        namedDecisions = questionnaire.namedDecisions
        outcomes = Dictionary(uniqueKeysWithValues: result.outcomes.enumerated().map { ($0, Set($1)) })
        values = Dictionary(result.values.map { ($0.fact, $0.value) }) { first, _ in first }
    }

    /// Nil for a case that demands no outcome and no printed fact.
    init?(_ case: CaseResult, _ questionnaire: Questionnaire) {
        guard `case`.passed, case .result(let result) = `case`.position.state else { return nil }
        policy = PolicyInterpreter(questionnaire, answers: `case`.position.answers, today: `case`.today)
        var outcomes: [Int: Set<Int>] = [:]
        var values: [Int: Int] = [:]
        for demand in `case`.demands {
            switch demand {
            case .outcomes(let wanted): for (decision, list) in wanted { outcomes[decision] = Set(list) }
            case .value(.subject(.fact(let fact)), _): values[fact] = result.values.first { $0.fact == fact }?.value
            case .value, .asks, .refused: break
            }
        }
        guard !outcomes.isEmpty || !values.isEmpty else { return nil }
        (self.outcomes, self.values) = (outcomes, values)
        namedDecisions = questionnaire.namedDecisions
    }

    /// Whether the case is certain to end elsewhere under a change, if the proofs accept it.
    mutating func notices(_ mutant: PolicyMutant, _ changed: Questionnaire) -> Bool {
        switch mutant {
        case .table(.decision(let index), let change):
            let table = changed.decisions[index].table
            guard let rows = changedRows(.decision(index), policy.questionnaire.decisions[index].table, change) else { return false }
            // What it leads to may count in later decisions.
            return differs(index, table, rows) || namedDecisions.contains(index) && endsElsewhere(changed)
        case .table(.fact(let index), let change):
            let table = changed.facts[index].table
            guard let rows = changedRows(.fact(index), policy.questionnaire.facts[index].table, change) else { return false }
            switch policy.reading(of: index, table, rows) {
            case .open: return false
            case .broken: return values[index] != nil || endsElsewhere(changed, without: index)
            case .value(let value): return value != policy.value(of: index) && endsElsewhere(changed)
            }
        case .asking, .requirement, .impossible: return endsElsewhere(changed)
        }
    }

    /// Which rows hold in a changed table; nil where a row that does not hold changed into another such row.
    private mutating func changedRows(_ name: TableName, _ table: RuleTable, _ change: TableChange) -> [Bool?]? {
        let known = rows[name] ?? policy.rows(of: table)
        rows[name] = known
        switch change {
        case .rows(let rows):
            let truths = rows.mapValues { policy.truth($0.condition) }
            if truths.allSatisfy({ $0.value == false && known[$0.key] == false }) { return nil }
            return change.applied(to: known, changed: truths)
        case .without(let index): if known[index] == false { return nil }
        case .swapped(let index): if known[index] == false || known[index + 1] == false { return nil }
        }
        return change.applied(to: known, changed: [:])
    }

    /// Whether the outcomes of a decision are certain to differ from those expected: one too many for certain, or one missing for certain.
    private func differs(_ decision: Int, _ table: RuleTable, _ rows: [Bool?]) -> Bool {
        guard let wanted = outcomes[decision] else { return false }
        let found = PolicyInterpreter.deciding(table, rows)
        let outcomes = { (rows: [Int]) in
            Set(rows.compactMap { row in if case .value(let outcome) = table.rows[row].result { outcome } else { nil } })
        }
        let certain = outcomes(found.certain)
        return !certain.isSubset(of: wanted) || !wanted.isSubset(of: certain.union(outcomes(found.possible)))
    }

    /// Reads the whole of a changed policy.
    ///
    /// - Parameter broken: a fact without a value: where a decision waits for it, the proofs report it.
    private mutating func endsElsewhere(_ changed: Questionnaire, without broken: Int? = nil) -> Bool {
        var other = PolicyInterpreter(changed, answers: policy.answers, today: policy.today)
        if other.isRefused { return true }
        for (fact, value) in values {
            if let found = other.value(of: fact), found != value { return true }
        }
        for (index, decision) in changed.decisions.enumerated() where outcomes[index] != nil {
            let rows = other.rows(of: decision.table)
            if differs(index, decision.table, rows) { return true }
            guard broken != nil, !PolicyInterpreter.deciding(decision.table, rows).possible.isEmpty else { continue }
            let table = policy.questionnaire.decisions[index].table
            if PolicyInterpreter.deciding(table, policy.rows(of: table)).possible.isEmpty { return true }
        }
        return false
    }
}
