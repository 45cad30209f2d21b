package import CommonMark
package import Content
package import Decision
import Forms

/// What an outcome says where there is no page: addresses are those below the root of the site.
package struct OutcomeTexts {
    private let library: Library
    private let resolver: Resolver
    private let theme: Theme

    package init(_ library: Library, _ theme: Theme) {
        self.library = library
        self.theme = theme
        resolver = Resolver(library, words: theme.markdownWords, versionWord: "")
    }

    /// The text of an outcome as HTML and as words, with answers and facts in their places; nil where it has none.
    package func text(
        of outcome: Outcome, in questionnaire: Questionnaire, _ names: [String: NameWording]
    ) -> (html: String, plain: String)? {
        guard let text = outcome.text else { return nil }
        let resolution = resolver.resolution(of: text, of: questionnaire, names: names, on: "", theme: theme)
        return (String(decoding: text.html(resolution), as: UTF8.self), text.plainText(resolution))
    }

    /// The address of a cited place and its name.
    package func link(to cite: Cite) -> (address: String, words: String) { library.link(to: cite, from: "") }
}

extension Resolver {
    /// What stands in the open ends of a questionnaire's text.
    func resolution(
        of markdown: Markdown, of questionnaire: Questionnaire, names: [String: NameWording], on address: String, theme: Theme
    ) -> Resolution {
        var resolution = resolution(of: markdown, in: questionnaire.path, on: address)
        // A link to a heading of the same text: the id on the page has the id of the outcome or question before it.
        for link in markdown.links where link.destination.hasPrefix("#") {
            guard let own = markdown.headings.first(where: { $0.id.hasSuffix("." + link.destination.dropFirst()) }) else { continue }
            resolution.links[link.index] = ResolvedLink(url: "#" + Route.encoded(own.id))
        }
        resolution.names = AnswerNames.resolved(names)
        let blocks = BlockRenderer(theme: theme, resolver: self, address: address, isOutcome: true)
        let embeddings = library.embeddings(in: markdown)
        resolution.embeds = embeddings.map { found in Array(found.map { blocks.html($0, level: 3) }.joined().utf8) }
        resolution.embedWords = embeddings.map { found in found.map(blocks.plainText).joined(separator: "\n") }
        return resolution
    }
}

extension Library {
    /// The address of a cited place as seen from another, and its name: the page's, and what readers see there.
    func link(to cite: Cite, from address: String) -> (address: String, words: String) {
        guard let page = page(file: cite.page.file) else { return ("", cite.text.string) }
        let url = Route.relative(from: address, to: page.path.address)
        guard let anchor = cite.anchor else { return (url, page.title) }
        let place = title(of: anchor, on: page)
        return ("\(url)#\(Route.encoded(anchor))", place.map { "\(page.title): \($0)" } ?? page.title)
    }
}
