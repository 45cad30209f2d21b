import Templating

/// Who keeps a page, since when it holds, and how it changed.
struct FactsView: TemplateView {
    let owner: String?
    let effective: DateView?
    /// In place of that, if the day is still to come.
    let effectiveFrom: DateView?
    let reviewed: DateView?
    let changed: ChangedView?
    let editURL: String?
    let changes: ChangesView?

    static let fields = TemplateFields<Self>([
        .text("owner") { $0.owner }, .object("effective") { $0.effective }, .object("effectiveFrom") { $0.effectiveFrom },
        .object("reviewed") { $0.reviewed }, .object("changed") { $0.changed }, .text("editURL") { $0.editURL },
        .object("changes") { $0.changes },
    ])

    /// Whether there is nothing to say.
    var isEmpty: Bool {
        owner == nil && effective == nil && effectiveFrom == nil && reviewed == nil && changed == nil && editURL == nil
    }
}

/// A day: for machines and for people.
struct DateView: TemplateView {
    /// `2026-11-21`.
    let date: String
    let text: String

    static let fields = TemplateFields<Self>([.text("date") { $0.date }, .text("text") { $0.text }])
}

/// When a page was last changed.
struct ChangedView: TemplateView {
    let day: DateView
    /// The list of all its changes.
    let url: String?

    static let fields = TemplateFields<Self>([.text("date") { $0.day.date }, .text("text") { $0.day.text }, .text("url") { $0.url }])
}

/// What was changed, the newest first.
struct ChangesView: TemplateView {
    /// Of the list on a page.
    static let id = "page-changes"

    let items: [ChangeView]
    /// How many are not listed, in words.
    let olderText: String?
    /// All of them, on the host that keeps the repository.
    let allURL: String?

    static let fields = TemplateFields<Self>([
        .list("items") { $0.items }, .text("olderText") { $0.olderText }, .text("allURL") { $0.allURL },
    ])
}

/// One change in its author's words.
struct ChangeView: TemplateView {
    let day: DateView
    let what: String

    static let fields = TemplateFields<Self>([.text("date") { $0.day.date }, .text("text") { $0.day.text }, .text("what") { $0.what }])
}
