import Content
import Forms
import Templating

/// A list of links with lists below them, as the pages that lead everywhere show it.
struct OverviewView: TemplateView {
    let items: [OverviewItemView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])
}

/// A link with those below it.
struct OverviewItemView: TemplateView {
    let title: String
    /// Nil for what has no address.
    let url: String?
    var summary: String?
    var children: OverviewView?
    /// Its id on the page; nil for most.
    var anchor: String?
    /// The words of a button that opens those below it; nil where they are seen at once.
    var fold: String?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("url") { $0.url }, .text("summary") { $0.summary }, .object("children") { $0.children },
        .text("anchor") { $0.anchor }, .text("fold") { $0.fold },
    ])

    /// How many entries are below it, at any depth.
    var countBelow: Int { children?.items.reduce(0) { $0 + 1 + $1.countBelow } ?? 0 }
}

/// Links to the pages of a list that is longer than one.
struct OverviewPartsView: TemplateView {
    struct Item: TemplateView {
        let title: String
        let url: String
        let current: Bool

        static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("url") { $0.url }, .flag("current") { $0.current }])
    }

    let items: [Item]
    /// Why one of them that readers may look for is missing.
    var note: String?

    static let fields = TemplateFields<Self>([.list("items") { $0.items }, .text("note") { $0.note }])
}

extension OverviewPartsView {
    /// Links from one of the pages to all of them.
    ///
    /// - Parameters:
    ///   - titles: what readers know each page by.
    ///   - part: the page on which the links are.
    ///   - place: where they are seen, if that isn't the page's own address.
    ///   - address: where each page is.
    init(_ titles: [String], on part: Int, seenFrom place: String? = nil, address: (Int) -> String) {
        items = titles.enumerated().map { other, title in
            Item(title: title, url: Route.relative(from: place ?? address(part), to: address(other)), current: other == part)
        }
    }

    /// What readers know a page by: its first and its last entry.
    static func title(from first: String?, to last: String?) -> String { [first, last].compactMap(\.self).joined(separator: " – ") }
}

/// What a page made from the whole site is given beside the keys of every page: its list.
struct OverviewPageView: TemplateView {
    /// Absent when there is nothing to list.
    let overview: OverviewView?
    /// Absent when one page holds all.
    var parts: OverviewPartsView?

    static let fields = TemplateFields<Self>([.object("overview") { $0.overview }, .object("parts") { $0.parts }])
}

/// The pages that lead everywhere: the search, all pages, all questions; and for editors what has to be reviewed.
enum OverviewPage: String, CaseIterable {
    case search, pages = "all-pages", questions = "all-questions", sources = "all-sources", privacy = "who-sees-your-answers", changes =
        "what-changed", reviews =
        "due-for-review"

    var address: String { rawValue + "/" }

    /// The template that it is rendered with: lists that look the same share one.
    var template: String {
        switch self {
        case .pages, .questions, .sources, .changes: "overview"
        case .search, .privacy, .reviews: rawValue
        }
    }

    /// The address of a page of the list; the first is the list's own.
    func address(ofPart part: Int) -> String { Route.part(part, of: address) }
}

extension SiteRenderer {
    /// The pages that lead everywhere, as far as there is something to lead to.
    func overviewPages() -> [RenderedFile] {
        OverviewPage.allCases.flatMap { page -> [RenderedFile] in
            switch page {
            case .search:
                library.settings.hasSearch ? [file(.search, title: "search", summary: nil, searchOverview(on: page.address))] : []
            case .pages:
                files(.pages, title: "allPages", summary: "allPagesSummary", count: pageParts.count) { pageOverview(part: $0, on: $1) }
            case .questions:
                files(.questions, title: "allQuestions", summary: "allQuestionsSummary", count: hasQuestions ? questionParts.count : 0) {
                    questionOverview(part: $0, on: $1)
                }
            case .sources:
                files(.sources, title: "allSources", summary: "allSourcesSummary", count: sourceParts.count) {
                    sourceOverview(part: $0, on: $1)
                }
            case .privacy: hasAnswers ? [file(.privacy, title: "privacy", summary: "privacySummary", privacyOverview)] : []
            case .changes:
                hasChanges
                    ? [file(.changes, title: "whatChanged", summary: "whatChangedSummary", changesOverview)] + changeFeeds() : []
            case .reviews: isForEditors ? [reviewPage].compactMap { $0 } : []
            }
        }
    }

