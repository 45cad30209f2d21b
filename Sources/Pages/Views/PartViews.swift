import Mustache

/// A link to a place: what it says and where it leads.
struct PlaceView: MustacheParent {
    let title: String
    let url: String

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "url": url
        default: nil
        }
    }
}

/// A top section in the header.
struct SectionLinkView: MustacheParent {
    let title: String
    let url: String
    let current: Bool

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "url": url
        case "current": current
        default: nil
        }
    }
}

/// A page of a list, with its summary.
struct CardView {
    let title: String
    let summary: String?
    let url: String
}

/// A section on the front page, with its pages.
struct SectionCardView {
    let title: String
    let url: String
    let summary: String?
    let pages: [PlaceView]
    /// Where all of them are listed; nil if all are here.
    let allURL: String?
}

/// A part of a page that starts with a heading of the second level.
struct PartView {
    let id: String
    let title: String
    let titleHTML: String
    let contentHTML: String
}

/// The headings of a page.
struct OutlineView: MustacheParent {
    let items: [OutlineItemView]

    func child(named name: String) -> Any? { name == "items" ? items : nil }
}

/// A heading with those below it.
struct OutlineItemView: MustacheParent {
    let id: String
    let title: String
    var children: OutlineView?

    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "title": title
        case "children": children
        default: nil
        }
    }
}

/// The pages before and after in reading order.
struct PagerView: MustacheParent {
    let previous: PlaceView?
    let next: PlaceView?

    func child(named name: String) -> Any? {
        switch name {
        case "previous": previous
        case "next": next
        default: nil
        }
    }
}

/// What `parts/navigation` is filled with.
struct NavigationView {
    let words: [String: String]
    let navigation: NavigationSectionView
}

/// A top section in the navigation at the side.
struct NavigationSectionView {
    let title: String
    let url: String
    let items: [NavigationItemView]
    /// Where all pages of the section are listed; nil if all are here.
    let allURL: String?
}

/// A page in the navigation at the side, with the pages below it.
struct NavigationItemView {
    let title: String
    let url: String
    let children: NavigationItemsView?
}

/// The pages below another one.
struct NavigationItemsView {
    let items: [NavigationItemView]
    /// Where all of them are listed; nil if all are here.
    let allURL: String?
}
