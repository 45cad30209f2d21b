/// Where several walks are with the same answers: what follows is the same from the same place.
struct JointState: Hashable {
    /// For each walk how far its ``DecisionDiagram/decidingRoots`` lead, in their order.
    let targets: [[Target]]
    /// Answers that later ones are compared with.
    let compared: [Int: Answer]

    init(_ walks: [Walk], _ answers: [Int: Answer]) {
        targets = walks.map { walk in
            let evaluator = Evaluator(diagram: walk.diagram, today: walk.today)
            return walk.diagram.decidingRoots.map { evaluator.target($0.root, answers) }
        }
        var compared: [Int: Answer] = [:]
        for walk in walks {
            for case .order(let first, let second, _, _) in walk.diagram.variables {
                if let answer = answers[first], answers[second] == nil { compared[first] = answer }
                if let answer = answers[second], answers[first] == nil { compared[second] = answer }
            }
            for case .calculation(let calculation, _, _) in walk.diagram.variables
            where calculation.questions.contains(where: { answers[$0] == nil }) {
                for question in calculation.questions { compared[question] = answers[question] ?? compared[question] }
            }
        }
        self.compared = compared
    }
}

/// What a function of a diagram is for.
enum RootRole: Hashable {
    case refused
    case decision(Int, outcome: Int?)
    case possible
    case refusal(question: Int, row: Int)
}

extension DecisionDiagram {
    /// All functions that decide where answers lead: the walks, what is possible, and the rows of `must`.
    var decidingRoots: [(role: RootRole, root: Target)] {
        [(.refused, refused)] + decisionRoots.map { (.decision($0.decision, outcome: $0.outcome), $0.root) } + [(.possible, possible)]
            + refusals.map { (.refusal(question: $0.question, row: $0.row), $0.root) }
    }
}
