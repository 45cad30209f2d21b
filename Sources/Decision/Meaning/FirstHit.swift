extension Meaning {
    /// The set of the first row that holds.
    ///
    /// Where that takes more nodes than a diagram may have states, it is first looked whether the results alone take as
    /// many: then nothing is lost by giving up, as no diagram can be made.
    mutating func firstHit(_ rows: [Ref], _ table: RuleTable) throws(TooLarge) -> Ref {
        var sets: [Ref] = []
        for (index, row) in rows.enumerated() { sets.append(try store.apply(.select, row, store.rowSet(index))) }
        let middle = sets.count / 2
        let first = try join(sets[..<middle], .orElse, empty: .no)
        let second = try join(sets[middle...], .orElse, empty: .no)
        guard let mostNodes, accepted == .yes, asked.allSatisfy({ $0 == .yes }) else {
            return try store.apply(.orElse, first, second)
        }
        // What is large already is hardly smaller together.
        if store.nodes([first, second]).count <= mostNodes,
            let small = store.applyFirst(first, second, adding: mostNodes)
        {
            return small
        }
        let results = try [first, second].map { (ref) throws(TooLarge) in try self.results(ref, table) }
        guard store.applyFirst(results[0], results[1], adding: mostNodes) != nil else { throw TooLarge() }
        return try store.apply(.orElse, first, second)
    }

    /// Sets of one row as what the rows give.
    private mutating func results(_ ref: Ref, _ table: RuleTable) throws(TooLarge) -> Ref {
        let rowSets = store.rowSets.values
        return try store.map(ref) { terminal in
            guard terminal.isValue, let row = rowSets[terminal.index].first,
                case .value(let value) = table.rows[Int(row)].result
            else { return terminal }
            return .value(value)
        }
    }
}

extension DiagramStore {
    /// The left, or the right where the left is no; nil where that adds more nodes. All nodes that it adds are part of it.
    fileprivate mutating func applyFirst(_ left: Ref, _ right: Ref, adding nodes: Int) -> Ref? {
        let whole = limit
        limit = min(whole, count + nodes)
        defer { limit = whole }
        do throws(TooLarge) {
            return try apply(.orElse, left, right)
        } catch {
            return nil
        }
    }
}
