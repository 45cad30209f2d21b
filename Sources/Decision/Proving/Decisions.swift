import Content
import Diagnostics

extension Proof {
    /// Everything that is proved about one decision.
    mutating func prove(decision index: Int) throws(TooLarge) {
        let decision = questionnaire.decisions[index]
        if decision.table.match == .many { return try prove(many: decision) }
        let table = try meaning.table(decision.table)
        let deciding = try meaning.store.apply(.within, meaning.possible, table.deciding)
        decisions.append(TableMeaning(rows: table.rows, deciding: deciding))
        try proveFacts(in: deciding, usedBy: "the rules")
        try proveGap(decision, deciding)
        if decision.table.match == .one { try proveConflicts(decision, deciding) }
        proveRows(decision.table, deciding)
        let reached = Set(meaning.store.terminals(deciding).flatMap { meaning.store.rows($0) })
        recordReached(reached.map { decision.table.rows[$0] })
    }

    /// A table each of whose rows adds its outcome: every outcome on its own, as their product would be huge.
    private mutating func prove(many decision: Decision) throws(TooLarge) {
        let rows = try meaning.rows(decision.table)
        decisions.append(TableMeaning(rows: rows, deciding: .no))
        let nothing = try meaning.store.not(meaning.disjunction(rows))
        let gap = try meaning.store.apply(.within, meaning.possible, meaning.store.map(nothing) { $0 == .yes ? .no : $0 == .no ? .yes : $0 })
        try proveFacts(in: gap, usedBy: "the rules")
        try proveGap(decision, gap)
        for outcome in questionnaire.outcomes.indices {
            let own = decision.table.rows.indices.filter { decision.table.rows[$0].leads(to: outcome) }
            guard !own.isEmpty else { continue }
            let table = try deciding(own, rows)
            let only = RuleTable(match: .many, rows: own.map { decision.table.rows[$0] }, place: decision.table.place)
            try proveFacts(in: table, usedBy: "the rules")
            proveRows(only, try meaning.store.renumbered(table, own))
            if own.contains(where: { index in meaning.store.terminals(table).contains { meaning.store.rows($0).contains(index) } }) {
                recordReached(own.map { decision.table.rows[$0] })
            }
        }
    }

    /// The rows of some that hold, within what is possible.
    mutating func deciding(_ own: [Int], _ rows: [Ref]) throws(TooLarge) -> Ref {
        var sets: [Ref] = []
        for index in own { sets.append(try meaning.store.apply(.select, rows[index], meaning.store.rowSet(index))) }
        return try meaning.store.apply(.within, meaning.possible, meaning.join(sets[...], .unite, empty: .no))
    }

    /// Everything that is proved about one fact.
    mutating func prove(fact index: Int) throws(TooLarge) {
        let fact = questionnaire.facts[index]
        let known = try meaning.fact(index)
        let within = try meaning.store.apply(.within, meaning.possible, known.rows)
        try proveConflicts(fact, known)
        proveRows(fact.table, within)
    }

    private mutating func recordReached(_ rows: [Row]) {
        for row in rows {
            if case .value(let outcome) = row.result { reached.insert(outcome) }
        }
    }
}

extension Row {
    /// Whether it gives this outcome or value.
    func leads(to result: Int) -> Bool {
        if case .value(let value) = self.result { value == result } else { false }
    }
}

extension DiagramStore {
    /// Sets of rows with each row's number replaced by its place in a list.
    mutating func renumbered(_ ref: Ref, _ list: [Int]) throws(TooLarge) -> Ref {
        let places = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, $0) })
        var renamed: [Ref: Ref] = [:]
        for terminal in terminals(ref) where terminal.isValue {
            renamed[terminal] = .value(intern(rows: rows(terminal).compactMap { places[$0] }.sorted().map(Int32.init)))
        }
        return try map(ref) { renamed[$0] ?? $0 }
    }
}
