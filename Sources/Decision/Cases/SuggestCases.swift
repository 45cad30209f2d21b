import Diagnostics
package import Forms

/// A case that is missing.
package struct SuggestedCase: Sendable {
    /// In the order of asking; a refused one is the last.
    package let answers: [Walk.GivenAnswer]
    /// What the answers lead to: a result or a refusal.
    package let end: Walk.State
    /// The day on which it is meant, where it could end elsewhere on another; nil where it could not.
    package let today: Day?
}

/// Cases that are missing, and how thoroughly they were looked for.
package struct Suggestions: Sendable {
    /// In the order of their ends, refusals last.
    package let cases: [SuggestedCase]
    /// How many small changes of the policy were tried, and how many there are.
    package let changes: (tried: Int, all: Int)
}

/// Cases that, together with those there are, notice every small change of a policy that changes a result.
///
/// First come walks that take each edge of the diagram on both sides of each boundary and reach each row, outcome, refusal
/// and printed fact, those first that show most of what is left (the greedy cover). Then each change of ``PolicyMutants`` is
/// read on the answers of all cases; most show at once. Those that pass are compiled: one that the proofs report needs no
/// case, one that decides the same is not a change, and for the others answers are searched that end elsewhere.
///
/// - Parameters:
///   - existing: how the cases ended that there are; those that failed count for nothing.
///   - limit: how many cases at most.
///   - changes: how many changes are compiled at most; of more a spread is tried. Of a large diagram fewer, and the search
///     ends after so many steps in all, so that an answer comes in a minute or two.
package func suggestCases(
    _ diagram: DecisionDiagram, existing: [CaseResult], today: Day, limit: Int = 1_000, changes: Int = 2_000
) async -> Suggestions {
    let walk = Walk(diagram, today: today)
    // Those of another policy say nothing of this one.
    let passed = existing.filter { $0.passed && $0.isPresent }
    var suite = CaseSuite(diagram.questionnaire, existing: passed, today: today)
    for position in cover(Routes(walk), passed, limit: limit) { suite.add(position) }
    let earliest = longest(diagram, since: today, days: passed.map(\.today))
    let mutants = PolicyMutants(diagram.questionnaire).all
    let left = mutants.filter { !suite.notices($0) }
    let changes = min(changes, max(200, 800_000 / max(1, diagram.nodes.count)))
    // A step through a large diagram takes longer.
    var steps = min(100_000, max(10_000, 40_000_000 / max(1, diagram.nodes.count)))
    let step = max(1, (left.count + changes - 1) / changes)
    var open = stride(from: 0, to: left.count, by: step).map { left[$0] }[...]
    let tried = open.count
    let first = suite.count
    while suite.suggested.count < limit, !open.isEmpty, steps > 0 {
        var policies: [Questionnaire] = []
        while policies.count < together, let mutant = open.popFirst() {
            if !suite.notices(mutant, from: first) { policies.append(mutant.applied(to: diagram.questionnaire)) }
        }
        for other in await diagrams(of: policies, since: earliest.since) {
            guard let other, !other.decidesLike(earliest), !suite.notices(other) else { continue }
            let search = DistinguishingSearch(walk: walk, other: Walk(other, today: today))
            if let position = search.answers(steps: &steps) { suite.add(position) }
        }
    }
    let cases = suite.suggested.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map { position in
        SuggestedCase(answers: position.path, end: position.state, today: walk.restsOnToday(position) ? today : nil)
    }
    return Suggestions(cases: cases, changes: (mutants.count - left.count + tried - open.count, mutants.count))
}

/// The diagram from the earliest day on of which there is a case.
private func longest(_ diagram: DecisionDiagram, since: Day, days: [Day]) -> DecisionDiagram {
    guard diagram.questionnaire.countsFromToday, let first = days.min(), first < since else { return diagram }
    return compile(diagram.questionnaire, since: first, provesStatements: false, wording: NoMessages()).value ?? diagram
}

/// How many changes are compiled at once: a processor each, and no more in memory.
private let together = 8

/// The diagrams of policies, in their order; nil for those that the proofs report.
private func diagrams(of policies: [Questionnaire], since: Day) async -> [DecisionDiagram?] {
    await withTaskGroup(of: (Int, DecisionDiagram?).self) { group in
        for (index, policy) in policies.enumerated() {
            group.addTask { (index, compile(policy, since: since, wording: NoMessages()).value) }
        }
        var result = [DecisionDiagram?](repeating: nil, count: policies.count)
        for await (index, diagram) in group { result[index] = diagram }
        return result
    }
}

/// The walks that show most of what no case shows yet.
private func cover(_ routes: Routes, _ existing: [CaseResult], limit: Int) -> [Walk.Position] {
    let tries = routes.tries(limit: min(4_000, limit * 8))
    var goals = tries.map { routes.goals(of: $0, today: routes.walk.today) }
    var shown: Set<Goal> = []
    for result in existing { shown.formUnion(routes.goals(of: result.position, today: result.today)) }
    var result: [Walk.Position] = []
    // What a walk adds only shrinks while others are taken, so that the first that keeps its place is the best.
    var order = tries.indices.sorted { (goals[$0].count, $1) > (goals[$1].count, $0) }
    while result.count < limit, let first = order.first {
        order.removeFirst()
        goals[first].subtract(shown)
        let count = goals[first].count
        guard count > 0 else { continue }
        if let next = order.first, goals[next].count > count {
            order.insert(first, at: order.firstIndex { goals[$0].count <= count } ?? order.count)
        } else {
            shown.formUnion(goals[first])
            result.append(tries[first])
        }
    }
    return result
}

extension Walk.Position {
    /// Whether the answers were enough.
    package var isResult: Bool { if case .result = state { true } else { false } }

    /// The outcomes, so that cases with the same end come together; refusals last.
    fileprivate var order: [Int] {
        switch state {
        case .result(let result): [0] + result.outcomes.flatMap { $0 + [-1] }
        case .refused(let question, _): [1, question]
        case .question(let question, _): [2, question]
        }
    }
}

extension DecisionDiagram {
    /// Whether both lead every reader the same way: canonical forms are equal where that is so.
    func decidesLike(_ other: DecisionDiagram) -> Bool {
        variables.prefix(deciding.variables) == other.variables.prefix(other.deciding.variables)
            && nodes.prefix(deciding.nodes) == other.nodes.prefix(other.deciding.nodes)
            && terminals.prefix(deciding.terminals) == other.terminals.prefix(other.deciding.terminals)
            && decisionRoots.map(\.root) == other.decisionRoots.map(\.root)
            && decisionRoots.map(\.outcome) == other.decisionRoots.map(\.outcome)
            && refusals.map(\.root) == other.refusals.map(\.root) && otherwise == other.otherwise
            && refused == other.refused && possible == other.possible
    }
}
