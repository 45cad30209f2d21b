import Content
import Diagnostics
import Forms

extension PreviewSite {
    /// What the readers of a page will not see: that it is a draft, that nothing leads to it, its warnings.
    func notes(on page: Page, _ library: Library) -> [String] {
        var notes: [String] = []
        if page.frontMatter.isDraft { notes.append("Draft: this page is not published") }
        if isUnlinked(page) { notes.append("No menu and no link leads to this page") }
        return notes
            + warnings.filter { $0.path == page.source.path }.map { diagnostic in
                diagnostic.message + (diagnostic.help.map { ": \($0)" } ?? "")
            }
    }
}
