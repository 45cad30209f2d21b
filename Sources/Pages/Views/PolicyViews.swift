/// The whole policy on one page.
struct PolicyView {
    let noteHTML: String?
    /// Whether it is the page of the policy itself, not one with further rules.
    let isFirst: Bool
    let outcomes: [OutcomeView]
    let decisions: [DecisionView]
    let questions: [QuestionView]
    let facts: [FactView]
    /// What is refused; nil where nothing is, and after the first page.
    let refused: RefusedView?
    /// The words of a link to the rules that are not shown here.
    var more: String?

    struct OutcomeView {
        let id: String
        let anchor: String
        let title: String
        let tone: String
        let textHTML: String?
        let cites: CitesView?
        /// The rules that lead to it.
        let rules: RuleLinksView
        /// Who gets this, one region a line; nil where the rules say it better.
        let who: WhoView?
    }

    /// Links to rules by their numbers.
    struct RuleLinksView {
        let items: [PlaceView]
    }

    struct WhoView {
        let lines: [String]
    }

    struct DecisionView {
        let id: String
        let title: String?
        let match: String
        let parts: [RulePartView]
    }

    struct QuestionView {
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
    }

    /// An answer, or the range of all.
    struct AnswerView {
        let text: String
        /// The rules of the page that can decide with it, as `1-4 7`; nil where it excludes none.
        let rules: String?
    }

    /// A list that opens when it is asked for.
    struct FoldedView {
        /// How many there are, in words.
        let countText: String
        let answers: [AnswerView]
    }

    struct FactView {
        let id: String
        let anchor: String
        let label: String
        let parts: [RulePartView]
    }

    /// The answers that are not accepted.
    struct RefusedView {
        let rows: [RefusedRowView]
    }

    struct RefusedRowView {
        let condition: String
        /// What has to hold then.
        let requirement: String
        /// What readers are told.
        let message: String
    }
}

/// Rules in the author's groups: those that share a table.
struct RulePartView {
    /// What all rules demand that are inside a group; nil where they are in none.
    let heading: RuleHeadingView?
    /// Nil for a group that only holds others.
    let table: RuleTableView?
}

struct RuleHeadingView {
    let level: Int
    let title: String
}

/// Rules as rows, with a column for each thing they look at.
struct RuleTableView {
    /// Which rules these are, in words.
    let caption: String
    let columns: [RuleColumnView]
    /// What heads the last column.
    let result: String
    let rows: [RuleRowView]
}

struct RuleColumnView {
    let title: String
    /// Of the question or fact on the policy page; nil for other columns.
    let anchor: String?
}

struct RuleRowView {
    let id: String
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
}

/// What one rule, or several, demand of one thing.
struct RuleCellView {
    /// Nil where any answer will do.
    let text: String?
    /// What an `else` takes.
    var takes: RuleTakesView?
    /// The lines and columns that it takes, where these are several.
    var height: String?
    var width: String?
}

struct RuleTakesView {
    let lines: [String]
}

/// What was shown of a policy.
struct ProofView {
    /// The first thing to know.
    let summary: String
    let details: [String]
    /// How many cases there are, and what they reach, a sentence each.
    let cases: [String]
    let list: CasesView?
    /// How many cases more there are, in words.
    let more: String?

    struct CasesView {
        let items: [CaseView]
        /// The files that hold them.
        let files: [String]
    }

    struct CaseView {
        let name: String
        /// The questionnaire with its answers; nil for a case of another day.
        let url: String?
        /// Where its answers lead.
        let end: String
    }
}

/// The pictures of the decisions that can be read.
struct DiagramsView {
    let items: [DiagramView]

    struct DiagramView {
        /// Nil where there is one picture only.
        let title: String?
        let name: String
        let svgURL: String
        let width: Int
        let height: Int
        /// The same as text.
        let steps: [StepView]
    }

    struct StepView {
        let id: String
        let ask: String
        /// Where the policy says more about the question.
        let url: String?
        /// By which the compiled form refers to it.
        let place: Int?
        let ways: [WayView]
    }

    struct WayView {
        let answer: String
        /// A question by its number, or an outcome by its title.
        let to: String
        let url: String?
    }
}
