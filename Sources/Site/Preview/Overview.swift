import Content
import Diagnostics
import Forms
import Pages

extension PreviewSite {
    /// A page about the site's state: errors, warnings, drafts, pages that nothing leads to. Plain HTML without the
    /// theme, so that it can be shown when there is no site.
    ///
    /// - Parameters:
    ///   - rules: the address below which the pages of all rules stand, with a slash at its end.
    ///   - style: the address of its style sheet.
    package func overview(rules: String, style: String) -> [UInt8] {
        let title = errors.isEmpty ? "The site has no errors" : "The site has \(counted(errors.count, "error"))"
        let body =
            "<h1>\(title)</h1>\n" + list(errors, "Errors", rules, style: "error")
            + list(warnings, "Warnings", rules, style: "warning")
            + pageList("Drafts") { $0.frontMatter.isDraft }
            + pageList("Pages that no menu and no link leads to", where: isUnlinked)
        let html = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <link rel="stylesheet" href="\(style)">
            </head>
            <body>
            \(body)<p><a href="/">To the site</a></p>
            </body>
            </html>

            """
        return Array(html.utf8)
    }

    private func list(_ diagnostics: [Diagnostic], _ title: String, _ rules: String, style: String) -> String {
        guard !diagnostics.isEmpty else { return "" }
        let items = diagnostics.map { diagnostic -> String in
            let start = diagnostic.range?.start
            let place = (diagnostic.path ?? "") + (start.map { ":\($0.line):\($0.column)" } ?? "")
            let notes = (diagnostic.notes + [diagnostic.help].compactMap { $0 }).map { "<p>\(escapedForHTML($0))</p>\n" }
            return "<article class=\"\(style)\">\n<p class=\"place\">\(escapedForHTML(place))</p>\n"
                + "<p class=\"message\">\(escapedForHTML(diagnostic.message))</p>\n\(notes.joined())"
                + "<p><a href=\"\(rules)\(diagnostic.rule)\">\(diagnostic.rule)</a></p>\n</article>\n"
        }
        return "<h2>\(title)</h2>\n" + items.joined()
    }

    private func pageList(_ title: String, where isListed: (Page) -> Bool) -> String {
        let pages = library?.pages.filter(isListed) ?? []
        guard !pages.isEmpty else { return "" }
        let items = pages.map { page in
            "<li><a href=\"/\(Route.encoded(page.path.address))\">\(escapedForHTML(page.title))</a></li>\n"
        }
        return "<h2>\(title)</h2>\n<ul>\n\(items.joined())</ul>\n"
    }
}
