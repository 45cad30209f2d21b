import Diagnostics
import Forms

extension Proof {
    /// `questionnaire/conflict` of a decision: rows with different outcomes hold for the same answers.
    ///
    /// The terminals of the table are the sets of rows that hold together for some accepted answers, so that a conflict is
    /// a terminal whose rows differ; no pair of rows has to be compared that never meets.
    ///
    /// - Returns: every row that conflicts with another one.
    mutating func proveConflicts(_ decision: Decision, _ deciding: Ref) throws(TooLarge) -> Set<Int> {
        let rows = decision.table.rows
        var pairs: Set<[Int]> = []
        var conflicting: Set<Int> = []
        for terminal in meaning.store.terminals(deciding) {
            let set = meaning.store.rows(terminal)
            guard let first = set.first, let other = set.first(where: { !agree(rows[first], rows[$0]) }) else {
                continue
            }
            pairs.insert([first, other])
            conflicting.formUnion(set)
        }
        for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }).prefix(20) {
            let both = Set(
                meaning.store.terminals(deciding).filter { Set(meaning.store.rows($0)).isSuperset(of: pair) })
            guard let example = try meaning.store.smallestExample(deciding, where: both.contains) else { continue }
            report(conflict: rows[pair[0]], rows[pair[1]], example)
        }
        return conflicting
    }

    /// The same two rows at a time, where rows hold together in too many ways: each with the first that it conflicts with.
    mutating func proveConflictsOfPairs(_ rows: [Row], _ holding: [Ref]) throws(TooLarge) -> Set<Int> {
        var conflicting: Set<Int> = []
        var reported = 0
        for first in rows.indices {
            for second in rows.indices.dropFirst(first + 1) where !agree(rows[first], rows[second]) {
                let both = try meaning.store.apply(.and, holding[first], holding[second])
                guard both != .no else { continue }
                let within = try meaning.store.apply(.within, meaning.accepted, both)
                guard let example = try meaning.store.smallestExample(within, where: { $0 == .yes }) else { continue }
                conflicting.formUnion([first, second])
                report(conflict: rows[first], rows[second], example)
                reported += 1
                if reported == 20 { return conflicting }
                break
            }
        }
        return conflicting
    }

    private mutating func report(conflict first: Row, _ second: Row, _ example: [DiagramStore.Step]) {
        let titles = [first, second].map { quoted(title(of: $0.result)) }
        report(first, second, "lead to \(titles[0]) and \(titles[1])", example)
    }

    /// `questionnaire/conflict` of a fact: rows with different values hold for the same answers.
    ///
    /// - Returns: the rows of the conflict that is reported.
    mutating func proveConflicts(_ fact: Fact, _ known: FactMeaning) throws(TooLarge) -> Set<Int> {
        let value = try meaning.store.apply(.within, meaning.accepted, known.value)
        guard let path = meaning.store.shortestPath(value, where: { $0 == .clash }),
            let example = try meaning.store.smallestExample(value, where: { $0 == .clash })
        else { return [] }
        let set = known.table.rows.indices.filter { meaning.store.value(of: known.table.rows[$0], at: path) == .yes }
        guard let first = set.first,
            let other = set.dropFirst().first(where: { !sameValue(fact.table.rows[first], fact.table.rows[$0]) })
                ?? set.last
        else { return [] }
        report(fact.table.rows[first], fact.table.rows[other], "give the fact \(fact.id) different values", example)
        return [first, other]
    }

    private mutating func report(_ first: Row, _ second: Row, _ what: String, _ example: [DiagramStore.Step]) {
        add(
            Diagnostic(
                "questionnaire/conflict",
                "rows \(first.number) and \(second.number) \(what) for these answers: \(words(example))",
                at: second.place, notes: ["row \(first.number) is on \(first.line(from: second.place))"] + notes(about: example),
                help: "narrow one of the two rows, or use `match: first`"))
    }

    /// Whether two rows of a decision lead to the same outcome.
    private func agree(_ left: Row, _ right: Row) -> Bool {
        if case .value(let one) = left.result, case .value(let two) = right.result { one == two } else { false }
    }

    /// Rows that take over different subjects may still give the same; that is for ``FactMeaning`` to find out.
    private func sameValue(_ left: Row, _ right: Row) -> Bool {
        switch (left.result, right.result) {
        case (.value(let one), .value(let two)): one == two
        case (.sameAs(let one), .sameAs(let two)): one == two
        default: false
        }
    }

    private func title(of result: RowResult) -> String {
        if case .value(let index) = result { questionnaire.outcomes[index].title.string } else { "" }
    }
}
