/// The diagram in its final form: blocks that no node tells apart joined, cuts that separate nothing removed, nodes and
/// ends numbered in the order in which a walk meets them. So the same decisions have the same bytes, however their rules
/// are written.
struct Coarsening {
    private let variables: Variables
    private let nodes: [DecidingNode]
    private let ends: [End]
    private(set) var finalNodes: [DecidingNode] = []
    private(set) var finalEnds: [End] = []
    private(set) var finalVariables: [DecidingVariable] = []
    private var nodeNumbers: [Int: Int] = [:]
    private var endNumbers: [Int: Int] = [:]
    private var variableNumbers: [Int: Int] = [:]
    /// For each block of a variable the joined one.
    private var joined: [Int: [Int]] = [:]

    init(_ variables: Variables, nodes: [DecidingNode], ends: [End], roots: [Target]) {
        self.variables = variables
        self.nodes = nodes
        self.ends = ends
        let order = preorder(roots)
        let used = Set(order.map { nodes[$0].variable }).sorted()
        for variable in used { joined[variable] = classes(variable, order) }
        for (number, variable) in used.enumerated() {
            variableNumbers[variable] = number
            finalVariables.append(final(variable))
        }
        for (number, node) in order.enumerated() { nodeNumbers[node] = number }
        finalNodes = order.map { number in
            let blocks = joined[nodes[number].variable] ?? []
            let count = (blocks.max() ?? 0) + 1
            let representatives = (0..<count).map { block in blocks.firstIndex(of: block) ?? 0 }
            return DecidingNode(
                variable: variableNumbers[nodes[number].variable] ?? 0,
                children: representatives.map { final(nodes[number].children[$0]) })
        }
    }

    /// A target in the new numbers.
    func final(_ target: Target) -> Target {
        switch target {
        case .node(let number): .node(nodeNumbers[number] ?? 0)
        case .end(let number): .end(endNumbers[number] ?? 0)
        case .closed: .closed
        }
    }

    /// The nodes in the order of a walk from the roots, children by block; numbers the ends on the way.
    private mutating func preorder(_ roots: [Target]) -> [Int] {
        var order: [Int] = []
        var seen: Set<Int> = []
        var open = Array(roots.reversed())
        while let next = open.popLast() {
            switch next {
            case .closed: break
            case .end(let number):
                if endNumbers[number] == nil {
                    endNumbers[number] = finalEnds.count
                    finalEnds.append(ends[number])
                }
            case .node(let number):
                guard seen.insert(number).inserted else { continue }
                order.append(number)
                open += nodes[number].children.reversed()
            }
        }
        return order
    }

    /// Blocks with the same child in every node are one.
    private func classes(_ variable: Int, _ order: [Int]) -> [Int] {
        let testing = order.filter { nodes[$0].variable == variable }
        guard let arity = testing.first.map({ nodes[$0].children.count }) else { return [] }
        var result = Array(repeating: 0, count: arity)
        // Refined node by node: blocks stay together while their children agree.
        for node in testing {
            var numbers = Interner<Key>()
            result = (0..<arity).map { numbers.index(of: Key(before: result[$0], child: nodes[node].children[$0])) }
        }
        var numbers = Interner<Int>()
        return result.map { numbers.index(of: $0) }
    }

    private struct Key: Hashable {
        let before: Int
        let child: Target
    }

    private func final(_ variable: Int) -> DecidingVariable {
        guard variable < variables.list.count else { return .asking(question: variable - variables.list.count) }
        let blocks = joined[variable] ?? []
        switch variables.list[variable] {
        case .choice(let question, let blockOfOption):
            return .choice(question: question, blockOfOption: blockOfOption.map { blocks[$0] })
        case .tick(let question, let option): return .tick(question: question, option: option)
        case .scale(let question, let scale):
            let final = withoutNeedlessCuts(scale, blocks)
            return .scale(question: question, chains: final.chains, blocks: final.blocks)
        case .order(let first, let second, let scale):
            let final = withoutNeedlessCuts(scale, blocks)
            return .order(first: first, second: second, chains: final.chains, blocks: final.blocks)
        }
    }

    private func withoutNeedlessCuts(_ scale: Scale, _ joined: [Int]) -> (chains: [Chain], blocks: [Int]) {
        var table = scale.blockOfTuple.map { joined[$0] }
        var sizes = scale.chains.map { $0.cuts.count + 1 }
        var chains = scale.chains
        for chain in chains.indices {
            for place in stride(from: sizes[chain] - 2, through: 0, by: -1) {
                guard let smaller = merged(table, sizes, chain, place) else { continue }
                table = smaller
                sizes[chain] -= 1
                var cuts = chains[chain].cuts
                cuts.remove(at: place)
                chains[chain] = Chain(subject: chains[chain].subject, base: chains[chain].base, cuts: cuts)
            }
        }
        return (chains.filter { !$0.cuts.isEmpty }, table)
    }

    /// The table without an interval of a chain, if it is like the one before it everywhere.
    private func merged(_ table: [Int], _ sizes: [Int], _ chain: Int, _ place: Int) -> [Int]? {
        let inner = sizes[(chain + 1)...].reduce(1, *)
        var result: [Int] = []
        for (number, block) in table.enumerated() {
            let interval = number / inner % sizes[chain]
            if interval == place + 1 {
                guard table[number - inner] == block else { return nil }
            } else {
                result.append(block)
            }
        }
        return result
    }
}
