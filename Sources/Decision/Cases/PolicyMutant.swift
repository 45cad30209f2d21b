/// One small change of a policy. Kept apart from the policy, because thousands of changed policies would fill the memory.
enum PolicyMutant {
    case table(TableName, TableChange)
    /// Another `ask-if` of a question, or none.
    case asking(Int, Condition?)
    /// Another row of `must` of a question, or none.
    case requirement(Int, Int, Requirement?)
    /// Another condition of a row of `impossible`, or no such row.
    case impossible(Int, Condition?)

    /// The changed policy.
    func applied(to questionnaire: Questionnaire) -> Questionnaire {
        var other = questionnaire
        switch self {
        case .table(.fact(let index), let change): other.facts[index].table = change.applied(to: other.facts[index].table)
        case .table(.decision(let index), let change): other.decisions[index].table = change.applied(to: other.decisions[index].table)
        case .asking(let index, let condition): other.questions[index].askIf = condition
        case .requirement(let index, let row, let requirement?): other.questions[index].must[row] = requirement
        case .requirement(let index, let row, nil): other.questions[index].must.remove(at: row)
        case .impossible(let index, let condition?): other.impossible[index].condition = condition
        case .impossible(let index, nil): other.impossible.remove(at: index)
        }
        return other
    }
}

/// One small change of a table.
enum TableChange {
    /// Rows that take the place of those with these indices.
    case rows([Int: Row])
    case without(Int)
    /// A row and the one after it.
    case swapped(Int)

    func applied(to table: RuleTable) -> RuleTable {
        var other = table
        switch self {
        case .rows(let rows): for (index, row) in rows { other.rows[index] = row }
        case .without(let index): return table.without(index)
        case .swapped(let index): other.rows.swapAt(index, index + 1)
        }
        return other
    }

    /// What is known of each row, moved to where the rows then are.
    ///
    /// - Parameter changed: what is known of the rows that take the place of others.
    func applied(to truths: [Bool?], changed: [Int: Bool?]) -> [Bool?] {
        var other = truths
        switch self {
        case .rows: for (index, truth) in changed { other[index] = truth }
        case .without(let index): other.remove(at: index)
        case .swapped(let index): other.swapAt(index, index + 1)
        }
        return other
    }
}

extension RuleTable {
    /// The table with a row deleted; what an `else` leaves open stays the rest of its own rows.
    fileprivate func without(_ index: Int) -> RuleTable {
        var other = self
        other.rows.remove(at: index)
        for later in other.rows.indices {
            guard let rest = other.rows[later].rest else { continue }
            let moved = { (bound: Int) in bound > index ? bound - 1 : bound }
            other.rows[later].rest = moved(rest.lowerBound)..<moved(rest.upperBound)
        }
        return other
    }
}
