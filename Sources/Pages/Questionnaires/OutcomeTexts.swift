package import CommonMark
package import Content
package import Decision
import Forms

/// What an outcome says where there is no page: addresses are those below the root of the site.
package struct OutcomeTexts {
    private let resolved: ResolvedLibrary
    private let resolver: Resolver
    private let theme: Theme

    /// Links and embeds mean what they mean on the questionnaire's own page.
    package init(_ resolved: ResolvedLibrary, _ theme: Theme) {
        self.resolved = resolved
        self.theme = theme
        resolver = Resolver(resolved, words: theme.markdownWords, versionWord: "")
    }

    /// The text of an outcome as HTML and as words, with answers and facts in their places; nil where it has none.
    ///
    /// - Parameter paragraphs: the numbers of those that are shown.
    package func text(
        of outcome: Outcome, in questionnaire: Questionnaire, showing paragraphs: [Int], _ names: [String: NameWording]
    ) -> (html: String, plain: String)? {
        let texts = outcome.texts(showing: paragraphs).map { text in
            let resolution = resolver.resolution(of: text, of: questionnaire, names: names, on: "", theme: theme)
            return (html: String(decoding: text.html(resolution), as: UTF8.self), plain: text.plainText(resolution))
        }
        return texts.isEmpty ? nil : (texts.map(\.html).joined(), texts.map(\.plain).joined(separator: "\n"))
    }

    /// The addresses and names of the places that an outcome cites, then of the documents that it is based on.
    package func links(of outcome: Outcome) -> [(address: String, words: String)] {
        outcome.cites.map(link) + sources(of: outcome)
    }

    /// The documents that an outcome is based on.
    package func sources(of outcome: Outcome) -> [(address: String, words: String)] {
        DocumentLinks(resolver: resolver, phrasebook: theme.phrasebook).citations(outcome.sources, from: "")
    }

    /// The address of a cited place and its name.
    package func link(to cite: Cite) -> (address: String, words: String) { resolver.link(to: cite, from: "") }
}

extension Resolver {
    /// What is in the open ends of a questionnaire's text.
    func resolution(
        of markdown: Markdown, of questionnaire: Questionnaire, names: [String: NameWording], on address: String, theme: Theme
    ) -> Resolution {
        let text = resolved.text(markdown, in: questionnaire.path)
        var resolution = resolution(of: text, on: address)
        // A link to a heading of the same text: the id on the page has the id of the outcome or question before it.
        for case (let link, .fragment(let fragment)) in text.targets {
            guard let own = markdown.headings.first(where: { $0.id.hasSuffix("." + fragment) }) else { continue }
            resolution.links[link.index] = ResolvedLink(url: "#" + Route.encoded(own.id))
        }
        resolution.names = AnswerNames.resolved(names)
        let blocks = BlockRenderer(theme: theme, resolver: self, address: address, isOutcome: true)
        let embeddings = text.embeds.map(\.data)
        resolution.embeds = embeddings.map { found in Array(found.map { blocks.html($0, level: 3) }.joined()) }
        resolution.embedWords = embeddings.map { found in found.map(blocks.plainText).joined(separator: "\n") }
        return resolution
    }
}

extension Resolver {
    /// The address of a cited place as seen from another, and its name: the page's, and what readers see there.
    func link(to cite: Cite, from address: String) -> (address: String, words: String) {
        guard let cited = resolved.page(file: cite.page.file) else { return ("", cite.text.string) }
        let page = cited.page
        let url = Route.relative(from: address, to: blockParts.address(of: page.path.address, at: cite.anchor))
        guard let anchor = cite.anchor else { return (url, page.title) }
        let place = cited.title(of: anchor)
        return ("\(url)#\(Route.encoded(anchor))", place.map { "\(page.title): \($0)" } ?? page.title)
    }
}
