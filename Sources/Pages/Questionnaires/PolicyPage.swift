import Words
import CommonMark
import Content
import Decision

/// A decision as a picture.
struct DrawnTrack {
    /// Its number among the tracks of the diagram.
    let track: Int
    let picture: Picture
    let drawing: Drawing
}

extension QuestionnaireRenderer {
    /// The whole policy: who gets what, the rules as tables, the questions.
    ///
    /// - Parameter pictures: drawn beside the page.
    func policyPage(_ pictures: [DrawnTrack]) -> RenderedFile {
        let words = site.theme.words
        let title = (words["qPolicyTitle"] ?? "{title}").replacing("{title}", with: questionnaire.title.string)
        var view = site.baseView(title: title, address: policyAddress)
        view.summary = questionnaire.summary?.plainText()
        view.canonical = site.canonical(policyAddress)
        view.facts = site.facts(of: questionnaire)
        return page("policy", view, at: policyAddress, ["policy": policy(pictures)])
    }

    private func policy(_ pictures: [DrawnTrack]) -> PolicyView {
        let words = site.theme.words
        let cover = ElseCover(questionnaire, since: site.library.today)
        return PolicyView(
            noteHTML: steps == nil ? words["qTooManyPages"].map { "<p>\(HTMLText.escaped($0))</p>" } : nil,
            outcomes: questionnaire.outcomes.indices.map(outcome), decisions: questionnaire.decisions.indices.map { decision($0, cover) },
            questions: questionnaire.questions.map(question), facts: questionnaire.facts.indices.map { fact($0, cover) },
            diagrams: pictures.isEmpty ? nil : .init(items: pictures.map(view)))
    }

    /// The rules in the place of pages that there are too many of, those that one page holds.
    var rules: PolicyView {
        let decisions = questionnaire.decisions.indices.map { decision($0, nil, limit: Limits.shownRules) }
        let count = questionnaire.decisions.reduce(0) { $0 + $1.table.rows.count }
        let isWhole = decisions.reduce(0) { $0 + $1.rows.count } >= count
        let words = site.theme.words
        return PolicyView(
            noteHTML: words["qTooManyPages"].map { "<p>\(HTMLText.escaped($0))</p>" }, outcomes: [], decisions: decisions, questions: [],
            facts: questionnaire.facts.indices.map { fact($0, nil) }, diagrams: nil,
            more: isWhole ? nil : words["qAllRules"]?.replacing("{count}", with: String(count)))
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
            guard let regions = diagram.regions(of: outcome, in: number, limit: 200) else { return ([], site.theme.words["qWhoMany"]) }
            lines += regions.map { region in
                let conditions = region.conditions.map { $0.phrasing(questionnaire) }
                let text = site.theme.phrasebook.text(conditions.isEmpty ? .word("qWhoAll") : .list(conditions, "ruleAll"))
                return questionnaire.decisions.count > 1 ? decision.labelled(text) : text
            }
        }
        let rest = lines.count - QuestionnaireRenderer.shownRegions
        let more = site.theme.words["qMore"]?.replacing("{count}", with: String(rest))
        return (Array(lines.prefix(QuestionnaireRenderer.shownRegions)), rest > 0 ? more : nil)
    }

    /// Whether the page says what each outcome means: where no other page does, and where it stays a page one can load
    /// and read. Otherwise the pages of the results say it.
    private var showsTexts: Bool { steps == nil || questionnaire.outcomes.count <= 30 }

    /// More than a reader compares.
    private static let shownRegions = 6

    private func anchor(of outcome: Outcome) -> String { "outcome-\(outcome.id)" }

    private func decision(_ number: Int, _ cover: ElseCover?, limit: Int = .max) -> PolicyView.DecisionView {
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
            rows: decision.table.rows.enumerated().prefix(limit).flatMap { index, row in
                let rest = rest(cover?.lines(decision: number)(index, QuestionnaireRenderer.shownRegions, site.theme.phrasebook))
                return row.outcomes.map { outcome in
                    let outcome = questionnaire.outcomes[outcome]
                    return PolicyView.RowView(
                        id: decision.rowID(row), condition: wording.row(row) + rest, title: outcome.title.string,
                        anchor: anchor(of: outcome),
                        tone: outcome.tone.rawValue, cites: cites(row.cites, on: policyAddress))
                }
            })
    }

    /// What an `else` takes, said behind its condition; nothing for other rows.
    private func rest(_ found: (lines: [String], more: Int)?) -> String {
        guard let found, !found.lines.isEmpty else { return "" }
        let more = found.more > 0 ? [site.theme.words["qMore"]?.replacing("{count}", with: String(found.more)) ?? ""] : []
        return ": " + (found.lines + more).joined(separator: " / ")
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
    var pictures: [DrawnTrack] {
        diagram.tracks.indices.filter { diagram.tracks[$0].outcome == nil }.compactMap { track in
            let picture = Picture(diagram, track: track, words: site.theme.phrasebook)
            guard picture.boxes.count <= QuestionnaireRenderer.readableBoxes else { return nil }
            return DrawnTrack(track: track, picture: picture, drawing: picture.drawn())
        }
    }

    /// More boxes make a picture that nobody follows.
    private static let readableBoxes = 80

    private func view(_ drawn: DrawnTrack) -> PolicyView.DiagramView {
        .init(
            title: drawn.picture.title, svgURL: pictureName(drawn.track), width: drawn.drawing.width, height: drawn.drawing.height,
            lines: drawn.picture.sentences.map { .init(text: $0) })
    }

    /// The file beside the policy page.
    func pictureName(_ track: Int) -> String { diagram.tracks.count == 1 ? "diagram.svg" : "diagram-\(track + 1).svg" }

    private func fact(_ number: Int, _ cover: ElseCover?) -> PolicyView.FactView {
        let fact = questionnaire.facts[number]
        let wording = RuleWording(questionnaire, site.theme.phrasebook)
        return .init(
            id: fact.id.description, anchor: "fact-\(fact.id)", label: fact.label,
            rows: fact.table.rows.enumerated().map { index, row in
                let rest = rest(cover?.lines(fact: number)(index, QuestionnaireRenderer.shownRegions, site.theme.phrasebook))
                return .init(condition: wording.row(row) + rest, value: wording.value(of: row, fact))
            })
    }
}
