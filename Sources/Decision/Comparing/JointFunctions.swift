/// Both versions as functions on their joint space, in one store.
struct JointFunctions {
    let space: JointSpace
    var store: DiagramStore

    init(_ space: JointSpace, limit: Int) {
        self.space = space
        store = DiagramStore(arity: space.variables.map(\.arity), limit: limit)
    }

    /// A function of a version's diagram.
    ///
    /// - Parameters:
    ///   - terminal: what its ends become.
    ///   - asks: what a node becomes that tests a variable of the version, where that isn't what follows from it.
    mutating func function(
        _ root: Target, of version: Int, asks: ((DiagramVariable) -> Ref?)? = nil, terminal: (Terminal) -> Ref
    ) throws(TooLarge) -> Ref {
        var known: [Int: Ref] = [:]
        return try function(root, version, asks, terminal, &known)
    }

    private mutating func function(
        _ target: Target, _ version: Int, _ asks: ((DiagramVariable) -> Ref?)?, _ terminal: (Terminal) -> Ref, _ known: inout [Int: Ref]
    ) throws(TooLarge) -> Ref {
        let diagram = space.versions[version]
        switch target {
        case .closed: return .impossible
        case .terminal(let number): return terminal(diagram.terminals[number])
        case .node(let number):
            if let ref = known[number] { return ref }
            let node = diagram.nodes[number]
            let result: Ref
            if let ref = asks?(diagram.variables[node.variable]) {
                result = ref
            } else {
                var children: [Ref] = []
                for child in node.children { children.append(try function(child, version, asks, terminal, &known)) }
                result = try test(node.variable, of: version, children)
            }
            known[number] = result
            return result
        }
    }

    /// The function that tests a variable of a version, in the order of the space.
    private mutating func test(_ variable: Int, of version: Int, _ children: [Ref]) throws(TooLarge) -> Ref {
        guard let map = space.maps[version][variable] else { return children.first ?? .impossible }
        if children.allSatisfy({ store.variable($0) > map.variable }) {
            return try store.node(map.variable, map.blocks.map { children[$0] })
        }
        var result = Ref.impossible
        for child in Set(children) {
            let isThere = try store.literal(map.variable, map.blocks.map { children[$0] == child })
            result = try store.apply(.agree, result, store.apply(.within, isThere, child))
        }
        return result
    }

    /// Which answers a version takes.
    mutating func taken(by version: Int) throws(TooLarge) -> TakenAnswers {
        var result = try function(space.versions[version].possible, of: version) { $0 == .refused ? .no : .yes }
        for (index, variable) in space.variables.enumerated().reversed() {
            guard let taken = variable.taken[version], taken.contains(false) else { continue }
            result = try store.apply(.within, store.literal(index, taken), result)
        }
        let accepted = try store.map(result) { $0 == .yes ? .yes : .no }
        let refused = try store.map(result) { $0 == .no ? .yes : .no }
        return TakenAnswers(accepted: accepted, refused: refused, all: try store.apply(.or, accepted, refused))
    }
}

/// Which answers a version takes: those that can be given together, within its own options and ranges.
struct TakenAnswers {
    /// Where they lead to a result.
    let accepted: Ref
    /// Where a row of `must` refuses them.
    let refused: Ref
    /// Both.
    let all: Ref
}
