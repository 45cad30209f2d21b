import Diagnostics
import Forms
import YAML

/// Gives the words of a case their meaning.
///
/// Cases are written in the ids of the questionnaire, and are read when it is: a case that names what is no longer there
/// gets a message, and does not count as passed or failed.
struct CaseReader {
    let questionnaire: Questionnaire
    /// What a value of a data file prints.
    let words: (String) -> String?

    /// Nil with messages where an answer or what is expected cannot be read.
    func read(_ draft: CaseShape.Draft, _ findings: inout Findings) -> Case? {
        var answers: [Int: Answer] = [:]
        var places: [Int: SourceRange] = [:]
        guard case .mapping(let entries) = draft.answers.value else {
            findings.add(
                Diagnostic(
                    "yaml/type", "expected a map from questions to answers, found \(draft.answers.kindInWords)",
                    at: draft.answers.range, help: "write `answers: {question: answer}`"))
            return nil
        }
        var isWhole = true
        for entry in entries {
            guard let (question, answer) = answer(entry, &findings) else {
                isWhole = false
                continue
            }
            answers[question] = answer
            places[question] = entry.key.range
        }
        let expectations = expectations(draft, &findings)
        guard isWhole, let expectations else { return nil }
        if expectations.isEmpty {
            findings.add(
                Diagnostic(
                    "yaml/missing-field", "this case expects nothing", at: draft.name.range,
                    help: "add `outcome:`, `asks:`, `refused:` or `values:`"))
            return nil
        }
        return Case(
            name: draft.name.string, place: draft.name.range, today: draft.today, answers: answers,
            answerPlaces: places,
            expectations: expectations)
    }

