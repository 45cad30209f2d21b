@testable import Content
@testable import Decision
import Forms

/// What the reference finds about a whole questionnaire, on all the days given.
struct ReferenceVerdict {
    var hasCycle = false
    /// No answers are accepted.
    var isDeadEnd = true
    /// For each decision.
    var hasGap: [Bool]
    var conflicts: [Set<[Int]>]
    /// Rows that never decide, by decision and by fact.
    var deadRows: [[Int]]
    var deadFactRows: [[Int]]
    var usesFactGap = false
    /// A decision that conditions name has no outcome for some answers, or several: what rests on it has no meaning for them.
    var hasUnclearDecision = false
    var factConflicts: Set<Int> = []
    var unreachable: Set<Int>
    var showsMissing = false

    init(_ questionnaire: Questionnaire, days: [Day]) {
        hasGap = Array(repeating: false, count: questionnaire.decisions.count)
        conflicts = Array(repeating: [], count: questionnaire.decisions.count)
        unreachable = Set(questionnaire.outcomes.indices)
        deadRows = []
        deadFactRows = []
        var sets: [Set<[Int]>] = Array(repeating: [], count: questionnaire.decisions.count)
        var factSets: [Set<[Int]>] = Array(repeating: [], count: questionnaire.facts.count)
        var circles: Set<Int> = []
        var everAsked: Set<Int> = []
        for day in days {
            let reference = Reference(questionnaire: questionnaire, today: day)
            for answers in reference.combinations() {
                let asked = reference.asked(answers, &circles)
                everAsked.formUnion(asked.indices.filter { asked[$0] == .yes })
                if asked.contains(.open) { hasCycle = true; continue }
                if reference.waitsForItself(asked, answers) { hasCycle = true; continue }
                guard reference.isAccepted(asked, answers) else { continue }
                isDeadEnd = false
                guard reference.hasClearDecisions(asked, answers) else {
                    hasUnclearDecision = true
                    continue
                }
                if reference.excludesByGap(asked, answers) { usesFactGap = true }
                for question in questionnaire.questions.indices {
                    guard let condition = questionnaire.questions[question].askIf else { continue }
                    if reference.truth(condition, asked, answers) == .gap { usesFactGap = true }
                }
                add(reference, asked, answers, &sets, &factSets)
            }
        }
        if !circles.isSubset(of: everAsked) { hasCycle = true }
        for (index, decision) in questionnaire.decisions.enumerated() {
            deadRows.append(Self.dead(decision.table, sets[index]))
        }
        for (index, fact) in questionnaire.facts.enumerated() {
            deadFactRows.append(Self.dead(fact.table, factSets[index]))
        }
    }

    private mutating func add(
        _ reference: Reference, _ asked: [Reference.Asked], _ answers: Reference.Everything, _ sets: inout [Set<[Int]>],
        _ factSets: inout [Set<[Int]>]
    ) {
        let questionnaire = reference.questionnaire
        for (index, decision) in questionnaire.decisions.enumerated() {
            let rows = reference.rows(decision.table, asked, answers)
            let holding = Self.holding(decision.table, rows)
            if holding == nil { usesFactGap = true }
            guard let holding else { continue }
            sets[index].insert(holding)
            if holding.isEmpty { hasGap[index] = true }
            let outcomes = holding.map { Self.outcome(decision.table.rows[$0]) }
            unreachable.subtract(outcomes)
            if decision.table.match == .one {
                for (a, row) in holding.enumerated() {
                    for b in a..<holding.count where outcomes[a] != outcomes[b] {
                        conflicts[index].insert([row, holding[b]])
                    }
                }
            }
            for outcome in outcomes {
                for paragraph in questionnaire.outcomes[outcome].paragraphs
                where reference.truth(paragraph.condition, asked, answers) == .gap { usesFactGap = true }
                for name in reference.told(outcome, asked, answers).names {
                    switch name.subject {
                    case .question(let question): if asked[question] != .yes { showsMissing = true }
                    case .fact(let fact):
                        if case .value = reference.value(fact, asked, answers) {} else { usesFactGap = true }
                    case .attribute, .amount, .calculation, .decision: break
                    }
                }
            }
        }
        for (index, fact) in questionnaire.facts.enumerated() {
            if reference.value(index, asked, answers) == .clash { factConflicts.insert(index) }
            if let holding = Self.holding(fact.table, reference.rows(fact.table, asked, answers)) {
                factSets[index].insert(holding)
            }
        }
    }

    static func outcome(_ row: Row) -> Int { if case .value(let value) = row.result { value } else { -1 } }

    /// The rows that decide; nil when a fact without a value is used.
    static func holding(_ table: RuleTable, _ rows: [Reference.Truth]) -> [Int]? {
        if table.match == .first {
            for (index, truth) in rows.enumerated() {
                if truth == .yes { return [index] }
                if truth != .no { return nil }
            }
            return []
        }
        if rows.contains(.gap) || rows.contains(.open) { return nil }
        return rows.indices.filter { rows[$0] == .yes }
    }

    /// Rows that never decide, later rows first.
    private static func dead(_ table: RuleTable, _ sets: Set<[Int]>) -> [Int] {
        var dead: Set<Int> = []
        for index in table.rows.indices.reversed() {
            // Under match: many rows compete only with rows of the same outcome.
            let rivals: (Int) -> Bool = { other in
                table.match != .many || Self.outcome(table.rows[other]) == Self.outcome(table.rows[index])
            }
            if sets.allSatisfy({ set in
                !set.contains(index) || set.contains { $0 != index && !dead.contains($0) && rivals($0) }
            }) {
                dead.insert(index)
            }
        }
        return dead.sorted()
    }
}
