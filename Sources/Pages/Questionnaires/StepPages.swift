import Forms
import Words
import CommonMark
import Decision
import Wording
import Templating

extension QuestionnaireRenderer {
    /// The question of a state's page as links; nil for a result, and where there are no such pages.
    func step(ofPage number: Int, from address: String) -> StepView? {
        guard case .question(let step)? = steps?.pages[number] else { return nil }
        let question = questionnaire.questions[step.question]
        let option = step.option.map { question.options[$0] }
        let answers = step.choices.map { choice -> StepAnswer in
            let picked: Option? = if case .option(let index) = choice.label { question.options[index] } else { nil }
            let view = StepOptionView(
                label: label(choice.label, picked, asking: step.question), hintHTML: picked?.hint.map { blocks($0, on: address) },
                url: Route.relative(from: address, to: self.address(ofPage: choice.page)),
                answer: number == 0 && !question.isSearched ? picked.map { "\(question.id)=\($0.id)" } : nil)
            return StepAnswer(group: picked?.group, isAlwaysShown: picked.map(question.isAlwaysShown) ?? false, view: view)
        }
        let groups = StepGroups(answers: answers, level: number == 0 ? 3 : 2, others: site.theme.words["qOtherAnswers"] ?? "")
        let calculation = calculation(step.choices.first?.label)
        return StepView(
            ask: calculation ?? ask(step.question, option),
            hintHTML: calculation == nil ? (option?.hint ?? question.hint).map { blocks($0, on: address) } : nil, only: only(step.only),
            refused: step.isCut ? requirements(naming: step.question) : nil, groups: groups.views, jumps: groups.jumps)
    }

    /// What the author says of answers to a question that are not accepted.
    private func requirements(naming number: Int) -> String? {
        let messages = questionnaire.questions.enumerated().flatMap { owner, question in
            question.must.filter { row in
                owner == number || row.that.questions.contains(number) || row.condition?.questions.contains(number) ?? false
            }.map(\.message.string)
        }
        guard !messages.isEmpty else { return nil }
        return site.theme.phrasebook.filled("qNotAll", ["messages": messages.joined(separator: " ")])
    }

    /// Why a page has one answer.
    private func only(_ reason: StepGraph.OnlyReason?) -> String? {
        let book = site.theme.phrasebook
        switch reason {
        case .least(let count): return book.filled("qOnlyFew", ["count": book.words["number\(count)"] ?? String(count)])
        case .earlier: return book.filled("qOnlyOne")
        case nil: return nil
        }
    }

    private func label(_ label: StepGraph.Label, _ option: Option?, asking question: Int) -> String {
        switch label {
        case .option: option?.label ?? ""
        case .yes: site.theme.words["yes"] ?? ""
        case .no: site.theme.words["no"] ?? ""
        case .blocks(let variable, let blocks): site.theme.phrasebook.text(wording.edge(variable, blocks, asking: question))
        }
    }

    /// The way to a state's page, as far as it is the same for everybody.
    func trail(toPage number: Int, from address: String) -> TrailView {
        let trail = trails[number]
        let book = site.theme.phrasebook
        let answers = trail.isWhole ? trail.answers.map { given($0) } : trail.common.compactMap { given($0) }
        let before = trail.before ?? 0
        var back = book.filled("qBack")
        if !trail.isDirect, case .question(let step)? = steps?.pages[before] {
            let option = step.option.map { questionnaire.questions[step.question].options[$0] }
            let asked = calculation(step.choices.first?.label) ?? ask(step.question, option)
            back = book.filled("qBackTo", ["question": asked])
        }
        return TrailView(
            backURL: Route.relative(from: address, to: self.address(ofPage: before)), backText: back,
            answers: answers.isEmpty && trail.isWhole ? nil : GivenAnswersView(items: answers, isWhole: trail.isWhole))
    }

    /// What readers of a page calculate, in whose place the answer to a question would be; nil where they give an answer.
    private func calculation(_ label: StepGraph.Label?) -> String? {
        if case .blocks(let variable, _)? = label { wording.calculation(variable, site.theme.phrasebook) } else { nil }
    }

    /// A question, or one tick-box of it, as its page asks it.
    private func ask(_ question: Int, _ option: Option?) -> String {
        [questionnaire.questions[question].ask.string, option?.label].compactMap { $0 }.joined(separator: " ")
    }

