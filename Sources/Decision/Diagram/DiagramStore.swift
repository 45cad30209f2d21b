/// Reduced ordered multi-valued decision diagrams, shared and hash-consed.
///
/// A node tests one variable and has a child for each of its blocks. Two rules make diagrams canonical: variables are
/// tested in one order (a child's variable is always greater than its node's), and a node exists only if it is needed
/// (its children aren't all the same) and unique (no other has the same variable and children). Then two functions are
/// equal exactly when their references are (Bryant 1986; for many values Kam and Brayton 1990), which is what makes the
/// proofs cheap: a rule never decides if its function is the constant `no`, and two tables agree if they are one reference.
///
/// Nodes lie in three flat arrays and are never freed: the largest questionnaires need millions of them, for seconds.
struct DiagramStore {
    /// The number of blocks of each variable.
    let arity: [Int]
    /// How many nodes may exist.
    var limit: Int

    /// The variable of each node.
    private var variables: [Int32] = []
    /// Where the children of each node begin in ``children``; the last entry is where they end.
    private var starts: [Int32] = [0]
    private var children: [Int32] = []
    /// The nodes by variable and children, for finding them again: open addressing; empty uniqueTable hold -1.
    private var uniqueTable: [Int32]
    private var cache: OperationCache
    /// Sets of rows, each sorted; the terminal `firstValue + i` is the i-th.
    private(set) var rowSets = UniqueTable<[Int32]>()
    /// Pairs of terminals, made by `pair`.
    private(set) var pairs = UniqueTable<[Int32]>()
    private var supports: [[UInt64]?] = []

    init(arity: [Int], limit: Int) {
        self.arity = arity
        self.limit = limit
        uniqueTable = Array(repeating: -1, count: 1 << 10)
        cache = OperationCache(bits: 12)
    }

    var count: Int { variables.count }

    /// How many nodes each variable has: what shows which questions make a diagram large.
    var nodesPerVariable: [Int] {
        var counts = Array(repeating: 0, count: arity.count)
        for variable in variables { counts[Int(variable)] += 1 }
        return counts
    }

    /// The variable of a node; greater than all variables for a terminal.
    func variable(_ ref: Ref) -> Int { ref.isTerminal ? Int.max : Int(variables[Int(ref.raw)]) }

    /// What a node becomes when its variable has this block.
    func child(_ ref: Ref, _ block: Int) -> Ref { Ref(raw: children[Int(starts[Int(ref.raw)]) + block]) }

    /// All children of a node, by block.
    func children(_ ref: Ref) -> [Ref] {
        let start = Int(starts[Int(ref.raw)])
        return (start..<Int(starts[Int(ref.raw) + 1])).map { Ref(raw: children[$0]) }
    }

    /// The different children of a node in the order of its blocks, each with the blocks that lead to it.
    func branches(_ ref: Ref) -> [(blocks: [Int], child: Ref)] {
        var result: [(blocks: [Int], child: Ref)] = []
        var places: [Ref: Int] = [:]
        for (block, child) in children(ref).enumerated() {
            if let known = places[child] {
                result[known].blocks.append(block)
            } else {
                places[child] = result.count
                result.append(([block], child))
            }
        }
        return result
    }

    /// The node with these children; one of them if all are the same.
    mutating func node(_ variable: Int, _ refs: [Ref]) throws(TooLarge) -> Ref {
        guard let first = refs.first, refs.contains(where: { $0 != first }) else { return refs.first ?? .no }
        var slot = Int(truncatingIfNeeded: hash(variable, refs)) & (uniqueTable.count - 1)
        while uniqueTable[slot] >= 0 {
            if isNode(Int(uniqueTable[slot]), variable, refs) { return Ref(raw: uniqueTable[slot]) }
            slot = (slot + 1) & (uniqueTable.count - 1)
        }
        guard variables.count < limit else { throw TooLarge() }
        let raw = Int32(variables.count)
        uniqueTable[slot] = raw
        variables.append(Int32(variable))
        for ref in refs { children.append(ref.raw) }
        starts.append(Int32(children.count))
        if variables.count * 2 > uniqueTable.count { rehash() }
        return Ref(raw: raw)
    }

