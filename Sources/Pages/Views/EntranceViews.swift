import Templating

/// The search of the front page, which takes the place of that in the header.
struct HomeSearchView: TemplateView {
    /// The page of the search.
    let url: String
    let examples: ExamplesView?

    static let fields = TemplateFields<Self>([.text("url") { $0.url }, .object("examples") { $0.examples }])
}

/// Where one may start: searches to try, or first answers.
struct ExamplesView: TemplateView {
    let items: [PlaceView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])
}

/// The pages that changed last.
struct LatestView: TemplateView {
    let items: [LatestItemView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])
}

/// A page with its last change.
struct LatestItemView: TemplateView {
    let title: String
    let url: String
    let day: DateView
    /// In its author's words; nil where the site tells only when.
    let what: String?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("url") { $0.url }, .object("day") { $0.day }, .text("what") { $0.what },
    ])
}

/// The pages that the end of a page names.
struct RelatedView: TemplateView {
    let items: [PlaceView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])
}

/// The questionnaires that a page offers.
struct OffersView: TemplateView {
    let items: [OfferView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])
}

/// A questionnaire that a page offers.
struct OfferView: TemplateView {
    let title: String
    let url: String
    /// Links that start it with an answer.
    let answers: ExamplesView?

    static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("url") { $0.url }, .object("answers") { $0.answers }])
}
