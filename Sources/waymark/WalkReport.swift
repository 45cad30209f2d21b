import Decision
import Diagnostics
import Forms
import Pages
import Wording
import Words

/// A walk's position as the JSON that `ask --format json` prints.
struct WalkReport {
    private let walk: Walk
    private let texts: OutcomeTexts
    private let book: Phrasebook

    /// - Parameter book: the language of the site.
    init(_ walk: Walk, _ texts: OutcomeTexts, _ book: Phrasebook) {
        self.walk = walk
        self.texts = texts
        self.book = book
    }

    private var questionnaire: Questionnaire { walk.diagram.questionnaire }

    /// One object: the next question, a refusal, or the result.
    func json(_ answers: [Int: Answer]) -> JSONValue {
        let position = walk.position(answers)
        let given = ("answers", JSONValue.object(position.path.map { (id($0.question), value($0)) }))
        let ids: ([Int]) -> JSONValue = { .array($0.map { .string(id($0)) }) }
        var ignored = [("held", position.held), ("ignored", position.ignored)].filter { !$0.1.isEmpty }.map { ($0.0, ids($0.1)) }
        if position.isResult { ignored = [("held", ids(position.held)), ("ignored", ids(position.ignored))] }
        switch position.state {
        case .question(let number, let closed): return .object(question(number, closed) + [given] + ignored)
        case .refused(let number, let reason):
            let message = questionnaire.questions[number].words(of: reason, book)
            return .object(
                [("state", .string("refused")), ("question", .string(id(number))), ("message", .string(message)), given] + ignored)
        case .result(let result):
            return .object(
                self.result(result, position.path) + [given] + because(result) + [left] + ignored)
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

    private func result(_ result: WalkResult, _ path: [Walk.GivenAnswer]) -> [(String, JSONValue)] {
        let outcomes = questionnaire.decisions.indices.map { number -> (String, JSONValue) in
            let decision = questionnaire.decisions[number]
            let ids = result.outcomes[number].map { JSONValue.string(questionnaire.outcomes[$0].id.description) }
            return (decision.id.description, decision.table.match == .many ? .array(ids) : ids.first ?? .null)
        }
        return [
            ("state", .string("result")), ("outcomes", .object(outcomes)), ("results", .array(results(result, path))),
            ("values", .object(values(result, path))),
        ]
    }

    /// Each outcome as a reader sees it, by decision.
    private func results(_ result: WalkResult, _ path: [Walk.GivenAnswer]) -> [JSONValue] {
        let names = walk.wordings(result, after: path, book)
        let told = { (outcome: Outcome) in texts.text(of: outcome, in: questionnaire, showing: result.paragraphs, names) }
        return zip(questionnaire.decisions, result.outcomes).flatMap { decision, outcomes in
            outcomes.map { number -> JSONValue in
                let outcome = questionnaire.outcomes[number]
                let text = told(outcome)
                let listed = path.filter { outcome.answers.contains($0.question) }.map { (id($0.question), value($0)) }
                return .object(
                    [
                        ("decision", .string(decision.id.description)), ("id", .string(outcome.id.description)),
                        ("title", .string(outcome.title.string)), ("tone", .string(outcome.tone.rawValue)),
                        ("text", .string(text?.plain ?? "")), ("html", .string(text?.html ?? "")),
                        ("cites", cites(texts.links(of: outcome))),
                    ] + (outcome.answers.isEmpty ? [] : [("answers", .object(listed))]))
            }
        }
    }

    /// What the texts name, by the ids that the author gave: answers as they are given to commands.
    private func values(_ result: WalkResult, _ path: [Walk.GivenAnswer]) -> [(String, JSONValue)] {
        var values: [(String, JSONValue)] = []
        let outcomes = result.outcomes.joined().map { questionnaire.outcomes[$0] }
        for subject in outcomes.flatMap({ $0.names(showing: result.paragraphs) }).filter({ $0.amount == nil }).map(\.subject) {
            let name = questionnaire.name(of: subject)
            guard !values.contains(where: { $0.0 == name }), let value = value(of: subject, result, path) else { continue }
            values.append((name, value))
        }
        for (amount, value) in amounts(result, path) { values.append((questionnaire.amounts[amount].id.description, .string(value.text))) }
        return values
    }

    /// The amounts that the texts show.
    private func amounts(_ result: WalkResult, _ path: [Walk.GivenAnswer]) -> [(amount: Int, value: AmountValue)] {
        let shown = Set(result.outcomes.joined().flatMap { questionnaire.outcomes[$0].amounts(showing: result.paragraphs) })
        let answers = Dictionary(path.map { ($0.question, $0.answer) }) { $1 }
        return shown.sorted().compactMap { amount in
            questionnaire.value(ofAmount: amount, answers, today: walk.today).map { (amount, $0) }
        }
    }

    private func value(of subject: Subject, _ result: WalkResult, _ path: [Walk.GivenAnswer]) -> JSONValue? {
        switch subject {
        case .question(let number): return path.first { $0.question == number }.map(value)
        case .decision, .amount, .calculation: return nil
        case .fact(let number):
            return result.values.first { $0.fact == number }.map { .string(questionnaire.facts[number].values[$0.value].id) }
        case .attribute(let number, let index):
            guard case .one(let choices) = questionnaire.questions[number].kind,
                case .option(let option)? = path.first(where: { $0.question == number })?.answer
            else { return nil }
            let attribute = choices.attributes[index]
            return attribute.valueOfOption[option].map { .string(attribute.values[$0].id) }
        }
    }

    private func because(_ result: WalkResult) -> [(String, JSONValue)] {
        let words = ReasonWording(questionnaire, book)
        let rows = result.because.map { deciding -> JSONValue in
            let decision = questionnaire.decisions[deciding.decision]
            let row = decision.table.rows[deciding.row]
            return .object([
                ("rule", .string(decision.rowID(row))), ("words", .string(words.text(row))), ("cites", cites(row.cites.map(texts.link))),
            ])
        }
        return [("because", .array(rows))]
    }

    private func cites(_ links: [(address: String, words: String)]) -> JSONValue {
        .array(links.map { .object([("href", .string($0.address)), ("title", .string($0.words))]) })
    }

    /// At a result nothing is left to ask.
    private var left: (String, JSONValue) { ("left", .object([("least", .number(0)), ("most", .number(0))])) }

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
