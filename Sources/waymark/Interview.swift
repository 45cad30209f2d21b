import CommonMark
import Decision
import Diagnostics
import Forms
import Pages
import Wording
import Words

/// A questionnaire asked question by question on a terminal.
struct Interview {
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

    /// Asks until there is a result, or the input ends.
    func run(_ given: [Int: Answer]) {
        var answers = given
        Output.print(questionnaire.title.string + "\n")
        while true {
            let position = walk.position(answers)
            switch position.state {
            case .result(let result):
                show(result, position, answers)
                return
            case .refused(let number, let reason):
                Output.print("\(questionnaire.questions[number].words(of: reason, book))\n")
                answers[number] = nil
            case .question(let number, let closed):
                ask(number, closed)
                guard let line = readLine() else { return }
                let typed = line.trimmingPrefix { $0 == " " }
                if typed == "b" || typed == "back" {
                    if let last = position.path.last { answers[last.question] = nil }
                } else if let answer = read(String(typed), number, closed) {
                    answers[number] = answer
                }
            }
        }
    }

    private func ask(_ number: Int, _ closed: [Int]) {
        let question = questionnaire.questions[number]
        Output.print(question.ask.string)
        if let hint = question.hint { Output.print("  \(hint.plainText())") }
        for (place, option) in offered(question, closed).enumerated() {
            Output.print("  \(place + 1)  \(question.options[option].label)")
        }
        Output.write("\(prompt(question)) > ", to: 1)
    }

    private func prompt(_ question: Question) -> String {
        switch question.kind {
        case .one: return book.filled("askOne")
        case .any: return book.filled("askAny")
        case .number(let range):
            guard let unit = range.unit else { return book.filled("askNumber") }
            return book.filled("askNumberOf", ["unit": unit])
        case .date: return book.filled("askDate", ["example": book.days.text(walk.today)])
        }
    }

    private func offered(_ question: Question, _ closed: [Int]) -> [Int] {
        question.options.indices.filter { !closed.contains($0) }
    }

    /// What was typed: the place of an option in the list, its id, or an answer as commands write it.
    private func read(_ typed: String, _ number: Int, _ closed: [Int]) -> Answer? {
        let question = questionnaire.questions[number]
        let options = offered(question, closed)
        let words = typed.split(separator: ",").map { word -> String in
            let bare = word.split(separator: " ").joined(separator: " ")
            guard let place = Int(bare), options.indices.contains(place - 1) else { return bare }
            return question.options[options[place - 1]].id.description
        }
        let isListed = if case .number = question.kind { false } else if case .date = question.kind { false } else { true }
        switch question.answer(typed: isListed ? words.joined(separator: ",") : typed, today: walk.today, book) {
        case .success(let answer): return answer
        case .failure(let problem):
            Output.print("\(problem.sentence)\n")
            return nil
        }
    }

    private func show(_ result: WalkResult, _ position: Walk.Position, _ answers: [Int: Answer]) {
        let names = walk.wordings(result, after: position.path, book)
        for (number, decision) in questionnaire.decisions.enumerated() {
            if questionnaire.decisions.count > 1 { Output.print("\n\(decision.name)") }
            let outcomes = result.outcomes[number].map { questionnaire.outcomes[$0] }
            if outcomes.isEmpty { Output.print("\n\(book.filled("qNothing"))") }
            for outcome in outcomes {
                Output.print("\n== \(outcome.title.string)")
                if let text = texts.text(of: outcome, in: questionnaire, showing: result.paragraphs, names)?.plain { Output.print(text) }
                for given in position.path where outcome.answers.contains(given.question) {
                    let question = questionnaire.questions[given.question]
                    Output.print("  \(question.ask.string)  \(question.words(of: given.answer, book))")
                }
                for source in texts.sources(of: outcome) { Output.print(source.words) }
            }
        }
        showUnmet(position)
        showIgnored(position, answers)
        Output.print("\n\(book.filled("askBecause"))")
        for given in position.path {
            let question = questionnaire.questions[given.question]
            Output.print("  \(question.ask.string)  \(question.words(of: given.answer, book))")
        }
        showAmounts(result, position)
        showRules(result, position)
        showChanges(answers)
    }

    /// How the amounts are calculated that the texts show.
    private func showAmounts(_ result: WalkResult, _ position: Walk.Position) {
        let shown = result.outcomes.joined().flatMap { questionnaire.outcomes[$0].amounts(showing: result.paragraphs) }
        let steps = FormulaWording(questionnaire, book).steps(Set(shown).sorted(), position.answers, today: walk.today)
        guard !steps.isEmpty else { return }
        Output.print("\n\(book.filled("qAmounts"))")
        for step in steps { Output.print("  \(step)") }
    }

