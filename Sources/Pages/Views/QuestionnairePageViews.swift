import Templating

// What the pages of a questionnaire are given beside the keys of every page, by template.

/// All of them.
struct QuestionnairePageView: TemplateView {
    let questionnaire: QuestionnaireView

    static let fields = TemplateFields<Self>([.object("questionnaire") { $0.questionnaire }])
}

/// `questionnaire`: where everybody starts.
struct StartPageView: TemplateView {
    let step: StepView?
    /// In the place of the first question where its pages would be too many.
    let policy: PolicyView?

    static let fields = TemplateFields<Self>([.object("step") { $0.step }, .object("policy") { $0.policy }])
}

/// `question`
struct QuestionPageView: TemplateView {
    let step: StepView
    let trail: TrailView
    let outlook: OutlookView?

    static let fields = TemplateFields<Self>([
        .object("step") { $0.step }, .object("trail") { $0.trail }, .object("outlook") { $0.outlook },
    ])
}

/// `result`
struct ResultPageView: TemplateView {
    let results: [ResultView]
    /// Whether there is one decision with one outcome.
    let isSingle: Bool
    /// Of the page itself, for paper; nil where the site's own address isn't known.
    let address: String?
    let trail: TrailView

    static let fields = TemplateFields<Self>([
        .list("results") { $0.results }, .flag("isSingle") { $0.isSingle }, .text("address") { $0.address }, .object("trail") { $0.trail },
    ])
}

/// `policy`
struct PolicyPageView: TemplateView {
    let policy: PolicyView
    /// Nil where one page holds all.
    let parts: OverviewPartsView?
    let contents: OverviewPartsView
    /// On the first page.
    let proof: ProofLinkView?

    static let fields = TemplateFields<Self>([
        .object("policy") { $0.policy }, .object("parts") { $0.parts }, .object("contents") { $0.contents }, .object("proof") { $0.proof },
    ])
}

/// What was shown of a policy, in short.
struct ProofLinkView: TemplateView {
    let summary: String
    let url: String

    static let fields = TemplateFields<Self>([.text("summary") { $0.summary }, .text("url") { $0.url }])
}

/// `picture`
struct PicturePageView: TemplateView {
    let diagrams: DiagramsView
    let contents: OverviewPartsView

    static let fields = TemplateFields<Self>([.object("diagrams") { $0.diagrams }, .object("contents") { $0.contents }])
}

/// `proof`
struct ProofPageView: TemplateView {
    let proof: ProofView
    let contents: OverviewPartsView

    static let fields = TemplateFields<Self>([.object("proof") { $0.proof }, .object("contents") { $0.contents }])
}
