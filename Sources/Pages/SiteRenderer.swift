import CommonMark
package import Content
package import Decision
import Diagnostics
package import Forms
package import History

/// RENDER: makes the files of a site from its library and its theme.
///
/// Made once, with everything that pages share already rendered; then any page can be rendered at any time and on any
/// processor, and the same page always gives the same bytes.
package struct SiteRenderer: Sendable {
    /// The site's content, with links and embeds resolved.
    package let resolved: ResolvedLibrary
    /// That `resolved` was made from.
    package let library: Library
    /// In the order of their names.
    package let questionnaires: [DecisionDiagram]
    /// How the cases of each ended.
    let cases: [Identifier: [CaseResult]]
    /// The templates, words, styles and scripts that the pages are made with.
    package let theme: Theme
    /// What Git knows of the content, as far as the settings ask for it.
    let history: ContentHistory?
    /// What changed for readers; nil where nobody looked.
    let changes: ReaderChanges?
    /// Whether those who look at it keep the pages: then they find what has to be reviewed.
    let isForEditors: Bool
    let tree: SiteTree
    /// The sections that are published as one document too.
    let documents: [SectionPart]
    /// The parts of each of them.
    let documentSections: [Int: [SectionPart]]
    let resolver: Resolver
    /// All old addresses.
    let moved: [Moved]
    /// Those that are told apart by what is after the question mark, by where their page is.
    let movedQueries: [String: [Moved]]
    var assets: AssetsView { madeAssets.value }
    /// Their names are those of their bytes, and a site that is only checked needs none.
    private let madeAssets: Once<AssetsView>
    let navigation: NavigationCache
    /// The headers and footers that many pages share.
    private(set) var heads = SiteHeads()
    /// The questionnaires that rest on each page, by its file.
    let offers: [String: [Offer]]
    /// What pages share; nil where the settings want no lists of related pages.
    let related: RelatedPages?
    /// The tables and lists that are longer than a page.
    var blockParts: BlockParts { resolver.blockParts }
    /// What is based on documents.
    private(set) var sourced = SourcedStatements()
    /// The lists of all pages and of all questions, each cut into pages: each of these needs the whole list.
    let madePageParts: Once<[[OverviewEntry]]>
    let madeQuestionParts: Once<[[ListedQuestion]]>
    private let version: @Sendable ([UInt8]) -> String
    /// In which the site's language is written: `ltr` or `rtl`.
    let direction: String

    /// - Parameters:
    ///   - cases: how the cases of each questionnaire ended, by its name.
    ///   - style: the published path of the style sheet, below the root.
    ///   - favicon: that of the icon.
    ///   - scripts: that of the folder with the scripts.
    ///   - history: what Git knows of the content.
    ///   - changes: what changed for readers.
    ///   - isForEditors: whether pages are made that only editors need.
    ///   - version: names the text of a page, so that a report tells which one its reader saw.
    ///   - isForAllPages: whether all pages are going to be rendered, and what they share is worth preparing.
    package init(
        _ resolved: ResolvedLibrary, questionnaires: [DecisionDiagram], cases: [Identifier: [CaseResult]] = [:], theme: Theme,
        style: String, favicon: String, scripts: @escaping @autoclosure @Sendable () -> String,
        history: ContentHistory? = nil, changes: ReaderChanges? = nil, isForEditors: Bool = false,
        version: @escaping @Sendable ([UInt8]) -> String,
        isForAllPages: Bool = true
    ) {
        self.history = history
        self.changes = changes
        self.isForEditors = isForEditors
        self.version = version
        self.resolved = resolved
        library = resolved.library
        self.questionnaires = questionnaires
        self.cases = cases
        self.theme = theme
        offers = Offer.byPage(questionnaires.map(\.questionnaire))
        related = library.settings.showsRelated ? RelatedPages(resolved, questionnaires.map(\.questionnaire)) : nil
        tree = SiteTree(library)
        madePageParts = Once { [library, tree] in SiteRenderer.pageParts(library, tree) }
        madeQuestionParts = Once { [tree] in SiteRenderer.questionParts(resolved, tree) }
        moved = library.moved
        movedQueries = Dictionary(grouping: moved.filter { $0.old.query != nil }, by: \.old.address)
        documents = SiteRenderer.documents(tree)
        documentSections = Dictionary(grouping: documents, by: \.section)
        resolver = Resolver(resolved, words: theme.markdownWords, versionWord: theme.words["version"] ?? "")
        madeAssets = Once { AssetsView(style: style, favicon: favicon, scripts: scripts()) }
        navigation = NavigationCache(library, tree, theme, isForAllPages: isForAllPages)
        direction = SiteRenderer.direction(of: library.settings.language)
        sourced = sourcedStatements
        if isForAllPages { heads = SiteHeads(of: self) }
    }

    /// `rtl` for languages written from right to left, else `ltr`.
    package static func direction(of language: String) -> String {
        let main = language.split(separator: "-").first.map(String.init) ?? ""
        return ["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"].contains(main) ? "rtl" : "ltr"
    }

    /// Whether no commit was made since it was read what Git knows.
    package var isHistoryCurrent: Bool { history.map { $0.mark == $0.mark.now } ?? true }

    /// How many pages the library has.
    package var pageCount: Int { library.pages.count }

    /// Where the icon is published.
    package var faviconPath: String { assets.favicon }

    /// Files that are published as they are.
    package var publishedAssets: [Asset] { library.assets }

    /// The address of a cited place below the root of the site, and its name.
    package func link(to cite: Cite) -> (address: String, words: String) { resolver.link(to: cite, from: "") }

    /// What the search says, by the names that its script uses: `more` is the theme's word `searchMore`.
    package var searchWords: [String: String] {
        let prefix = "search"
        let guesses = [("guess", "guessOne"), ("guesses", "guessMany"), ("near", "guessNear")].map { ($0, theme.words[$1] ?? "") }
        return Dictionary(
            uniqueKeysWithValues: theme.words.filter { $0.key.hasPrefix(prefix) && $0.key != prefix }.map { word in
                let name = word.key.dropFirst(prefix.count)
                return (name.prefix(1).lowercased() + name.dropFirst(), word.value)
            } + guesses)
    }

    /// One page of the library, by its number there.
    package func page(_ number: Int) -> RenderedFile {
        let page = library.pages[number]
        let address = page.path.address
        var view = baseView(title: page.title, address: address)
        view.summary = page.frontMatter.summary?.string
        view.canonical = canonical(address)
        view.noindex = !library.isListed(page)
        view.reportURL = resolver.reportURL(title: page.title, address: address, version: version(page.source.bytes))
        if address.isEmpty { view.socialType = "website" }
        view.oldQueries = oldQueries(at: address)
        fillPlace(of: number, &view)
        fillContent(of: number, &view)
        var layout = layout(view, at: address, section: tree.section(of: number))
        layout.navigationHTML = navigation.html(of: number)
        if page.frontMatter.layout == .list { layout.parts = listPartLinks(of: number, part: 0) }
        let html = theme.render(page.frontMatter.layout.rawValue, layout)
        return RenderedFile(path: Route.file(address), bytes: NoteNumbers.continued(html))
    }

    /// A page with what is around it.
    func layout(_ page: PageView, at address: String, section: Int?) -> LayoutView {
        LayoutView(
            site: siteHead(address, section: section, hasSearch: page.search != nil), page: page, root: Route.root(address),
            assets: assets)
    }

    /// What the head of each page says.
    func baseView(title: String, address: String) -> PageView {
        let site = library.settings.title.string
        return PageView(
            language: library.settings.language, direction: direction, title: title,
            documentTitle: address.isEmpty || title == site ? title : "\(title) – \(site)")
    }

    /// The public address of a page, if the site has one.
    func canonical(_ address: String) -> String? {
        library.settings.address.map { $0 + Route.encoded(address) }
    }

    /// Where the page is: breadcrumbs, neighbours, the pages below it.
    private func fillPlace(of number: Int, _ view: inout PageView) {
        let address = library.pages[number].path.address
        let place: (Int) -> PlaceView = { self.place($0, on: address) }
        view.breadcrumbs = tree.ancestors(of: number).map(place)
        if !address.isEmpty {
            let pager = PagerView(previous: tree.previous(number).map(place), next: tree.next(number).map(place))
            view.pager = pager.previous == nil && pager.next == nil ? nil : pager
        }
        view.documentURL = documentAddress(of: number).map { Route.relative(from: address, to: $0) }
        switch library.pages[number].frontMatter.layout {
        case .list:
            view.children = listParts(of: number)[0].map { card($0, on: address) }
        case .home, .page, .tabs: break
        }
    }

    /// A link to a page.
    func place(_ number: Int, on address: String) -> PlaceView {
        let page = library.pages[number]
        return PlaceView(title: page.title, url: Route.relative(from: address, to: page.path.address))
    }

    func card(_ number: Int, on address: String) -> CardView {
        let page = library.pages[number]
        return CardView(
            title: page.title, summary: page.frontMatter.summary?.string,
            url: Route.relative(from: address, to: page.path.address))
    }

    /// A section of the site with its pages.
    func sectionCard(_ number: Int, on address: String) -> SectionCardView {
        let page = library.pages[number]
        return SectionCardView(
            title: page.title, url: Route.relative(from: address, to: page.path.address),
            summary: page.frontMatter.summary?.string,
            pages: tree.children[number].prefix(Limits.frontPages).map { place($0, on: address) },
            allURL: MenuBlocks.listAddress(of: number, ifOver: Limits.frontPages, library, tree).map {
                Route.relative(from: address, to: $0)
            })
    }
}
