import Diagnostics
import Forms
import Pages
import Templating
import Words

extension PreviewPageView {
    /// With the preview's own style sheet.
    init(language: String, title: String) {
        self.init(language: language, title: title, styleURL: "/" + PreviewPaths.style)
    }
}

extension FindingView {
    init(_ diagnostic: Diagnostic) {
        let start = diagnostic.range?.start
        self.init(
            severity: diagnostic.severity.rawValue,
            place: (diagnostic.path ?? "") + (start.map { ":\($0.line):\($0.column)" } ?? ""), message: diagnostic.message,
            notes: diagnostic.notes + [diagnostic.help].compactMap { $0 }, rule: diagnostic.rule.name,
            ruleURL: "/" + PreviewPaths.rules + diagnostic.rule.name)
    }
}

extension Theme {
    /// A page of the preview's own.
    func page(_ template: String, _ view: some TemplateView) -> [UInt8] { render("preview/" + template, view) }

    /// A phrase for editors.
    func phrase(_ name: String, _ slots: [String: Phrasing] = [:]) -> String { phrasebook.text(.pattern(name, slots)) }
}

/// The page that is shown until the first version is ready.
func waitingPage(_ theme: Theme, language: String) -> [UInt8] {
    theme.page("waiting", PreviewPageView(language: language, title: theme.phrase("previewReading")))
}