    /// What a result's page shows: for each decision its outcomes, or that none applies.
    func results(ofPage number: Int, on address: String) -> [ResultView] {
        guard case .result(let outcomes, let values, let paragraphs)? = steps?.pages[number] else { return [] }
        let isSeveral = questionnaire.decisions.count > 1
        let isSingle = outcomes.count == 1 && outcomes[0].count < 2
        let lacking = lacking(onPage: number, at: address)
        let telling = Telling(values: values, paragraphs: paragraphs, answers: trails[number].answers)
        var shown: Set<Int> = []
        var isFirst = true
        return zip(questionnaire.decisions, outcomes).enumerated().map { number, pair in
            let (decision, outcomes) = pair
            let caption = isSeveral ? decision.name : isSingle ? questionnaire.title.string : nil
            var views = outcomes.map {
                outcome($0, telling, caption: caption, isRepeated: !shown.insert($0).inserted, on: address)
            }
            if views.isEmpty { views = [OutcomeView(nothing: site.theme.words["qNothing"] ?? "", caption: caption)] }
            views[0].isTitle = isFirst
            views[0].unmet = lacking[number]
            isFirst = false
            return ResultView(outcomes: views)
        }
    }

    /// What is missing for a better outcome, by decision.
    private func lacking(onPage number: Int, at address: String) -> [Int: UnmetView] {
        let found = steps?.unmet(number, after: trails[number], in: diagram) ?? []
        let book = site.theme.phrasebook
        return Dictionary(
            uniqueKeysWithValues: found.map { unmet in
                if unmet.conditions.isEmpty { return (unmet.decision, differing(onPage: number, in: unmet.decision, at: address)) }
                let outcome = unmet.outcome.map { questionnaire.outcomes[$0] }
                var conditions = unmet.conditions.prefix(UnmetConditions.shown).map(shown)
                let more = unmet.conditions.count - conditions.count
                if more > 0 {
                    conditions.append(UnmetView.Condition(ask: book.filled("qMore", ["count": String(more)]), needed: nil, given: nil))
                }
                let title = outcome.map { book.filled("qUnmet", ["outcome": $0.title.string]) } ?? book.filled("qUnmetAny")
                let cites = outcome.flatMap { self.cites($0.cites, on: address) }
                return (unmet.decision, UnmetView(title: title, conditions: conditions, cites: cites))
            })
    }

    /// Where readers need different things for a better outcome: that they do, and where the rules say who comes here.
    private func differing(onPage number: Int, in decision: Int, at address: String) -> UnmetView {
        let words = site.theme.words
        var cites: CitesView?
        if case .result(let outcomes, _, _)? = steps?.pages[number], let outcome = outcomes[decision].first {
            let url = Route.relative(from: address, to: policyAddress) + "#" + anchor(of: questionnaire.outcomes[outcome])
            cites = CitesView([(url, words["qWho"] ?? "")])
        }
        return UnmetView(title: words["qUnmetSeveral"] ?? "", conditions: [], cites: cites)
    }

    /// A condition that isn't met. Nobody is told to say that they don't know.
    private func shown(_ condition: StepUnmet.Condition) -> UnmetView.Condition {
        let question = questionnaire.questions[condition.question]
        var needed = wording.edge(condition.variable, condition.blocks, asking: condition.question)
        if case .choice(_, let blocks) = diagram.variables[condition.variable] {
            let options = zip(question.options, blocks).filter { condition.blocks.contains($1) && !$0.isUnknown }
            needed = .list(options.map { options.count > 1 ? .quoted($0.0.label) : .text($0.0.label) }, "listOr")
        }
        return UnmetView.Condition(
            ask: wording.calculation(condition.variable, site.theme.phrasebook)
                ?? ask(condition.question, condition.option.map { question.options[$0] }),
            needed: site.theme.phrasebook.text(needed), given: condition.given.map { given($0).answer })
    }

    /// An answer as a page without script gave it.
    private func given(_ given: StepTrails.Given) -> GivenView {
        let question = questionnaire.questions[given.question]
        let option: Option? = if case .option(let index) = given.label { question.options[index] } else { nil }
        return GivenView(
            ask: calculation(given.label) ?? ask(given.question, given.option.map { question.options[$0] }),
            answer: label(given.label, option, asking: given.question))
    }

