import Templating

/// What a page is based on.
struct SourcesView: TemplateView {
    let items: [DocumentView]
    /// All sources of the site.
    let url: String

    static let fields = TemplateFields<Self>([.list("items") { $0.items }, .text("url") { $0.url }])
}

/// A document that a page is based on.
struct DocumentView: TemplateView {
    let title: String
    /// Nil for a document without an address.
    let url: String?
    let isOutside: Bool
    let parts: [DocumentPartView]
    let read: DateView?

    static let fields = TemplateFields<Self>([
        .text("title") { $0.title }, .text("url") { $0.url }, .flag("isOutside") { $0.isOutside },
        .object("parts") { $0.parts.isEmpty ? nil : DocumentPartsView(items: $0.parts) }, .object("read") { $0.read },
    ])
}

/// The parts of a document, as a list of their own.
struct DocumentPartsView: TemplateView {
    let items: [DocumentPartView]

    static let fields = TemplateFields<Self>([.list("items") { $0.items }])
}

/// A heading, paragraph or question of a document.
struct DocumentPartView: TemplateView {
    let text: String
    /// If it has an address of its own.
    let url: String?

    static let fields = TemplateFields<Self>([.text("text") { $0.text }, .text("url") { $0.url }])
}
