import Forms

/// A table as functions: which rows hold where.
struct TableMeaning {
    /// For each row where it holds.
    let rows: [Ref]
    /// The rows that decide, as sets; "no" where none holds.
    let deciding: Ref
    /// Whether of rows with the same result only the first is in a set, as the ways in which rows hold together are too
    /// many.
    var isCoarse = false
    /// For each outcome of `match: many` that rows name.
    var outcomes: [Int: OutcomeMeaning] = [:]
}

/// An outcome of `match: many`: a function of its own.
struct OutcomeMeaning {
    /// Its rows, by index.
    let rows: [Int]
    /// Where it holds, as the set of its first row.
    let holds: Ref
    /// Which of its rows hold, as sets of places in ``rows``; nil where the ways in which they hold together are too many.
    let sets: Ref?
}

extension Meaning {
    /// Where each row of a table holds, `else` included.
    mutating func rows(_ table: RuleTable) throws(TooLarge) -> [Ref] {
        var result: [Ref] = []
        for row in table.rows {
            var ref = try conjunction(row.guards.map(\.condition) + row.entries.conditions)
            if let rest = row.rest {
                let others = try disjunction(Array(result[rest]))
                ref = try store.apply(.and, ref, store.not(others))
            }
            result.append(ref)
        }
        return result
    }

    /// The table as one function to sets of rows; for `match: first` to the first row.
    mutating func table(_ table: RuleTable) throws(TooLarge) -> TableMeaning {
        let rows = try rows(table)
        if let fine = try fine(table, rows) { return fine }
        return try coarse(table, rows)
    }

    /// With all rows that hold together; nil where the ways in which they do are too many.
    mutating func fine(_ table: RuleTable, _ rows: [Ref]) throws(TooLarge) -> TableMeaning? {
        if table.match == .first {
            return TableMeaning(rows: rows, deciding: try firstHit(rows, table))
        }
        // Long tables, which have a row for each combination, are not given up: to go through their rows one by one would
        // take longer.
        let nodes = rows.count <= 2_000 ? nodesOfRowSets : Int.max
        return rowSets(rows, nodes: nodes).map { TableMeaning(rows: rows, deciding: $0) }
    }

    /// With the first of the rows that give the same.
    mutating func coarse(_ table: RuleTable, _ rows: [Ref]) throws(TooLarge) -> TableMeaning {
        let firsts = table.firstsOfResults
        return TableMeaning(rows: rows, deciding: try union(rows) { firsts[$0] }, isCoarse: true)
    }

    /// Which rows hold, as sets; nil where the ways in which they hold together take more nodes.
    mutating func rowSets(_ rows: [Ref], nodes: Int) -> Ref? {
        let limit = store.limit
        store.limit = nodes < limit - store.count ? store.count + nodes : limit
        defer { store.limit = limit }
        do throws(TooLarge) {
            return try union(rows) { $0 }
        } catch {
            return nil
        }
    }

    /// The sets of the names of all rows that hold.
    mutating func union(_ rows: [Ref], named name: (Int) -> Int) throws(TooLarge) -> Ref {
        var sets: [Ref] = []
        for (index, row) in rows.enumerated() { sets.append(try store.apply(.select, row, store.rowSet(name(index)))) }
        return try join(neighboursTogether(sets)[...], .unite, empty: .no)
    }

