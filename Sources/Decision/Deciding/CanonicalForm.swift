/// The canonical form of the functions behind some roots: the minimisation that makes the published diagram.
///
/// A diagram as it is built depends on how rules are written: every comparison that any rule makes cuts the values of its
/// variable, whether or not a function still depends on it. Three steps remove that. Blocks of a variable with the same
/// child in every node are one block (the coarsest partition, found by refinement, as states of an automaton are merged).
/// Cuts with the same block on both sides disappear. Nodes and terminals are numbered in preorder from the roots. Since the
/// nodes are already unique and reduced, policies that decide alike, with the same questions in the same order, have the
/// same bytes.
struct CanonicalForm {
    private(set) var nodes: [DiagramNode] = []
    private(set) var terminals: [Terminal] = []
    private(set) var variables: [DiagramVariable] = []
    private let source: Source
    private var nodeNumbers: [Int: Int] = [:]
    private var terminalNumbers: [Int: Int] = [:]
    private var variableNumbers: [Int: Int] = [:]
    /// For each block of a variable the one that it became part of.
    private var merged: [Int: [Int]] = [:]

    /// The diagram as it was built.
    private struct Source {
        let variables: Variables
        let nodes: [DiagramNode]
        let terminals: [Terminal]
    }

    /// - Parameters:
    ///   - nodes: over the variables and, behind them, one `asking` for each question.
    ///   - roots: of the functions; nodes and terminals that no root leads to are left out.
    init(_ variables: Variables, nodes: [DiagramNode], terminals: [Terminal], roots: [Target]) {
        source = Source(variables: variables, nodes: nodes, terminals: terminals)
        let order = preorder(roots)
        let used = Set(order.map { nodes[$0].variable }).sorted()
        for variable in used { merged[variable] = classes(variable, order) }
        for (number, variable) in used.enumerated() {
            variableNumbers[variable] = number
            self.variables.append(canonical(variable))
        }
        for (number, node) in order.enumerated() { nodeNumbers[node] = number }
        self.nodes = order.map { number in
            let blocks = merged[nodes[number].variable] ?? []
            let count = (blocks.max() ?? 0) + 1
            let representatives = (0..<count).map { block in blocks.firstIndex(of: block) ?? 0 }
            return DiagramNode(
                variable: variableNumbers[nodes[number].variable] ?? 0,
                children: representatives.map { canonical(nodes[number].children[$0]) })
        }
    }

    /// A target in the new numbers.
    func canonical(_ target: Target) -> Target {
        switch target {
        case .node(let number): .node(nodeNumbers[number] ?? 0)
        case .terminal(let number): .terminal(terminalNumbers[number] ?? 0)
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
            case .terminal(let number):
                if terminalNumbers[number] == nil {
                    terminalNumbers[number] = terminals.count
                    terminals.append(source.terminals[number])
                }
            case .node(let number):
                guard seen.insert(number).inserted else { continue }
                order.append(number)
                open += source.nodes[number].children.reversed()
            }
        }
        return order
    }

    /// Blocks with the same child in every node are one.
    private func classes(_ variable: Int, _ order: [Int]) -> [Int] {
        let testing = order.filter { source.nodes[$0].variable == variable }
        guard let arity = testing.first.map({ source.nodes[$0].children.count }) else { return [] }
        var result = Array(repeating: 0, count: arity)
        // Refined node by node: blocks stay together while their children agree.
        for node in testing {
            var numbers = UniqueTable<Key>()
            result = (0..<arity).map { numbers.index(of: Key(before: result[$0], child: source.nodes[node].children[$0])) }
        }
        var numbers = UniqueTable<Int>()
        return result.map { numbers.index(of: $0) }
    }

    private struct Key: Hashable {
        let before: Int
        let child: Target
    }

    private func canonical(_ variable: Int) -> DiagramVariable {
        guard variable < source.variables.list.count else { return .asking(question: variable - source.variables.list.count) }
        let blocks = merged[variable] ?? []
        switch source.variables.list[variable] {
        case .choice(let question, let blockOfOption):
            return .choice(question: question, blockOfOption: blockOfOption.map { blocks[$0] })
        case .tick(let question, let option): return .tick(question: question, option: option)
        case .scale(let question, let scale):
            let minimal = withoutRedundantCuts(scale, blocks)
            return .scale(question: question, chains: minimal.chains, blocks: minimal.blocks)
        case .order(let first, let second, let scale):
            let minimal = withoutRedundantCuts(scale, blocks)
            return .order(first: first, second: second, chains: minimal.chains, blocks: minimal.blocks)
        case .calculation(let calculation, let scale):
            let minimal = withoutRedundantCuts(scale, blocks)
            return .calculation(calculation, cuts: minimal.chains.flatMap { $0.cuts.map(\.days) }, blocks: minimal.blocks)
        }
    }

    private func withoutRedundantCuts(_ scale: Scale, _ classes: [Int]) -> (chains: [Chain], blocks: [Int]) {
        var table = scale.blockOfTuple.map { classes[$0] }
        var sizes = scale.chains.map { $0.cuts.count + 1 }
        var chains = scale.chains
        for chain in chains.indices {
            for place in stride(from: sizes[chain] - 2, through: 0, by: -1) {
                guard let smaller = withoutInterval(table, sizes, chain, place) else { continue }
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
    private func withoutInterval(_ table: [Int], _ sizes: [Int], _ chain: Int, _ place: Int) -> [Int]? {
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
