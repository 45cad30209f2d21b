import Mustache

/// What a page is based on.
struct SourcesView {
    let items: [DocumentView]
    /// All sources of the site.
    let url: String
}

/// A document that a page is based on.
struct DocumentView: MustacheParent {
    let title: String
    /// Nil for a document without an address.
    let url: String?
    let isOutside: Bool
    let parts: [DocumentPartView]
    let read: DateView?

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "url": url
        case "isOutside": isOutside
        case "parts": parts.isEmpty ? nil : DocumentPartsView(items: parts)
        case "read": read
        default: nil
        }
    }
}

/// The parts of a document, as a list of their own.
struct DocumentPartsView {
    let items: [DocumentPartView]
}

/// A heading, paragraph or question of a document.
struct DocumentPartView {
    let text: String
    /// If it has an address of its own.
    let url: String?
}