    /// The rows ordered by the answers they ask for, so that those which share the beginning of a path are joined
    /// first and what is joined stays small.
    private func neighboursTogether(_ rows: [Ref]) -> [Ref] {
        let keyed = rows.map { row in (key(row), row) }
        return keyed.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    /// The first path on which a row may hold: pairs of variable and block.
    private func key(_ row: Ref) -> [Int] {
        var key: [Int] = []
        var ref = row
        while !ref.isTerminal {
            let children = store.children(ref)
            guard let block = children.firstIndex(where: { $0 != .no }) else { break }
            key += [store.variable(ref), block]
            ref = children[block]
        }
        return key
    }

    /// A fact's rows and value, worked out when first used.
    mutating func fact(_ number: Int) throws(TooLarge) -> FactMeaning {
        if let known = facts[number] { return known }
        let table = questionnaire.facts[number].table
        let meaning = try self.table(table)
        let value: Ref
        if table.rows.allSatisfy({ if case .value = $0.result { true } else { false } }) {
            value = try self.value(of: table, meaning)
        } else {
            value = try takingOver(number, meaning)
        }
        let result = FactMeaning(value: value, table: meaning)
        facts[number] = result
        return result
    }

    /// What a table gives none of whose rows takes over an answer; gap where no row holds, clash where rows differ.
    mutating func value(of table: RuleTable, _ meaning: TableMeaning) throws(TooLarge) -> Ref {
        let rowSets = store.rowSets.values
        return try store.map(meaning.deciding) { Meaning.value($0, table, rowSets) }
    }

    /// The value that all rows of a set give; a clash where they differ.
    private static func value(_ terminal: Ref, _ table: RuleTable, _ rowSets: [[Int32]]) -> Ref {
        guard terminal.isValue else { return terminal == .no ? .gap : terminal }
        var found: Int?
        for row in rowSets[terminal.index] {
            guard case .value(let value) = table.rows[Int(row)].result else { continue }
            if let found, found != value { return .clash }
            found = value
        }
        return found.map(Ref.value) ?? .gap
    }

    /// The value of a fact some of whose rows take over an answer.
    private mutating func takingOver(_ number: Int, _ meaning: TableMeaning) throws(TooLarge) -> Ref {
        let table = questionnaire.facts[number].table
        var result = Ref.impossible
        for (index, row) in table.rows.enumerated() {
            let decides = try store.mapRows(meaning.deciding) { $0.contains(index) }
            let value: Ref =
                switch row.result {
                case .value(let value): .value(value)
                case .sameAs(let subject): try valueIndex(of: subject, for: number)
                }
            result = try store.apply(.agree, result, store.apply(.within, decides, value))
        }
        let nothing = try store.map(meaning.deciding) { $0.isValue ? .impossible : $0 == .no ? .gap : $0 }
        return try store.apply(.agree, result, nothing)
    }

    /// An answer as a value of the fact that takes it over; gap where it is not asked.
    private mutating func valueIndex(of subject: Subject, for fact: Int) throws(TooLarge) -> Ref {
        let values = questionnaire.facts[fact].values
        let index: (String) -> Ref = { id in values.firstIndex { $0.id == id }.map(Ref.value) ?? .gap }
        switch subject {
        case .decision, .amount, .calculation: return .gap
        case .fact(let number):
            let ids = questionnaire.facts[number].values.map(\.id)
            return try store.map(self.fact(number).value) { $0.isValue ? index(ids[$0.index]) : $0 }
        case .question(let number), .attribute(let number, _):
            guard case .one(let choices) = questionnaire.questions[number].kind,
                case .choice(_, let blocks) = variables.list[variables.ofQuestion[number][0]]
            else { return .gap }
            var children = Array(repeating: Ref.gap, count: variables.arity[variables.ofQuestion[number][0]])
            for (option, block) in blocks.enumerated() {
                if case .attribute(_, let attribute) = subject {
                    let value = choices.attributes[attribute].valueOfOption[option]
                    children[block] = value.map { index(choices.attributes[attribute].values[$0].id) } ?? .gap
                } else {
                    children[block] = index(choices.options[option].id.description)
                }
            }
            let value = try store.node(variables.ofQuestion[number][0], children)
            let unasked = try store.map(asked[number]) { $0 == .no ? .gap : $0 }
            return try store.apply(.select, unasked, value)
        }
    }
}

extension DiagramStore {
    /// Where a set of rows fulfils a test.
    mutating func mapRows(_ ref: Ref, _ test: ([Int]) -> Bool) throws(TooLarge) -> Ref {
        let rowSets = rowSets.values
        return try map(ref) { $0.isValue ? (test(rowSets[$0.index].map(Int.init)) ? .yes : .no) : .no }
    }
}
