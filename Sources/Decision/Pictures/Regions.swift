import Forms
package import Words

/// Some of the answers that lead to an outcome: all that fulfil every condition.
package struct Region: Sendable {
    package let conditions: [Condition]

    /// A question, or one of its tick-boxes, with the answers that fit.
    package struct Condition: Sendable, Hashable {
        package let question: Int
        package let answers: Phrasing
        /// Whether the answers have to be told with the question.
        let namesQuestion: Bool
    }
}

extension DecisionDiagram {
    /// "Who gets this": the answers that lead to an outcome of a decision, as few regions as the diagram has ways.
    ///
    /// Ways that part and meet again are one where they part at a single question.
    /// - Returns: nil beyond the limit, where rows of the table say more than a list.
    package func regions(of outcome: Int, in decision: Int, limit: Int = 60) -> [Region]? {
        var search = RegionSearch(diagram: self, limit: limit) { if case .outcome(outcome, _) = $0 { true } else { false } }
        for track in tracks where track.decision == decision && (track.outcome ?? outcome) == outcome {
            guard search.collect(track.root) else { return nil }
        }
        return search.regions
    }
}

/// A walk over all ways to some ends.
struct RegionSearch {
    private let diagram: DecisionDiagram
    private let limit: Int
    /// Which ends are looked for.
    private let fits: (End) -> Bool
    private let words: EdgeWording
    private(set) var regions: [Region] = []
    private var reaching: [Int: Bool] = [:]

    init(diagram: DecisionDiagram, limit: Int, fits: @escaping (End) -> Bool) {
        self.diagram = diagram
        self.limit = limit
        self.fits = fits
        words = EdgeWording(diagram)
    }

    /// False beyond the limit.
    mutating func collect(_ root: Target) -> Bool { collect(root, []) }

    private mutating func collect(_ target: Target, _ path: [Region.Condition]) -> Bool {
        switch target {
        case .closed: return true
        case .end(let number):
            guard fits(diagram.ends[number]) else { return true }
            regions.append(Region(conditions: path))
            return regions.count <= limit
        case .node(let number):
            let node = diagram.nodes[number]
            for (blocks, child) in node.ways where reaches(child) {
                let condition =
                    blocks.count == node.children.count
                    ? [] : [words.condition(node.variable, blocks)].compactMap { $0 }
                guard collect(child, path + condition) else { return false }
            }
            return true
        }
    }

    private mutating func reaches(_ target: Target) -> Bool {
        switch target {
        case .closed: return false
        case .end(let number): return fits(diagram.ends[number])
        case .node(let number):
            if let known = reaching[number] { return known }
            var result = false
            for child in diagram.nodes[number].children where !result { result = reaches(child) }
            reaching[number] = result
            return result
        }
    }
}

extension DecidingNode {
    /// Its different ways out, each with the blocks that take it, in the order of the blocks.
    var ways: [(blocks: [Int], child: Target)] {
        var result: [(blocks: [Int], child: Target)] = []
        for (block, child) in children.enumerated() where child != .closed {
            if let known = result.firstIndex(where: { $0.child == child }) {
                result[known].blocks.append(block)
            } else {
                result.append(([block], child))
            }
        }
        return result
    }
}

/// What nodes ask and the ways out of them.
struct EdgeWording {
    private let diagram: DecisionDiagram
    private let answers: AnswerWording

    init(_ diagram: DecisionDiagram) {
        self.diagram = diagram
        answers = AnswerWording(diagram)
    }

    /// What a node asks.
    func node(_ variable: Int) -> Phrasing {
        let questions = diagram.questionnaire.questions
        let ask: (Int) -> Phrasing = { .text(questions[$0].ask.string) }
        return switch diagram.variables[variable] {
        case .tick(let question, let option):
            .pattern("ruleTest", ["subject": ask(question), "cell": .text(questions[question].options[option].label)])
        case .choice(let question, _), .scale(let question, _, _), .asking(let question): ask(question)
        case .order(let first, let second, _, _): .pattern("pictureOrder", ["first": ask(first), "second": ask(second)])
        }
    }

    /// The answers of some blocks.
    func edge(_ variable: Int, _ blocks: [Int]) -> Phrasing { answers.phrasing(diagram.variables[variable], blocks) }

    func condition(_ variable: Int, _ blocks: [Int]) -> Region.Condition? {
        guard let question = diagram.variables[variable].questions.max() else { return nil }
        if case .tick(_, let option) = diagram.variables[variable] {
            let label = Phrasing.text(diagram.questionnaire.questions[question].options[option].label)
            return Region.Condition(
                question: question, answers: .pattern(blocks == [1] ? "qWith" : "qWithout", ["answer": label]), namesQuestion: true)
        }
        let namesQuestion = if case .order = diagram.variables[variable] { false } else { true }
        return Region.Condition(question: question, answers: edge(variable, blocks), namesQuestion: namesQuestion)
    }
}

extension Region.Condition {
    /// The question and the answers that fit; a comparison of two answers names both itself.
    package func phrasing(_ questionnaire: Questionnaire) -> Phrasing {
        guard namesQuestion else { return answers }
        return .pattern("ruleTest", ["subject": .text(questionnaire.questions[question].ask.string), "cell": answers])
    }
}
