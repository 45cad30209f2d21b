package import Content

/// A case that is missing, as an author would write it.
package struct SuggestedCase: Sendable {
    package let answers: [Walk.GivenAnswer]
    package let result: WalkResult
}

/// Cases that tell a diagram from every routing mutant of it: a diagram in which one edge of one node leads where a
/// neighbouring answer leads.
///
/// A mutant dies when some case takes its edge: taking an edge is seen at the end of a minimal diagram only if the other
/// way ends elsewhere, so for each edge the walk goes on to where the two ways differ. Walks that kill most of what is
/// left are taken first (the greedy cover), so that the set is small, though not always the smallest.
///
/// - Parameter existing: positions that cases reach already.
package func suggestCases(_ diagram: DecisionDiagram, existing: [Walk.Position], today: Day, limit: Int = 500)
    -> [SuggestedCase]
{
    let walk = Walk(diagram, today: today)
    let explorer = EdgeExplorer(diagram: diagram, today: today)
    var alive = explorer.edges
    for position in existing where position.isResult { alive.subtract(explorer.killed(by: position)) }
    var candidates: [(position: Walk.Position, kills: Set<EdgeExplorer.Edge>)] = explorer.walks(limit: limit * 8).map {
        answers in
        let position = walk.position(answers)
        return (position, position.isResult ? explorer.killed(by: position) : [])
    }
    var result: [SuggestedCase] = []
    while !alive.isEmpty, result.count < limit {
        for index in candidates.indices { candidates[index].kills.formIntersection(alive) }
        guard
            let best = candidates.indices.max(by: {
                (candidates[$0].kills.count, $1) < (candidates[$1].kills.count, $0)
            }),
            !candidates[best].kills.isEmpty
        else { break }
        alive.subtract(candidates[best].kills)
        if case .result(let found) = candidates[best].position.state {
            result.append(SuggestedCase(answers: candidates[best].position.path, result: found))
        }
    }
    return result
}

extension Walk.Position {
    /// Whether the answers were enough.
    package var isResult: Bool { if case .result = state { true } else { false } }
}

/// The edges of a diagram, and walks that take them.
private struct EdgeExplorer {
    let diagram: DecisionDiagram
    let today: Day

    struct Edge: Hashable {
        let node: Int
        let block: Int
    }

    private var following: Following { Following(diagram: diagram, today: today) }

    /// The nodes that the tracks reach, each with its track.
    private var reached: Set<Int> {
        var seen: Set<Int> = []
        var open = diagram.tracks.map(\.root)
        while let next = open.popLast() {
            guard case .node(let number) = next, seen.insert(number).inserted else { continue }
            open += diagram.nodes[number].children
        }
        return seen
    }

    /// Every way out of a node that some answer takes.
    var edges: Set<Edge> {
        Set(
            reached.flatMap { node in
                diagram.nodes[node].children.indices.filter {
                    diagram.nodes[node].children[$0] != .closed && diagram.nodes[node].children.count > 1
                }
                .map { Edge(node: node, block: $0) }
            })
    }

    /// The edges on the way whose mutants end elsewhere with the same answers.
    func killed(by position: Walk.Position) -> Set<Edge> {
        let answers = Dictionary(position.path.map { ($0.question, $0.answer) }) { first, _ in first }
        var result: Set<Edge> = []
        for track in diagram.tracks {
            var target = track.root
            while case .node(let number) = target {
                let node = diagram.nodes[number]
                guard let block = following.block(diagram.variables[node.variable], answers) else { break }
                if isKilled(node, block, answers) { result.insert(Edge(node: number, block: block)) }
                target = node.children[block]
            }
        }
        return result
    }

    /// Whether every neighbour of an edge ends elsewhere or asks something else.
    private func isKilled(_ node: DecidingNode, _ block: Int, _ answers: [Int: Answer]) -> Bool {
        let own = end(node.children[block], answers)
        return node.children.indices.contains { other in
            node.children[other] != node.children[block] && node.children[other] != .closed
                && end(node.children[other], answers) != own
        }
    }

    /// The end that answers lead to from a node; nil when it asks for more.
    private func end(_ target: Target, _ answers: [Int: Answer]) -> End? {
        if case .end(let end) = following.follow(target, answers) { end } else { nil }
    }

    /// Answers that take each edge once, the rest of the way in the first blocks that are offered.
    func walks(limit: Int) -> [[Int: Answer]] {
        let walk = Walk(diagram, today: today)
        let samples = AnswerSamples(diagram: diagram, today: today)
        var result: [[Int: Answer]] = []
        var open: [[Int: Answer]] = [[:]]
        var seen: Set<[Target]> = []
        while !open.isEmpty, result.count < limit {
            let answers = open.removeFirst()
            switch walk.position(answers).state {
            case .refused: continue
            case .result: result.append(answers)
            case .question(let question, let closed):
                // From one state every answer is tried once; a second way to the same state goes on with one.
                let isNew = seen.insert(diagram.tracks.map { place($0.root, answers) }).inserted
                let choices = samples.answers(to: question, given: answers).filter { answer in
                    if case .option(let option) = answer { !closed.contains(option) } else { true }
                }
                for answer in isNew ? choices : Array(choices.prefix(2)) {
                    var more = answers
                    more[question] = answer
                    open.append(more)
                }
                if open.count > limit { open = Array(open.prefix(limit)) }
            }
        }
        return result
    }

    private func place(_ root: Target, _ answers: [Int: Answer]) -> Target {
        switch following.follow(root, answers) {
        case .closed: .closed
        case .end(let end): .end(diagram.ends.firstIndex(of: end) ?? 0)
        case .question(_, let node): .node(node)
        }
    }
}
