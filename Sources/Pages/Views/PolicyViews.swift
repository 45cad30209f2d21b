import Templating

/// The whole policy on one page.
struct PolicyView: TemplateView {
    let noteHTML: String?
    /// Whether it is the page of the policy itself, not one with further rules.
    let isFirst: Bool
    let outcomes: [OutcomeView]
    let decisions: [DecisionView]
    let questions: [QuestionView]
    let facts: [FactView]
    /// What is refused; nil where nothing is, and after the first page.
    let refused: RefusedView?
    /// What statements guarantee; nil for nothing, and after the first page.
    var guaranteed: GuaranteedView?
    /// The words of a link to the rules that are not shown here.
    var more: String?

    static let fields = TemplateFields<Self>([
        .text("noteHTML") { $0.noteHTML }, .flag("isFirst") { $0.isFirst }, .list("outcomes") { $0.outcomes },
        .list("decisions") { $0.decisions }, .list("questions") { $0.questions }, .list("facts") { $0.facts },
        .object("refused") { $0.refused }, .object("guaranteed") { $0.guaranteed }, .text("more") { $0.more },
    ])

    struct OutcomeView: TemplateView {
        let id: String
        let anchor: String
        let title: String
        let tone: String
        let textHTML: String?
        /// More text, for some readers.
        let paragraphs: [ParagraphView]
        let cites: CitesView?
        /// The rules that lead to it.
        let rules: RuleLinksView
        /// Who gets this, one region a line; nil where the rules say it better.
        let who: WhoView?

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("anchor") { $0.anchor }, .text("title") { $0.title }, .text("tone") { $0.tone },
            .text("textHTML") { $0.textHTML }, .list("paragraphs") { $0.paragraphs }, .object("cites") { $0.cites },
            .object("rules") { $0.rules }, .object("who") { $0.who },
        ])
    }

    struct ParagraphView: TemplateView {
        /// For whom it is, in words.
        let condition: String
        let textHTML: String

        static let fields = TemplateFields<Self>([.text("condition") { $0.condition }, .text("textHTML") { $0.textHTML }])
    }

    /// Links to rules by their numbers.
    struct RuleLinksView: TemplateView {
        let items: [PlaceView]

        static let fields = TemplateFields<Self>([.list("items") { $0.items }])
    }

    struct WhoView: TemplateView {
        let lines: [String]

        static let fields = TemplateFields<Self>([.texts("lines") { $0.lines }])
    }

    struct DecisionView: TemplateView {
        let id: String
        let title: String?
        let match: String
        let parts: [RulePartView]

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("title") { $0.title }, .text("match") { $0.match }, .list("parts") { $0.parts },
        ])
    }

    struct QuestionView: TemplateView {
        let id: String
        let anchor: String
        /// Its name in the tables, if it has one.
        let label: String?
        let ask: String
        let hintHTML: String?
        /// When it is asked.
        let when: String?
        let answers: [AnswerView]
        /// The answers where there are so many that the page would be nothing but them.
        let folded: FoldedView?

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("anchor") { $0.anchor }, .text("label") { $0.label }, .text("ask") { $0.ask },
            .text("hintHTML") { $0.hintHTML }, .text("when") { $0.when }, .list("answers") { $0.answers }, .object("folded") { $0.folded },
        ])
    }

    /// An answer, or the range of all.
    struct AnswerView: TemplateView {
        let text: String
        /// The rules of the page that can decide with it, as `1-4 7`; nil where it excludes none.
        let rules: String?

        static let fields = TemplateFields<Self>([.text("text") { $0.text }, .text("rules") { $0.rules }])
    }

    /// A list that opens when it is asked for.
    struct FoldedView: TemplateView {
        /// How many there are, in words.
        let countText: String
        let answers: [AnswerView]

        static let fields = TemplateFields<Self>([.text("countText") { $0.countText }, .list("answers") { $0.answers }])
    }

    struct FactView: TemplateView {
        let id: String
        let anchor: String
        let label: String
        /// How its rows are read; nil where their order doesn't matter.
        let match: String?
        let parts: [RulePartView]

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("anchor") { $0.anchor }, .text("label") { $0.label }, .text("match") { $0.match },
            .list("parts") { $0.parts },
        ])
    }

    /// The answers that are not accepted.
    struct RefusedView: TemplateView {
        let rows: [RefusedRowView]

        static let fields = TemplateFields<Self>([.list("rows") { $0.rows }])
    }

    /// What holds for every reader.
    struct GuaranteedView: TemplateView {
        let statements: [StatementView]

        static let fields = TemplateFields<Self>([.list("statements") { $0.statements }])
    }

    struct StatementView: TemplateView {
        /// For whom it holds; nil for everybody.
        let condition: String?
        /// `Never` or `Always`.
        let claim: String
        /// What never or always holds.
        let said: String
        let because: String?

        static let fields = TemplateFields<Self>([
            .text("condition") { $0.condition }, .text("claim") { $0.claim }, .text("said") { $0.said }, .text("because") { $0.because },
        ])
    }

    struct RefusedRowView: TemplateView {
        let condition: String
        /// What has to hold then.
        let requirement: String
        /// What readers are told.
        let message: String

        static let fields = TemplateFields<Self>([
            .text("condition") { $0.condition }, .text("requirement") { $0.requirement }, .text("message") { $0.message },
        ])
    }
}

