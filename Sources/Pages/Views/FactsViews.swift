import Mustache

/// Who keeps a page, since when it holds, and how it changed.
struct FactsView: MustacheParent {
    let owner: String?
    let effective: DateView?
    /// In place of that, if the day is still to come.
    let effectiveFrom: DateView?
    let reviewed: DateView?
    let changed: ChangedView?
    let editURL: String?
    let changes: ChangesView?

    /// Whether there is nothing to say.
    var isEmpty: Bool {
        owner == nil && effective == nil && effectiveFrom == nil && reviewed == nil && changed == nil && editURL == nil
    }

    func child(named name: String) -> Any? {
        switch name {
        case "owner": owner
        case "effective": effective
        case "effectiveFrom": effectiveFrom
        case "reviewed": reviewed
        case "changed": changed
        case "editURL": editURL
        case "changes": changes
        default: nil
        }
    }
}

/// A day: for machines and for people.
struct DateView {
    /// `2026-11-21`.
    let date: String
    let text: String
}

/// When a page was last changed.
struct ChangedView: MustacheParent {
    let day: DateView
    /// The list of all its changes.
    let url: String?

    func child(named name: String) -> Any? {
        switch name {
        case "date": day.date
        case "text": day.text
        case "url": url
        default: nil
        }
    }
}

/// What was changed, the newest first.
struct ChangesView: MustacheParent {
    /// Of the list on a page.
    static let id = "page-changes"

    let items: [ChangeView]
    /// How many are not listed, in words.
    let olderText: String?
    /// All of them, on the host that keeps the repository.
    let allURL: String?

    func child(named name: String) -> Any? {
        switch name {
        case "items": items
        case "olderText": olderText
        case "allURL": allURL
        default: nil
        }
    }
}

/// One change in its author's words.
struct ChangeView: MustacheParent {
    let day: DateView
    let what: String

    func child(named name: String) -> Any? {
        switch name {
        case "date": day.date
        case "text": day.text
        case "what": what
        default: nil
        }
    }
}
