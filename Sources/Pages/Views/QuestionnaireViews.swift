import Templating

/// What every page of a questionnaire is given besides the keys of all pages.
struct QuestionnaireView: TemplateView {
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
    /// The folder of the files by which results are counted; nil where they aren't.
    let countsURL: String?
    /// What its units are called beside numbers, as JSON; nil where there is nothing to say.
    let units: String?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("url") { $0.url }, .text("policyURL") { $0.policyURL }, .number("policyRows") { $0.policyRows },
        .text("dataURL") { $0.dataURL }, .text("version") { $0.version }, .text("pictureURL") { $0.pictureURL },
        .text("countsURL") { $0.countsURL }, .text("units") { $0.units },
    ])
}

/// A question whose answers are links.
struct StepView: TemplateView {
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

    static let fields = TemplateFields<Self>([
        .text("ask") { $0.ask }, .text("hintHTML") { $0.hintHTML }, .text("only") { $0.only }, .text("refused") { $0.refused },
        .list("groups") { $0.groups }, .object("jumps") { $0.jumps }, .flag("isChoice") { $0.isChoice },
    ])

    /// Whether the answers are options that a script can take one of.
    var isChoice: Bool { groups.contains { $0.options.contains { $0.answer != nil } } }

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
struct StepGroupView: TemplateView {
    /// Of its heading.
    let level: Int
    /// Where there are links to the groups.
    var anchor: String?
    let title: String?
    var options: [StepOptionView]

    static let fields = TemplateFields<Self>([
        .number("level") { $0.level }, .text("anchor") { $0.anchor }, .text("title") { $0.title }, .list("options") { $0.options },
    ])
}

/// Links to the groups of a long list.
struct StepJumpsView: TemplateView {
    let items: [Item]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])

    struct Item: TemplateView {
        let title: String
        let url: String

        static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("url") { $0.url }])
    }
}

/// An answer as a link.
struct StepOptionView: TemplateView {
    let label: String
    let hintHTML: String?
    let url: String
    /// The answer as the state of the page names it, `need=tac`; only where the link starts the walk.
    let answer: String?
    /// The same without the question, `tac`.
    private var id: String? { answer?.split(separator: "=").last.map(String.init) }

    static let fields = TemplateFields<Self>([
        .text("label") { $0.label }, .text("hintHTML") { $0.hintHTML }, .text("url") { $0.url }, .text("answer") { $0.answer },
        .text("id") { $0.id },
    ])
}

/// What `parts/questionnaire-embed` is filled with.
struct QuestionnaireEmbedView: TemplateView {
    let questionnaire: QuestionnaireView
    let isFront: Bool
    let step: StepView?
    /// Whether the first question has more answers than are shown.
    let isCut: Bool

    static let fields = TemplateFields<Self>([
        .words, .object("questionnaire") { $0.questionnaire }, .flag("isFront") { $0.isFront }, .object("step") { $0.step },
        .flag("isCut") { $0.isCut },
    ])
}

/// The results of one decision.
struct ResultView: TemplateView {
    /// At least one: that none applies is said in the place of an outcome.
    let outcomes: [OutcomeView]

    static let fields = TemplateFields<Self>([.list("outcomes") { $0.outcomes }])
}

/// An outcome on a result page.
struct OutcomeView: TemplateView {
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
    /// The answers that it lists, as far as they are known; nil for none.
    var answers: ListedAnswersView?
    let cites: CitesView?
    /// It says that none applies.
    var isNothing = false

    static let fields = TemplateFields<Self>([
        .text("id") { $0.id }, .text("caption") { $0.caption }, .text("title") { $0.title }, .flag("isTitle") { $0.isTitle },
        .text("tone") { $0.tone }, .object("unmet") { $0.unmet }, .text("textHTML") { $0.textHTML }, .object("answers") { $0.answers },
        .object("cites") { $0.cites }, .flag("isNothing") { $0.isNothing },
    ])
}

extension OutcomeView {
    /// In the place of an outcome where none applies.
    init(nothing: String, caption: String?) {
        self.init(id: "", caption: caption, title: nothing, tone: "neutral", textHTML: nil, cites: nil, isNothing: true)
    }
}

/// What a better outcome demands and the answers don't meet.
struct UnmetView: TemplateView {
    /// Names the better outcome.
    let title: String
    let conditions: [Condition]
    let cites: CitesView?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .list("conditions") { $0.conditions }, .object("cites") { $0.cites },
        .flag("isVarious") { $0.conditions.isEmpty },
    ])

    /// What one answer would have to be, or how many further conditions there are.
    struct Condition: TemplateView {
        let ask: String
        let needed: String?
        let given: String?

        static let fields = TemplateFields<Self>([.text("ask") { $0.ask }, .text("needed") { $0.needed }, .text("given") { $0.given }])
    }
}

/// The way to a page without script.
struct TrailView: TemplateView {
    /// The question before, or the last one that everybody was asked who comes here.
    let backURL: String
    let backText: String
    let answers: GivenAnswersView?

    static let fields = TemplateFields<Self>([
        .text("backURL") { $0.backURL }, .text("backText") { $0.backText }, .object("answers") { $0.answers },
    ])
}

/// The answers that everybody has given who comes to a page.
struct GivenAnswersView: TemplateView {
    let items: [GivenView]
    /// Whether these are all answers; if not, readers come in several ways.
    let isWhole: Bool

    static let fields = TemplateFields<Self>([
        .list("items") { $0.items }, .flag("isWhole") { $0.isWhole }, .flag("isEmpty") { $0.items.isEmpty },
    ])
}

/// An answer that was given.
struct GivenView: TemplateView {
    let ask: String
    let answer: String

    static let fields = TemplateFields<Self>([.text("ask") { $0.ask }, .text("answer") { $0.answer }])
}

/// Answers that a result lists.
struct ListedAnswersView: TemplateView {
    let items: [GivenView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])
}

/// The policy text that something rests on.
struct CitesView: TemplateView {
    let items: [CiteView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])

    struct CiteView: TemplateView {
        let title: String
        let url: String

        static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("url") { $0.url }])
    }

    /// Nil if there are none.
    init?(_ links: [(address: String, words: String)]) {
        guard !links.isEmpty else { return nil }
        items = links.map { CiteView(title: $0.words, url: $0.address) }
    }
}
