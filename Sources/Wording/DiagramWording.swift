package import Decision
import Forms
package import Words

/// What the nodes of a diagram ask, the ways out of them, and the regions that lead somewhere.
package struct DiagramWording: Sendable {
    private let diagram: DecisionDiagram
    private let answers: AnswerWording

    /// Looks through every condition of the questionnaire: keep it while there is more to say.
    package init(_ diagram: DecisionDiagram) {
        self.diagram = diagram
        answers = AnswerWording(diagram)
    }

    /// What a node asks that tests a variable.
    package func node(_ variable: Int) -> Phrasing {
        switch diagram.variables[variable] {
        case .tick(let question, let option):
            .pattern(
                "ruleTest", ["subject": ask(question), "cell": .text(diagram.questionnaire.questions[question].options[option].label)])
        case .choice(let question, _), .scale(let question, _, _), .asking(let question): ask(question)
        case .order(let first, let second, _, _): .pattern("pictureOrder", ["first": ask(first), "second": ask(second)])
        }
    }

    private func ask(_ question: Int) -> Phrasing { .text(diagram.questionnaire.questions[question].ask.string) }

    /// The answers of some blocks of a variable.
    ///
    /// - Parameter asked: the question they are answers to, which is not named again; nil where it is not said nearby.
    package func edge(_ variable: Int, _ blocks: [Int], asking asked: Int? = nil) -> Phrasing {
        answers.phrasing(diagram.variables[variable], blocks, asking: asked)
    }

    /// All that a region demands, in one sentence.
    package func region(_ region: Region) -> Phrasing {
        let conditions = region.conditions.map(condition)
        return conditions.isEmpty ? .word("qWhoAll") : .list(conditions, "ruleAll")
    }

    /// The question and the answers that fit; a comparison of two answers names both itself.
    package func condition(_ condition: Region.Condition) -> Phrasing {
        let variable = diagram.variables[condition.variable]
        guard let question = variable.questions.max() else { return .word("rangeAny") }
        let cell: Phrasing
        switch variable {
        case .order: return edge(condition.variable, condition.blocks)
        case .tick(_, let option):
            let label = Phrasing.text(diagram.questionnaire.questions[question].options[option].label)
            cell = .pattern(condition.blocks == [1] ? "qWith" : "qWithout", ["answer": label])
        case .choice, .scale, .asking: cell = edge(condition.variable, condition.blocks)
        }
        return .pattern("ruleTest", ["subject": ask(question), "cell": cell])
    }
}

extension ElseRegions {
    /// The first lines of what an `else` takes, and how many more there are.
    package typealias Lines = (lines: [String], more: Int)

    /// The answers that a row takes, a line for each region.
    ///
    /// - Parameters:
    ///   - row: its index among the rows of the table.
    ///   - limit: the most lines.
    /// - Returns: nil for a row that is no `else`, or takes too many regions.
    package func lines(ofRow row: Int, in table: TableName, limit: Int, _ words: Phrasebook) -> Lines? {
        guard let regions = regions(ofRow: row, in: table) else { return nil }
        let wording = DiagramWording(diagram)
        let lines = regions.map { words.text(wording.region($0)) }
        return (Array(lines.prefix(limit)), max(0, lines.count - limit))
    }
}
