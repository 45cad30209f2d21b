import Templating

/// A link to a place: what it says and where it leads.
struct PlaceView: TemplateView {
    let title: String
    let url: String

    static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("url") { $0.url }])
}

/// A top section in the header.
struct SectionLinkView: TemplateView {
    let title: String
    let url: String
    let current: Bool

    static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("url") { $0.url }, .flag("current") { $0.current }])
}

/// A page of a list, with its summary.
struct CardView: TemplateView {
    let title: String
    let summary: String?
    let url: String
    /// Of a questionnaire in the list of all.
    var policyURL: String?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("summary") { $0.summary }, .text("url") { $0.url }, .text("policyURL") { $0.policyURL },
    ])
}

/// A section on the front page, with its pages.
struct SectionCardView: TemplateView {
    let title: String
    let url: String
    let summary: String?
    let pages: [PlaceView]
    /// Where all of them are listed; nil if all are here.
    let allURL: String?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("url") { $0.url }, .text("summary") { $0.summary }, .list("pages") { $0.pages },
        .text("allURL") { $0.allURL },
    ])
}

/// A part of a page that starts with a heading of the second level.
struct PartView: TemplateView {
    let id: String
    let title: String
    let titleHTML: String
    let contentHTML: String

    static let fields = TemplateFields<Self>([
        .text("id") { $0.id }, .text("title") { $0.title }, .text("titleHTML") { $0.titleHTML }, .text("contentHTML") { $0.contentHTML },
    ])
}

/// The headings of a page.
struct OutlineView: TemplateView {
    let items: [OutlineItemView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])
}

/// A heading with those below it.
struct OutlineItemView: TemplateView {
    let id: String
    let title: String
    var children: OutlineView?

    static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("title") { $0.title }, .object("children") { $0.children }])
}

/// The pages before and after in reading order.
struct PagerView: TemplateView {
    let previous: PlaceView?
    let next: PlaceView?

    static let fields = TemplateFields<Self>([.object("previous") { $0.previous }, .object("next") { $0.next }])
}

/// What `parts/navigation` is filled with.
struct NavigationView: TemplateView {
    let navigation: NavigationSectionView

    static let fields = TemplateFields<Self>([.words, .object("navigation") { $0.navigation }])
}

/// A top section in the navigation at the side.
struct NavigationSectionView: TemplateView {
    let title: String
    let url: String
    let items: [NavigationItemView]
    /// Where all pages of the section are listed; nil if all are here.
    let allURL: String?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("url") { $0.url }, .list("items") { $0.items }, .text("allURL") { $0.allURL },
    ])
}

/// A page in the navigation at the side, with the pages below it.
struct NavigationItemView: TemplateView {
    let title: String
    let url: String
    let children: NavigationItemsView?

    static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("url") { $0.url }, .object("children") { $0.children }])
}

/// The pages below another one.
struct NavigationItemsView: TemplateView {
    let items: [NavigationItemView]
    /// Where all of them are listed; nil if all are here.
    let allURL: String?

    static let fields = TemplateFields<Self>([.list("items") { $0.items }, .text("allURL") { $0.allURL }])
}
