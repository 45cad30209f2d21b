import CommonMark
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

    init(_ library: Library, _ questionnaires: [Questionnaire]) {
        let named = Set(library.settings.navigation.map(\.string))
        let published = library.pages.indices.filter { !library.pages[$0].frontMatter.isDraft }
        let parts = Dictionary(grouping: published) { UnlinkedParts.part(of: library.pages[$0].path) }
        // Without a list in the settings the header has them all.
        guard !named.isEmpty, parts.keys.contains(where: { !$0.isEmpty && !named.contains($0) }) else {
            names = []
            return
        }
        var search = Search(library: library, linker: Linker(library))
        search.reach(named.union([""]))
        if let notice = library.settings.notice { search.follow(notice, in: "site.yaml") }
        // The footer leads to all questionnaires.
        for questionnaire in questionnaires { search.follow(questionnaire) }
        while let name = search.pending.popLast() {
            for number in parts[name] ?? [] { search.follow(library.pages[number]) }
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
    let library: Library
    let linker: Linker
    private(set) var reached: Set<String> = []
    /// Parts that are reached and not looked through yet.
    var pending: [String] = []
    private var readFiles: Set<Identifier> = []

    init(library: Library, linker: Linker) {
        self.library = library
        self.linker = linker
    }

    mutating func reach(_ names: Set<String>) {
        pending += names.subtracting(reached)
        reached.formUnion(names)
    }

    mutating func follow(_ page: Page) {
        follow(page.body, in: page.path.file)
        followData(of: page.body)
    }

    /// The links in the data files that a text shows.
    private mutating func followData(of text: Markdown) {
        for file in library.embeddings(in: text).joined().map(\.file) where readFiles.insert(file.name).inserted {
            for text in file.texts { follow(text, in: file.path) }
        }
    }

    mutating func follow(_ questionnaire: Questionnaire) {
        for text in questionnaire.texts {
            follow(text, in: questionnaire.path)
            followData(of: text)
        }
        let cites = questionnaire.outcomes.flatMap(\.cites) + questionnaire.decisions.flatMap(\.table.rows).flatMap(\.cites)
        reach(Set(cites.map { UnlinkedParts.part(of: $0.page) }))
    }

    mutating func follow(_ text: Markdown, in file: String) {
        for link in text.links {
            switch linker.target(of: link.destination, in: file) {
            case .success(.page(let number, _)): reach([UnlinkedParts.part(of: library.pages[number].path)])
            case .success(.term(_, let glossary)): reach(Set(pages(showing: glossary)))
            case .success, .failure: break
            }
        }
    }

    /// A term leads to the page that shows its glossary.
    private func pages(showing file: DataFile) -> [String] {
        let page = library.pages.first { page in
            page.body.embeds.contains { embed in
                guard case .success(let embeddings) = library.embeddings(of: embed) else { return false }
                return embeddings.contains { $0.file.name == file.name }
            }
        }
        return page.map { [UnlinkedParts.part(of: $0.path)] } ?? []
    }
}
