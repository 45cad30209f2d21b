import Diagnostics

/// Policies that differ from a given one in one row, entry, figure or result: what cases have to notice.
///
/// Mutation testing (DeMillo, Lipton and Sayward, 1978): cases that tell a policy from each of its small changes tell it
/// from nearly every other change too.
struct PolicyMutants {
    let questionnaire: Questionnaire
    private let conditions: ConditionMutants

    init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        conditions = ConditionMutants(questionnaire: questionnaire)
    }

    /// All of them: tables of facts first, then `ask-if`, the rules and `must`.
    var all: [Questionnaire] {
        var result: [Questionnaire] = []
        for index in questionnaire.facts.indices {
            let values = questionnaire.facts[index].values.indices
            result += tables(questionnaire.facts[index].table, values).map { table in
                var other = questionnaire
                other.facts[index].table = table
                return other
            }
        }
        result += asking
        for index in questionnaire.decisions.indices {
            result += tables(questionnaire.decisions[index].table, questionnaire.outcomes.indices).map { table in
                var other = questionnaire
                other.decisions[index].table = table
                return other
            }
        }
        return result + requirements
    }

    private var asking: [Questionnaire] {
        questionnaire.questions.indices.flatMap { index -> [Questionnaire] in
            guard let condition = questionnaire.questions[index].askIf else { return [] }
            return ([nil] + conditions.condition(condition).map(Optional.some)).map { askIf in
                var other = questionnaire
                other.questions[index].askIf = askIf
                return other
            }
        }
    }

    private var requirements: [Questionnaire] {
        questionnaire.questions.indices.flatMap { index -> [Questionnaire] in
            questionnaire.questions[index].must.indices.flatMap { row -> [Questionnaire] in
                let requirement = questionnaire.questions[index].must[row]
                var changed = conditions.condition(requirement.that).map { that in
                    var other = requirement
                    other.that = that
                    return other
                }
                if let condition = requirement.condition {
                    changed += ([nil] + conditions.condition(condition).map(Optional.some)).map { condition in
                        var other = requirement
                        other.condition = condition
                        return other
                    }
                }
                return changed.map { requirement in
                    var other = questionnaire
                    other.questions[index].must[row] = requirement
                    return other
                }
            }
        }
    }

    /// Tables with one row changed.
    private func tables(_ table: RuleTable, _ results: Range<Int>) -> [RuleTable] {
        table.rows.indices.flatMap { changes(table, $0, results) } + groups(table)
    }

    private func changes(_ table: RuleTable, _ index: Int, _ results: Range<Int>) -> [RuleTable] {
        let row = table.rows[index]
        var rows: [Row] = []
        let own: Int? = if case .value(let value) = row.result { value } else { nil }
        // A value near in the list is what a slip gives; the first serves as one far away.
        for other in Set(
            [results.first, own.map { ($0 + 1) % results.count }, own.map { ($0 + results.count - 1) % results.count }].compactMap { $0 }
        )
        .sorted() where other != own {
            var changed = row
            changed.result = .value(other)
            rows.append(changed)
        }
        for entries in conditions.entries(row.entries) {
            var changed = row
            changed.entries = entries
            rows.append(changed)
        }
        var result = rows.map { row in
            var other = table
            other.rows[index] = row
            return other
        }
        if table.rows.count > 1 { result.append(table.without(index)) }
        if table.match == .first, index + 1 < table.rows.count, row.rest == nil, table.rows[index + 1].rest == nil {
            var other = table
            other.rows.swapAt(index, index + 1)
            result.append(other)
        }
        return result
    }

    /// A condition around several rows is changed for all of them.
    private func groups(_ table: RuleTable) -> [RuleTable] {
        var seen: Set<[Int]> = []
        var result: [RuleTable] = []
        for row in table.rows {
            for (depth, entries) in row.guards.enumerated() {
                let place = entries.conditions.first?.place?.bytes.lowerBound ?? -1
                guard seen.insert([depth, place]).inserted else { continue }
                for changed in conditions.entries(entries) {
                    var other = table
                    for index in other.rows.indices where other.rows[index].guards.indices.contains(depth) {
                        guard other.rows[index].guards[depth].conditions.first?.place?.bytes.lowerBound == place else { continue }
                        other.rows[index].guards[depth] = changed
                    }
                    result.append(other)
                }
            }
        }
        return result
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
