import CommonMark
package import Diagnostics
import Pages

extension PreviewSite {
    /// The documentation's page about a rule, as plain HTML without the theme; nil if there is no such rule.
    ///
    /// - Parameters:
    ///   - rules: the address below which the pages of all rules stand, with a slash at its end.
    ///   - style: the address of its style sheet.
    package static func explanation(of rule: RuleID, rules: String, style: String) -> [UInt8]? {
        guard let rule = RuleCatalogue.rule(rule) else { return nil }
        let source = SourceFile(path: rule.id.name, bytes: Array(rule.page.markdown.utf8))
        let text = Markdown.parse(SourceText(SourceRange(source, 0..<source.bytes.count))).value
        let links = text.links.map { link in
            RuleLink.target(of: link.destination, on: rule.id).map { ResolvedLink(url: rules + $0.id.name) }
        }
        let title = escapedForHTML(rule.id.name)
        let head = """
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
            <h1>\(title)</h1>

            """
        return Array(head.utf8) + text.html(Resolution(links: links)) + Array("</body>\n</html>\n".utf8)
    }
}
