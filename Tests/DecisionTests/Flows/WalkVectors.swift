@testable import Decision
@testable import Wording
import Forms
import Words
import Diagnostics
import Content

/// A questionnaire with walks through it and where each leads, as the tests of the browser's walker read them.
struct WalkVectors {
    let name: String
    let diagram: DecisionDiagram
    let walks: [[Int: Answer]]
    var today = since

    private var questionnaire: Questionnaire { diagram.questionnaire }

    /// The file: a walk on each line, so that a change shows which walks it changes.
    var text: String {
        let wording = RuleWording(questionnaire, .english)
        let rendering = CompiledForm.Rendering(
            html: { _ in "" }, link: { _ in ("", "") }, schema: "", row: wording.row, formula: { _ in [] })
        let form = CompiledForm.json(diagram, rendering)
        let lines = walks.map { json($0).text }
        return """
            {"form":\(form.withoutTexts.text),
            "today":"\(today)",
            "walks":[
            \(lines.joined(separator: ",\n"))
            ]}

            """
    }

    private func json(_ answers: [Int: Answer]) -> JSON {
        let position = Walk(diagram, today: today).position(answers)
        let given = answers.sorted { $0.key < $1.key }.map { question, answer in
            (id(question), JSON.string(questionnaire.questions[question].text(of: answer)))
        }
        return .object(
            [("answers", .object(given))] + fields(position.state) + unmet(position) + [
                ("path", .array(position.path.map { .string(id($0.question)) })),
                ("held", .array(position.held.map { .string(id($0)) })),
                ("ignored", .array(position.ignored.map { .string(id($0)) })),
            ])
    }

    private func fields(_ state: Walk.State) -> [(String, JSON)] {
        switch state {
        case .question(let question, let closed):
            let options = closed.map { JSON.string(questionnaire.questions[question].options[$0].id.description) }
            return [("state", .string("question")), ("question", .string(id(question))), ("closed", .array(options))]
        case .refused(let question, _):
            return [("state", .string("refused")), ("question", .string(id(question)))]
        case .result(let result):
            let outcomes = result.outcomes.map { list in
                JSON.array(list.map { .string(questionnaire.outcomes[$0].id.description) })
            }
            let rows = result.because.map { decided in
                let decision = questionnaire.decisions[decided.decision]
                return JSON.string(decision.rowID(decision.table.rows[decided.row]))
            }
            let values = result.values.map { shown in
                let fact = questionnaire.facts[shown.fact]
                return (fact.id.description, JSON.string(fact.values[shown.value].id.description))
            }
            return [
                ("state", .string("result")), ("outcomes", .array(outcomes)), ("because", .array(rows)),
                ("values", .object(values)),
            ] + (result.paragraphs.isEmpty ? [] : [("paragraphs", .array(result.paragraphs.map(JSON.number)))])
        }
    }

    /// What the nearest better outcomes demand; left out where nothing is lacking.
    private func unmet(_ position: Walk.Position) -> [(String, JSON)] {
        let found = Walk(diagram, today: today).unmet(position).map { unmet -> JSON in
            let decision = questionnaire.decisions[unmet.decision]
            let needs = unmet.conditions.map { condition in
                (
                    id(condition.question),
                    JSON.array(condition.needed.map { .string(text($0, of: questionnaire.questions[condition.question])) })
                )
            }
            return .object([
                ("decision", .string(decision.id.description)),
                ("outcome", .string(unmet.outcome.map { questionnaire.outcomes[$0].id.description } ?? "")), ("needs", .object(needs)),
                ("rows", .array(unmet.rows.map { .string(decision.rowID(decision.table.rows[$0])) })),
            ])
        }
        return found.isEmpty ? [] : [("unmet", .array(found))]
    }

    /// Options by their place, ranges by their ends.
    private func text(_ kind: Change.Kind, of question: Question) -> String {
        switch kind {
        case .option(let option): "\(option)"
        case .ticked(let option): "+\(option)"
        case .unticked(let option): "-\(option)"
        case .range(let from, let to): "\(question.text(of: from)) to \(question.text(of: to))"
        }
    }

    private func id(_ question: Int) -> String { questionnaire.questions[question].id.description }
}

extension JSON {
    /// Without what readers see: the walker needs none of it, and it is most of the document.
    fileprivate var withoutTexts: JSON {
        switch self {
        case .object(let fields):
            .object(fields.filter { !JSON.texts.contains($0.0) }.map { ($0.0, $0.1.withoutTexts) })
        case .array(let list): .array(list.map(\.withoutTexts))
        case .string, .number, .bool, .null: self
        }
    }

    private static let texts: Set = [
        "$schema", "title", "summary", "ask", "hint", "label", "also", "none", "unit", "search", "text", "cites", "words",
        "message",
    ]
}
