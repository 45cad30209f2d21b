import Content
import Diagnostics

extension PreviewSite {
    /// What the readers of a page will not see: that it is a draft, that no menu or text leads to it, its warnings.
    func notes(on page: Page, _ library: Library) -> [String] {
        var notes: [String] = []
        if page.frontMatter.isDraft { notes.append("Draft: this page is not published") }
        if isInNoMenu(page, library) { notes.append("No menu leads to this page") }
        return notes
            + warnings.filter { $0.path == page.source.path }.map { diagnostic in
                diagnostic.message + (diagnostic.help.map { ": \($0)" } ?? "")
            }
    }

    /// Whether a page belongs to a top folder or page that the settings' list of the header leaves out.
    func isInNoMenu(_ page: Page, _ library: Library) -> Bool {
        let named = library.settings.navigation.map(\.string)
        guard !named.isEmpty, !page.path.address.isEmpty else { return false }
        let top = page.path.address.split(separator: "/").first.map(String.init) ?? ""
        return !named.contains(top)
    }
}