    /// A condition on one variable: yes for the blocks of the set.
    mutating func literal(_ variable: Int, _ isIn: [Bool]) throws(TooLarge) -> Ref {
        try node(variable, isIn.map { $0 ? .yes : .no })
    }

    private func isNode(_ node: Int, _ variable: Int, _ refs: [Ref]) -> Bool {
        guard variables[node] == Int32(variable) else { return false }
        let start = Int(starts[node])
        for index in refs.indices where children[start + index] != refs[index].raw { return false }
        return true
    }

    private func hash(_ variable: Int, _ refs: [Ref]) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: variable) &* 0x9E37_79B9_7F4A_7C15
        for ref in refs {
            hash = (hash ^ UInt64(UInt32(bitPattern: ref.raw))) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 29
        }
        return hash
    }

    private mutating func rehash() {
        uniqueTable = Array(repeating: -1, count: uniqueTable.count * 4)
        for node in variables.indices {
            var slot =
                Int(truncatingIfNeeded: hash(Int(variables[node]), children(Ref(raw: Int32(node))))) & (uniqueTable.count - 1)
            while uniqueTable[slot] >= 0 { slot = (slot + 1) & (uniqueTable.count - 1) }
            uniqueTable[slot] = Int32(node)
        }
        cache.grow(toHold: uniqueTable.count / 2)
    }
}

extension DiagramStore {
    /// Combines two functions, answer by answer (Bryant's "apply"): splits both by the first variable of either, until the
    /// law of the operation or the cache knows the result.
    mutating func apply(_ operation: Operation, _ left: Ref, _ right: Ref) throws(TooLarge) -> Ref {
        if let result = shortcut(operation, left, right) { return result }
        let key = OperationCache.Key(operation: Int32(operation.rawValue), left: left.raw, right: right.raw)
        if let known = cache[key] { return Ref(raw: known) }
        let variable = min(variable(left), variable(right))
        let splitsLeft = self.variable(left) == variable
        let splitsRight = self.variable(right) == variable
        var refs: [Ref] = []
        refs.reserveCapacity(arity[variable])
        var before = (left: left, right: right)
        for block in 0..<arity[variable] {
            let pair = (left: splitsLeft ? child(left, block) : left, right: splitsRight ? child(right, block) : right)
            // Blocks beside one another often lead to the same.
            if let last = refs.last, pair == before {
                refs.append(last)
            } else {
                refs.append(try apply(operation, pair.left, pair.right))
            }
            before = pair
        }
        let result = try node(variable, refs)
        cache[key] = result.raw
        return result
    }

    /// What the function becomes when a variable has a block.
    mutating func restrict(_ ref: Ref, _ variable: Int, to block: Int) throws(TooLarge) -> Ref {
        let top = self.variable(ref)
        if top > variable { return ref }
        if top == variable { return child(ref, block) }
        let key = OperationCache.Key(
            operation: Operation.restrictBase + Int32(variable), left: ref.raw, right: Int32(block))
        if let known = cache[key] { return Ref(raw: known) }
        var refs: [Ref] = []
        refs.reserveCapacity(arity[top])
        for index in 0..<arity[top] { refs.append(try restrict(child(ref, index), variable, to: block)) }
        let result = try node(top, refs)
        cache[key] = result.raw
        return result
    }

    /// The function with other terminals.
    mutating func map(_ ref: Ref, _ transform: (Ref) -> Ref) throws(TooLarge) -> Ref {
        var known: [Int32: Ref] = [:]
        return try map(ref, transform, &known)
    }

