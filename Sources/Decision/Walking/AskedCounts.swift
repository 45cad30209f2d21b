package import Forms

/// How many questions readers are asked: the fewest, the most, and the mean over all combinations of answers that are accepted.
///
/// Each value of each question counts once: an option, a set of ticks, a step of a number, a day. A question that is not asked divides
/// all combinations alike, so that paths are weighed by the answers that they ask for (a pass over the states, each once).
package struct AskedCounts: Sendable {
    /// The fewest.
    package let least: Int
    /// The most.
    package let most: Int
    /// Over all combinations.
    package let mean: Double

    /// Nobody should wait for a number.
    private static let mostStates = 20_000

    /// Nil where it depends on how two answers compare or what they come to, and beyond the limit of states.
    package init?(_ diagram: DecisionDiagram, today: Day) {
        guard !diagram.variables.contains(where: { $0.questions.count > 1 }) else { return nil }
        var counting = Counting(diagram: diagram, today: today, limit: AskedCounts.mostStates)
        guard let whole = counting.counts(diagram.roots), whole.mass > 0, !counting.isBeyondLimit else { return nil }
        (least, most, mean) = (whole.least, whole.most, whole.sum / whole.mass)
    }
}

/// Goes through the states that readers can be in, each once.
private struct Counting {
    let diagram: DecisionDiagram
    let today: Day
    let limit: Int
    private var known: [[Target]: Counts?] = [:]

    /// From a state on: the share of combinations that are accepted, and the questions that are asked of them in all.
    struct Counts {
        var least: Int
        var most: Int
        var mass: Double
        var sum: Double
    }

    init(diagram: DecisionDiagram, today: Day, limit: Int) {
        (self.diagram, self.today, self.limit) = (diagram, today, limit)
    }

    var isBeyondLimit: Bool { known.count > limit }

    /// Nil where nothing that is accepted follows.
    mutating func counts(_ state: [Target]) -> Counts? {
        if let counts = known[state] { return counts }
        guard !isBeyondLimit else { return nil }
        let counts = fresh(state)
        known[state] = .some(counts)
        return counts
    }

    private mutating func fresh(_ state: [Target]) -> Counts? {
        guard !state.contains(where: isRefused) else { return nil }
        guard let question = state.compactMap({ question($0) }).min() else { return Counts(least: 0, most: 0, mass: 1, sum: 0) }
        var result: Counts?
        for (next, share) in answered(state, question) {
            guard let rest = counts(next) else { continue }
            let (mass, sum) = (share * rest.mass, share * (rest.sum + rest.mass))
            guard let before = result else {
                result = Counts(least: rest.least + 1, most: rest.most + 1, mass: mass, sum: sum)
                continue
            }
            result = Counts(
                least: min(before.least, rest.least + 1), most: max(before.most, rest.most + 1), mass: before.mass + mass,
                sum: before.sum + sum)
        }
        return result
    }

    /// The states behind a question, each with its share of the answers; those that cannot be are left out.
    private func answered(_ state: [Target], _ question: Int) -> [(state: [Target], share: Double)] {
        var open: [[Target]: Double] = [state: 1]
        var result: [[Target]: Double] = [:]
        while let (state, share) = open.first {
            open[state] = nil
            guard let variable = state.compactMap({ variable($0) }).filter({ questionOf($0) == question }).min() else {
                result[state, default: 0] += share
                continue
            }
            for (block, part) in shares(variable) {
                guard let next = moved(state, variable, block) else { continue }
                open[next, default: 0] += share * part
            }
        }
        return result.map { ($0.key, $0.value) }
    }

    private func moved(_ state: [Target], _ variable: Int, _ block: Int) -> [Target]? {
        var result: [Target] = []
        for target in state {
            var next = target
            if case .node(let number) = target, diagram.nodes[number].variable == variable { next = diagram.nodes[number].children[block] }
            guard next != .closed else { return nil }
            result.append(next)
        }
        return result
    }

    /// The blocks of a variable, each with its share of the values of its question.
    private func shares(_ variable: Int) -> [Int: Double] {
        switch diagram.variables[variable] {
        case .asking, .order, .calculation: return [0: 1]
        case .tick: return [0: 0.5, 1: 0.5]
        case .choice(_, let blocks): return blocks.reduce(into: [:]) { $0[$1, default: 0] += 1 / Double(blocks.count) }
        case .scale(let question, let chains, _):
            let evaluator = Evaluator(diagram: diagram, today: today)
            let asked = diagram.questionnaire.questions[question]
            guard let limits = asked.limits(today: today) else { return [0: 1] }
            let starts = Set(chains.flatMap { chain in chain.cuts.map { start($0, chain) } } + [limits.lowerBound])
            let inside = starts.filter(limits.contains).sorted()
            var shares: [Int: Double] = [:]
            for (index, first) in inside.enumerated() {
                let end = index + 1 < inside.count ? inside[index + 1] : limits.upperBound + 1
                guard let answer = asked.answer(numbered: first),
                    let block = evaluator.block(diagram.variables[variable], [question: answer])
                else { continue }
                shares[block, default: 0] += Double(end - first) / Double(limits.count)
            }
            return shares
        }
    }

    /// The first value that is not below a cut.
    private func start(_ cut: Chain.Cut, _ chain: Chain) -> Int {
        guard case .today = chain.base else { return cut.days }
        return cut.day(after: today.number)
    }

    private func isRefused(_ target: Target) -> Bool {
        if case .terminal(let number) = target { diagram.terminals[number] == .refused } else { false }
    }

    private func variable(_ target: Target) -> Int? {
        if case .node(let number) = target { diagram.nodes[number].variable } else { nil }
    }

    private func questionOf(_ variable: Int) -> Int { diagram.variables[variable].questions[0] }

    private func question(_ target: Target) -> Int? { variable(target).map(questionOf) }
}
