import Content
import Decision
import Forms

/// The parts of a site that readers do not find by menus and links, from the front page on. The search and the lists of
/// everything find all pages, so they do not count; nor do links on drafts, which readers do not have.
///
/// A part is a page at the top, or a folder there with all that is in it: on each of its pages a menu leads to the others,
/// so one link to any of them is enough.
struct UnlinkedParts {
    private let names: Set<String>

    init(_ resolved: ResolvedLibrary, _ questionnaires: [Questionnaire]) {
        let library = resolved.library
        let named = Set(library.settings.navigation.map(\.string))
        let published = library.pages.indices.filter { !library.pages[$0].frontMatter.isDraft }
        let parts = Dictionary(grouping: published) { UnlinkedParts.part(of: library.pages[$0].path) }
        // Without a list in the settings the header has them all.
        guard !named.isEmpty, parts.keys.contains(where: { !$0.isEmpty && !named.contains($0) }) else {
            names = []
            return
        }
        var search = Search(resolved: resolved)
        search.reach(named.union([""]))
        if let notice = library.settings.notice { search.follow(resolved.text(notice, in: "site.yaml")) }
        // The footer leads to all questionnaires.
        for questionnaire in questionnaires { search.follow(questionnaire) }
        while let name = search.pending.popLast() {
            for number in parts[name] ?? [] { search.follow(resolved.pages[number].text) }
        }
        names = Set(parts.keys).subtracting(search.reached)
    }

    /// Whether neither a menu nor a link leads to a page.
    func holds(_ page: Page) -> Bool { names.contains(UnlinkedParts.part(of: page.path)) }

    /// Empty for the front page.
    fileprivate static func part(of path: PagePath) -> String {
        String(path.address.prefix { $0 != "/" })
    }
}

/// Goes from part to part.
private struct Search {
    let resolved: ResolvedLibrary
    private(set) var reached: Set<String> = []
    /// Parts that are reached and not looked through yet.
    var pending: [String] = []
    private var readFiles: Set<Identifier> = []

    init(resolved: ResolvedLibrary) { self.resolved = resolved }

    mutating func reach(_ names: Set<String>) {
        pending += names.subtracting(reached)
        reached.formUnion(names)
    }

    mutating func follow(_ questionnaire: Questionnaire) {
        for text in questionnaire.authoredTexts { follow(resolved.text(text.markdown, in: text.file)) }
        let cites = questionnaire.outcomes.flatMap(\.cites) + questionnaire.decisions.flatMap(\.table.rows).flatMap(\.cites)
        reach(Set(cites.map { UnlinkedParts.part(of: $0.page) }))
    }

    /// Follows the links of a text, and those in the data files that it shows.
    mutating func follow(_ text: ResolvedText) {
        followLinks(of: text)
        for file in text.embeddings.map(\.file) where readFiles.insert(file.name).inserted {
            for text in file.texts { followLinks(of: resolved.text(text, in: file.path)) }
        }
    }

    private mutating func followLinks(of text: ResolvedText) {
        for (_, target) in text.targets {
            switch target {
            case .page(let number, _): reach([part(of: number)])
            case .term(let term): if let page = resolved.glossaryPages[term.file.name] { reach([part(of: page)]) }
            case .fragment, .asset, .outside, .listing, .questionnaire: break
            }
        }
    }

    private func part(of page: Int) -> String { UnlinkedParts.part(of: resolved.library.pages[page].path) }
}
