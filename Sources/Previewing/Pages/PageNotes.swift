import Content
import Diagnostics
import Forms
import Pages

/// Something about a page that its readers will not see.
struct PageNote: Sendable, Equatable {
    /// In the theme's words, or the message of a diagnostic.
    let text: String
    /// The language of the text if it is not that of the site: messages are in English.
    var language: String?
}

extension PreviewSite {
    /// What the readers of a page will not see: that it is a draft, that nothing leads to it, its warnings.
    func notes(on page: Page) -> [PageNote] {
        var notes: [PageNote] = []
        if page.frontMatter.isDraft { notes.append(PageNote(text: theme.phrase("previewIsDraft"))) }
        if isUnlinked(page) { notes.append(PageNote(text: theme.phrase("previewIsUnlinked"))) }
        return notes
            + warnings.filter { $0.path == page.source.path }.map { diagnostic in
                PageNote(text: diagnostic.message + (diagnostic.help.map { ": \($0)" } ?? ""), language: "en")
            }
    }
}
