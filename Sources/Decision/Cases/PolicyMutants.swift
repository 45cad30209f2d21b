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

    /// All of them: tables of facts first, then `ask-if`, the rules, `must` and `impossible`.
    var all: [PolicyMutant] {
        let facts = questionnaire.facts.indices.flatMap { index -> [PolicyMutant] in
            tables(questionnaire.facts[index].table, questionnaire.facts[index].values.indices).map { .table(.fact(index), $0) }
        }
        let decisions = questionnaire.decisions.indices.flatMap { index -> [PolicyMutant] in
            tables(questionnaire.decisions[index].table, questionnaire.outcomes.indices).map { .table(.decision(index), $0) }
        }
        return facts + asking + decisions + requirements + impossible
    }

    private var asking: [PolicyMutant] {
        questionnaire.questions.indices.flatMap { index -> [PolicyMutant] in
            guard let condition = questionnaire.questions[index].askIf else { return [] }
            return ([nil] + conditions.condition(condition).map(Optional.some)).map { .asking(index, $0) }
        }
    }

    private var impossible: [PolicyMutant] {
        questionnaire.impossible.indices.flatMap { index -> [PolicyMutant] in
            ([nil] + conditions.condition(questionnaire.impossible[index].condition).map(Optional.some)).map { .impossible(index, $0) }
        }
    }

    /// Each row of `must` left out, with another demand, or with another condition.
    private var requirements: [PolicyMutant] {
        questionnaire.questions.indices.flatMap { index -> [PolicyMutant] in
            questionnaire.questions[index].must.indices.flatMap { row -> [PolicyMutant] in
                let requirement = questionnaire.questions[index].must[row]
                var changed: [Requirement?] = [nil]
                changed += conditions.condition(requirement.that).map { that in
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
                return changed.map { .requirement(index, row, $0) }
            }
        }
    }

    /// Changes of one row of a table.
    private func tables(_ table: RuleTable, _ results: Range<Int>) -> [TableChange] {
        table.rows.indices.flatMap { changes(table, $0, results) } + groups(table)
    }

    /// A row with another result, a changed condition, or in another place; or no such row.
    private func changes(_ table: RuleTable, _ index: Int, _ results: Range<Int>) -> [TableChange] {
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
        var result = rows.map { TableChange.rows([index: $0]) }
        if table.rows.count > 1 { result.append(.without(index)) }
        if table.match == .first, index + 1 < table.rows.count, row.rest == nil, table.rows[index + 1].rest == nil {
            result.append(.swapped(index))
        }
        return result
    }

    /// A condition around several rows is changed for all of them.
    private func groups(_ table: RuleTable) -> [TableChange] {
        var seen: Set<[Int]> = []
        var result: [TableChange] = []
        for row in table.rows {
            for (depth, entries) in row.guards.enumerated() {
                let place = entries.conditions.first?.place?.bytes.lowerBound ?? -1
                guard seen.insert([depth, place]).inserted else { continue }
                for changed in conditions.entries(entries) {
                    var rows: [Int: Row] = [:]
                    for (index, var other) in table.rows.enumerated() where other.guards.indices.contains(depth) {
                        guard other.guards[depth].conditions.first?.place?.bytes.lowerBound == place else { continue }
                        other.guards[depth] = changed
                        rows[index] = other
                    }
                    result.append(.rows(rows))
                }
            }
        }
        return result
    }
}
