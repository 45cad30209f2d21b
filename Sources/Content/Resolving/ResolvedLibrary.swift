package import CommonMark
package import Forms

/// RESOLVE: a library in which every link and embed has been looked up, once.
///
/// The rules report what was found here, and pages, search, moves and counts are made from it: nobody looks up a link or
/// an embed again. A reference type, because every later stage holds it.
package final class ResolvedLibrary: Sendable {
    /// What it was made from.
    package let library: Library
    /// In the order of `library.pages`.
    package let pages: [ResolvedPage]
    /// Texts without a page of their own: those of data files, in their order, and the notice.
    package let besides: [ResolvedText]
    /// For each glossary the number of the page that shows it: where its terms are explained.
    package let glossaryPages: [Identifier: Int]
    /// For each entry of a directory the number of the page that lists it.
    package let listingPages: [String: Int]
    /// Where `contact: contact:ID` in the settings leads; nil if it is an address, or if there is none.
    let contact: Result<LinkTarget, LinkProblem>?
    /// Texts by ``Markdown/identity``, but those of pages.
    private let texts: [ObjectIdentifier: ResolvedText]
    private let linker: Linker

    /// - Parameter pages: of the library, resolved.
    init(_ library: Library, _ linker: Linker, pages: [ResolvedPage]) {
        self.library = library
        self.linker = linker
        self.pages = pages
        besides = library.textsBesidePages.map { ResolvedText($0, library, linker) }
        texts = ResolvedLibrary.byIdentity(besides)
        let order = ResolvedLibrary.readersFirst(pages)
        glossaryPages = Dictionary(
            order.flatMap { number in pages[number].text.embeddings.filter { $0.file.kind == .glossary }.map { ($0.file.name, number) } }
        ) { first, _ in first }
        listingPages = Dictionary(
            order.flatMap { number in
                pages[number].text.embeddings.filter { $0.file.kind == .directory }.flatMap(\.ids).map { ($0.id, number) }
            }
        ) { first, _ in first }
        contact = library.settings.contact.flatMap { contact in
            contact.string.hasPrefix("contact:") ? linker.target(of: contact.string, in: "site.yaml") : nil
        }
    }

    /// Resolves a whole library, page by page.
    package convenience init(_ library: Library) {
        let linker = Linker(library)
        self.init(library, linker, pages: library.pages.map { ResolvedPage($0, library, linker) })
    }

    private init(_ other: ResolvedLibrary, library: Library, texts: [ObjectIdentifier: ResolvedText]) {
        self.library = library
        self.texts = texts
        (pages, besides, glossaryPages, listingPages) = (other.pages, other.besides, other.glossaryPages, other.listingPages)
        (contact, linker) = (other.contact, other.linker)
    }

    /// The same with the values of another day in what is read from now on.
    package func withValues(on day: Day) -> ResolvedLibrary {
        ResolvedLibrary(self, library: library.withValues(on: day), texts: texts)
    }

    /// Drafts come last: links lead to the page that readers will have.
    private static func readersFirst(_ pages: [ResolvedPage]) -> [Int] {
        let isDraft = { pages[$0].page.frontMatter.isDraft }
        return pages.indices.filter { !isDraft($0) } + pages.indices.filter(isDraft)
    }

    private static func byIdentity(_ texts: [ResolvedText]) -> [ObjectIdentifier: ResolvedText] {
        let open = texts.filter { !$0.links.isEmpty || !$0.embeds.isEmpty }
        return Dictionary(open.map { ($0.markdown.identity, $0) }) { first, _ in first }
    }
}

extension ResolvedLibrary {
    /// The same library for a site at another public address.
    package func at(address: String) -> ResolvedLibrary {
        ResolvedLibrary(self, library: library.at(address: address), texts: texts)
    }

    /// Resolves texts that are understood only after the library is: those of questionnaires.
    package func resolving(_ texts: [AuthoredText]) -> [ResolvedText] {
        texts.map { ResolvedText($0, library, linker) }
    }

    /// The same library with texts that were resolved later.
    package func adding(_ texts: [ResolvedText]) -> ResolvedLibrary {
        ResolvedLibrary(self, library: library, texts: self.texts.merging(ResolvedLibrary.byIdentity(texts)) { _, new in new })
    }

    /// A text beside the pages, as it was resolved.
    ///
    /// - Parameter file: the file in which it stands, below `Content/`.
    package func text(_ markdown: Markdown, in file: String) -> ResolvedText {
        texts[markdown.identity] ?? ResolvedText(AuthoredText(markdown: markdown, file: file), library, linker)
    }

    /// The page whose file stands at this path below `Content/`.
    package func page(file: String) -> ResolvedPage? { library.pageNumber(file: file).map { pages[$0] } }

    /// All texts: of pages, data files, the notice.
    package var allTexts: [ResolvedText] { pages.map(\.text) + besides }

    /// Where readers' reports go, if the settings name an entry of a directory.
    package var reportContact: ListedEntry? { if case .success(.listing(let entry))? = contact { entry } else { nil } }

    /// The entry of a directory that has this id.
    package func directoryEntry(_ id: String) -> ListedEntry? { linker.directoryEntry(id) }

    /// The ids of all directories.
    var directoryIDs: [String] { linker.directoryIDs }

    /// The ids that a scheme knows, for "did you mean".
    func ids(of scheme: String) -> [String] { linker.ids(of: scheme) }

    /// Whether both have the same pages with the same places on them, so that whatever led somewhere in the one does in
    /// the other.
    package func hasSamePlaces(as other: ResolvedLibrary) -> Bool {
        pages.count == other.pages.count
            && zip(pages, other.pages).allSatisfy { own, other in
                own === other || (own.page.path == other.page.path && own.ids == other.ids && own.isWhole == other.isWhole)
            }
    }
}
