package import Decision
import Forms
package import Words

/// Puts into words for whom two versions of a questionnaire differ: with the newer version's words, and the older one's for what only it has.
package struct ComparedWording: Sendable {
    private let diff: QuestionnaireDiff
    private let wording: DiagramWording
    private let book: Phrasebook

    /// - Parameter book: the words of the site.
    package init(_ diff: QuestionnaireDiff, _ book: Phrasebook) {
        self.diff = diff
        self.book = book
        let variables = diff.variables.map { variable in
            switch variable {
            case .answers(let variable): variable
            case .steps(let question, _): DiagramVariable.asking(question: question)
            }
        }
        wording = DiagramWording(diff.questionnaire, variables, since: diff.days[1], isShort: true)
    }

    /// Who is in a region: all that they answer, each question named once.
    package func readers(_ region: Region) -> String {
        let conditions = region.conditions.filter { condition in
            if case .answers = diff.variables[condition.variable] { true } else { false }
        }
        let digits = region.conditions.compactMap { condition -> String? in
            guard case .steps(let question, _) = diff.variables[condition.variable], condition.blocks.count == 1 else { return nil }
            let name = diff.questionnaire.questions[question].name
            return condition.blocks == [1] ? "\(name): with as few decimals as before" : "\(name): with more decimals than before"
        }
        let words = conditions.isEmpty && !digits.isEmpty ? [] : [book.text(wording.all(conditions))]
        return (words + digits).joined(separator: "; ")
    }

    /// What a reader answers, as `waymark ask` takes it.
    package func answers(_ given: [Walk.GivenAnswer], of version: Int) -> [String] {
        let questions = diff.versions[version].questionnaire.questions
        return given.map { "\(questions[$0.question].id)=\(questions[$0.question].text(of: $0.answer))" }
    }

    /// What a version says, in its own words.
    package func end(_ end: ResultChange.End, of version: Int) -> String {
        switch end {
        case .undefined: version == 0 ? "not an answer before" : "no longer an answer"
        case .refused: "refused"
        case .accepted: "accepted"
        case .nothing: "no result"
        case .outcome(let number): "“\(diff.versions[version].questionnaire.outcomes[number].title.string)”"
        }
    }
}

extension CombinationCount {
    /// With its digits in groups: `1,204`.
    package func text(_ book: Phrasebook) -> String {
        switch self {
        case .uncounted: "more than can be counted"
        case .exactly(let digits):
            Int(digits).map { book.text(.number(Quantity(units: $0, decimals: 0, unit: nil))) } ?? digits
        }
    }
}
