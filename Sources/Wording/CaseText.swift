import CommonMark
package import Decision
import Forms
package import Words

/// Cases as an author would write them into `NAME.cases.yaml`.
package struct CaseText {
    private let questionnaire: Questionnaire
    private let book: Phrasebook
    private let words: (String) -> String?
    private let taken: Set<String>

    /// - Parameters:
    ///   - book: the language of the site, in which cases are named.
    ///   - names: those that cases have already.
    ///   - words: what a value of a data file prints.
    package init(
        _ questionnaire: Questionnaire, _ book: Phrasebook, names: [String] = [], words: @escaping (String) -> String? = { _ in nil }
    ) {
        self.questionnaire = questionnaire
        self.book = book
        self.words = words
        taken = Set(names)
    }

    /// A list of cases; nothing for none.
    package func text(_ cases: [SuggestedCase]) -> String {
        zip(cases, names(cases)).map(text).joined()
    }

    /// One case in YAML, in the order in which its fields are documented.
    private func text(_ suggested: SuggestedCase, _ name: String) -> String {
        let answers = suggested.answers.map { given in
            let question = questionnaire.questions[given.question]
            return "\(question.id): \(value(given.answer, question))"
        }
        var lines = ["- name: \(ScalarText.quoted(name))"]
        if let today = suggested.today { lines.append("  today: \(today)") }
        lines.append("  answers: {\(answers.joined(separator: ", "))}")
        switch suggested.end {
        case .result(let result):
            lines.append("  outcome: \(questionnaire.written(outcomesOf: result))")
            let values = printed(result, suggested).map { "\($0): \(ScalarText.plain($1))" }
            if !values.isEmpty { lines.append("  values: {\(values.joined(separator: ", "))}") }
        case .refused(let question, _): lines.append("  refused: \(questionnaire.questions[question].id)")
        case .question(let question, _): lines.append("  asks: \(questionnaire.questions[question].id)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The end of each case, with the answers that tell it from others of the same end.
    private func names(_ cases: [SuggestedCase]) -> [String] {
        let ends = cases.map(end)
        var used = taken
        return cases.indices.map { index in
            let alike = cases.indices.filter { $0 != index && ends[$0] == ends[index] }
            var name = ends[index]
            if !alike.isEmpty || used.contains(name) {
                name = book.filled("caseOf", ["end": name, "answers": telling(cases[index], from: alike.map { cases[$0] })])
            }
            var number = 2
            let first = name
            while used.contains(name) {
                name = book.filled("caseNumber", ["name": first, "number": String(number)])
                number += 1
            }
            used.insert(name)
            return name
        }
    }

    /// The fewest answers, tried one after the other, that no other case gives together.
    private func telling(_ item: SuggestedCase, from others: [SuggestedCase]) -> String {
        var rest = others
        var chosen: [Walk.GivenAnswer] = []
        while !rest.isEmpty {
            let open = item.answers.filter { !chosen.contains($0) }
            guard let best = open.min(by: { count(of: $0, in: rest) < count(of: $1, in: rest) }), count(of: best, in: rest) < rest.count
            else { break }
            chosen.append(best)
            rest = rest.filter { $0.answers.contains(best) }
        }
        if chosen.isEmpty { chosen = Array(item.answers.suffix(1)) }
        let given = item.answers.filter(chosen.contains).map { given in
            let question = questionnaire.questions[given.question]
            let words = question.text(of: given.answer).split(separator: ",").map { Phrasing.text(String($0)) }
            return Phrasing.pattern("ruleTest", ["subject": .text("\(question.id)"), "cell": .list(words, "listAnd")])
        }
        return book.text(.list(given, "caseAnswers"))
    }

    private func count(of given: Walk.GivenAnswer, in cases: [SuggestedCase]) -> Int { cases.count { $0.answers.contains(given) } }

    /// The titles of the outcomes, or the question that is refused.
    private func end(_ suggested: SuggestedCase) -> String {
        switch suggested.end {
        case .result(let result):
            let titles = zip(questionnaire.decisions, result.outcomes).map { decision, outcomes in
                let titles = outcomes.map { Phrasing.text(questionnaire.outcomes[$0].title.string) }
                let said: Phrasing = titles.isEmpty ? .word("caseNothing") : .list(titles, "listAnd")
                return questionnaire.decisions.count > 1 ? .labelled(decision, said) : said
            }
            return book.text(.list(titles, "ruleAll"))
        case .refused(let question, _): return book.filled("caseRefused", ["question": "\(questionnaire.questions[question].id)"])
        case .question(let question, _): return book.filled("caseAsked", ["question": "\(questionnaire.questions[question].id)"])
        }
    }

    private func value(_ answer: Answer, _ question: Question) -> String {
        if case .ticked(let options) = answer {
            return "[\(options.map { question.options[$0].id.description }.joined(separator: ", "))]"
        }
        return question.text(of: answer)
    }

    /// What the texts print apart from answers: facts, attributes, amounts and values of data files.
    private func printed(_ result: WalkResult, _ suggested: SuggestedCase) -> [(String, String)] {
        let answers = suggested.answers
        let outcomes = result.outcomes.flatMap { $0 }.map { questionnaire.outcomes[$0] }
        var seen: Set<String> = []
        var values: [(String, String)] = result.values.map { shown in
            let fact = questionnaire.facts[shown.fact]
            return (fact.id.description, own(fact.values[shown.value]))
        }
        for case .attribute(let number, let index) in outcomes.flatMap({ $0.names(showing: result.paragraphs) }).map(\.subject) {
            guard case .one(let choices) = questionnaire.questions[number].kind,
                case .option(let option) = answers.first(where: { $0.question == number })?.answer,
                let value = choices.attributes[index].valueOfOption[option]
            else { continue }
            values.append(
                (questionnaire.name(of: .attribute(question: number, index: index)), own(choices.attributes[index].values[value])))
        }
        let given = Dictionary(answers.map { ($0.question, $0.answer) }) { $1 }
        for amount in outcomes.flatMap({ $0.amounts(showing: result.paragraphs) }) {
            // Without a day of its own, the case is the same on every day.
            guard let today = suggested.today ?? Day(number: 0), let value = questionnaire.value(ofAmount: amount, given, today: today)
            else { continue }
            values.append((questionnaire.amounts[amount].id.description, value.text))
        }
        for name in outcomes.flatMap({ $0.texts(showing: result.paragraphs) }).flatMap(\.values).map(\.name) {
            if questionnaire.subject(named: name) == nil, let words = words(name) { values.append((name, words)) }
        }
        return values.filter { seen.insert($0.0).inserted }
    }

    /// The words of a value, by which a change of them is noticed; the id of plain ones.
    private func own(_ value: FactValue) -> String {
        value.label.lowercased() == value.id ? value.id : value.label
    }
}
