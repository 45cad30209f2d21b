import Mustache

/// What the layouts `page`, `list`, `tabs`, `home` and `not-found` are filled with.
///
/// Answers names itself: a tag costs half of what it costs through reflection, and every page has dozens.
struct LayoutView: MustacheParent {
    var site: SiteView
    let page: PageView
    let root: String
    let assets: AssetsView
    let words: [String: String]
    var navigationHTML: String?
    /// Of a list that is longer than one page.
    var parts: OverviewPartsView?

    func child(named name: String) -> Any? {
        switch name {
        case "page": page
        case "site": site
        case "words": words
        case "root": root
        case "assets": assets
        case "navigationHTML": navigationHTML
        case "parts": parts
        default: nil
        }
    }
}

/// One page.
struct PageView: MustacheParent {
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
    /// What the front page says of the last changes.
    var latest: LatestView?
    /// In the list of all questionnaires.
    var questionnaires: [QuestionnaireCardView] = []
    /// Of a page that only leads to another one.
    var url: String?

    func child(named name: String) -> Any? {
        switch name {
        case "language": language
        case "direction": direction
        case "title": title
        case "documentTitle": documentTitle
        case "summary": summary
        case "socialType": socialType
        case "oldQueries": oldQueries
        case "canonical": canonical
        case "noindex": noindex
        case "structuredData": structuredData
        case "reportURL": reportURL
        case "breadcrumbs": breadcrumbs
        case "contentHTML": contentHTML
        case "outline": outline
        case "sources": sources
        case "facts": facts
        case "pager": pager
        case "children": questionnaires.isEmpty ? children : questionnaires
        case "documentURL": documentURL
        case "questionnaireHTML": questionnaireHTML
        case "search": search
        case "latest": latest
        case "offers": offers
        case "parts": parts
        case "sections": sections
        case "allSectionsURL": allSectionsURL
        case "url": url
        default: nil
        }
    }
}

/// What all pages share, with links as seen from one page.
struct SiteView: MustacheParent {
    let title: String
    let homeURL: String
    let sections: [SectionLinkView]
    let bannerHTML: String?
    let noticeHTML: String?
    /// The page of the search; nil on that page and on the front page, which have a field of their own.
    var searchURL: String?
    /// Who sees what readers answer; nil where they are asked nothing.
    let privacyURL: String?
    let footerLinks: [PlaceView]
    /// Whether readers may keep a copy on their device.
    let isOffline: Bool

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "homeURL": homeURL
        case "sections": sections
        case "bannerHTML": bannerHTML
        case "noticeHTML": noticeHTML
        case "searchURL": searchURL
        case "isOffline": isOffline
        case "policy": SiteRenderer.pagePolicy
        case "privacyURL": privacyURL
        case "footerLinks": footerLinks
        default: nil
        }
    }
}

/// Published paths of the theme's own files, below the root.
struct AssetsView: MustacheParent {
    let style: String
    let favicon: String
    /// The folder of the scripts.
    let scripts: String

    func child(named name: String) -> Any? {
        switch name {
        case "style": style
        case "favicon": favicon
        case "scripts": scripts
        default: nil
        }
    }
}
