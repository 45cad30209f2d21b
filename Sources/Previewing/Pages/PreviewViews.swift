import Diagnostics
import Forms
import Pages
import Words

/// What the preview's own pages are given. Templates: `preview/overview`, `preview/rule`, `preview/waiting`.
struct PreviewPageView {
    let language: String
    let direction: String
    let title: String
    let words: [String: String]
    let styleURL = "/" + PreviewPaths.style
    let homeURL = "/"
    /// Of the page about a rule.
    var contentHTML = ""
    /// Errors and warnings, on the page about the site's state.
    var groups: [FindingsView] = []
    /// Drafts and unlinked pages, on the same.
    var lists: [PreviewLinksView] = []

    init(_ theme: Theme, language: String, title: String) {
        self.language = language
        direction = SiteRenderer.direction(of: language)
        self.title = title
        words = theme.phrasebook.words
    }
}

/// Something wrong with the site.
struct FindingView {
    let severity: String
    /// File, line and column, as far as there are any.
    let place: String
    let message: String
    /// The notes, then the help.
    let notes: [LineView]
    let rule: String
    let ruleURL: String

    init(_ diagnostic: Diagnostic) {
        let start = diagnostic.range?.start
        severity = diagnostic.severity.rawValue
        place = (diagnostic.path ?? "") + (start.map { ":\($0.line):\($0.column)" } ?? "")
        message = diagnostic.message
        notes = (diagnostic.notes + [diagnostic.help].compactMap { $0 }).map(LineView.init)
        rule = diagnostic.rule.name
        ruleURL = "/" + PreviewPaths.rules + diagnostic.rule.name
    }

    private init() {
        (severity, place, message, notes, rule, ruleURL) = ("error", "", "", [LineView(text: "")], "", "")
    }

    /// One without content, which the script copies and fills in.
    static let pattern = FindingView()
}

/// Findings of one kind.
struct FindingsView {
    let title: String
    let items: [FindingView]
}

/// Pages of one kind.
struct PreviewLinksView {
    let title: String
    let items: [PreviewLinkView]
}

/// A line of text.
struct LineView {
    let text: String
}

/// A link.
struct PreviewLinkView {
    let title: String
    let url: String
}

extension Theme {
    /// A page of the preview's own.
    func page(_ template: String, _ view: Any) -> [UInt8] { Array(render("preview/" + template, view).utf8) }

    /// A phrase for editors.
    func phrase(_ name: String, _ slots: [String: Phrasing] = [:]) -> String { phrasebook.text(.pattern(name, slots)) }
}

/// The page that is shown until the first version is ready.
func waitingPage(_ theme: Theme, language: String) -> [UInt8] {
    theme.page("waiting", PreviewPageView(theme, language: language, title: theme.phrase("previewReading")))
}
