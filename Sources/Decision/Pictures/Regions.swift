import Content

/// Some of the answers that lead to an outcome: all that fulfil every condition.
package struct Region: Sendable {
    package let conditions: [Condition]

    /// A question, or one of its tick-boxes, with the answers that fit.
    package struct Condition: Sendable, Hashable {
        package let question: Int
        package let words: String
    }
}

extension DecisionDiagram {
    /// "Who gets this": the answers that lead to an outcome of a decision, as few regions as the diagram has ways.
    ///
    /// Ways that part and meet again are one where they part at a single question.
    /// - Returns: nil beyond the limit, where rows of the table say more than a list.
    package func regions(of outcome: Int, in decision: Int, limit: Int = 60) -> [Region]? {
        var search = RegionSearch(diagram: self, outcome: outcome, limit: limit)
        for track in tracks where track.decision == decision && (track.outcome ?? outcome) == outcome {
            guard search.collect(track.root) else { return nil }
        }
        return search.regions
    }
}

/// A walk over all ways to one outcome.
private struct RegionSearch {
    let diagram: DecisionDiagram
    let outcome: Int
    let limit: Int
    private(set) var regions: [Region] = []
    private var reaching: [Int: Bool] = [:]

    init(diagram: DecisionDiagram, outcome: Int, limit: Int) {
        self.diagram = diagram
        self.outcome = outcome
        self.limit = limit
    }

    /// False beyond the limit.
    mutating func collect(_ root: Target) -> Bool { collect(root, []) }

    private mutating func collect(_ target: Target, _ path: [Region.Condition]) -> Bool {
        switch target {
        case .closed: return true
        case .end(let number):
            guard case .outcome(outcome, _) = diagram.ends[number] else { return true }
            regions.append(Region(conditions: path))
            return regions.count <= limit
        case .node(let number):
            let node = diagram.nodes[number]
            let words = EdgeWording(diagram)
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
        case .end(let number): if case .outcome(outcome, _) = diagram.ends[number] { return true } else { return false }
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

/// The ways out of a node in words.
struct EdgeWording {
    private let diagram: DecisionDiagram

    init(_ diagram: DecisionDiagram) { self.diagram = diagram }

    /// What a node asks.
    func node(_ variable: Int) -> String {
        let questions = diagram.questionnaire.questions
        return switch diagram.variables[variable] {
        case .tick(let question, let option):
            "\(questions[question].ask.string) \(questions[question].options[option].label)"
        case .choice(let question, _), .scale(let question, _, _), .asking(let question): questions[question].ask.string
        case .order(let first, let second, _, _): "\(questions[first].ask.string) / \(questions[second].ask.string)"
        }
    }

    /// The answers of some blocks.
    func edge(_ variable: Int, _ blocks: [Int]) -> String {
        switch diagram.variables[variable] {
        case .tick: return blocks == [1] ? "yes" : blocks == [0] ? "no" : "either"
        case .asking: return "any answer"
        case .scale, .order: return BlockWording(diagram.questionnaire, diagram.variables[variable]).words(blocks)
        case .choice(let question, let blockOfOption):
            let options = diagram.questionnaire.questions[question].options
            let labels = blockOfOption.indices.filter { blocks.contains(blockOfOption[$0]) }.map { options[$0].label }
            return labels.count > 4
                ? listed(Array(labels.prefix(3)) + ["\(labels.count - 3) more"], "or") : listed(labels, "or")
        }
    }

    func condition(_ variable: Int, _ blocks: [Int]) -> Region.Condition? {
        guard let question = diagram.variables[variable].questions.max() else { return nil }
        if case .tick(_, let option) = diagram.variables[variable] {
            let label = diagram.questionnaire.questions[question].options[option].label
            return Region.Condition(question: question, words: (blocks == [1] ? "with " : "without ") + label)
        }
        return Region.Condition(question: question, words: edge(variable, blocks))
    }
}
