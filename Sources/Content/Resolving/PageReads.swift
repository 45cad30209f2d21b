import CommonMark
package import Forms

/// Something beside its own file that the text of a page is made from: while none of it changes, neither does the text.
///
/// What all pages share is not among it: settings, theme, words, menus, and what Git knows of files.
package enum PageRead: Hashable, Sendable {
    /// A data file.
    case data(Identifier)
    /// Which data files of a kind there are.
    case kind(DataKind)
    /// Which page shows a data file.
    case shown(Identifier)
    /// A value of a data file, or a count, as it is written between the braces.
    case value(String)
    /// The size of a picture, by its path below `Content/`.
    case picture(String)
    /// A questionnaire that the page offers.
    case questionnaire(Identifier)
}

extension ResolvedLibrary {
    /// What a page read: the key under which its text may be kept.
    ///
    /// - Parameter number: of the page in the library.
    package func reads(ofPage number: Int) -> Set<PageRead> {
        let page = pages[number].page
        var reads = reads(of: pages[number].text)
        for file in pages[number].text.embeddings.map(\.file) {
            reads.insert(.data(file.name))
            for text in file.texts { reads.formUnion(self.reads(of: self.text(text, in: file.path))) }
        }
        if library.settings.explainsTerms, page.frontMatter.explainsTerms {
            reads.insert(.kind(.glossary))
            for file in library.data(of: .glossary) { reads.formUnion([.data(file.name), .shown(file.name)]) }
        }
        return reads
    }

    /// What a text says that stands elsewhere.
    private func reads(of text: ResolvedText) -> Set<PageRead> {
        var reads = Set(text.markdown.values.map { PageRead.value($0.name) })
        for (link, target) in text.targets {
            switch target {
            case .asset(let path): if link.isImage { reads.insert(.picture(path)) }
            case .listing(let listed): reads.formUnion([.data(listed.file.name), .shown(listed.file.name)])
            case .term(let term): reads.formUnion([.data(term.file.name), .shown(term.file.name)])
            case .page, .fragment, .outside, .questionnaire: break
            }
        }
        for (embed, found) in zip(text.markdown.embeds, text.embeds) {
            if let name = found.questionnaire { reads.insert(.questionnaire(name)) }
            if embed.words.count > 1, embed.words[1] == "all", let kind = DataKind(rawValue: embed.words[0]) {
                reads.insert(.kind(kind))
            }
        }
        return reads
    }
}
