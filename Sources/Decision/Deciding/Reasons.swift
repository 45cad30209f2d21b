extension Proof {
    /// Which rows decided, for every outcome of a decision: one function to sets of its rows, or one function a row where
    /// that is smaller.
    mutating func reasons(_ index: Int, _ builder: inout DiagramBuilder) throws(TooLarge) -> [Reason] {
        let (rows, known) = (questionnaire.decisions[index].table.rows, decisions[index])
        var result: [Reason] = []
        for outcome in questionnaire.outcomes.indices {
            let own = known.rows.indices.filter { rows[$0].leads(to: outcome) }
            guard !own.isEmpty else { continue }
            var together: Explained?
            if let sets = known.outcomes[outcome]?.sets {
                together = try explained(sets) { meaning, set in meaning.store.rows(set).map { own[$0] } }
            } else if !known.isCoarse {
                let ownSet = Set(own)
                together = try explained(known.deciding) { meaning, set in
                    let rows = meaning.store.rows(set)
                    return rows.contains(where: ownSet.contains) ? rows : []
                }
            }
            let functions = try known.isCoarse ? smaller(together, own, known.rows) : [together].compactMap { $0 }
            for function in functions {
                let root = builder.function(function.ref, in: meaning) { .rows(function.rows[$0] ?? []) }
                result.append(Reason(decision: index, outcome: outcome, root: root))
            }
        }
        return result
    }

    /// A function to rows.
    private struct Explained {
        let ref: Ref
        let rows: [Ref: [Int]]
    }

    /// Where an outcome holds which of its rows do; nil where it never holds. What other outcomes rest on is not asked
    /// there, so that it may be anything.
    private mutating func explained(_ sets: Ref, _ rows: (Meaning, Ref) -> [Int]) throws(TooLarge) -> Explained? {
        var named: [Ref: [Int]] = [:]
        for terminal in meaning.store.terminals(sets) where terminal.isValue {
            let own = rows(meaning, terminal)
            if !own.isEmpty { named[terminal] = own }
        }
        guard !named.isEmpty else { return nil }
        let within = try meaning.store.map(sets) { named[$0] == nil ? .impossible : $0 }
        return Explained(ref: try meaning.store.minimized(within), rows: named)
    }

    /// Where each row holds, for those that can; or all in one, where that has no more nodes.
    private mutating func smaller(_ together: Explained?, _ own: [Int], _ rows: [Ref]) throws(TooLarge) -> [Explained] {
        if let together, own.count == 1 { return [together] }
        var apart: [Explained] = []
        for row in own {
            let within = try meaning.store.apply(.within, meaning.accepted, rows[row])
            guard meaning.store.terminals(within).contains(.yes) else { continue }
            apart.append(Explained(ref: try meaning.store.minimized(within), rows: [.yes: [row], .no: []]))
        }
        guard let together else { return apart }
        let sizes = [[together], apart].map { meaning.store.nodes($0.map(\.ref)).count }
        return sizes[0] <= sizes[1] ? [together] : apart
    }
}
