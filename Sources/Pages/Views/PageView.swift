import Templating

/// What the layouts `page`, `list`, `tabs`, `home` and `not-found` are filled with.
struct LayoutView: TemplateView {
    let site: PreparedView<SiteView>
    let page: PageView
    let root: String
    let assets: AssetsView
    var navigationHTML: String?
    /// Of a list that is longer than one page.
    var parts: OverviewPartsView?

    static let fields = TemplateFields<Self>([
        .prepared("site") { $0.site }, .object("page") { $0.page }, .text("root") { $0.root }, .object("assets") { $0.assets }, .words,
        .text("navigationHTML") { $0.navigationHTML }, .object("parts") { $0.parts },
    ])
}

/// One page.
struct PageView: TemplateView {
    var language: String
    var direction: String
    var title: String
    var documentTitle: String
    var summary: String?
    var socialType = "article"
    /// Queries for which the page leads on, each with where to.
    var oldQueries: String?
    var canonical: String?
    var noindex = false
    var structuredData: String?
    var reportURL: String?
    var breadcrumbs: [PlaceView] = []
    var contentHTML: String?
    var outline: OutlineView?
    /// What the page is based on.
    var sources: SourcesView?
    var facts: FactsView?
    var pager: PagerView?
    var children: [CardView] = []
    /// The whole section as one document.
    var documentURL: String?
    var parts: [PartView] = []
    var sections: [SectionCardView] = []
    /// Where all sections are listed; nil if all are here.
    var allSectionsURL: String?
    /// The search of the front page.
    var search: HomeSearchView?
    /// The questionnaires with which the front page starts.
    var questionnaireHTML: String?
    /// The questionnaires that rest on the page.
    var offers: OffersView?
    /// The pages that share something rare with it.
    var related: RelatedView?
    /// What the front page says of the last changes.
    var latest: LatestView?
    /// Of the page of what changed.
    var feeds: FeedsView?
    /// Of a page that only leads to another one.
    var url: String?

    static let fields = TemplateFields<Self>([
        .text("language") { $0.language }, .text("direction") { $0.direction }, .text("title") { $0.title },
        .text("documentTitle") { $0.documentTitle }, .text("summary") { $0.summary }, .text("socialType") { $0.socialType },
        .text("oldQueries") { $0.oldQueries }, .text("canonical") { $0.canonical }, .flag("noindex") { $0.noindex },
        .text("structuredData") { $0.structuredData }, .text("reportURL") { $0.reportURL }, .list("breadcrumbs") { $0.breadcrumbs },
        .text("contentHTML") { $0.contentHTML }, .object("outline") { $0.outline }, .object("sources") { $0.sources },
        .object("facts") { $0.facts }, .object("pager") { $0.pager }, .list("children") { $0.children },
        .text("documentURL") { $0.documentURL }, .list("parts") { $0.parts }, .list("sections") { $0.sections },
        .object("search") { $0.search }, .text("questionnaireHTML") { $0.questionnaireHTML }, .object("offers") { $0.offers },
        .object("related") { $0.related }, .object("latest") { $0.latest }, .text("allSectionsURL") { $0.allSectionsURL },
        .object("feeds") { $0.feeds }, .text("url") { $0.url },
    ])
}

/// What all pages share, with links as seen from one page.
struct SiteView: TemplateView {
    let title: String
    let homeURL: String
    let sections: [SectionLinkView]
    let bannerHTML: String?
    let noticeHTML: String?
    /// The page of the search; nil on that page and on the front page, which have a field of their own.
    let searchURL: String?
    /// Who sees what readers answer; nil where they are asked nothing.
    let privacyURL: String?
    let footerLinks: [PlaceView]
    /// Whether readers may keep a copy on their device.
    let isOffline: Bool

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("homeURL") { $0.homeURL }, .list("sections") { $0.sections },
        .text("bannerHTML") { $0.bannerHTML }, .text("noticeHTML") { $0.noticeHTML }, .text("searchURL") { $0.searchURL },
        .text("privacyURL") { $0.privacyURL }, .list("footerLinks") { $0.footerLinks }, .flag("isOffline") { $0.isOffline },
        .text("policy") { _ in SiteRenderer.pagePolicy },
    ])
}

/// Published paths of the theme's own files, below the root.
struct AssetsView: TemplateView {
    let style: String
    let favicon: String
    /// The folder of the scripts.
    let scripts: String

    static let fields = TemplateFields<Self>([
        .text("style") { $0.style }, .text("favicon") { $0.favicon }, .text("scripts") { $0.scripts },
    ])
}