/// Rules in the author's groups: those that share a table.
struct RulePartView: TemplateView {
    /// What all rules demand that are inside a group; nil where they are in none.
    let heading: RuleHeadingView?
    /// Nil for a group that only holds others.
    let table: RuleTableView?

    static let fields = TemplateFields<Self>([.object("heading") { $0.heading }, .object("table") { $0.table }])
}

struct RuleHeadingView: TemplateView {
    let level: Int
    let title: String

    static let fields = TemplateFields<Self>([.number("level") { $0.level }, .text("title") { $0.title }])
}

/// Rules as rows, with a column for each thing they look at.
struct RuleTableView: TemplateView {
    /// Which rules these are, in words.
    let caption: String
    let columns: [RuleColumnView]
    /// What heads the last column.
    let result: String
    let rows: [RuleRowView]

    static let fields = TemplateFields<Self>([
        .text("caption") { $0.caption }, .list("columns") { $0.columns }, .text("result") { $0.result }, .list("rows") { $0.rows },
    ])
}

struct RuleColumnView: TemplateView {
    let title: String
    /// Of the question or fact on the policy page; nil for other columns.
    let anchor: String?

    static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("anchor") { $0.anchor }])
}

struct RuleRowView: TemplateView {
    /// To which lists of rules lead; nil for a row of a fact, which none of them names.
    let id: String?
    let number: String
    let cells: [RuleCellView]
    /// The whole condition as a sentence.
    let condition: String
    /// The outcome or value.
    let title: String
    /// Of the outcome on the policy page; nil for values.
    let anchor: String?
    /// Of the outcome; nil for values.
    let tone: String?
    let cites: CitesView?

    static let fields = TemplateFields<Self>([
        .text("id") { $0.id }, .text("number") { $0.number }, .list("cells") { $0.cells }, .text("condition") { $0.condition },
        .text("title") { $0.title }, .text("anchor") { $0.anchor }, .text("tone") { $0.tone }, .object("cites") { $0.cites },
    ])
}

/// What one rule, or several, demand of one thing.
struct RuleCellView: TemplateView {
    /// Nil where any answer will do.
    let text: String?
    /// What an `else` takes.
    var takes: RuleTakesView?
    /// The lines and columns that it takes, where these are several.
    var height: String?
    var width: String?

    static let fields = TemplateFields<Self>([
        .text("text") { $0.text }, .object("takes") { $0.takes }, .text("height") { $0.height }, .text("width") { $0.width },
    ])
}

struct RuleTakesView: TemplateView {
    let lines: [String]

    static let fields = TemplateFields<Self>([.texts("lines") { $0.lines }])
}

/// What was shown of a policy.
struct ProofView: TemplateView {
    /// The first thing to know.
    let summary: String
    let details: [String]
    /// How many cases there are, and what they reach, a sentence each.
    let cases: [String]
    let list: CasesView?
    /// The files of the cases; nil where readers can't see them.
    let files: CaseFilesView?
    /// How many cases more there are, in words.
    let more: String?

    static let fields = TemplateFields<Self>([
        .text("summary") { $0.summary }, .texts("details") { $0.details }, .texts("cases") { $0.cases }, .object("list") { $0.list },
        .object("files") { $0.files }, .text("more") { $0.more },
    ])

    struct CasesView: TemplateView {
        /// The words of the button that shows them.
        let title: String
        let items: [CaseView]
        /// Whether some were run as if on another day, and so have no address.
        let hasOtherDays: Bool

        static let fields = TemplateFields<Self>([
            .text("title") { $0.title }, .list("items") { $0.items }, .flag("hasOtherDays") { $0.hasOtherDays },
        ])
    }

    struct CaseFilesView: TemplateView {
        let items: [PlaceView]

        static let fields = TemplateFields<Self>([.list("items") { $0.items }])
    }

    struct CaseView: TemplateView {
        let name: String
        /// The questionnaire with its answers; nil for a case of another day.
        let url: String?
        /// Where its answers lead.
        let end: String

        static let fields = TemplateFields<Self>([.text("name") { $0.name }, .text("url") { $0.url }, .text("end") { $0.end }])
    }
}

/// The pictures of the decisions that can be read.
struct DiagramsView: TemplateView {
    let items: [DiagramView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])

    struct DiagramView: TemplateView {
        /// Nil where there is one picture only.
        let title: String?
        let name: String
        let svgURL: String
        let width: Int
        let height: Int
        /// The same as text.
        let steps: [StepView]

        static let fields = TemplateFields<Self>([
            .text("title") { $0.title }, .text("name") { $0.name }, .text("svgURL") { $0.svgURL }, .number("width") { $0.width },
            .number("height") { $0.height }, .list("steps") { $0.steps },
        ])
    }

    struct StepView: TemplateView {
        let id: String
        let ask: String
        /// Where the policy says more about the question.
        let url: String?
        /// By which the compiled form refers to it.
        let place: Int?
        let ways: [WayView]

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("ask") { $0.ask }, .text("url") { $0.url }, .number("place") { $0.place },
            .list("ways") { $0.ways },
        ])
    }

    struct WayView: TemplateView {
        let answer: String
        /// A question by its number, or an outcome by its title.
        let to: String
        let url: String?

        static let fields = TemplateFields<Self>([.text("answer") { $0.answer }, .text("to") { $0.to }, .text("url") { $0.url }])
    }
}
