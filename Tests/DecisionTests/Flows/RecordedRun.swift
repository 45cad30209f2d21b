@testable import Decision
import Content
import Forms

/// One line of a `.runs.txt`: `question=answer …` in the order of asking, then ` -> OUTCOME fact=value` or
/// ` -> refused QUESTION`.
struct RecordedRun {
    let line: String
    let answers: [(question: String, answer: String)]
    let end: End

    enum End: Equatable {
        case refused(String)
        /// Outcomes of the first decision, and the values of facts.
        case outcomes(Set<String>, facts: [String: String])
    }

    init?(_ line: Substring) {
        let sides = line.split(separator: " -> ")
        guard sides.count == 2 else { return nil }
        let words = sides[1].split(separator: " ").map(String.init)
        guard let first = words.first, let last = words.last else { return nil }
        self.line = String(line)
        answers = sides[0].split(separator: " ").map(Self.pair)
        if first == "refused" {
            end = .refused(last)
        } else {
            let facts = words.dropFirst().map { Self.pair($0[...]) }
            end = .outcomes(
                Set(first.split(separator: ",").map(String.init)),
                facts: Dictionary(facts.map { ($0.question, $0.answer) }) { $1 })
        }
    }

    private static func pair(_ text: Substring) -> (question: String, answer: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.dropFirst().first ?? "")
    }

    /// What went otherwise than recorded; nil when nothing did: every answer is asked for, in this order.
    func difference(_ walk: Walk) -> String? {
        let questionnaire = walk.diagram.questionnaire
        var given: [Int: Answer] = [:]
        for (id, text) in answers {
            guard let number = questionnaire.questions.firstIndex(where: { $0.id.description == id }) else {
                return "no question \(id)"
            }
            guard case .success(let answer) = questionnaire.questions[number].answer(text) else {
                return "\(id) cannot be \(text)"
            }
            given[number] = answer
        }
        let position = walk.position(given)
        let path = position.path.map { questionnaire.questions[$0.question].id.description }
        guard path == answers.map(\.question) else { return "asked \(path.joined(separator: " "))" }
        let found = found(position.state, questionnaire)
        return found == expected(questionnaire)
            ? nil : "ended at \(found.map(String.init(describing:)) ?? "a question")"
    }

    private func found(_ state: Walk.State, _ questionnaire: Questionnaire) -> End? {
        switch state {
        case .question: return nil
        case .refused(let question, _): return .refused(questionnaire.questions[question].id.description)
        case .result(let result):
            let outcomes = (result.outcomes.first ?? []).map { questionnaire.outcomes[$0].id.description }
            let facts = result.values.map { shown in
                (
                    questionnaire.facts[shown.fact].id.description,
                    questionnaire.facts[shown.fact].values[shown.value].id.description
                )
            }
            return .outcomes(Set(outcomes), facts: Dictionary(facts) { $1 })
        }
    }

    /// A result has the values of those facts only that its texts name.
    private func expected(_ questionnaire: Questionnaire) -> End {
        guard case .outcomes(let outcomes, let facts) = end else { return end }
        let named = questionnaire.outcomes.filter { outcomes.contains($0.id.description) }.flatMap(\.names)
        let shown = named.compactMap { name in
            if case .fact(let fact) = name.subject { questionnaire.facts[fact].id.description } else { nil }
        }
        return .outcomes(outcomes, facts: facts.filter { shown.contains($0.key) })
    }
}
