/// The functions that the nodes of two diagrams compute, numbered alike where they are the same: from places with the same
/// numbers no answers lead to different terminals.
struct SharedFunctions {
    private let numbers: [[Int]]
    private let terminals: [[Int]]
    /// What the roots of a ``JointState`` are for.
    private let roles: [[RootRole]]
    private let nothing: Int
    /// Decisions that add different outcomes where no decision root finds one.
    private let changedElse: Set<Int>

    private enum Function: Hashable {
        case terminal(Terminal)
        case test(DiagramVariable, [Int])
    }

    init(_ one: DecisionDiagram, _ other: DecisionDiagram) {
        var known = UniqueTable<Function>()
        terminals = [one, other].map { $0.terminals.map { known.index(of: .terminal($0)) } }
        var numbers: [[Int]] = []
        for (index, diagram) in [one, other].enumerated() {
            var own = [Int](repeating: -1, count: diagram.nodes.count)
            for (_, root) in diagram.decidingRoots {
                _ = Self.number(root, diagram, terminals[index], &own, &known)
            }
            numbers.append(own)
        }
        self.numbers = numbers
        changedElse = Set(one.otherwise.indices.filter { one.otherwise[$0]?.outcome != other.otherwise[$0]?.outcome })
        nothing = known.index(of: .terminal(.nothing))
        roles = [one, other].map { $0.decidingRoots.map(\.role) }
    }

    /// What of a place can make a difference: where the roots lead that differ, and what is possible there; nil where nothing
    /// does, whatever is answered.
    func differing(at place: JointState) -> [[Target]]? {
        let functions = place.targets.indices.map { self.functions(place.targets[$0], $0) }
        let differ = Set(functions[0].keys).union(functions[1].keys).filter {
            functions[0][$0, default: nothing] != functions[1][$0, default: nothing]
        }
        if differ.isEmpty, changedElse.isEmpty { return nil }
        return place.targets.indices.map { index in
            zip(place.targets[index], roles[index]).map { target, role in
                if case .decision(let decision, _) = role, changedElse.contains(decision) { return target }
                return role == .possible || differ.contains(role) ? target : .closed
            }
        }
    }

    private func functions(_ targets: [Target], _ diagram: Int) -> [RootRole: Int] {
        Dictionary(zip(roles[diagram], targets.map { number($0, diagram) })) { first, _ in first }
    }

    private func number(_ target: Target, _ diagram: Int) -> Int {
        switch target {
        case .closed: -1
        case .terminal(let index): terminals[diagram][index]
        case .node(let node): numbers[diagram][node]
        }
    }

    /// The number of the function behind a target, children first: two nodes have the same number if they test the same variable and
    /// their children have the same numbers.
    private static func number(
        _ target: Target, _ diagram: DecisionDiagram, _ terminals: [Int], _ numbers: inout [Int], _ known: inout UniqueTable<Function>
    ) -> Int {
        switch target {
        case .closed: return -1
        case .terminal(let index): return terminals[index]
        case .node(let number):
            if numbers[number] >= 0 { return numbers[number] }
            let node = diagram.nodes[number]
            let children = node.children.map { self.number($0, diagram, terminals, &numbers, &known) }
            numbers[number] = known.index(of: .test(diagram.variables[node.variable], children))
            return numbers[number]
        }
    }
}
