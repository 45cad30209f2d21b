import Diagnostics

extension Proof {
    /// `questionnaire/dead-rule`: a row that never decides, as it is impossible or other rows cover it.
    ///
    /// - Parameters:
    ///   - known: the rows that hold, within what is possible.
    ///   - conflicting: rows about which there is a message already; whether they decide shows once that is corrected.
    mutating func proveRows(_ table: RuleTable, _ known: TableMeaning, except conflicting: Set<Int> = []) throws(TooLarge) {
        if known.isCoarse { return try proveRowByRow(table, known.rows, except: conflicting) }
        let sets = meaning.store.terminals(known.deciding).map { meaning.store.rows($0) }.filter { !$0.isEmpty }
        let holding = Set(sets.flatMap { $0 })
        var dead: Set<Int> = []
        // From the last row back, so that of two rows that say the same the first stays.
        for index in table.rows.indices.reversed() {
            let covered = sets.allSatisfy { set in
                !set.contains(index) || set.contains { $0 != index && !dead.contains($0) }
            }
            if covered { dead.insert(index) }
        }
        for index in dead.subtracting(conflicting).sorted() {
            report(table.rows[index], isImpossible: !holding.contains(index), table)
        }
    }

    /// The same where rows hold together in too many ways: looks for each row for answers with which it alone holds.
    ///
    /// What isn't found within the budget of all rows together is taken as deciding: a warning may be missing then, and none
    /// is wrong.
    mutating func proveRowByRow(_ table: RuleTable, _ rows: [Ref], except conflicting: Set<Int> = []) throws(TooLarge) {
        let excluded = try meaning.store.not(meaning.accepted)
        let firsts = table.firstsOfResults
        var search = UncoveredSearch(budget: 50_000)
        var dead: Set<Int> = []
        // From the last row back, so that of two rows that say the same the first stays.
        for index in rows.indices.reversed() {
            let others = rows.indices.filter { $0 != index && firsts[$0] == firsts[index] && !dead.contains($0) }
            let rest = [excluded, try meaning.store.not(rows[index])] + others.map { rows[$0] }
            do throws(TooLarge) {
                if try search.search(rest, in: meaning.store) == nil { dead.insert(index) }
            } catch {
                break
            }
        }
        for index in dead.subtracting(conflicting).sorted() {
            let holds = try meaning.store.apply(.and, meaning.accepted, rows[index])
            report(table.rows[index], isImpossible: !meaning.store.terminals(holds).contains(.yes), table)
        }
    }

    /// Reports a row that never decides.
    mutating func report(_ row: Row, isImpossible: Bool, _ table: RuleTable) {
        let reason: String
        if row.rest != nil {
            reason = "the rows before it cover everything"
        } else if table.match == .first, row.number > 1 {
            reason =
                isImpossible
                ? "rows before it cover all its answers, or its answers cannot be given together"
                : "rows before it cover it"
        } else {
            reason = isImpossible ? "its answers cannot be given together" : "other rows cover it"
        }
        add(
            Diagnostic(
                "questionnaire/dead-rule", "row \(row.number) can never decide: \(reason)", at: row.place,
                severity: .warning,
                help: "delete it, or correct its condition"))
    }

    /// `questionnaire/dead-rule`: an entry that is true whatever is answered, given the groups around its row.
    mutating func proveEntries() throws(TooLarge) {
        for table in questionnaire.facts.map(\.table) + questionnaire.decisions.map(\.table) {
            var outside: [Int: Ref] = [:]
            var seen: Set<Int> = []
            for row in table.rows {
                for depth in 0...row.guards.count {
                    let entries = depth < row.guards.count ? row.guards[depth] : row.entries
                    guard let place = entries.conditions.first?.place else { continue }
                    // Guards are shared by the rows inside: once is enough.
                    guard seen.insert(place.bytes.lowerBound &* 2 &+ (depth < row.guards.count ? 1 : 0)).inserted else {
                        continue
                    }
                    let key = depth == 0 ? -1 : row.guards[depth - 1].conditions.first?.place?.bytes.lowerBound ?? -1
                    if outside[key] == nil {
                        let guards = try meaning.conjunction(row.guards.prefix(depth).map(\.condition))
                        outside[key] = try meaning.store.apply(.and, meaning.accepted, guards)
                    }
                    try prove(entries, given: outside[key] ?? .yes)
                }
            }
        }
    }

    /// - Parameter given: the accepted answers within the groups around the entries.
    mutating func prove(_ entries: Entries, given: Ref) throws(TooLarge) {
        guard given != .no else { return }
        for condition in entries.conditions {
            let holds = try meaning.condition(condition)
            if given == .yes, holds != .yes { continue }
            let fails = try meaning.store.apply(.and, given, meaning.store.not(holds))
            guard fails == .no, let place = condition.place else { continue }
            add(
                Diagnostic(
                    "questionnaire/dead-rule", "this entry is always true, so it decides nothing", at: place,
                    severity: .warning,
                    help: "delete it, or correct it"))
        }
    }
}