    /// What the nearest better outcome of a decision demands, where it came to nothing possible.
    private func showUnmet(_ position: Walk.Position) {
        for unmet in walk.unmet(position) {
            let outcome = unmet.outcome.map { questionnaire.outcomes[$0] }
            Output.print("\n" + (outcome.map { book.filled("qUnmet", ["outcome": $0.title.string]) } ?? book.filled("qUnmetAny")))
            for condition in unmet.conditions.prefix(UnmetConditions.shown) {
                let question = questionnaire.questions[condition.question]
                let needed = condition.needed.map { question.words(of: $0, today: walk.today, book, isListed: condition.needed.count > 1) }
                let isAll = if case .any = question.kind { true } else { false }
                let list = book.text(.list(needed.map(Phrasing.text), isAll ? "listAnd" : "listOr"))
                Output.print("  \(question.ask.string)  \(book.filled("qNeeded")) \(list)")
            }
            let cites = unmet.rows.flatMap { questionnaire.decisions[unmet.decision].table.rows[$0].cites }
            show(cites.isEmpty ? outcome?.cites ?? [] : cites, indent: "  ")
        }
    }

    /// Answers that were given and are not asked for: they count for nothing.
    private func showIgnored(_ position: Walk.Position, _ answers: [Int: Answer]) {
        for number in position.ignored {
            let question = questionnaire.questions[number]
            let given = answers[number].map { "=\(question.text(of: $0))" } ?? ""
            Output.print("\n" + book.filled("askIgnored", ["answer": "\(question.id)\(given)"]))
        }
    }

    /// The rows that decided, each with the rows of the facts that it rests on.
    private func showRules(_ result: WalkResult, _ position: Walk.Position) {
        let words = RuleWording(questionnaire, book)
        let reasons = questionnaire.facts.isEmpty ? nil : FactReasons(questionnaire, since: walk.today)
        let answers = Dictionary(position.path.map { ($0.question, $0.answer) }) { _, last in last }
        for deciding in result.because.sorted(by: { ($0.decision, $0.row) < ($1.decision, $1.row) }) {
            let decision = questionnaire.decisions[deciding.decision]
            let row = decision.table.rows[deciding.row]
            let said = Phrasing.word("askRule")
            Output.print("\n" + book.text(questionnaire.decisions.count > 1 ? .labelled(decision, said) : said))
            show(reason: row, indent: "  ")
            show(row.cites, indent: "  ")
            for (number, index) in reasons?.rows(under: row, given: answers, today: walk.today) ?? [] {
                let fact = questionnaire.facts[number]
                let row = fact.table.rows[index]
                Output.print("  " + book.filled("askFact", ["fact": fact.label, "value": words.value(of: row, fact)]))
                show(reason: row, indent: "    ")
                show(row.cites, indent: "    ")
            }
        }
    }

    /// The conditions of a row, a line each.
    private func show(reason row: Row, indent: String) {
        for line in ReasonWording(questionnaire, book).text(row).split(separator: "\n") { Output.print(indent + line) }
    }

    private func show(_ cites: [Cite], indent: String) {
        for cite in cites { Output.print("\(indent)\(book.filled("askSee", ["title": cite.text.string]))") }
    }

    private func showChanges(_ answers: [Int: Answer]) {
        let changes = walk.advisable(walk.changes(answers))
        guard !changes.isEmpty else { return }
        Output.print("\n\(book.filled("askChanges"))")
        for change in changes.prefix(20) {
            let question = questionnaire.questions[change.question]
            Output.print(
                "  \(question.ask.string)  \(question.words(of: change.kind, today: walk.today, book))  ->  \(words(change.leadsTo))")
        }
        if changes.count > 20 { Output.print("  \(book.filled("qMore", ["count": "\(changes.count - 20)"]))") }
    }

    private func words(_ state: Walk.State) -> String {
        switch state {
        case .question(let number, _): return book.filled("qAsks", ["question": questionnaire.questions[number].ask.string])
        case .refused(let number, let reason): return questionnaire.questions[number].words(of: reason, book)
        case .result(let result):
            let ends = zip(questionnaire.decisions, result.outcomes).map { decision, outcomes in
                let titles = outcomes.map { Phrasing.text(questionnaire.outcomes[$0].title.string) }
                let said: Phrasing = titles.isEmpty ? .word("caseNothing") : .list(titles, "listAnd")
                return questionnaire.decisions.count > 1 ? .labelled(decision, said) : said
            }
            return book.text(.list(ends, "ruleAll"))
        }
    }
}
