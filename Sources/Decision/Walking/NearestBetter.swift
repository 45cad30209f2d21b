/// Finds the nearest better outcome than the one that some answers lead to, and what it demands that they don't meet.
///
/// It is the shortest way through the diagram of a decision, beside that of what is possible: a test that leads elsewhere than the
/// answers do counts as one change. Further questions count for nothing. Of equally near outcomes, the one behind the answer that the
/// author wrote first is taken: authors write `I don't know` last.
struct NearestBetter {
    private let diagram: DecisionDiagram
    /// The blocks of a variable that go with the answers; nil where it is open.
    private let known: (Int) -> [Int]?
    /// The question that was asked first.
    private let first: Int?
    /// What it costs to reach an outcome; nil where it isn't looked for.
    private var price: (Int) -> Int?
    private var costs: [Place: Int] = [:]

    /// Where a way is: in the function of a decision, and in that of what is possible.
    private typealias Place = [Target]

    private static let change = 2
    /// What readers want to do is often asked first: an outcome for those who want the same is nearer, unless it takes more
    /// than two other answers.
    private static let firstChange = 5
    /// What the reader hopes for may take one change more than what needs something else done.
    private static let worseTone = 3
    private static let unreachable = Int.max

    /// - Parameters:
    ///   - first: the question that was asked first.
    ///   - known: the blocks of a variable, by its number, that go with what was answered; nil where it is open.
    init(_ diagram: DecisionDiagram, first: Int?, known: @escaping (Int) -> [Int]?) {
        self.diagram = diagram
        self.first = first
        self.known = known
        price = { outcome in
            switch diagram.questionnaire.outcomes[outcome].tone {
            case .good: 0
            case .caution: NearestBetter.worseTone
            case .bad, .neutral: nil
            }
        }
    }

    /// A test that is not met: the blocks that would meet it.
    struct Unmet: Hashable {
        let variable: Int
        let blocks: [Int]
    }

    /// What the nearest better outcome of a decision demands; nil where nothing has to be changed for it, or where there is none.
    mutating func nearest(in decision: Int) -> (outcome: Int, unmet: [Unmet])? {
        let starts = diagram.decisionRoots.filter { $0.decision == decision }.map { [$0.root, diagram.possible] }
        let known = starts.map { cost($0) }
        guard let least = known.min(), least < NearestBetter.unreachable,
            let start = known.firstIndex(of: least), let outcome = outcome(from: starts[start])
        else { return nil }
        price = { $0 == outcome ? 0 : nil }
        costs = [:]
        let unmet = unmet(from: starts[start])
        return unmet.isEmpty ? nil : (outcome, unmet)
    }

    /// The outcome at the end of the cheapest way.
    private mutating func outcome(from start: Place) -> Int? {
        var place = start
        while let fork = fork(place) {
            guard let block = cheapest(fork) else { return nil }
            place = fork.children[block]
        }
        guard case .terminal(let number) = place[0], case .outcome(let outcome, _) = diagram.terminals[number] else { return nil }
        return outcome
    }

    /// What is changed on the cheapest way; of a test, all blocks that would do.
    private mutating func unmet(from start: Place) -> [Unmet] {
        var unmet: [Unmet] = []
        var place = start
        while let fork = fork(place), let block = cheapest(fork) {
            if let allowed = fork.allowed, !allowed.contains(block) {
                let isLast = cost(fork.children[block]) == 0
                let blocks = fork.children.indices.filter { each in
                    guard !allowed.contains(each) else { return false }
                    // What else is changed may rest on which of them it is.
                    return isLast ? cost(fork.children[each]) == 0 : fork.children[each] == fork.children[block]
                }
                unmet.append(Unmet(variable: fork.variable, blocks: blocks))
            }
            place = fork.children[block]
        }
        return unmet
    }

    /// A test on the way.
    private struct Fork {
        let variable: Int
        let children: [Place]
        let allowed: [Int]?
    }

    /// The next test at a place; nil at an end.
    private func fork(_ place: Place) -> Fork? {
        let nodes = place.map { target -> DiagramNode? in if case .node(let number) = target { diagram.nodes[number] } else { nil } }
        guard !place.contains(.closed), let first = nodes.compactMap({ $0 }).min(by: { $0.variable < $1.variable }) else { return nil }
        let children = first.children.indices.map { block in
            zip(place, nodes).map { $1?.variable == first.variable ? $1?.children[block] ?? $0 : $0 }
        }
        let isAsking = if case .asking = diagram.variables[first.variable] { true } else { false }
        return Fork(variable: first.variable, children: children, allowed: isAsking ? [0] : known(first.variable))
    }

    private mutating func cost(_ place: Place) -> Int {
        if let known = costs[place] { return known }
        let cost = freshCost(place)
        costs[place] = cost
        return cost
    }

    private mutating func freshCost(_ place: Place) -> Int {
        if case .terminal(let number) = place[1], diagram.terminals[number] == .refused { return NearestBetter.unreachable }
        if let fork = fork(place) { return costs(fork).min() ?? NearestBetter.unreachable }
        guard case .terminal(let number) = place[0], !place.contains(.closed),
            case .outcome(let outcome, _) = diagram.terminals[number]
        else { return NearestBetter.unreachable }
        return price(outcome) ?? NearestBetter.unreachable
    }

    /// The first block from which it is cheapest; nil where nothing leads on.
    private mutating func cheapest(_ fork: Fork) -> Int? {
        let costs = costs(fork)
        guard let least = costs.min(), least < NearestBetter.unreachable else { return nil }
        return costs.firstIndex(of: least)
    }

    /// What each block costs: nothing where it goes with the answers, or is open.
    private mutating func costs(_ fork: Fork) -> [Int] {
        let change = diagram.variables[fork.variable].questions.max() == first ? NearestBetter.firstChange : NearestBetter.change
        return fork.children.indices.map { block in
            let rest = cost(fork.children[block])
            guard rest < NearestBetter.unreachable else { return rest }
            return fork.allowed?.contains(block) ?? true ? rest : rest + change
        }
    }
}

extension DecisionDiagram {
    /// Whether a decision came to nothing, or only to what isn't possible for the reader.
    func isNegative(_ outcomes: [Int]) -> Bool { outcomes.allSatisfy { questionnaire.outcomes[$0].tone == .bad } }
}
