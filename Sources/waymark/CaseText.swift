import Content
import Decision

/// Cases as an author would write them into `NAME.cases.yaml`.
struct CaseText {
    private let questionnaire: Questionnaire

    init(_ diagram: DecisionDiagram) { questionnaire = diagram.questionnaire }

    /// A list of cases; nothing for none.
    func text(_ cases: [SuggestedCase]) -> String { cases.map(text).joined() }

    private func text(_ suggested: SuggestedCase) -> String {
        let answers = suggested.answers.map { given in
            let question = questionnaire.questions[given.question]
            return "\(question.id): \(value(given.answer, question))"
        }
        return "- name: \(name(suggested))\n  answers: {\(answers.joined(separator: ", "))}\n  outcome: \(outcome(suggested.result))\n"
    }

    /// The titles of the outcomes, quoted, for the author to make better.
    private func name(_ suggested: SuggestedCase) -> String {
        let titles = suggested.result.outcomes.flatMap { $0 }.map { questionnaire.outcomes[$0].title.string }
        return
            "\"\((titles.isEmpty ? ["nothing applies"] : titles).joined(separator: "; ").replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private func value(_ answer: Answer, _ question: Question) -> String {
        if case .ticked(let options) = answer {
            return "[\(options.map { question.options[$0].id.description }.joined(separator: ", "))]"
        }
        return question.text(of: answer)
    }

    private func outcome(_ result: WalkResult) -> String {
        let each = zip(questionnaire.decisions, result.outcomes).map { decision, outcomes -> (String, String) in
            let ids = outcomes.map { questionnaire.outcomes[$0].id.description }
            let isList = decision.table.match == .many
            return (decision.id.description, isList ? "[\(ids.joined(separator: ", "))]" : ids.first ?? "none")
        }
        guard each.count > 1 else { return each.first?.1 ?? "none" }
        return "{\(each.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}"
    }
}