    /// An answer as ``Question/answer(_:)`` reads it; ticks as a list too.
    private func answer(_ entry: Node.Entry, _ findings: inout Findings) -> (Int, Answer)? {
        guard let number = question(entry.key.text, at: entry.key.range, &findings) else { return nil }
        let question = questionnaire.questions[number]
        let result: Result<Answer, AnswerProblem>
        switch (entry.value.value, question.kind) {
        case (.sequence(let nodes), .any):
            if let other = nodes.first(where: { $0.word == nil }) {
                findings.add(
                    Diagnostic(
                        "yaml/type", "expected an option, found \(other.kindInWords)", at: other.range,
                        help: "tick-boxes are lists of ids, [] for none"))
                return nil
            }
            result = question.answer(ticks: nodes.compactMap(\.word))
        case (.scalar, _):
            guard let word = entry.value.word else {
                findings.add(
                    Diagnostic(
                        "yaml/empty", "this is empty; expected the answer to \(question.id)", at: entry.value.range,
                        help: "fill it in, or delete the line"))
                return nil
            }
            result = question.answer(word)
        default: result = .failure(AnswerProblem(message: "the answer to \(question.id) is \(question.kindInWords)"))
        }
        switch result {
        case .success(let answer): return (number, answer)
        case .failure(let problem):
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", problem.message, at: entry.value.range,
                    help: problem.help ?? question.kind.written))
            return nil
        }
    }

    private func question(_ name: String, at range: SourceRange, _ findings: inout Findings) -> Int? {
        let ids = questionnaire.questions.map(\.id.description)
        if let index = ids.firstIndex(of: name) { return index }
        unknown(name, "question", ids, range, &findings)
        return nil
    }

    private func unknown(
        _ name: String, _ what: String, _ known: [String], _ range: SourceRange, _ findings: inout Findings
    ) {
        findings.add(
            Diagnostic(
                "questionnaire/unknown-name", "there is no \(what) \"\(name)\"", at: range,
                help: findings.suggester.help(for: name, among: known) ?? Suggestion.thereAre(Array(known.prefix(12)))))
    }

    /// Nil when one of them cannot be read.
    private func expectations(_ draft: CaseShape.Draft, _ findings: inout Findings) -> [Case.Expectation]? {
        let before = findings.diagnostics.count
        var result: [Case.Expectation] = []
        if let node = draft.outcome {
            result.append(Case.Expectation(kind: .outcomes(outcomes(node, &findings)), place: node.range))
        }
        for (text, make) in [(draft.asks, Case.Expectation.Kind.asks), (draft.refused, Case.Expectation.Kind.refused)] {
            guard let text, let number = question(text.string, at: text.range, &findings) else { continue }
            result.append(Case.Expectation(kind: make(number), place: text.range))
        }
        if let values = draft.values {
            guard case .mapping(let entries) = values.value else {
                findings.add(
                    Diagnostic(
                        "yaml/type", "expected a map from facts to values, found \(values.kindInWords)", at: values.range,
                        help: "write `values: {fact: value}`"))
                return nil
            }
            for entry in entries {
                guard let kind = value(entry, &findings) else { continue }
                result.append(Case.Expectation(kind: kind, place: entry.value.range))
            }
        }
        return findings.diagnostics.count == before ? result : nil
    }

    /// By decision; a file with one decision leaves its name out.
    private func outcomes(_ node: Node, _ findings: inout Findings) -> [Int: [Int]] {
        let decisions = questionnaire.decisions.map(\.id.description)
        guard case .mapping(let entries) = node.value else {
            if decisions.count > 1 {
                findings.add(
                    Diagnostic(
                        "questionnaire/type", "there are several decisions, and this does not say which one is meant",
                        at: node.range, help: "write a map: `outcome: {\(decisions[0]): …}`"))
            }
            return [0: list(node, &findings)]
        }
        var result: [Int: [Int]] = [:]
        for entry in entries {
            guard let index = decisions.firstIndex(of: entry.key.text) else {
                unknown(entry.key.text, "decision", decisions, entry.key.range, &findings)
                continue
            }
            result[index] = list(entry.value, &findings)
        }
        return result
    }

    /// One outcome or several, ascending.
    private func list(_ node: Node, _ findings: inout Findings) -> [Int] {
        let ids = questionnaire.outcomes.map(\.id.description)
        let nodes: [Node] = if case .sequence(let list) = node.value { list } else { [node] }
        return nodes.compactMap { node -> Int? in
            let word = node.word ?? ""
            if let index = ids.firstIndex(of: word) { return index }
            unknown(word, "outcome", ids, node.range, &findings)
            return nil
        }.sorted()
    }

    /// `values: {fact: value}`, by id or by the words that pages print.
    private func value(_ entry: Node.Entry, _ findings: inout Findings) -> Case.Expectation.Kind? {
        let name = entry.key.text
        let text = entry.value.word ?? ""
        if let amount = questionnaire.amount(named: name) { return self.amount(amount, text, entry.value.range, &findings) }
        guard let subject = questionnaire.subject(named: name) else {
            if let words = words(name) { return .value(.data(name: name, words: words), text) }
            let known = [questionnaire.facts.map(\.id), questionnaire.amounts.map(\.id), questionnaire.questions.map(\.id)]
                .flatMap { $0.map(\.description) }
            unknown(name, "fact, amount or printed value", known, entry.key.range, &findings)
            return nil
        }
        // Words and figures that no value has any more are what it was once: the case fails by them. An id is a slip.
        let isID = Identifier(text) != nil && text.contains(where: \.isLetter)
        if isID, let values = questionnaire.values(of: subject), !values.contains(where: { $0.id == text || $0.label == text }) {
            unknown(text, "value", values.map(\.id), entry.value.range, &findings)
            return nil
        }
        return .value(.subject(subject), text)
    }

    /// `values: {fee: 800}`, as digits or as a date.
    private func amount(_ number: Int, _ text: String, _ range: SourceRange, _ findings: inout Findings) -> Case.Expectation.Kind? {
        let isDay = questionnaire.amounts[number].kind == .day
        let written = isDay ? Day(text)?.description : ExactNumber(text)?.description
        guard let written else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\"\(text)\" is no \(isDay ? "date" : "number") that \(questionnaire.amounts[number].id) can be",
                    at: range,
                    help: isDay ? "write a date such as 2026-11-21" : "write its digits alone, such as 1250.5, without a unit"))
            return nil
        }
        return .value(.amount(number), written)
    }
}

extension Questionnaire {
    /// What a name in a case or a text means: a question, a fact, or an attribute such as `model.complexity`.
    package func subject(named name: String) -> Subject? {
        if let fact = facts.firstIndex(where: { $0.id.description == name }) { return .fact(fact) }
        if let question = questions.firstIndex(where: { $0.id.description == name }) { return .question(question) }
        let parts = name.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let question = questions.firstIndex(where: { $0.id.description == parts[0] }),
            case .one(let choices) = questions[question].kind,
            let index = choices.attributes.firstIndex(where: { $0.id == parts[1] })
        else { return nil }
        return .attribute(question: question, index: index)
    }

    /// The values that a fact, an attribute or the answer to a question with options can have; nil for others.
    func values(of subject: Subject) -> [FactValue]? {
        switch subject {
        case .fact(let fact): return facts[fact].values
        case .decision, .amount, .calculation: return nil
        case .question(let question):
            guard case .one(let choices) = questions[question].kind else { return nil }
            return choices.options.map { FactValue(id: $0.id.description, label: $0.label) }
        case .attribute(let question, let index):
            guard case .one(let choices) = questions[question].kind else { return nil }
            return choices.attributes[index].values
        }
    }
}

extension Question.Kind {
    /// How a case writes an answer.
    fileprivate var written: String {
        switch self {
        case .one: "write the id of one option"
        case .any: "tick-boxes are lists of ids, [] for none"
        case .number: "write one number such as 3 or 2.5"
        case .date: "write one date such as 2026-11-21"
        }
    }
}
