/// Where several walks are with the same answers: what follows is the same from the same place.
struct JointPlace: Hashable {
    /// For each walk the places of its roots, of what is possible, and of the refusals that are still open.
    let targets: [[Target]]
    /// Answers that later ones are compared with.
    let compared: [Int: Answer]

    init(_ walks: [Walk], _ answers: [Int: Answer]) {
        targets = walks.map { walk in
            let following = Following(diagram: walk.diagram, today: walk.today)
            let roots = walk.diagram.roots + [walk.diagram.possible] + walk.diagram.refusals.map(\.root)
            return roots.map { following.target($0, answers) }
        }
        var compared: [Int: Answer] = [:]
        for walk in walks {
            for case .order(let first, let second, _, _) in walk.diagram.variables {
                if let answer = answers[first], answers[second] == nil { compared[first] = answer }
                if let answer = answers[second], answers[first] == nil { compared[second] = answer }
            }
        }
        self.compared = compared
    }
}
