/// The rows that one or several functions lead to, with answers that are missing being anything.
struct MatchingRows {
    /// Those that hold whatever is missing, ascending.
    let certain: [Int]
    /// Those that may hold.
    let any: [Int]

    init(_ evaluator: Evaluator, _ roots: [Target], _ answers: [Int: Answer]) {
        var certain: Set<Int> = []
        var any: Set<Int> = []
        for root in roots {
            let sets = evaluator.terminals(root, answers).compactMap { terminal -> Set<Int>? in
                if case .rows(let rows) = evaluator.diagram.terminals[terminal] { Set(rows) } else { nil }
            }
            guard let first = sets.first else { continue }
            certain.formUnion(sets.dropFirst().reduce(first) { $0.intersection($1) })
            any.formUnion(sets.reduce(first) { $0.union($1) })
        }
        self.certain = certain.sorted()
        self.any = any.sorted()
    }
}
