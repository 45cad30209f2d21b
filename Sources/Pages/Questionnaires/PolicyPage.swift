import Content
import Forms
import Words
import CommonMark
import Decision
import Pictures
import Wording
import Templating

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
    func policyPages() -> [RenderedFile] {
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
            let own = PolicyPageView(
                policy: policy(number, parts, cover), parts: parts.count > 1 ? links(to: parts, from: address) : nil,
                contents: contents(on: policyAddress),
                proof: number == 0 ? ProofLinkView(summary: ProofWording(proof, of: questionnaire, book).summary, url: "proof/") : nil)
            return page("policy", view, at: address, own)
        }
    }

    private func policy(_ number: Int, _ parts: [RulePart], _ cover: ElseRegions?) -> PolicyView {
        let part = parts[number]
        let isFirst = number == 0
        let note = steps == nil && isFirst ? site.theme.words["qTooManyPages"] : nil
        return PolicyView(
            noteHTML: note.map { "<p>\(HTMLEscaping.escaped($0))</p>" }, isFirst: isFirst,
            outcomes: isFirst ? questionnaire.outcomes.indices.map { outcome($0, parts) } : [],
            decisions: part.decisions.map { decision($0.number, cover, $0.rows) },
            questions: isFirst ? questions(parts[0]) : [],
            facts: part.facts.map { fact($0.number, cover, $0.rows) }, refused: isFirst ? refused : nil,
            guaranteed: isFirst ? guaranteed : nil)
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
            noteHTML: words["qTooManyPages"].map { "<p>\(HTMLEscaping.escaped($0))</p>" }, isFirst: true, outcomes: [],
            decisions: parts[0].decisions.map { decision($0.number, nil, $0.rows) }, questions: [],
            facts: parts[0].facts.map { fact($0.number, nil, $0.rows) }, refused: refused,
            more: parts.count == 1 ? nil : words["qAllRules"]?.replacing("{count}", with: String(rows.reduce(0, +))))
    }

    /// Whether the answers that lead to each outcome can be listed; the rules say it in fewer words where they are many.
    private var isShort: Bool {
        questionnaire.decisions.reduce(0) { $0 + $1.table.rows.count } <= QuestionnaireRenderer.rowsWithAnswers
    }

    private func outcome(_ number: Int, _ parts: [RulePart]) -> PolicyView.OutcomeView {
        let outcome = questionnaire.outcomes[number]
        let who = isShort ? who(gets: number) : []
        return .init(
            id: outcome.id.description, anchor: anchor(of: outcome), title: outcome.title.string, tone: outcome.tone.rawValue,
            textHTML: showsTexts ? text(of: outcome, values: [], on: policyAddress) : nil,
            paragraphs: showsTexts ? paragraphs(of: outcome) : [],
            cites: showsTexts ? cites(of: outcome, on: policyAddress) : cites(outcome.cites, on: policyAddress),
            rules: .init(items: rules(leadingTo: number, parts)), who: who.isEmpty ? nil : .init(lines: who))
    }

    private func paragraphs(of outcome: Outcome) -> [PolicyView.ParagraphView] {
        let wording = RuleWording(questionnaire, site.theme.phrasebook, isShort: true)
        return outcome.paragraphs.map {
            .init(condition: wording.words($0.condition), textHTML: told($0.text, values: [], on: policyAddress))
        }
    }

    /// The answers that lead to an outcome, a line for each region; none where they are too many to be read.
    private func who(gets outcome: Int) -> [String] {
        var lines: [String] = []
        for (number, decision) in questionnaire.decisions.enumerated() {
            guard let regions = diagram.regions(of: outcome, in: number, limit: QuestionnaireRenderer.shownRegions) else { return [] }
            lines += regions.map { region in
                let said = shortWording.region(region)
                return site.theme.phrasebook.text(questionnaire.decisions.count > 1 ? .labelled(decision, said) : said)
            }
        }
        return lines.count > QuestionnaireRenderer.shownRegions ? [] : lines
    }

    /// Whether the page says what each outcome means: where no other page does, and where it stays a page one can load
    /// and read. Otherwise the pages of the results say it.
    private var showsTexts: Bool { steps == nil || questionnaire.outcomes.count <= QuestionnaireRenderer.outcomesWithTexts }

    /// More texts than these make the page of a policy too long.
    private static let outcomesWithTexts = 30
    /// With more rules, lists of answers would be longer than the rules.
    private static let rowsWithAnswers = 12
    /// More than a reader compares.
    private static let shownRegions = 6

    func anchor(of outcome: Outcome) -> String { "outcome-\(outcome.id)" }

    private func questions(_ part: RulePart) -> [PolicyView.QuestionView] {
        let deciding = RowsOfAnswer(questionnaire, since: site.library.today)
        return questionnaire.questions.indices.map { question($0, answers($0, part, deciding)) }
    }

    private func question(_ number: Int, _ answers: [PolicyView.AnswerView]) -> PolicyView.QuestionView {
        let question = questionnaire.questions[number]
        let count = site.theme.words["qOptions"]?.replacing("{count}", with: String(answers.count))
        let isLong = answers.count > QuestionnaireRenderer.shownAnswers
        return .init(
            id: question.id.description, anchor: "question-\(question.id)", label: question.label?.string, ask: question.ask.string,
            hintHTML: question.hint.map { blocks($0, on: policyAddress) },
            when: question.askIf.map { RuleWording(questionnaire, site.theme.phrasebook, isShort: true).words($0) },
            answers: isLong ? [] : answers,
            folded: isLong ? .init(countText: count ?? "", answers: answers) : nil)
    }

    /// More push the next question off the screen.
    private static let shownAnswers = 12

    /// The answers of a question, with the rules of the page that go with each.
    private func answers(_ number: Int, _ part: RulePart, _ deciding: RowsOfAnswer?) -> [PolicyView.AnswerView] {
        let question = questionnaire.questions[number]
        switch question.kind {
        case .one(let choices), .any(let choices, _, _):
            let shown = part.decisions.flatMap { decision in decision.rows.map { DecidingRow(decision: decision.number, row: $0) } }
            return choices.options.indices.map { option in
                let rows = deciding?.rows(deciding: number, option) ?? Set(shown)
                let places = shown.indices.filter { rows.contains(shown[$0]) }
                return .init(
                    text: choices.options[option].label,
                    rules: places.count == shown.count ? nil : QuestionnaireRenderer.runs(places, of: shown.count))
            }
        case .number, .date: return [.init(text: site.theme.phrasebook.text(question.limits(questionnaire)), rules: nil)]
        }
    }

    /// Numbers counted from 1, as `1-4 7`; or as `!5-6`, where fewer runs say which are not among them.
    private static func runs(_ places: [Int], of count: Int) -> String {
        let among = runs(places)
        let others = "!" + runs((0..<count).filter { !places.contains($0) })
        return others.utf8.count < among.utf8.count ? others : among
    }

    private static func runs(_ places: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for place in places {
            if let last = runs.last, last.upperBound == place {
                runs[runs.count - 1] = last.lowerBound...place + 1
            } else {
                runs.append(place + 1...place + 1)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    }

    /// The decisions as pictures, those that can be read.
    var pictures: [DrawnRoot] {
        QuestionnaireRenderer.readableRoots(diagram).map { root in
            let picture = Picture(diagram, root: root, words: site.theme.phrasebook)
            return DrawnRoot(root: root, picture: picture, drawing: picture.drawn { "./#\(anchor(of: $0))" })
        }
    }

    /// The decisions whose pictures can be read, by their roots.
    static func readableRoots(_ diagram: DecisionDiagram) -> [Int] {
        diagram.decisionRoots.indices.filter { diagram.decisionRoots[$0].outcome == nil && diagram.placeCount(from: $0) <= readableBoxes }
    }

    /// How many boxes each of the other pictures would have.
    static func undrawnSizes(_ diagram: DecisionDiagram) -> [Int] {
        diagram.decisionRoots.indices.filter { diagram.decisionRoots[$0].outcome == nil }.map { diagram.placeCount(from: $0) }
            .filter { $0 > readableBoxes }
    }

    /// More boxes make a picture that nobody follows.
    private static let readableBoxes = 250

    /// The file next to the policy page.
    func pictureName(_ root: Int) -> String { diagram.decisionRoots.count == 1 ? "diagram.svg" : "diagram-\(root + 1).svg" }
}
