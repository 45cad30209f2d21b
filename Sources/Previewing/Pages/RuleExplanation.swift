import CommonMark
import Diagnostics
import Pages

extension PreviewSite {
    /// The documentation's page about a rule; nil if there is no such rule.
    func rulePage(_ id: RuleID) -> [UInt8]? {
        guard let rule = RuleCatalogue.rule(id) else { return nil }
        let source = SourceFile(path: rule.id.name, bytes: Array(rule.page.markdown.utf8))
        let text = Markdown.parse(SourceText(source.whole)).value
        let links = text.links.map { link in
            RuleLink.target(of: link.destination, on: rule.id).map { ResolvedLink(url: "/" + PreviewPaths.rules + $0.id.name) }
        }
        var view = PreviewPageView(language: language, title: rule.id.name)
        view.contentHTML = String(decoding: text.html(Resolution(links: links)), as: UTF8.self)
        return theme.page("rule", view)
    }
}
