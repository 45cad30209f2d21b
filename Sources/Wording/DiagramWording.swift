package import Decision
import Forms
package import Words

/// What the nodes of a diagram ask, the ways out of them, and the regions that lead somewhere.
package struct DiagramWording: Sendable {
    private let questionnaire: Questionnaire
    private let variables: [DiagramVariable]
    private let answers: AnswerWording
    private let isShort: Bool

    /// Looks through every condition of the questionnaire: keep it while there is more to say.
    ///
    /// - Parameter isShort: whether regions call questions by their labels, and options that are named together are quoted, as tables do.
    package init(_ diagram: DecisionDiagram, isShort: Bool = false) {
        self.init(diagram.questionnaire, diagram.variables, since: diagram.since, isShort: isShort)
    }

    /// - Parameter variables: what regions test.
    init(_ questionnaire: Questionnaire, _ variables: [DiagramVariable], since: Day, isShort: Bool) {
        self.questionnaire = questionnaire
        self.variables = variables
        self.isShort = isShort
        answers = AnswerWording(questionnaire, since: since, isQuoted: isShort)
    }

    /// What a node asks that tests a variable.
    package func node(_ variable: Int) -> Phrasing {
        switch variables[variable] {
        case .tick(let question, let option):
            .test(
                questionnaire.questions[question].ask.string, .text(questionnaire.questions[question].options[option].label)
            )
        case .choice(let question, _), .scale(let question, _, _), .asking(let question): ask(question)
        case .order(let first, let second, _, _): .pattern("pictureOrder", ["first": ask(first), "second": ask(second)])
        case .calculation(let calculation, _, _): .text(answers.calculations.name(of: calculation))
        }
    }

    /// What readers calculate for a variable, with the formula; nil for what they answer.
    ///
    /// - Parameter book: the language to say it in.
    package func calculation(_ variable: Int, _ book: Phrasebook) -> String? {
        guard case .calculation(let calculation, _, _) = variables[variable] else { return nil }
        return answers.calculations.question(of: calculation, book)
    }

    private func ask(_ question: Int) -> Phrasing { .text(questionnaire.questions[question].ask.string) }

    /// The answers of some blocks of a variable.
    ///
    /// - Parameter asked: the question they are answers to, which is not named again; nil where it is not said nearby.
    package func edge(_ variable: Int, _ blocks: [Int], asking asked: Int? = nil) -> Phrasing {
        answers.phrasing(variables[variable], blocks, asking: asked)
    }
}

// Regions.
extension DiagramWording {
    /// All that a region demands, in one sentence that names each question once.
    package func region(_ region: Region) -> Phrasing { all(region.conditions) }

    /// All that some conditions demand.
    func all(_ conditions: [Region.Condition]) -> Phrasing {
        var subjects: [RegionSubject] = []
        for condition in conditions {
            guard let subject = subject(of: condition), !subjects.contains(subject) else { continue }
            subjects.append(subject)
        }
        guard !subjects.isEmpty else { return .word("qWhoAll") }
        let tests = subjects.map { subject in
            let own = conditions.filter { self.subject(of: $0) == subject }
            switch subject {
            case .question(let question):
                let asked = questionnaire.questions[question]
                return Phrasing.test(isShort ? asked.name : asked.ask.string, cell(own, of: question))
            case .calculation(let calculation):
                let parts = own.map { edge($0.variable, $0.blocks) }
                return .test(
                    answers.calculations.name(of: calculation), parts.count == 1 ? parts[0] : .list(parts.map(\.bracketed), "cellAll"))
            }
        }
        return .list(tests, "ruleAll")
    }

    /// What conditions of a region are said of.
    private enum RegionSubject: Hashable {
        case question(Int)
        case calculation(Calculation)
    }

    /// What a condition is said of. A comparison of two answers is said of the later one, unless months make that
    /// another comparison.
    private func subject(of condition: Region.Condition) -> RegionSubject? {
        let variable = variables[condition.variable]
        if case .calculation(let calculation, _, _) = variable { return .calculation(calculation) }
        guard case .order(let first, let second, let chains, _) = variable else { return variable.questions.max().map { .question($0) } }
        let later = max(first, second)
        return .question(chains.allSatisfy { $0.isSaid(of: later) } ? later : min(first, second))
    }

    /// All that is demanded of one question.
    private func cell(_ conditions: [Region.Condition], of question: Int) -> Phrasing {
        var ticks: [NormalizedCell] = []
        var parts: [Phrasing] = []
        for condition in conditions {
            if case .tick(_, let option) = variables[condition.variable] {
                ticks.append(.tick(option, isNot: condition.blocks == [0]))
            } else {
                parts.append(edge(condition.variable, condition.blocks, asking: question))
            }
        }
        if !ticks.isEmpty {
            let test = NormalizedTest(
                subject: .question(question), cell: NormalizedCell.joined(ticks, isAll: true), holdsWithout: false)
            let ranges = RangeWording(questionnaire: questionnaire)
            parts.append(CellWording(questionnaire, .question(question), ranges, .init(isQuoted: isShort)).phrasing(test))
        }
        return parts.count == 1 ? parts[0] : .list(parts.map(\.bracketed), "cellAll")
    }
}

extension Chain {
    /// Whether its intervals can be told of one of the two answers that it compares.
    fileprivate func isSaid(of question: Int) -> Bool { subject == question || cuts.allSatisfy { $0.months == 0 } }
}

extension Phrasing {
    /// In brackets where it is a choice of several, so that what follows is not taken for one more of them.
    fileprivate var bracketed: Phrasing {
        if case .list(let parts, "rangesOr") = self, parts.count > 1 { .pattern("ruleGroup", ["condition": self]) } else { self }
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
        let wording = DiagramWording(diagram, isShort: true)
        let lines = regions.map { words.text(wording.region($0)) }
        return (Array(lines.prefix(limit)), max(0, lines.count - limit))
    }
}
