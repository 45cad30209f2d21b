import Diagnostics

extension Proof {
    /// Everything that is proved about one decision.
    mutating func prove(decision index: Int) throws(TooLarge) {
        let decision = questionnaire.decisions[index]
        if decision.table.match == .many { return try prove(many: decision) }
        let rows = try meaning.rows(decision.table)
        meaning.mostNodes = mostNodes
        let fine = try meaning.fine(decision.table, rows)
        meaning.mostNodes = nil
        let table: TableMeaning
        if let fine {
            table = fine
        } else {
            guard try proveConflictsOfPairs(decision.table.rows, rows).isEmpty else {
                // Contradictions have to be corrected first: all rows together may be too large for a diagram.
                decisions.append(TableMeaning(rows: rows, deciding: .no, isCoarse: true))
                return recordReached(decision.table.rows)
            }
            table = try meaning.coarse(decision.table, rows)
        }
        let deciding = try meaning.store.apply(.within, meaning.accepted, table.deciding)
        decisions.append(TableMeaning(rows: table.rows, deciding: deciding, isCoarse: table.isCoarse))
        try proveFacts(in: deciding, usedBy: "the rules")
        try proveGap(decision, deciding)
        let conflicting = decision.table.match == .one && !table.isCoarse ? try proveConflicts(decision, deciding) : []
        try proveRows(decision.table, decisions[index], except: conflicting)
        let reached = Set(meaning.store.terminals(deciding).flatMap { meaning.store.rows($0) })
        recordReached(reached.map { decision.table.rows[$0] })
    }

    /// A table each of whose rows adds its outcome: every outcome on its own, as their product would be huge.
    private mutating func prove(many decision: Decision) throws(TooLarge) {
        let otherwise = decision.otherwise(questionnaire)
        let table = otherwise == nil ? decision.table.rows : decision.table.rows.dropLast()
        let rows = try meaning.rows(RuleTable(match: .many, rows: table, place: decision.table.place))
        let impossible = try meaning.store.not(meaning.accepted)
        var search = UncoveredSearch(budget: 200_000)
        if let example = try search.search(rows + [impossible], in: meaning.store) {
            if let otherwise { reached.insert(otherwise.outcome) } else { try reportGap(decision, rows, example) }
        } else if let otherwise {
            report(decision.table.rows[otherwise.row], isImpossible: true, decision.table)
        }
        var outcomes: [Int: OutcomeMeaning] = [:]
        for outcome in questionnaire.outcomes.indices {
            let own = rows.indices.filter { decision.table.rows[$0].leads(to: outcome) }
            guard let first = own.first else { continue }
            let only = RuleTable(match: .many, rows: own.map { decision.table.rows[$0] }, place: decision.table.place)
            let union = try meaning.union(own.map { rows[$0] }) { _ in first }
            let within = try meaning.store.apply(.within, meaning.accepted, union)
            try proveFacts(in: within, usedBy: "the rules")
            var sets = meaning.rowSets(own.map { rows[$0] }, nodes: meaning.nodesOfRowSets / 5)
            if let all = sets { sets = try meaning.store.apply(.within, meaning.accepted, all) }
            outcomes[outcome] = OutcomeMeaning(rows: own, holds: within, sets: sets)
            let table = TableMeaning(rows: own.map { rows[$0] }, deciding: sets ?? .no, isCoarse: sets == nil)
            try proveRows(only, table)
            if meaning.store.terminals(within).contains(where: \.isValue) { reached.insert(outcome) }
        }
        decisions.append(TableMeaning(rows: rows, deciding: .no, isCoarse: true, outcomes: outcomes))
    }

    /// Everything that is proved about one fact.
    mutating func prove(fact index: Int) throws(TooLarge) {
        let fact = questionnaire.facts[index]
        let known = try meaning.fact(index)
        let within = try meaning.store.apply(.within, meaning.accepted, known.table.deciding)
        let conflicting = try proveConflicts(fact, known)
        let table = TableMeaning(rows: known.table.rows, deciding: within, isCoarse: known.table.isCoarse)
        try proveRows(fact.table, table, except: conflicting)
    }

    /// How many nodes the results may take where everything is asked and accepted: there each is a state, and each of a
    /// question that is one variable is two, as ``isTooLarge(_:limit:)`` counts them.
    private var mostNodes: Int? {
        let isWhole = meaning.variables.list.count == questionnaire.questions.count
        return mostStates.map { ($0 + 2 * meaning.variables.list.count) / (isWhole ? 2 : 1) }
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

extension Decision {
    /// The last row of `match: many`, where it adds an outcome if no other row holds: it needs no function of its own,
    /// as walks see that nothing else held. Nil where its text shows answers, which then have to be asked for, and where
    /// other rows of a small table add it as well: then it may be certain before it is which of them holds.
    func otherwise(_ questionnaire: Questionnaire) -> Otherwise? {
        guard table.match == .many, let last = table.rows.last, last.rest != nil, last.guards.isEmpty,
            case .value(let outcome) = last.result, questionnaire.outcomes[outcome].names.isEmpty,
            questionnaire.outcomes[outcome].paragraphs.isEmpty,
            table.rows.count > 16 || !table.rows.dropLast().contains(where: { $0.leads(to: outcome) })
        else { return nil }
        return Otherwise(outcome: outcome, row: table.rows.count - 1)
    }
}
