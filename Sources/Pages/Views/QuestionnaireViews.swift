/// What every page of a questionnaire is given besides the keys of all pages.
struct QuestionnaireView {
    let title: String
    /// The start page.
    let url: String
    let policyURL: String
    /// How many rules one page of the policy has.
    var policyRows = Limits.shownRules
    /// The compiled form.
    let dataURL: String
    let version: String
    /// The page with its pictures; nil where none can be read.
    let pictureURL: String?
    /// What its units are called beside numbers, as JSON; nil where there is nothing to say.
    let units: String?
}

/// A question whose answers are links.
struct StepView {
    let ask: String
    var hintHTML: String?
    /// Why there is one answer only; nil where there are several.
    let only: String?
    /// Why answers are missing that are not accepted after earlier ones; nil where none is.
    let refused: String?
    /// The answers; in several groups only where they are many.
    var groups: [StepGroupView]
    /// Links to the groups, where there are enough of them to look for one.
    let jumps: StepJumpsView?

    /// The same without hints, and with the first answers only.
    func tile(of most: Int) -> StepView {
        var view = self
        view.hintHTML = nil
        var rest = most
        for index in groups.indices {
            view.groups[index].options = groups[index].options.prefix(rest).map { option in
                StepOptionView(label: option.label, hintHTML: nil, url: option.url, answer: option.answer)
            }
            rest -= view.groups[index].options.count
        }
        view.groups.removeAll(where: \.options.isEmpty)
        return view
    }
}

/// Answers that stand together.
struct StepGroupView {
    /// Of its heading.
    let level: Int
    /// Where there are links to the groups.
    var anchor: String?
    let title: String?
    var options: [StepOptionView]
}

/// Links to the groups of a long list.
struct StepJumpsView {
    let items: [Item]

    struct Item {
        let title: String
        let url: String
    }
}

/// An answer as a link.
struct StepOptionView {
    let label: String
    let hintHTML: String?
    let url: String
    /// The answer as the state of the page names it, `need=tac`; only where the link starts the walk.
    let answer: String?
}

/// What `parts/questionnaire-embed` is filled with.
struct QuestionnaireEmbedView {
    let words: [String: String]
    let questionnaire: QuestionnaireView
    let isFront: Bool
    let step: StepView?
    /// Whether the first question has more answers than are shown.
    let isCut: Bool
}

/// The results of one decision.
struct ResultView {
    /// At least one: that none applies is said in the place of an outcome.
    let outcomes: [OutcomeView]
}

/// An outcome on a result page.
struct OutcomeView {
    /// Empty where none applies.
    let id: String
    /// Of which decision or questionnaire it is.
    let caption: String?
    let title: String
    /// It is the first, whose title is that of the page.
    var isTitle = false
    /// `good`, `caution`, `bad` or `neutral`.
    let tone: String
    /// What is missing for a better one; nil where nothing is known to be.
    var unmet: UnmetView?
    let textHTML: String?
    let cites: CitesView?
    /// It says that none applies.
    var isNothing = false
}

extension OutcomeView {
    /// In the place of an outcome where none applies.
    init(nothing: String, caption: String?) {
        self.init(id: "", caption: caption, title: nothing, tone: "neutral", textHTML: nil, cites: nil, isNothing: true)
    }
}

/// What a better outcome demands and the answers don't meet.
struct UnmetView {
    /// Names the better outcome.
    let title: String
    let conditions: [Condition]
    let cites: CitesView?

    /// What one answer would have to be, or how many further conditions there are.
    struct Condition {
        let ask: String
        let needed: String?
        let given: String?
    }
}

/// The way to a page without script.
struct TrailView {
    /// The question before, or the last one that everybody was asked who comes here.
    let backURL: String
    let backText: String
    let answers: GivenAnswersView?
}

/// The answers that everybody has given who comes to a page.
struct GivenAnswersView {
    let items: [GivenView]
    /// Whether these are all answers.
    let isWhole: Bool
}

/// An answer that was given.
struct GivenView {
    let ask: String
    let answer: String
}

/// The policy text that something rests on.
struct CitesView {
    let items: [CiteView]

    struct CiteView {
        let title: String
        let url: String
    }

    /// Nil if there are none.
    init?(_ links: [(address: String, words: String)]) {
        guard !links.isEmpty else { return nil }
        items = links.map { CiteView(title: $0.words, url: $0.address) }
    }
}

/// A questionnaire in the list of all.
struct QuestionnaireCardView {
    let title: String
    let summary: String?
    let url: String
    let policyURL: String
}
