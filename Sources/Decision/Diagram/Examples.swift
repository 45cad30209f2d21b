extension DiagramStore {
    /// One test of an example: a variable, and the blocks that serve equally well.
    typealias Step = (variable: Int, blocks: [Int])

    /// The shortest path to an end that fits, with no test that it can do without.
    ///
    /// - Parameter fits: which terminals are looked for; `impossible` may stand in an example's place anywhere.
    mutating func smallestExample(_ ref: Ref, where fits: (Ref) -> Bool) throws(TooLarge) -> [Step]? {
        var lengths: [Int32: Int] = [:]
        guard length(ref, fits, &lengths) < Int.max else { return nil }
        var steps: [Step] = []
        var current = ref
        while !current.isTerminal {
            let children = children(current)
            guard let best = children.indices.min(by: { length(children[$0], fits, &lengths) < length(children[$1], fits, &lengths) }) else { break }
            steps.append((variable(current), children.indices.filter { children[$0] == children[best] }))
            current = children[best]
        }
        return try withoutNeedless(steps, in: ref, fits)
    }

    private func length(_ ref: Ref, _ fits: (Ref) -> Bool, _ known: inout [Int32: Int]) -> Int {
        if ref.isTerminal { return fits(ref) ? 0 : Int.max }
        if let length = known[ref.raw] { return length }
        let shortest = children(ref).map { length($0, fits, &known) }.min() ?? Int.max
        let result = shortest == Int.max ? Int.max : shortest + 1
        known[ref.raw] = result
        return result
    }

    /// Leaves out each step without which all ends still fit, the last first.
    private mutating func withoutNeedless(_ steps: [Step], in ref: Ref, _ fits: (Ref) -> Bool) throws(TooLarge) -> [Step] {
        var kept = steps
        for index in steps.indices.reversed() {
            var fewer = kept
            fewer.remove(at: index)
            var rest = ref
            for step in fewer { rest = try restrict(rest, step.variable, to: step.blocks[0]) }
            let ends = terminals(rest)
            if ends.allSatisfy({ fits($0) || $0 == .impossible }), ends.contains(where: fits) { kept = fewer }
        }
        return kept
    }

    /// The value where the steps lead, everything else in its first block.
    func value(of ref: Ref, at steps: [Step]) -> Ref {
        let blocks = Dictionary(steps.map { ($0.variable, $0.blocks[0]) }) { first, _ in first }
        var current = ref
        while !current.isTerminal { current = child(current, blocks[variable(current)] ?? 0) }
        return current
    }
}
