/// Finds the nearest better outcome than the one that some answers lead to, and what it demands that they don't meet.
///
/// It is the shortest way through the diagram of a decision, beside that of what is possible: a test that leads elsewhere than the
/// answers do counts as one change. Further questions count for nothing. Of equally near outcomes, the one behind the answer that the
/// author wrote first is taken: authors write `I don't know` last. That somebody who knows should claim not to is no way at all.
struct NearestBetter {
    private let diagram: DecisionDiagram
    /// The blocks of a variable that go with the answers of some reader; nil where it is open for all.
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
        price = { NearestBetter.price(of: diagram.questionnaire.outcomes[$0].tone) }
    }

    private static func price(of tone: Outcome.Tone) -> Int? {
        switch tone {
        case .good: 0
        case .caution: worseTone
        case .bad, .neutral: nil
        }
    }

    /// A test that is not met: the blocks that would meet it.
    struct Unmet: Hashable {
        let variable: Int
        let blocks: [Int]
    }

    /// A better outcome, and what it demands.
    struct Found {
        /// Nil where what is met then leads to several, as the answers to further questions are.
        let outcome: Int?
        let unmet: [Unmet]
    }

    /// What the nearest better outcome of a decision demands, or what all of them do where not every reader whose answers these may
    /// be comes to the nearest; nil where nothing has to be changed for it, and where there is none.
    mutating func nearest(in decision: Int) -> Found? {
        let starts = diagram.decisionRoots.filter { $0.decision == decision }.map { [$0.root, diagram.possible] }
        let known = starts.map { cost($0) }
        guard let least = known.min(), least < NearestBetter.unreachable,
            let start = known.firstIndex(of: least), let outcome = outcome(from: starts[start])
        else { return nil }
        price = { $0 == outcome ? 0 : nil }
        costs = [:]
        let unmet = unmet(from: starts[start])
        var ends = MetEnds(unmet)
        guard !unmet.isEmpty, canImprove(starts[start], &ends) else {
            let demanded = demanded(from: starts)
            return demanded.isEmpty ? nil : Found(outcome: nil, unmet: demanded)
        }
        return Found(outcome: follows(starts[start], &ends) == [outcome] ? outcome : nil, unmet: unmet)
    }

    /// Whether a decision has a better outcome at all, whatever has to be changed for it.
    mutating func hasBetter(in decision: Int) -> Bool {
        diagram.decisionRoots.contains { $0.decision == decision && cost([$0.root, diagram.possible]) < NearestBetter.unreachable }
    }

    /// What is known of places once what is missing is met.
    private struct MetEnds {
        let met: [Int: [Int]]
        var improving: [Place: Bool] = [:]
        var following: [Place: Set<Int>] = [:]

        init(_ unmet: [Unmet]) { met = Dictionary(unmet.map { ($0.variable, $0.blocks) }) { first, _ in first } }
    }

    /// Whether every reader can come to a better outcome, whichever of the known answers are theirs.
    private func canImprove(_ place: Place, _ ends: inout MetEnds) -> Bool {
        if let known = ends.improving[place] { return known }
        let result: Bool
        if let fork = fork(place) {
            let children = (ends.met[fork.variable] ?? fork.allowed).map { $0.map { fork.children[$0] } }
            if let children {
                let possible = children.filter { !isImpossible($0) }
                result = !possible.isEmpty && possible.allSatisfy { canImprove($0, &ends) }
            } else {
                result = fork.children.contains { canImprove($0, &ends) }
            }
        } else {
            result = outcome(at: place).map { NearestBetter.price(of: diagram.questionnaire.outcomes[$0].tone) != nil } ?? false
        }
        ends.improving[place] = result
        return result
    }

    /// All outcomes that can follow; -1 for none.
    private func follows(_ place: Place, _ ends: inout MetEnds) -> Set<Int> {
        if let known = ends.following[place] { return known }
        var result: Set<Int> = []
        if !isImpossible(place) {
            if let fork = fork(place) {
                for block in ends.met[fork.variable] ?? fork.allowed ?? Array(fork.children.indices) {
                    result.formUnion(follows(fork.children[block], &ends))
                }
            } else {
                result = [outcome(at: place) ?? -1]
            }
        }
        ends.following[place] = result
        return result
    }

    /// What no better outcome does without, whatever else is changed: readers who came with different answers may have different
    /// ways from there, and this holds for all of them.
    private func demanded(from starts: [Place]) -> [Unmet] {
        diagram.variables.indices.compactMap { variable in
            let all = diagram.variables[variable].allBlocks
            guard let own = known(variable), own.count < all.count else { return nil }
            func helps(_ blocks: [Int]) -> Bool {
                var known: [Place: Bool] = [:]
                return starts.contains { isBetter($0, with: variable, in: blocks, &known) }
            }
            guard !helps(own) else { return nil }
            let blocks = all.filter { !own.contains($0) && !isUnknown(variable, $0) && helps([$0]) }
            return blocks.isEmpty ? nil : Unmet(variable: variable, blocks: blocks)
        }
    }

    /// Whether a better outcome can be reached where one variable is in some blocks, and all others are free.
    private func isBetter(_ place: Place, with variable: Int, in blocks: [Int], _ known: inout [Place: Bool]) -> Bool {
        if let known = known[place] { return known }
        var result = false
        if !isImpossible(place), let fork = fork(place) {
            let isAsking = if case .asking = diagram.variables[fork.variable] { true } else { false }
            let open = fork.variable == variable ? blocks : isAsking ? [0] : Array(fork.children.indices)
            result = open.contains { isBetter(fork.children[$0], with: variable, in: blocks, &known) }
        } else {
            result = outcome(at: place).map { NearestBetter.price(of: diagram.questionnaire.outcomes[$0].tone) != nil } ?? false
        }
        known[place] = result
        return result
    }

    /// Whether no accepted answers lead to a place.
    private func isImpossible(_ place: Place) -> Bool {
        if place.contains(.closed) { return true }
        if case .terminal(let number) = place[1] { return diagram.terminals[number] == .refused }
        return false
    }

    /// The outcome of an end.
    private func outcome(at place: Place) -> Int? {
        guard !isImpossible(place), case .terminal(let number) = place[0],
            case .outcome(let outcome, _, _) = diagram.terminals[number]
        else { return nil }
        return outcome
    }

    /// The outcome at the end of the cheapest way.
    private mutating func outcome(from start: Place) -> Int? {
        var place = start
        while let fork = fork(place) {
            guard let block = cheapest(fork) else { return nil }
            place = fork.children[block]
        }
        return outcome(at: place)
    }

    /// What is changed on the cheapest way; of a test, all blocks that would do.
    private mutating func unmet(from start: Place) -> [Unmet] {
        var unmet: [Unmet] = []
        var place = start
        while let fork = fork(place), let block = cheapest(fork) {
            if let allowed = fork.allowed, !allowed.contains(block) {
                let isLast = cost(fork.children[block]) == 0
                let blocks = fork.children.indices.filter { each in
                    guard !allowed.contains(each), !isUnknown(fork.variable, each) else { return false }
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
        if !isImpossible(place), let fork = fork(place) { return costs(fork).min() ?? NearestBetter.unreachable }
        return outcome(at: place).flatMap(price) ?? NearestBetter.unreachable
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
            if fork.allowed?.contains(block) ?? true { return rest }
            return isUnknown(fork.variable, block) ? NearestBetter.unreachable : rest + change
        }
    }

    /// Whether only readers who don't know give the answers of a block.
    private func isUnknown(_ variable: Int, _ block: Int) -> Bool {
        guard case .choice(let question, let blocks) = diagram.variables[variable] else { return false }
        return zip(diagram.questionnaire.questions[question].options, blocks).allSatisfy { $1 != block || $0.isUnknown }
    }
}

extension DiagramVariable {
    /// Those that some answer lies in; none where a variable doesn't tell answers apart.
    fileprivate var allBlocks: [Int] {
        switch self {
        case .choice(_, let blockOfOption): Set(blockOfOption).sorted()
        case .tick: [0, 1]
        case .scale, .order, .calculation: Set(blocks).sorted()
        case .asking: []
        }
    }
}

extension DecisionDiagram {
    /// Whether a decision came to nothing, or only to what isn't possible for the reader.
    func isNegative(_ outcomes: [Int]) -> Bool { outcomes.allSatisfy { questionnaire.outcomes[$0].tone == .bad } }
}