    /// Links to these pages, for the footer.
    func overviewLinks(_ url: (String) -> String) -> [PlaceView] {
        let all = PlaceView(title: theme.words["allPages"] ?? "", url: url(OverviewPage.pages.address))
        let questions = PlaceView(title: theme.words["allQuestions"] ?? "", url: url(OverviewPage.questions.address))
        let sources = PlaceView(title: theme.words["allSources"] ?? "", url: url(OverviewPage.sources.address))
        let reviews = PlaceView(title: theme.words["reviews"] ?? "", url: url(OverviewPage.reviews.address))
        return [all] + (hasQuestions ? [questions] : []) + (hasSources ? [sources] : [])
            + (hasAnswers ? [PlaceView(title: theme.words["privacy"] ?? "", url: url(OverviewPage.privacy.address))] : [])
            + (hasChanges ? [PlaceView(title: theme.words["whatChanged"] ?? "", url: url(OverviewPage.changes.address))] : [])
            + (isForEditors && hasReviews ? [reviews] : [])
    }

    /// Those that search engines list: not the search itself.
    var overviewAddresses: [String] {
        [OverviewPage.pages.address] + (hasQuestions ? [OverviewPage.questions.address] : [])
            + (hasSources ? [OverviewPage.sources.address] : []) + (hasAnswers ? [OverviewPage.privacy.address] : [])
            + (hasChanges ? [OverviewPage.changes.address] : [])
    }

    /// All pages of a list.
    private func files(
        _ kind: OverviewPage, title: String, summary: String, count: Int, _ overview: (Int, String) -> (OverviewView, String)
    ) -> [RenderedFile] {
        let parts = (0..<count).map { overview($0, kind.address(ofPart: $0)) }
        return parts.indices.map { part in
            let links = count > 1 ? OverviewPartsView(parts.map(\.1), on: part, address: kind.address(ofPart:)) : nil
            return file(kind, title: title, summary: summary, parts[part].0, part: part, parts: links)
        }
    }

    /// - Parameters:
    ///   - title: the theme's word for the title.
    ///   - summary: that for the sentence below it.
    ///   - part: which page of the list it is.
    private func file(
        _ kind: OverviewPage, title: String, summary: String?, _ overview: OverviewView?, part: Int = 0, parts: OverviewPartsView? = nil
    ) -> RenderedFile {
        let layout = overviewLayout(kind, title: title, summary: summary, part: part, outline: overview?.outline)
        let html = theme.render(kind.template, layout, OverviewPageView(overview: overview, parts: parts))
        return RenderedFile(path: Route.file(kind.address(ofPart: part)), bytes: html)
    }

    /// The keys of every page for one of these.
    func overviewLayout(_ kind: OverviewPage, title: String, summary: String?, part: Int = 0, outline: OutlineView? = nil) -> LayoutView {
        let address = kind.address(ofPart: part)
        let name = (theme.words[title] ?? "") + (part > 0 ? " (\(part + 1))" : "")
        var view = baseView(title: name, address: address)
        view.summary = summary.flatMap { theme.words[$0] }
        view.outline = outline
        if kind == .changes { view.feeds = feeds }
        view.reportURL = resolver.reportURL(title: view.title, address: address)
        if [.search, .reviews].contains(kind) { view.noindex = true } else { view.canonical = canonical(address) }
        if let front = library.front {
            view.breadcrumbs = [PlaceView(title: front.title, url: Route.relative(from: address, to: ""))]
        }
        return layout(view, at: address, section: nil)
    }
}
