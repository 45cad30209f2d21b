package import Forms

/// A questionnaire compiled: what to ask next, and where answers lead, without its rules.
///
/// Minimal and canonical: two policies that decide the same, with the same questions in the same order, have the same
/// nodes. Walks and the compiled form are made of this value alone; the questionnaire beside it gives only words.
package struct DecisionDiagram: Sendable {
    /// Names, texts and labels of what the nodes number; nothing here decides.
    package let questionnaire: Questionnaire
    /// The first day on which it is used: combinations of ranges that only earlier days have are left out of words.
    package let since: Day
    /// What the nodes test.
    package let variables: [DiagramVariable]
    /// Each once, numbered in preorder from the roots; those behind ``deciding`` explain.
    package let nodes: [DiagramNode]
    /// What paths end in.
    package let terminals: [Terminal]
    /// The walks that a reader takes at once: one for each decision, or for each outcome of `match: many`.
    package let decisionRoots: [DecisionRoot]
    /// A root beside those of the decisions, whose walk asks until it is certain that the answers are accepted, or refused.
    package let refused: Target
    /// Which answers are possible and accepted, tested in written order: ``Terminal/nothing`` where they are, ``Terminal/refused``
    /// where a row of `must` is broken, ``Target/closed`` where they cannot be given together.
    package let possible: Target
    /// What decisions add when no root of theirs finds an outcome; nil for each that always finds one.
    package let otherwise: [Otherwise?]
    /// The rows of `must`.
    package let refusals: [Refusal]
    /// Which rows decided, for each outcome of each decision.
    package let reasons: [Reason]
    /// How much of the arrays above decides; what follows only explains.
    package let deciding: Extent

    /// The beginnings of three arrays.
    package struct Extent: Sendable {
        /// How many variables decide.
        package let variables: Int
        /// How many nodes decide.
        package let nodes: Int
        /// How many terminals decide.
        package let terminals: Int
    }
}

/// The outcome of `else` under `match: many`, and its row.
package struct Otherwise: Sendable, Hashable {
    /// Among the outcomes of the questionnaire.
    package let outcome: Int
    /// Among the rows of the decision.
    package let row: Int
}

/// A node: its variable, and where each block of it leads.
package struct DiagramNode: Sendable, Hashable {
    /// Among the variables of the diagram.
    package let variable: Int
    /// For each block of the variable where it leads; never all the same, but for `asking`.
    package let children: [Target]
}

/// Where a path goes on.
package enum Target: Sendable, Hashable {
    case node(Int)
    case terminal(Int)
    /// Only impossible combinations follow: the answer is not offered.
    case closed
}

/// What a path ends in.
package enum Terminal: Sendable, Hashable {
    /// The outcome does not hold; the requirement is met.
    case nothing
    /// An outcome, with the values of the facts that its text names, and the numbers of the paragraphs that are shown.
    case outcome(Int, values: [ShownFact], paragraphs: [Int] = [])
    /// The rows that decided, by index.
    case rows([Int])
    /// The requirement is broken.
    case refused
}

/// A fact with its value, as a result shows it.
package struct ShownFact: Sendable, Hashable {
    /// Among the facts of the questionnaire.
    package let fact: Int
    /// Among the values of the fact.
    package let value: Int
}

/// One thing that answers settle, as the nodes test it.
package enum DiagramVariable: Sendable, Hashable {
    /// For each option its block.
    case choice(question: Int, blockOfOption: [Int])
    /// Block 1 where the option is ticked.
    case tick(question: Int, option: Int)
    /// Where a number or date lies: the block of each combination of intervals, the last chain running fastest.
    case scale(question: Int, chains: [Chain], blocks: [Int])
    /// How two answers compare.
    case order(first: Int, second: Int, chains: [Chain], blocks: [Int])
    /// Where the value lies that several answers come to: the block of each interval between the cuts, which are units of its last digit.
    case calculation(Calculation, cuts: [Int], blocks: [Int])
    /// The answer itself is shown, or compared later: it is asked, and every answer leads on.
    case asking(question: Int)

    /// The questions that have to be answered before it is settled.
    package var questions: [Int] {
        switch self {
        case .choice(let question, _), .tick(let question, _), .scale(let question, _, _), .asking(let question):
            [question]
        case .order(let first, let second, _, _): [first, second]
        case .calculation(let calculation, _, _): calculation.questions
        }
    }

    /// The blocks of a number, a date, an order of two or what is calculated, ascending.
    var blocks: [Int] {
        switch self {
        case .scale(_, _, let blocks), .order(_, _, _, let blocks), .calculation(_, _, let blocks): Set(blocks).sorted()
        case .choice, .tick, .asking: []
        }
    }
}