    /// The answers to one question of readers who came in several ways; nil where they say little.
    private func given(_ several: [StepTrails.Given]) -> GivenView? {
        if several.count == 1 { return given(several[0]) }
        let options = several.compactMap { if case .option(let option) = $0.label { option } else { nil } }.sorted()
        let question = questionnaire.questions[several[0].question]
        // Whoever sees most of the options learns nothing.
        guard options.count == several.count, options.count <= QuestionnaireRenderer.shownAnswers, options.count < question.options.count
        else { return nil }
        let answer = Phrasing.list(options.map { .quoted(question.options[$0].label) }, "listOr")
        return GivenView(ask: question.ask.string, answer: site.theme.phrasebook.text(answer))
    }

    /// Answers that are named where readers have given one of them.
    private static let shownAnswers = 3

    /// What a page without script knows of its result.
    private struct Telling {
        let values: [ShownFact]
        let paragraphs: [Int]
        /// Those that everybody gave who comes to the page.
        let answers: [StepTrails.Given]
    }

    /// - Parameter isRepeated: another decision led to it on the same page, so that its headings have their ids there.
    private func outcome(
        _ number: Int, _ telling: Telling, caption: String?, isRepeated: Bool, on address: String
    ) -> OutcomeView {
        let outcome = questionnaire.outcomes[number]
        let text = text(of: outcome, values: telling.values, showing: telling.paragraphs, on: address)
        let answers = telling.answers.filter { outcome.answers.contains($0.question) }.map { given($0) }
        return OutcomeView(
            id: outcome.id.description, caption: caption, title: outcome.title.string, tone: outcome.tone.rawValue,
            textHTML: isRepeated ? text?.replacing(/\ id="[^"]*"/, with: "") : text,
            answers: answers.isEmpty ? nil : ListedAnswersView(items: answers), cites: cites(of: outcome, on: address))
    }

    /// The text of an outcome; an answer that the page cannot know is printed by its question.
    ///
    /// - Parameter paragraphs: the numbers of those that are shown.
    func text(of outcome: Outcome, values: [ShownFact], showing paragraphs: [Int] = [], on address: String) -> String? {
        let texts = outcome.texts(showing: paragraphs)
        return texts.isEmpty ? nil : texts.map { told($0, values: values, on: address) }.joined()
    }

    /// One text of an outcome.
    func told(_ text: Markdown, values: [ShownFact], on address: String) -> String {
        let pattern = site.theme.words["qUnknown"] ?? "{question}"
        var names = questionnaire.wordings { subject in
            switch subject {
            case .question(let number), .attribute(let number, _):
                unknown(pattern.replacing("{question}", with: questionnaire.questions[number].ask.string))
            case .amount(let number): unknown(questionnaire.amounts[number].label)
            case .calculation: unknown("")
            case .decision(let number): unknown(questionnaire.decisions[number].name)
            case .fact(let number): unknown(questionnaire.facts[number].label)
            }
        }
        let formulas = FormulaWording(questionnaire, site.theme.phrasebook)
        for (number, amount) in questionnaire.amounts.enumerated() { names[amount.id.description] = unknown(formulas.open(number)) }
        for shown in values {
            let fact = questionnaire.facts[shown.fact]
            names[fact.id.description] = .text(fact.values[shown.value].label)
        }
        return blocks(text, names: names, on: address)
    }

    private func unknown(_ words: String) -> NameWording { .html("<em class=\"q-unknown\">\(HTMLEscaping.escaped(words))</em>") }

    /// The places that something rests on, as links; nil for none.
    func cites(_ cites: [Cite], on address: String) -> CitesView? { CitesView(cites.map { link(to: $0, from: address) }) }

    /// What an outcome rests on: places of the policy, then documents.
    func cites(of outcome: Outcome, on address: String) -> CitesView? {
        CitesView(outcome.cites.map { link(to: $0, from: address) } + site.documentLinks.citations(outcome.sources, from: address))
    }

    /// The address of a cited place and its name.
    func link(to cite: Cite, from address: String) -> (address: String, words: String) { site.resolver.link(to: cite, from: address) }

    /// Markdown of the questionnaire for a page of it.
    ///
    /// - Parameter names: what answers and facts say; left out, an element names each.
    func blocks(_ markdown: Markdown, names: [String: NameWording]? = nil, on address: String) -> String {
        let resolution = site.resolver.resolution(
            of: markdown, of: questionnaire, names: names ?? questionnaire.placeholders, on: address, theme: site.theme)
        return String(decoding: markdown.html(resolution), as: UTF8.self)
    }
}
