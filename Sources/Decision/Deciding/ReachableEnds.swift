extension DecisionDiagram {
    /// Whether an end that fits can be reached from a target.
    ///
    /// - Parameter branches: which children of a variable's nodes may be taken; nil for all of them.
    func reaches(_ root: Target, branches: (_ variable: Int) -> [Int]?, where fits: (Terminal) -> Bool) -> Bool {
        var seen: Set<Target> = []
        var open = [root]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            switch next {
            case .closed: break
            case .terminal(let number): if fits(terminals[number]) { return true }
            case .node(let number):
                let node = nodes[number]
                open += branches(node.variable)?.map { node.children[$0] } ?? node.children
            }
        }
        return false
    }
}