/// A walk of its own through the diagram.
package struct DecisionRoot: Sendable {
    /// Among the decisions of the questionnaire.
    package let decision: Int
    /// The one outcome it decides about; nil when it finds one of several.
    package let outcome: Int?
    /// Where its walk begins.
    package let root: Target
}

/// A row of `must`, as a function of the answers: broken for certain where all that can still follow is
/// ``Terminal/refused``.
package struct Refusal: Sendable {
    /// The question whose `must` holds the row.
    package let question: Int
    /// Among the rows of its `must`.
    package let row: Int
    /// Of a function to ``Terminal/refused`` where the row is broken.
    package let root: Target
}

/// A function from answers to the rows that decided.
package struct Reason: Sendable {
    /// Among the decisions; among the facts where rows of facts are explained.
    package let decision: Int
    /// The outcome that the rows lead to.
    package let outcome: Int
    /// Of a function to ``Terminal/rows(_:)``.
    package let root: Target
}

extension DecisionDiagram {
    /// Where the walks begin that a reader takes at once.
    package var roots: [Target] { [refused] + decisionRoots.map(\.root) }

    /// Whether some variable is what several answers come to.
    package var isCalculated: Bool { variables.contains { if case .calculation = $0 { true } else { false } } }

    /// The questions whose answers the text of an outcome shows.
    ///
    /// - Parameter paragraphs: the numbers of those that are shown.
    func shownQuestions(_ outcome: Int, paragraphs: [Int] = []) -> [Int] {
        let shown = questionnaire.outcomes[outcome].names(showing: paragraphs).compactMap { name -> Int? in
            switch name.subject {
            case .question(let question), .attribute(let question, _): question
            case .fact, .amount, .calculation, .decision: nil
            }
        }
        return Set(shown).sorted()
    }

    /// The nodes that walks reach; the rest explains, and says what is possible.
    private var walkNodes: [DiagramNode] {
        var seen: Set<Int> = []
        var open = roots
        while let next = open.popLast() {
            guard case .node(let number) = next, seen.insert(number).inserted else { continue }
            open += nodes[number].children
        }
        return seen.sorted().map { nodes[$0] }
    }

    /// The questions that some path asks.
    package var askedQuestions: Set<Int> { Set(walkNodes.flatMap { variables[$0.variable].questions }) }

    /// Tick-box options that some node tests, and options that some answer may be, as question and option.
    var testedOptions: Set<[Int]> {
        var result: Set<[Int]> = []
        var closed: [Int: Set<Int>] = [:]
        for node in walkNodes {
            switch variables[node.variable] {
            case .tick(let question, let option): result.insert([question, option])
            case .choice(let question, let blocks):
                for (option, block) in blocks.enumerated() {
                    if node.children[block] != .closed {
                        result.insert([question, option])
                    } else {
                        closed[question, default: []].insert(option)
                    }
                }
            case .scale, .order, .calculation, .asking: break
            }
        }
        for node in walkNodes {
            guard case .asking(let question) = variables[node.variable] else { continue }
            for option in questionnaire.questions[question].options.indices { result.insert([question, option]) }
        }
        return result
    }

    /// How many nodes and ends a walk can reach.
    ///
    /// - Parameter root: its number among the decision roots.
    package func placeCount(from root: Int) -> Int {
        var seen: Set<Target> = []
        var open = [decisionRoots[root].root]
        while let next = open.popLast() {
            guard seen.insert(next).inserted, case .node(let number) = next else { continue }
            open += nodes[number].children.filter { $0 != .closed }
        }
        return seen.count
    }

    /// How many states a reader can be in, the ends of paths left out.
    package var stateCount: Int { walkNodes.count }
}
