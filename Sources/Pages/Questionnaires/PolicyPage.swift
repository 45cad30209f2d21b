import CommonMark
import Content
import Decision

extension QuestionnaireRenderer {
    /// The whole policy: who gets what, the rules as tables, the questions.
    func policyPage() -> RenderedFile {
        let words = site.theme.words
        let title = (words["qPolicyTitle"] ?? "{title}").replacing("{title}", with: questionnaire.title.string)
        var view = site.baseView(title: title, address: policyAddress)
        view.summary = questionnaire.summary?.plainText()
        view.canonical = site.canonical(policyAddress)
        return page("policy", view, at: policyAddress, ["policy": policy()])
    }

    private func policy() -> PolicyView {
        let words = site.theme.words
        return PolicyView(
            noteHTML: steps == nil ? words["qTooManyPages"].map { "<p>\(HTMLText.escaped($0))</p>" } : nil,
            outcomes: questionnaire.outcomes.indices.map(outcome), decisions: questionnaire.decisions.map(decision),
            questions: questionnaire.questions.map(question), facts: questionnaire.facts.map(fact), diagram: nil)
    }

    private func outcome(_ number: Int) -> PolicyView.OutcomeView {
        let outcome = questionnaire.outcomes[number]
        return .init(
            id: outcome.id.description, anchor: anchor(of: outcome), title: outcome.title.string, tone: outcome.tone.rawValue,
            textHTML: text(of: outcome, values: [], on: policyAddress), cites: cites(outcome.cites, on: policyAddress),
            who: [], more: nil)
    }

    private func anchor(of outcome: Outcome) -> String { "outcome-\(outcome.id)" }

    private func decision(_ decision: Decision) -> PolicyView.DecisionView {
        let wording = RuleWording(questionnaire)
        let match: String =
            switch decision.table.match {
            case .one: "qMatchOne"
            case .first: "qMatchFirst"
            case .many: "qMatchMany"
            }
        return .init(
            id: decision.id.description, title: questionnaire.decisions.count > 1 ? decision.title?.string : nil,
            match: site.theme.words[match] ?? "",
            rows: decision.table.rows.flatMap { row in
                row.outcomes.map { number in
                    let outcome = questionnaire.outcomes[number]
                    return PolicyView.RowView(
                        id: decision.rowID(row), condition: wording.row(row), title: outcome.title.string, anchor: anchor(of: outcome),
                        tone: outcome.tone.rawValue, cites: cites(row.cites, on: policyAddress))
                }
            })
    }

    private func question(_ question: Question) -> PolicyView.QuestionView {
        .init(
            id: question.id.description, anchor: "question-\(question.id)", ask: question.ask.string,
            hintHTML: question.hint.map { blocks($0, on: policyAddress) },
            when: question.askIf.map { RuleWording(questionnaire).words($0) }, answers: answers(question))
    }

    private func answers(_ question: Question) -> [String] {
        switch question.kind {
        case .one(let choices), .any(let choices, _, _): choices.options.map(\.label)
        case .number(let range): ["\(range.from) – \(range.to)" + (range.unit.map { " " + $0 } ?? "")]
        case .date(let range): ["\(words(range.from)) – \(words(range.to))"]
        }
    }

    private func words(_ bound: DateBound) -> String {
        switch bound {
        case .day(let day): dateText(day, site.theme.words)
        case .today(let shift): shift == .none ? site.theme.words["qToday"] ?? "today" : "today\(shift.words)"
        }
    }

    private func fact(_ fact: Fact) -> PolicyView.FactView {
        let wording = RuleWording(questionnaire)
        return .init(
            id: fact.id.description, anchor: "fact-\(fact.id)", label: fact.label,
            rows: fact.table.rows.map { .init(condition: wording.row($0), value: wording.value(of: $0, fact)) })
    }
}
