package import Templating

/// What the preview's own pages are given. Templates: `preview/overview`, `preview/rule`, `preview/waiting`.
package struct PreviewPageView: TemplateView {
    let language: String
    let direction: String
    let title: String
    let styleURL: String
    let homeURL = "/"
    /// Of the page about a rule.
    package var contentHTML = ""
    /// Errors and warnings, on the page about the site's state.
    package var groups: [FindingsView] = []
    /// Drafts and unlinked pages, on the same.
    package var lists: [PlacesView] = []

    /// Its values with their keys.
    package static let fields = TemplateFields<Self>([
        .text("language") { $0.language }, .text("direction") { $0.direction }, .text("title") { $0.title }, .words,
        .text("styleURL") { $0.styleURL }, .text("homeURL") { $0.homeURL }, .text("contentHTML") { $0.contentHTML },
        .list("groups") { $0.groups }, .list("lists") { $0.lists },
    ])

    /// - Parameter styleURL: of the preview's own style sheet.
    package init(language: String, title: String, styleURL: String) {
        self.language = language
        direction = SiteRenderer.direction(of: language)
        self.title = title
        self.styleURL = styleURL
    }
}

/// Something wrong with the site.
package struct FindingView: TemplateView {
    let severity: String
    /// File, line and column, as far as there are any.
    let place: String
    let message: String
    /// The notes, then the help.
    let notes: [LineView]
    let rule: String
    let ruleURL: String

    /// Its values with their keys.
    package static let fields = TemplateFields<Self>([
        .text("severity") { $0.severity }, .text("place") { $0.place }, .text("message") { $0.message }, .list("notes") { $0.notes },
        .text("rule") { $0.rule }, .text("ruleURL") { $0.ruleURL },
    ])

    /// - Parameters:
    ///   - notes: those of the message, then its help.
    ///   - rule: the name of the rule.
    package init(severity: String, place: String, message: String, notes: [String], rule: String, ruleURL: String) {
        (self.severity, self.place, self.message, self.rule, self.ruleURL) = (severity, place, message, rule, ruleURL)
        self.notes = notes.map { LineView(text: $0) }
    }

    /// One without content, which the script copies and fills in.
    package static let pattern = FindingView(severity: "error", place: "", message: "", notes: [""], rule: "", ruleURL: "")
}

/// Findings of one kind.
package struct FindingsView: TemplateView {
    let title: String
    /// In the order of the files.
    package let items: [FindingView]

    /// Its values with their keys.
    package static let fields = TemplateFields<Self>([.text("title") { $0.title }, .list("items") { $0.items }])

    /// - Parameter title: what they are called.
    package init(title: String, items: [FindingView]) { (self.title, self.items) = (title, items) }
}

/// Pages of one kind.
package struct PlacesView: TemplateView {
    let title: String
    let items: [PlaceView]

    /// Its values with their keys.
    package static let fields = TemplateFields<Self>([.text("title") { $0.title }, .list("items") { $0.items }])

    /// - Parameter items: the title and address of each.
    package init(title: String, items: [(title: String, url: String)]) {
        self.title = title
        self.items = items.map { PlaceView(title: $0.title, url: $0.url) }
    }

    /// Whether there is none.
    package var isEmpty: Bool { items.isEmpty }
}

/// A line of text.
struct LineView: TemplateView {
    let text: String

    static let fields = TemplateFields<Self>([.text("text") { $0.text }])
}

/// What the preview puts into every page. Template: `preview/boxes`.
package struct PreviewBoxesView: TemplateView {
    let scriptURL: String
    let version: String
    let notes: [PageNoteView]

    /// Its values with their keys.
    package static let fields = TemplateFields<Self>([
        .words, .text("scriptURL") { $0.scriptURL }, .text("version") { $0.version }, .list("notes") { $0.notes },
        .object("finding") { _ in FindingView.pattern },
    ])

    /// - Parameters:
    ///   - version: of the site that the page was made from.
    ///   - notes: what the page's readers will not see, with the language of each that isn't the site's.
    package init(scriptURL: String, version: String, notes: [(text: String, language: String?)]) {
        (self.scriptURL, self.version) = (scriptURL, version)
        self.notes = notes.map { PageNoteView(text: $0.text, language: $0.language) }
    }
}

/// Something about a page that its readers will not see.
struct PageNoteView: TemplateView {
    let text: String
    let language: String?

    static let fields = TemplateFields<Self>([.text("text") { $0.text }, .text("language") { $0.language }])
}
