import Content
import Forms
import Words
import CommonMark
import Decision
import Pictures
import Wording

/// A decision as a picture.
struct DrawnRoot {
    /// Its number among the decision roots of the diagram.
    let root: Int
    let picture: Picture
    let drawing: Drawing
}

extension QuestionnaireRenderer {
    /// The whole policy: who gets what, the rules as tables, the questions. Where there are more rules than a page holds, the rest
    /// follows on further pages.
    ///
    /// - Parameter pictures: drawn next to the page.
    func policyPages(_ pictures: [DrawnRoot]) -> [RenderedFile] {
        let cover = ElseRegions(questionnaire, since: site.library.today)
        let parts = RulePart.parts(of: questionnaire)
        let book = site.theme.phrasebook
        let title = book.filled("qPolicyTitle", ["title": questionnaire.title.string])
        return parts.indices.map { number in
            let address = Route.part(number, of: policyAddress)
            var view = site.baseView(
                title: number == 0 ? title : book.filled("qPolicyPart", ["title": title, "number": String(number + 1)]), address: address)
            view.summary = questionnaire.summary?.plainText()
            view.canonical = site.canonical(address)
            view.facts = site.facts(of: questionnaire)
            var keys: [String: Any] = ["policy": policy(number == 0 ? pictures : nil, parts[number], cover)]
            if parts.count > 1 { keys["parts"] = links(to: parts, from: address) }
            return page("policy", view, at: address, keys)
        }
    }

    /// - Parameter pictures: nil after the first page, which has all but rules.
    private func policy(_ pictures: [DrawnRoot]?, _ part: RulePart, _ cover: ElseRegions?) -> PolicyView {
        let isFirst = pictures != nil
        let note = steps == nil && isFirst ? site.theme.words["qTooManyPages"] : nil
        return PolicyView(
            noteHTML: note.map { "<p>\(HTMLText.escaped($0))</p>" }, isFirst: isFirst,
            outcomes: isFirst ? questionnaire.outcomes.indices.map(outcome) : [],
            decisions: part.decisions.map { decision($0.number, cover, $0.rows) },
            questions: isFirst ? questionnaire.questions.map(question) : [],
            facts: part.facts.map { fact($0.number, cover, $0.rows) }, refused: isFirst ? refused : nil,
            diagrams: pictures.flatMap { $0.isEmpty ? nil : .init(items: $0.map(view)) })
    }

    /// The rows of `must` and the combinations that are impossible, with what readers are told.
    private var refused: PolicyView.RefusedView? {
        let wording = RuleWording(questionnaire, site.theme.phrasebook)
        let book = site.theme.phrasebook
        let requirements = questionnaire.questions.flatMap(\.must).map { row in
            PolicyView.RefusedRowView(
                condition: row.condition.map(wording.words) ?? book.filled("ruleAlways"), requirement: wording.words(row.that),
                message: row.message.string)
        }
        let impossible = questionnaire.impossible.map { item in
            PolicyView.RefusedRowView(
                condition: wording.words(item.condition), requirement: book.filled("qNever"), message: item.because.string)
        }
        let rows = requirements + impossible
        return rows.isEmpty ? nil : .init(rows: rows)
    }

    private func links(to parts: [RulePart], from address: String) -> OverviewPartsView {
        var start = 1
        return OverviewPartsView(
            items: parts.indices.map { number in
                let count = (parts[number].decisions + parts[number].facts).reduce(0) { $0 + $1.rows.count }
                let title = (site.theme.words["qRulesPart"] ?? "{from} – {to}")
                    .replacing("{from}", with: String(start)).replacing("{to}", with: String(start + count - 1))
                start += count
                let other = Route.part(number, of: policyAddress)
                return .init(title: title, url: Route.relative(from: address, to: other), current: other == address)
            })
    }

    /// The rules in the place of pages that there are too many of, those that one page holds.
    var rules: PolicyView {
        let parts = RulePart.parts(of: questionnaire)
        let rows = questionnaire.decisions.map(\.table.rows.count) + questionnaire.facts.map(\.table.rows.count)
        let words = site.theme.words
        return PolicyView(
            noteHTML: words["qTooManyPages"].map { "<p>\(HTMLText.escaped($0))</p>" }, isFirst: true, outcomes: [],
            decisions: parts[0].decisions.map { decision($0.number, nil, $0.rows) }, questions: [],
            facts: parts[0].facts.map { fact($0.number, nil, $0.rows) }, refused: refused, diagrams: nil,
            more: parts.count == 1 ? nil : words["qAllRules"]?.replacing("{count}", with: String(rows.reduce(0, +))))
    }

    private func outcome(_ number: Int) -> PolicyView.OutcomeView {
        let outcome = questionnaire.outcomes[number]
        let who = who(gets: number)
        return .init(
            id: outcome.id.description, anchor: anchor(of: outcome), title: outcome.title.string, tone: outcome.tone.rawValue,
            textHTML: showsTexts ? text(of: outcome, values: [], on: policyAddress) : nil, cites: cites(outcome.cites, on: policyAddress),
            who: who.lines, more: who.more)
    }

    /// The answers that lead to an outcome, a line for each region; past a limit the rows of the table say more.
    private func who(gets outcome: Int) -> (lines: [String], more: String?) {
        var lines: [String] = []
        for (number, decision) in questionnaire.decisions.enumerated() {
            guard let regions = diagram.regions(of: outcome, in: number, limit: QuestionnaireRenderer.countedRegions) else {
                return ([], site.theme.words["qWhoMany"])
            }
            lines += regions.map { region in
                let said = wording.region(region)
                return site.theme.phrasebook.text(questionnaire.decisions.count > 1 ? .labelled(decision, said) : said)
            }
        }
        let rest = lines.count - QuestionnaireRenderer.shownRegions
        let more = site.theme.words["qMore"]?.replacing("{count}", with: String(rest))
        return (Array(lines.prefix(QuestionnaireRenderer.shownRegions)), rest > 0 ? more : nil)
    }

