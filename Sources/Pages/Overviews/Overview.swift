import Content
import Mustache

/// A list of links with lists below them, as the pages that lead everywhere show it.
struct OverviewView {
    let items: [OverviewItemView]
}

/// A link with those below it.
struct OverviewItemView {
    let title: String
    let url: String
    var summary: String?
    var children: OverviewView?
}

/// A page made from the whole site: the keys of every page, and its list.
struct OverviewPageView: MustacheParent {
    let layout: LayoutView
    /// Absent when there is nothing to list.
    let overview: OverviewView?

    func child(named name: String) -> Any? {
        name == "overview" ? overview : layout.child(named: name)
    }
}

/// The pages that lead everywhere: the search, all pages, all questions; and for editors what has to be reviewed.
enum OverviewPage: String, CaseIterable {
    case search, pages = "all-pages", questions = "all-questions", reviews = "due-for-review"

    var address: String { rawValue + "/" }

    /// Past so many entries a list says less, so that no page grows with its site: a reader who scans more searches.
    static let entryLimit = 400
    /// Summaries too only while they are a help.
    static let summaryLimit = 100
}

extension SiteRenderer {
    /// The pages that lead everywhere, as far as there is something to lead to.
    func overviewPages() -> [RenderedFile] {
        OverviewPage.allCases.compactMap { page in
            switch page {
            case .search: file(.search, title: "search", summary: nil, overview(on: page.address, hasSections: true))
            case .pages: file(.pages, title: "allPages", summary: "allPagesSummary", overview(on: page.address, hasSections: false))
            case .questions: questionOverview.map { file(.questions, title: "allQuestions", summary: "allQuestionsSummary", $0) }
            case .reviews: isForEditors ? reviewPage : nil
            }
        }
    }

    /// Links to these pages, for the footer.
    func overviewLinks(_ url: (String) -> String) -> [PlaceView] {
        let all = PlaceView(title: theme.words["allPages"] ?? "", url: url(OverviewPage.pages.address))
        let questions = PlaceView(title: theme.words["allQuestions"] ?? "", url: url(OverviewPage.questions.address))
        let reviews = PlaceView(title: theme.words["reviews"] ?? "", url: url(OverviewPage.reviews.address))
        return [all] + (hasQuestions ? [questions] : []) + (isForEditors && hasReviews ? [reviews] : [])
    }

    /// Those that search engines list: not the search itself.
    var overviewAddresses: [String] {
        hasQuestions ? [OverviewPage.pages.address, OverviewPage.questions.address] : [OverviewPage.pages.address]
    }

    /// - Parameters:
    ///   - title: the theme's word for the title.
    ///   - summary: that for the sentence below it.
    private func file(_ kind: OverviewPage, title: String, summary: String?, _ overview: OverviewView?) -> RenderedFile {
        let layout = overviewLayout(kind, title: title, summary: summary)
        let html = theme.render(kind.rawValue, OverviewPageView(layout: layout, overview: overview))
        return RenderedFile(path: Route.file(kind.address), bytes: Array(html.utf8))
    }

    /// The keys of every page for one of these.
    func overviewLayout(_ kind: OverviewPage, title: String, summary: String?) -> LayoutView {
        var view = baseView(title: theme.words[title] ?? "", address: kind.address)
        view.summary = summary.flatMap { theme.words[$0] }
        view.reportURL = resolver.reportURL(title: view.title, address: kind.address)
        if [.search, .reviews].contains(kind) { view.noindex = true } else { view.canonical = canonical(kind.address) }
        if let front = library.front {
            view.breadcrumbs = [PlaceView(title: front.title, url: Route.relative(from: kind.address, to: ""))]
        }
        return layout(view, at: kind.address, section: nil)
    }
}
