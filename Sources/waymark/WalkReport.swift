import Content
import Decision
import Diagnostics

/// A walk's position as the JSON that `ask --format json` prints.
struct WalkReport {
    private let walk: Walk

    init(_ walk: Walk) { self.walk = walk }

    private var questionnaire: Questionnaire { walk.diagram.questionnaire }

    /// One object: the next question, a refusal, or the result.
    func json(_ answers: [Int: Answer]) -> JSONValue {
        let position = walk.position(answers)
        let given = ("answers", JSONValue.object(position.path.map { (id($0.question), value($0)) }))
        let ignored: [(String, JSONValue)] =
            position.ignored.isEmpty ? [] : [("ignored", .array(position.ignored.map { .string(id($0)) }))]
        switch position.state {
        case .question(let number, let closed): return .object(question(number, closed) + [given] + ignored)
        case .refused(let number, let message):
            return .object(
                [("state", .string("refused")), ("question", .string(id(number))), ("message", .string(message)), given] + ignored)
        case .result(let result): return .object(self.result(result) + [given] + because(result) + ignored)
        }
    }

    private func question(_ number: Int, _ closed: [Int]) -> [(String, JSONValue)] {
        let question = questionnaire.questions[number]
        var fields: [(String, JSONValue)] = [
            ("state", .string("question")), ("question", .string(id(number))), ("kind", .string(question.kindName)),
        ]
        let options = question.options.indices.filter { !closed.contains($0) }
        if !options.isEmpty {
            fields.append(("options", .array(options.map { .string(question.options[$0].id.description) })))
        }
        return fields
    }

    private func result(_ result: WalkResult) -> [(String, JSONValue)] {
        let outcomes = questionnaire.decisions.indices.map { number -> (String, JSONValue) in
            let decision = questionnaire.decisions[number]
            let ids = result.outcomes[number].map { JSONValue.string(questionnaire.outcomes[$0].id.description) }
            return (decision.id.description, decision.table.match == .many ? .array(ids) : ids.first ?? .null)
        }
        let values = result.values.map { shown -> (String, JSONValue) in
            let fact = questionnaire.facts[shown.fact]
            return (fact.id.description, .string(fact.values[shown.value].id))
        }
        return [("state", .string("result")), ("outcomes", .object(outcomes)), ("values", .object(values))]
    }

    private func because(_ result: WalkResult) -> [(String, JSONValue)] {
        let rows = result.because.map { deciding -> JSONValue in
            let decision = questionnaire.decisions[deciding.decision]
            let row = decision.table.rows[deciding.row]
            return .object([
                ("rule", .string(decision.rowID(row))), ("cites", .array(row.cites.map { .string($0.text.string) })),
            ])
        }
        return [("because", .array(rows))]
    }

    private func id(_ question: Int) -> String { questionnaire.questions[question].id.description }

    private func value(_ given: Walk.GivenAnswer) -> JSONValue {
        let question = questionnaire.questions[given.question]
        if case .ticked(let options) = given.answer {
            return .array(options.map { .string(question.options[$0].id.description) })
        }
        return .string(question.text(of: given.answer))
    }
}

extension Question {
    /// The kind by the word that a questionnaire's author writes.
    fileprivate var kindName: String {
        switch kind {
        case .one: "one-of"
        case .any: "any-of"
        case .number: "number"
        case .date: "date"
        }
    }
}
