extension DiagramStore {
    /// One test of an example: a variable, and the blocks that serve equally well.
    typealias Step = (variable: Int, blocks: [Int])

    /// The shortest path to an end that fits, with no test that it can do without.
    ///
    /// The shortest path tests what the diagram tests on the way, which is more than the example needs: a test is dropped if all
    /// its blocks lead to terminals that fit, and then each block is added that serves as well as the one that was found.
    ///
    /// - Parameter fits: which terminals are looked for; `impossible` may take the place of any of them.
    mutating func smallestExample(_ ref: Ref, where fits: (Ref) -> Bool) throws(TooLarge) -> [Step]? {
        guard let steps = shortestPath(ref, where: fits) else { return nil }
        return try minimal(steps, in: ref, fits)
    }

    /// The shortest path to an end that fits: what all the functions are at its end can be looked up with `value`.
    func shortestPath(_ ref: Ref, where fits: (Ref) -> Bool) -> [Step]? {
        var lengths: [Int32: Int] = [:]
        guard length(ref, fits, &lengths) < Int.max else { return nil }
        var steps: [Step] = []
        var current = ref
        while !current.isTerminal {
            let children = children(current)
            guard
                let best = children.indices.min(by: {
                    length(children[$0], fits, &lengths) < length(children[$1], fits, &lengths)
                })
            else { break }
            steps.append((variable(current), children.indices.filter { children[$0] == children[best] }))
            current = children[best]
        }
        return steps
    }

    /// How many tests there are on the shortest path.
    private func length(_ ref: Ref, _ fits: (Ref) -> Bool, _ known: inout [Int32: Int]) -> Int {
        if ref.isTerminal { return fits(ref) ? 0 : Int.max }
        if let length = known[ref.raw] { return length }
        let shortest = children(ref).map { length($0, fits, &known) }.min() ?? Int.max
        let result = shortest == Int.max ? Int.max : shortest + 1
        known[ref.raw] = result
        return result
    }

    /// Leaves out each step without which all ends still fit, the last first, and widens the others.
    private mutating func minimal(_ steps: [Step], in ref: Ref, _ fits: (Ref) -> Bool) throws(TooLarge)
        -> [Step]
    {
        var kept = steps.map { Step(variable: $0.variable, blocks: [$0.blocks[0]]) }
        for index in steps.indices.reversed() {
            var fewer = kept
            fewer.remove(at: index)
            if try leads(ref, fewer[...], fits) { kept = fewer }
        }
        for index in kept.indices {
            for block in 0..<arity[kept[index].variable] where block != kept[index].blocks[0] {
                var wider = kept
                wider[index].blocks = [block]
                // The new block alone has to fit with all that the other steps allow.
                if wider.reduce(1, { $0 * $1.blocks.count }) <= 64, try leads(ref, wider[...], fits) {
                    kept[index].blocks.append(block)
                }
            }
            kept[index].blocks.sort()
        }
        return kept
    }

    /// Whether all ends fit that the steps lead to, in any combination of their blocks.
    private mutating func leads(_ ref: Ref, _ steps: ArraySlice<Step>, _ fits: (Ref) -> Bool) throws(TooLarge) -> Bool {
        guard let step = steps.first else {
            let ends = terminals(ref)
            return ends.allSatisfy { fits($0) || $0 == .impossible } && ends.contains(where: fits)
        }
        for block in step.blocks {
            guard try leads(restrict(ref, step.variable, to: block), steps.dropFirst(), fits) else { return false }
        }
        return true
    }

    /// The value where the steps lead, everything else in its first block.
    func value(of ref: Ref, at steps: [Step]) -> Ref {
        let blocks = Dictionary(steps.map { ($0.variable, $0.blocks[0]) }) { first, _ in first }
        var current = ref
        while !current.isTerminal { current = child(current, blocks[variable(current)] ?? 0) }
        return current
    }
}
