import CommonMark
import Forms

/// Whether walks end as cases demand.
struct CaseCheck {
    private let questionnaire: Questionnaire
    private let reasons: FactReasons?

    /// - Parameter since: the first day of the cases.
    /// - Parameter showsFacts: whether a case expects a fact that no result may print.
    init(_ questionnaire: Questionnaire, since: Day, showsFacts: Bool) {
        self.questionnaire = questionnaire
        reasons = showsFacts && !questionnaire.facts.isEmpty ? FactReasons(questionnaire, since: since) : nil
    }

    /// - Parameter today: the day on which the case was walked.
    func isMet(_ kind: Case.Expectation.Kind, by position: Walk.Position, today: Day) -> Bool {
        switch (kind, position.state) {
        case (.asks(let wanted), .question(let question, _)): wanted == question
        case (.refused(let wanted), .refused(let question, _)): wanted == question
        case (.outcomes(let wanted), .result(let result)):
            wanted.allSatisfy { result.outcomes[$0.key].sorted() == $0.value }
        case (.value(let shown, let text), .result):
            value(shown, position, today).map { $0.id == text || $0.label == text } ?? false
        default: false
        }
    }

    /// What a case finds in place of what it expects; nil where there is none.
    func value(_ shown: Case.Expectation.Shown, _ position: Walk.Position, _ today: Day) -> FactValue? {
        guard case .result(let result) = position.state else { return nil }
        switch shown {
        case .data(let name, let words):
            let isPrinted = result.outcomes.flatMap { $0 }.contains {
                questionnaire.outcomes[$0].prints(data: name, showing: result.paragraphs)
            }
            return isPrinted ? FactValue(id: words, label: words) : nil
        case .subject(.question(let number)):
            guard let answer = position.answers[number] else { return nil }
            let question = questionnaire.questions[number]
            let text = question.text(of: answer)
            if case .option(let option) = answer { return FactValue(id: text, label: question.options[option].label) }
            return FactValue(id: text, label: text)
        case .subject(.attribute(let number, let index)):
            guard case .one(let choices) = questionnaire.questions[number].kind, case .option(let option) = position.answers[number]
            else { return nil }
            return choices.attributes[index].valueOfOption[option].map { choices.attributes[index].values[$0] }
        case .subject(.decision), .subject(.amount), .subject(.calculation): return nil
        case .amount(let number):
            let text = questionnaire.value(ofAmount: number, position.answers, today: today)?.text
            return text.map { FactValue(id: $0, label: $0) }
        case .subject(.fact(let fact)):
            if let found = result.values.first(where: { $0.fact == fact }) { return questionnaire.facts[fact].values[found.value] }
            return reasons?.value(of: fact, given: position.answers, today: today)
        }
    }
}

extension Outcome {
    /// Whether its text prints a value of a data file.
    ///
    /// - Parameter paragraphs: the numbers of those that are shown.
    func prints(data name: String, showing paragraphs: [Int]) -> Bool {
        texts(showing: paragraphs).contains { $0.values.contains { $0.name == name } }
    }
}