    /// Whether the page says what each outcome means: where no other page does, and where it stays a page one can load
    /// and read. Otherwise the pages of the results say it.
    private var showsTexts: Bool { steps == nil || questionnaire.outcomes.count <= QuestionnaireRenderer.outcomesWithTexts }

    /// More texts than these make the page of a policy too long.
    private static let outcomesWithTexts = 30
    /// More combinations of answers than these are not written down one by one.
    private static let countedRegions = 200
    /// More than a reader compares.
    private static let shownRegions = 6

    private func anchor(of outcome: Outcome) -> String { "outcome-\(outcome.id)" }

    private func decision(_ number: Int, _ cover: ElseRegions?, _ rows: Range<Int>) -> PolicyView.DecisionView {
        let decision = questionnaire.decisions[number]
        let wording = RuleWording(questionnaire, site.theme.phrasebook)
        let match: String =
            switch decision.table.match {
            case .one: "qMatchOne"
            case .first: "qMatchFirst"
            case .many: "qMatchMany"
            }
        return .init(
            id: decision.id.description, title: questionnaire.decisions.count > 1 ? decision.name : nil,
            match: site.theme.words[match] ?? "",
            rows: rows.flatMap { index in
                let row = decision.table.rows[index]
                let condition = whole(wording.row(row), rest(cover, index, .decision(number)))
                return row.outcomes.map { number in
                    let outcome = questionnaire.outcomes[number]
                    return PolicyView.RowView(
                        id: number == row.outcomes.first ? decision.rowID(row) : nil, condition: condition,
                        title: outcome.title.string,
                        anchor: anchor(of: outcome),
                        tone: outcome.tone.rawValue, cites: cites(row.cites, on: policyAddress))
                }
            })
    }

    /// A condition, and after it what an `else` takes.
    private func whole(_ condition: String, _ rest: Phrasing?) -> String {
        guard let rest else { return condition }
        return site.theme.phrasebook.text(.pattern("ruleRestAs", ["rest": .text(condition), "answers": rest]))
    }

    /// What an `else` takes; nil for other rows.
    private func rest(_ cover: ElseRegions?, _ row: Int, _ table: TableName) -> Phrasing? {
        let found = cover?.lines(ofRow: row, in: table, limit: QuestionnaireRenderer.shownRegions, site.theme.phrasebook)
        guard let found, !found.lines.isEmpty else { return nil }
        let more = found.more > 0 ? [site.theme.words["qMore"]?.replacing("{count}", with: String(found.more)) ?? ""] : []
        return .list((found.lines + more).map(Phrasing.text), "ruleRests")
    }

    private func question(_ question: Question) -> PolicyView.QuestionView {
        let answers = answers(question)
        let count = site.theme.words["qOptions"]?.replacing("{count}", with: String(answers.count))
        let isLong = answers.count > QuestionnaireRenderer.shownAnswers
        return .init(
            id: question.id.description, anchor: "question-\(question.id)", ask: question.ask.string,
            hintHTML: question.hint.map { blocks($0, on: policyAddress) },
            when: question.askIf.map { RuleWording(questionnaire, site.theme.phrasebook).words($0) }, answers: isLong ? [] : answers,
            folded: isLong ? .init(countText: count ?? "", answers: answers) : nil)
    }

    /// More push the next question off the screen.
    private static let shownAnswers = 12

    private func answers(_ question: Question) -> [String] {
        switch question.kind {
        case .one(let choices), .any(let choices, _, _): choices.options.map(\.label)
        case .number, .date: [site.theme.phrasebook.text(question.limits(questionnaire))]
        }
    }

    /// The decisions as pictures, those that can be read.
    var pictures: [DrawnRoot] {
        diagram.decisionRoots.indices.filter { diagram.decisionRoots[$0].outcome == nil }.compactMap { root in
            let picture = Picture(diagram, root: root, words: site.theme.phrasebook)
            guard picture.boxes.count <= QuestionnaireRenderer.readableBoxes else { return nil }
            return DrawnRoot(root: root, picture: picture, drawing: picture.drawn())
        }
    }

    /// More boxes make a picture that nobody follows.
    private static let readableBoxes = 80

    private func view(_ drawn: DrawnRoot) -> PolicyView.DiagramView {
        .init(
            title: drawn.picture.title, svgURL: pictureName(drawn.root), width: drawn.drawing.width, height: drawn.drawing.height,
            lines: drawn.picture.sentences.map { .init(text: $0) })
    }

    /// The file next to the policy page.
    func pictureName(_ root: Int) -> String { diagram.decisionRoots.count == 1 ? "diagram.svg" : "diagram-\(root + 1).svg" }

    private func fact(_ number: Int, _ cover: ElseRegions?, _ rows: Range<Int>) -> PolicyView.FactView {
        let fact = questionnaire.facts[number]
        let wording = RuleWording(questionnaire, site.theme.phrasebook)
        return .init(
            id: fact.id.description, anchor: "fact-\(fact.id)", label: fact.label,
            rows: rows.map { index in
                let row = fact.table.rows[index]
                let condition = whole(wording.row(row), rest(cover, index, .fact(number)))
                return .init(condition: condition, value: wording.value(of: row, fact))
            })
    }
}
