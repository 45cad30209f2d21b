import Content
import Diagnostics

extension Proof {
    /// Everything that is proved about one decision.
    mutating func prove(decision index: Int) throws(TooLarge) {
        let decision = questionnaire.decisions[index]
        if decision.table.match == .many { return try prove(many: decision) }
        let table = try meaning.table(decision.table)
        let deciding = try meaning.store.apply(.within, meaning.accepted, table.deciding)
        decisions.append(TableMeaning(rows: table.rows, deciding: deciding))
        try proveFacts(in: deciding, usedBy: "the rules")
        try proveGap(decision, deciding)
        let conflicting = decision.table.match == .one ? try proveConflicts(decision, deciding) : []
        proveRows(decision.table, deciding, except: conflicting)
        let reached = Set(meaning.store.terminals(deciding).flatMap { meaning.store.rows($0) })
        recordReached(reached.map { decision.table.rows[$0] })
    }

    /// A table each of whose rows adds its outcome: every outcome on its own, as their product would be huge.
    private mutating func prove(many decision: Decision) throws(TooLarge) {
        let otherwise = decision.otherwise(questionnaire)
        let table = otherwise == nil ? decision.table.rows : decision.table.rows.dropLast()
        let rows = try meaning.rows(RuleTable(match: .many, rows: table, place: decision.table.place))
        decisions.append(TableMeaning(rows: rows, deciding: .no))
        let impossible = try meaning.store.not(meaning.accepted)
        var search = UncoveredSearch(meaning.store, budget: 200_000)
        if let example = try search.search(rows + [impossible]) {
            if let otherwise { reached.insert(otherwise.outcome) } else { try reportGap(decision, rows, example) }
        } else if let otherwise {
            proveRows(decision.table.only(otherwise.row), .no)
        }
        for outcome in questionnaire.outcomes.indices {
            let own = rows.indices.filter { decision.table.rows[$0].leads(to: outcome) }
            guard !own.isEmpty else { continue }
            let table = try deciding(own, rows)
            let only = RuleTable(match: .many, rows: own.map { decision.table.rows[$0] }, place: decision.table.place)
            try proveFacts(in: table, usedBy: "the rules")
            proveRows(only, try meaning.store.renumbered(table, own))
            if own.contains(where: { index in
                meaning.store.terminals(table).contains { meaning.store.rows($0).contains(index) }
            }) {
                recordReached(own.map { decision.table.rows[$0] })
            }
        }
    }

    /// The rows of some that hold, within what is possible.
    mutating func deciding(_ own: [Int], _ rows: [Ref]) throws(TooLarge) -> Ref {
        var sets: [Ref] = []
        for index in own { sets.append(try meaning.store.apply(.select, rows[index], meaning.store.rowSet(index))) }
        return try meaning.store.apply(.within, meaning.accepted, meaning.join(sets[...], .unite, empty: .no))
    }

    /// Everything that is proved about one fact.
    mutating func prove(fact index: Int) throws(TooLarge) {
        let fact = questionnaire.facts[index]
        let known = try meaning.fact(index)
        let within = try meaning.store.apply(.within, meaning.accepted, known.rows)
        let conflicting = try proveConflicts(fact, known)
        proveRows(fact.table, within, except: conflicting)
    }

    private mutating func recordReached(_ rows: [Row]) {
        for row in rows {
            if case .value(let outcome) = row.result { reached.insert(outcome) }
        }
    }
}

extension Row {
    /// Whether it gives this outcome or value.
    package func leads(to result: Int) -> Bool {
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

extension RuleTable {
    /// One of its rows alone.
    func only(_ row: Int) -> RuleTable { RuleTable(match: match, rows: [rows[row]], place: place) }
}

extension Decision {
    /// The last row of `match: many`, where it adds an outcome if no other row holds: it needs no function of its own,
    /// as walks see that nothing else held. Nil where its text shows answers, which then have to be asked for, and where
    /// other rows of a small table add it as well: then it may be certain before it is which of them holds.
    func otherwise(_ questionnaire: Questionnaire) -> Otherwise? {
        guard table.match == .many, let last = table.rows.last, last.rest != nil, last.guards.isEmpty,
            case .value(let outcome) = last.result, questionnaire.outcomes[outcome].names.isEmpty,
            table.rows.count > 16 || !table.rows.dropLast().contains(where: { $0.leads(to: outcome) })
        else { return nil }
        return Otherwise(outcome: outcome, row: table.rows.count - 1)
    }
}