    private mutating func map(_ ref: Ref, _ transform: (Ref) -> Ref, _ known: inout [Int32: Ref]) throws(TooLarge)
        -> Ref
    {
        if ref.isTerminal { return transform(ref) }
        if let result = known[ref.raw] { return result }
        let top = variable(ref)
        var refs: [Ref] = []
        refs.reserveCapacity(arity[top])
        for index in 0..<arity[top] { refs.append(try map(child(ref, index), transform, &known)) }
        let result = try node(top, refs)
        known[ref.raw] = result
        return result
    }

    mutating func not(_ ref: Ref) throws(TooLarge) -> Ref { try apply(.negate, ref, .yes) }

    /// The number of a sorted set of rows.
    mutating func intern(rows: [Int32]) -> Int { rowSets.index(of: rows) }

    /// The number of a pair of terminals.
    mutating func intern(pair: [Int32]) -> Int { pairs.index(of: pair) }

    /// The set that holds one row.
    mutating func rowSet(_ row: Int) -> Ref { .value(rowSets.index(of: [Int32(row)])) }

    /// The rows of a terminal.
    func rows(_ terminal: Ref) -> [Int] { terminal.isValue ? rowSets.values[terminal.index].map(Int.init) : [] }
}

extension DiagramStore {
    /// The terminals that the function reaches, in their order.
    func terminals(_ ref: Ref) -> [Ref] {
        var seen: Set<Int32> = []
        var found: Set<Int32> = []
        var open = [ref]
        while let next = open.popLast() {
            if next.isTerminal {
                found.insert(next.value)
            } else if seen.insert(next.raw).inserted {
                open += children(next)
            }
        }
        return found.sorted().map(Ref.terminal)
    }

    /// The nodes that some functions have together.
    func nodes(_ refs: [Ref]) -> Set<Ref> {
        var seen: Set<Ref> = []
        var open = refs
        while let next = open.popLast() {
            if !next.isTerminal, seen.insert(next).inserted { open += children(next) }
        }
        return seen
    }

    /// Whether the function depends on a variable.
    mutating func depends(_ ref: Ref, _ variable: Int) -> Bool { support(ref)[variable / 64] >> UInt64(variable % 64) & 1 == 1 }

    /// The variables on which the function depends, as a set of bits.
    mutating func support(_ ref: Ref) -> [UInt64] {
        if ref.isTerminal { return Array(repeating: 0, count: (arity.count + 63) / 64) }
        if supports.count < variables.count {
            supports += Array(repeating: nil, count: variables.count - supports.count)
        }
        if let known = supports[Int(ref.raw)] { return known }
        let top = variable(ref)
        var bits = Array<UInt64>(repeating: 0, count: (arity.count + 63) / 64)
        bits[top / 64] |= 1 << UInt64(top % 64)
        for child in Set(children(ref)) where !child.isTerminal {
            let more = support(child)
            for index in bits.indices { bits[index] |= more[index] }
        }
        supports[Int(ref.raw)] = bits
        return bits
    }
}

extension DiagramStore {
    /// The function without tests that only tell what is impossible: minimised with the impossible answers as don't-cares.
    /// Never larger, and the same where it is possible (the operator "restrict" of Coudert and Madre, 1990).
    mutating func minimized(_ ref: Ref) throws(TooLarge) -> Ref {
        var known: [Int32: Ref] = [:]
        return try minimized(ref, &known)
    }

    private mutating func minimized(_ ref: Ref, _ known: inout [Int32: Ref]) throws(TooLarge) -> Ref {
        if ref.isTerminal { return ref }
        if let result = known[ref.raw] { return result }
        var refs = children(ref)
        for index in refs.indices { refs[index] = try minimized(refs[index], &known) }
        let possible = Set(refs).subtracting([.impossible])
        let result: Ref
        if possible.count == 1, let only = possible.first {
            result = only
        } else {
            result = try node(variable(ref), refs)
        }
        known[ref.raw] = result
        return result
    }
}
