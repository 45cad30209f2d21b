import Content
import Forms
import Words
import Decision
import Templating

/// What has to be reviewed, in lists.
struct ReviewPageView: TemplateView {
    let groups: [ReviewGroupView]

    static let fields = TemplateFields<Self>([.list("groups") { $0.groups }])
}

/// What is due now, or later.
struct ReviewGroupView: TemplateView {
    struct Heading: TemplateView {
        let id: String
        let title: String

        static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("title") { $0.title }])
    }

    let heading: Heading
    let rows: [ReviewRowView]

    static let fields = TemplateFields<Self>([.object("heading") { $0.heading }, .list("rows") { $0.rows }])
}

/// A page, its owner and its days.
struct ReviewRowView: TemplateView {
    let title: String
    let url: String
    let owner: String?
    let reviewed: DateView?
    let due: DateView?
    let expires: DateView?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("url") { $0.url }, .text("owner") { $0.owner }, .object("reviewed") { $0.reviewed },
        .object("due") { $0.due }, .object("expires") { $0.expires },
    ])
}

extension SiteRenderer {
    private var reviews: [ReviewItem] { reviewList(library, questionnaires.map(\.questionnaire)) }

    /// Whether anything has to be reviewed ever.
    var hasReviews: Bool {
        (library.pages.map(\.frontMatter.upkeep) + questionnaires.map(\.questionnaire.upkeep)).contains {
            $0.review != .never || $0.expires != nil
        }
    }

    /// The list for editors; nil if there is nothing to review.
    var reviewPage: RenderedFile? {
        let reviews = reviews
        guard !reviews.isEmpty else { return nil }
        let page = OverviewPage.reviews
        let groups = [("reviewsDue", true), ("reviewsLater", false)].map { word, isDue in
            ReviewGroupView(
                heading: .init(id: isDue ? "now" : "later", title: theme.words[word] ?? ""),
                rows: reviews.filter { $0.isDue(library.today) == isDue }.map { row($0, on: page.address) })
        }
        let layout = overviewLayout(page, title: "reviews", summary: "reviewsSummary")
        let view = ReviewPageView(groups: groups.filter { !$0.rows.isEmpty })
        return RenderedFile(path: Route.file(page.address), bytes: theme.render(page.rawValue, layout, view))
    }

    private func row(_ item: ReviewItem, on address: String) -> ReviewRowView {
        let date: (Day) -> DateView = { DateView(date: $0.description, text: self.theme.phrasebook.days.text($0)) }
        let due: Day? = if case .due(let day) = item.upkeep.review { day } else { nil }
        return ReviewRowView(
            title: item.title, url: Route.relative(from: address, to: item.address), owner: item.upkeep.owner?.string,
            reviewed: item.upkeep.reviewed.map(date), due: due.map(date), expires: item.upkeep.expires.map(date))
    }
}
