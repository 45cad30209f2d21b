import Forms

/// What cases can show of a diagram: that an edge is taken and no other, on both sides of each boundary; that a row
/// decides, a fact has a value, a question is asked.
enum Goal: Hashable {
    /// The answers take `block` at a node, and another block would end elsewhere; `side` tells whether they lie at the
    /// lower (-1) or upper (1) end of what the two share, and is 0 where there are no neighbours.
    case edge(node: Int, block: Int, other: Int, side: Int)
    case row(DecidingRow)
    case factRow(fact: Int, row: Int)
    case outcome(Int)
    case shown(ShownFact)
    case asked(Int)
    case notAsked(Int)
}

/// Ways through a diagram, and the goals that they reach.
struct Routes {
    let walk: Walk
    private let reasons: FactReasons?

    init(_ walk: Walk) {
        self.walk = walk
        let questionnaire = walk.diagram.questionnaire
        reasons = questionnaire.facts.isEmpty ? nil : FactReasons(questionnaire, since: walk.today)
    }

    private var diagram: DecisionDiagram { walk.diagram }

    /// What a case with this end shows.
    ///
    /// - Parameter today: the day of the case.
    func goals(of position: Walk.Position, today: Day) -> Set<Goal> {
        var goals: Set<Goal> = []
        let answers = position.answers
        if case .refused = position.state { addEdges(of: diagram.refused, answers, today, &goals) }
        guard case .result(let result) = position.state else { return goals }
        for root in diagram.roots { addEdges(of: root, answers, today, &goals) }
        for row in result.because {
            goals.insert(.row(row))
            let table = diagram.questionnaire.decisions[row.decision].table
            for found in reasons?.rows(under: table.rows[row.row], given: answers, today: today) ?? [] {
                goals.insert(.factRow(fact: found.fact, row: found.row))
            }
        }
        goals.formUnion(result.outcomes.flatMap { $0 }.map(Goal.outcome))
        goals.formUnion(result.values.map(Goal.shown))
        for (number, question) in diagram.questionnaire.questions.enumerated() where question.askIf != nil {
            goals.insert(answers[number] == nil ? .notAsked(number) : .asked(number))
        }
        return goals
    }

    private func addEdges(of root: Target, _ answers: [Int: Answer], _ today: Day, _ goals: inout Set<Goal>) {
        let evaluator = Evaluator(diagram: diagram, today: today)
        var target = root
        while case .node(let number) = target {
            let node = diagram.nodes[number]
            let variable = diagram.variables[node.variable]
            guard let block = evaluator.block(variable, answers) else { return }
            let own = evaluator.terminal(node.children[block], answers)
            let differing = node.children.indices.filter { other in
                node.children[other] != node.children[block] && node.children[other] != .closed
                    && evaluator.terminal(node.children[other], answers) != own
            }
            for other in differing { goals.insert(.edge(node: number, block: block, other: other, side: 0)) }
            if !differing.isEmpty {
                for (other, side) in neighbours(variable, block, answers, evaluator) where differing.contains(other) {
                    goals.insert(.edge(node: number, block: block, other: other, side: side))
                }
            }
            target = node.children[block]
        }
    }

    /// The blocks of the answers next to the one given.
    private func neighbours(_ variable: DiagramVariable, _ block: Int, _ answers: [Int: Answer], _ evaluator: Evaluator)
        -> [(block: Int, side: Int)]
    {
        switch variable {
        case .choice, .tick, .asking: return []
        case .scale, .order, .calculation: break
        }
        return variable.questions.flatMap { question in
            [-1, 1].compactMap { side -> (Int, Int)? in
                guard let own = answers[question].flatMap({ walk.number(of: $0, to: question) }),
                    let next = walk.answer(own + side, to: question)
                else { return nil }
                var other = answers
                other[question] = next
                guard let found = evaluator.block(variable, other), found != block else { return nil }
                return (found, side)
            }
        }
    }

    /// Answers that lead to a result or are refused, and together take every edge, as far as so many tries reach.
    func tries(limit: Int) -> [Walk.Position] {
        let samples = CaseSamples(walks: [walk])
        var result: [Walk.Position] = []
        var open: [(before: Walk.Position, answer: Answer)?] = [nil]
        var next = 0
        var seen: Set<JointState> = []
        while next < open.count, next < limit * 4, result.count < limit {
            let position = open[next].map { walk.position($0.before, then: $0.answer) } ?? walk.position([:])
            let answers = position.answers
            next += 1
            switch position.state {
            case .refused, .result: result.append(position)
            case .question(let question, let closed):
                // From one state every answer is tried once; a second way to the same state goes on with two.
                let isNew = seen.insert(JointState([walk], answers)).inserted
                let choices = samples.answers(to: question, given: answers).filter { answer in
                    if case .option(let option) = answer { !closed.contains(option) } else { true }
                }
                for answer in isNew ? choices : Array(choices.prefix(1) + choices.dropFirst().suffix(1)) {
                    open.append((position, answer))
                }
            }
        }
        return result
    }
}
