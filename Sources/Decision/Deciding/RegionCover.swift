/// Regions that may overlap, in the place of disjoint ones: they are fewer and shorter, so they can be said.
///
/// Each region grows: what it demands is dropped or widened as long as every answer in it still leads where it should. This
/// gives prime implicants, as they are called where circuits are made small; which of them are kept is decided greedily.
struct RegionCover {
    private let diagram: DecisionDiagram
    private let root: Target
    private let fits: (Terminal) -> Bool

    /// - Parameter fits: which ends are wanted.
    init(_ diagram: DecisionDiagram, root: Target, fits: @escaping (Terminal) -> Bool) {
        self.diagram = diagram
        self.root = root
        self.fits = fits
    }

    /// Regions that together hold the answers of those given.
    func covering(_ regions: [Region]) -> [Region] {
        var grown: [Region] = []
        for region in regions where !grown.contains(where: { $0.holds(region) }) { grown.append(self.grown(region)) }
        for index in grown.indices.reversed() {
            let others = grown.indices.filter { $0 != index }.map { grown[$0] }
            if regions.allSatisfy({ region in others.contains { $0.holds(region) } }) { grown.remove(at: index) }
        }
        return grown
    }

    /// The region with as few and as wide conditions as it can have.
    private func grown(_ region: Region) -> Region {
        var conditions = region.conditions
        // What is asked last depends most on the rest: it is dropped first.
        for index in conditions.indices.reversed() {
            var fewer = conditions
            fewer.remove(at: index)
            if isInside(fewer) { conditions = fewer }
        }
        for index in conditions.indices {
            for block in 0..<blockCount(of: conditions[index].variable) where !conditions[index].blocks.contains(block) {
                var wider = conditions
                wider[index] = Region.Condition(variable: wider[index].variable, blocks: (wider[index].blocks + [block]).sorted())
                if isInside(wider) { conditions = wider }
            }
        }
        return Region(conditions: conditions)
    }

    private func blockCount(of variable: Int) -> Int { diagram.nodes.first { $0.variable == variable }?.children.count ?? 0 }

    /// Whether all answers that fulfil some conditions lead to an end that is wanted.
    private func isInside(_ conditions: [Region.Condition]) -> Bool {
        let blocks = Dictionary(conditions.map { ($0.variable, $0.blocks) }) { first, _ in first }
        return !diagram.reaches(root, branches: { blocks[$0] }, where: { !fits($0) })
    }
}

extension Region {
    /// Whether every answer of another region is in this one.
    func holds(_ other: Region) -> Bool {
        conditions.allSatisfy { condition in
            other.conditions.contains { $0.variable == condition.variable && Set($0.blocks).isSubset(of: condition.blocks) }
        }
    }
}
