import Content
import Forms
import Words
import Decision
import Mustache

/// What has to be reviewed: the keys of every page, and its lists.
struct ReviewPageView: MustacheParent {
    let layout: LayoutView
    let groups: [ReviewGroupView]

    func child(named name: String) -> Any? { name == "groups" ? groups : layout.child(named: name) }
}

/// What is due now, or later.
struct ReviewGroupView {
    struct Heading {
        let id: String
        let title: String
    }

    let heading: Heading
    let rows: [ReviewRowView]
}

/// A page, its owner and its days.
struct ReviewRowView: MustacheParent {
    let title: String
    let url: String
    let owner: String?
    let reviewed: DateView?
    let due: DateView?
    let expires: DateView?

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "url": url
        case "owner": owner
        case "reviewed": reviewed
        case "due": due
        case "expires": expires
        default: nil
        }
    }
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
        let view = ReviewPageView(layout: layout, groups: groups.filter { !$0.rows.isEmpty })
        return RenderedFile(path: Route.file(page.address), bytes: Array(theme.render(page.rawValue, view).utf8))
    }

    private func row(_ item: ReviewItem, on address: String) -> ReviewRowView {
        let date: (Day) -> DateView = { DateView(date: $0.description, text: self.theme.phrasebook.days.text($0)) }
        let due: Day? = if case .due(let day) = item.upkeep.review { day } else { nil }
        return ReviewRowView(
            title: item.title, url: Route.relative(from: address, to: item.address), owner: item.upkeep.owner?.string,
            reviewed: item.upkeep.reviewed.map(date), due: due.map(date), expires: item.upkeep.expires.map(date))
    }
}
