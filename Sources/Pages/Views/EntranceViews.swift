/// The search of the front page, which takes the place of that in the header.
struct HomeSearchView {
    /// The page of the search.
    let url: String
    let examples: ExamplesView?
}

/// Where one may start: searches to try, or first answers.
struct ExamplesView {
    let items: [PlaceView]
}

/// The pages that changed last.
struct LatestView {
    let items: [LatestItemView]
}

/// A page with its last change.
struct LatestItemView {
    let title: String
    let url: String
    let day: DateView
    /// In its author's words; nil where the site tells only when.
    let what: String?
}

/// The questionnaires that a page offers.
struct OffersView {
    let items: [OfferView]
}

/// A questionnaire that a page offers.
struct OfferView {
    let title: String
    let url: String
    /// Links that start it with an answer.
    let answers: ExamplesView?
}
