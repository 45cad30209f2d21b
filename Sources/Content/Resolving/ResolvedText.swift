package import CommonMark

/// A text with what its open ends mean: one entry for each of its links and embeds, in their order.
package struct ResolvedText: Sendable {
    /// The text with its file.
    package let authored: AuthoredText
    /// For each link of the text, in order, where it leads or why it leads nowhere.
    package let links: [Result<LinkTarget, LinkProblem>]
    /// For each embed of the text, in order, what it shows.
    package let embeds: [ResolvedEmbed]

    init(_ authored: AuthoredText, _ library: Library, _ linker: Linker) {
        self.authored = authored
        links = authored.markdown.links.map { linker.target(of: $0.destination, in: authored.file) }
        embeds = authored.markdown.embeds.map(library.resolved)
    }

    /// The text itself.
    package var markdown: Markdown { authored.markdown }

    /// The file in which the text stands, below `Content/`.
    package var file: String { authored.file }

    /// The links that lead somewhere, with what they lead to.
    package var targets: some Sequence<(link: Link, target: LinkTarget)> {
        zip(markdown.links, links).lazy.compactMap { link, found in
            if case .success(let target) = found { (link, target) } else { nil }
        }
    }

    /// The data files that it shows.
    package var embeddings: [Embedding] { embeds.flatMap(\.data) }
}
