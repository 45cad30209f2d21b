/// Some of the answers that lead to an outcome: all that fulfil every condition.
package struct Region: Sendable {
    /// In the order of asking; none if all answers are in the region.
    package let conditions: [Condition]

    /// A variable of the diagram, with the blocks of answers that fit.
    package struct Condition: Sendable, Hashable {
        /// Among the variables of the diagram.
        package let variable: Int
        /// Any of them will do; ascending.
        package let blocks: [Int]
    }
}

extension DecisionDiagram {
    /// "Who gets this": the answers that lead to an outcome of a decision, as few regions as the diagram has paths.
    ///
    /// Paths that part and meet again are one where they part at a single question. Where all answers of a region are refused, it is
    /// left out; where some are, the rows of `must` say which.
    /// - Returns: nil beyond the limit, where rows of the table say more than a list.
    package func regions(of outcome: Int, in decision: Int, limit: Int = 60) -> [Region]? {
        var search = RegionSearch(diagram: self, limit: limit) { if case .outcome(outcome, _, _) = $0 { true } else { false } }
        for root in decisionRoots where root.decision == decision && (root.outcome ?? outcome) == outcome {
            guard search.collect(root.root, accepted: possible) else { return nil }
        }
        return search.regions
    }
}

/// A walk over all paths to some terminals.
///
/// Two diagrams are walked at once: the function itself, and the one that says which answers are accepted. Paths on which
/// nothing is accepted are left out. Targets that are reached with the same acceptance are one, which keeps the walk from
/// visiting every path on its own.
struct RegionSearch {
    private let diagram: DecisionDiagram
    /// How many regions there may be.
    private let limit: Int
    /// Which ends are looked for.
    private let fits: (Terminal) -> Bool
    private(set) var regions: [Region] = []
    private var reaching: [Frontier: Bool] = [:]

    /// How far a walk is, and what may be left to see whether its answers are accepted; nil where some are for certain.
    private struct Frontier: Hashable {
        let target: Target
        let accepted: Set<Target>?
    }

    /// More places of the function that accepts answers are not followed beside a walk.
    private static let followed = 64

    init(diagram: DecisionDiagram, limit: Int, fits: @escaping (Terminal) -> Bool) {
        self.diagram = diagram
        self.limit = limit
        self.fits = fits
    }

    /// False beyond the limit.
    ///
    /// - Parameter accepted: the function that tells which answers are accepted; nil to take all.
    mutating func collect(_ root: Target, accepted: Target? = nil) -> Bool {
        collect(frontier(root, accepted.map { [$0] }), [])
    }

    /// Adds a region for each path from here; false beyond the limit.
    ///
    /// - Parameter path: what the tests so far demand.
    private mutating func collect(_ frontier: Frontier, _ path: [Region.Condition]) -> Bool {
        guard reaches(frontier) else { return true }
        guard case .node(let number) = frontier.target else {
            regions.append(Region(conditions: path))
            return regions.count <= limit
        }
        let node = diagram.nodes[number]
        for (blocks, next) in branches(from: node, frontier.accepted) where reaches(next) {
            let condition = blocks.count == node.children.count ? [] : [Region.Condition(variable: node.variable, blocks: blocks)]
            guard collect(next, path + condition) else { return false }
        }
        return true
    }

    /// The frontier, with what tells nothing more left out. What is not tested by the walk itself may be answered in any way.
    private func frontier(_ target: Target, _ accepted: Set<Target>?) -> Frontier {
        guard var open = accepted else { return Frontier(target: target, accepted: nil) }
        let next = if case .node(let number) = target { diagram.nodes[number].variable } else { Int.max }
        while let early = open.first(where: { node($0).map { $0.variable < next } ?? false }) {
            open.remove(early)
            open.formUnion(node(early)?.children ?? [])
            guard open.count <= RegionSearch.followed else { return Frontier(target: target, accepted: nil) }
        }
        let isCertain = open.contains { if case .terminal(let number) = $0 { diagram.terminals[number] != .refused } else { false } }
        return Frontier(target: target, accepted: isCertain ? nil : open.filter { node($0) != nil })
    }

    private func node(_ target: Target) -> DiagramNode? {
        if case .node(let number) = target { diagram.nodes[number] } else { nil }
    }

    /// The different branches, each with the blocks that take it.
    private func branches(from node: DiagramNode, _ accepted: Set<Target>?) -> [(blocks: [Int], next: Frontier)] {
        var result: [(blocks: [Int], next: Frontier)] = []
        for (block, child) in node.children.enumerated() where child != .closed {
            let open = accepted.map { accepted in
                Set(
                    accepted.map { target in self.node(target).flatMap { $0.variable == node.variable ? $0.children[block] : nil } ?? target
                    })
            }
            let next = frontier(child, open)
            if let known = result.firstIndex(where: { $0.next == next }) {
                result[known].blocks.append(block)
            } else {
                result.append(([block], next))
            }
        }
        return result
    }

    /// Whether some accepted answers lead on to a terminal that is looked for.
    private mutating func reaches(_ frontier: Frontier) -> Bool {
        if let known = reaching[frontier] { return known }
        var result = false
        switch frontier.target {
        case .closed: break
        case .terminal(let number): result = frontier.accepted == nil && fits(diagram.terminals[number])
        case .node(let number):
            guard frontier.accepted?.isEmpty != true else { break }
            for (_, next) in branches(from: diagram.nodes[number], frontier.accepted) where !result { result = reaches(next) }
        }
        reaching[frontier] = result
        return result
    }
}

extension DiagramNode {
    /// Its different branches, each with the blocks that take it, in the order of the blocks.
    package var branches: [(blocks: [Int], child: Target)] {
        var result: [(blocks: [Int], child: Target)] = []
        for (block, child) in children.enumerated() where child != .closed {
            if let known = result.firstIndex(where: { $0.child == child }) {
                result[known].blocks.append(block)
            } else {
                result.append(([block], child))
            }
        }
        return result
    }
}
