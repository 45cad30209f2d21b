import Content
import Decision
package import Diagnostics
import Forms
import Pages
import Site
import Synchronization

/// One version of a site under an editor's hands. Pages are rendered when they are asked for.
package final class PreviewSite: Sendable {
    /// What keeps the site as it is now from being published, sorted.
    package let errors: [Diagnostic]
    /// What an editor should know and what keeps nothing from being published.
    let warnings: [Diagnostic]
    /// Counts all versions.
    let number: Int
    /// The number of the last version without errors; 0 if there has never been one.
    package let version: Int
    /// Of the last version without errors.
    let renderer: SiteRenderer?
    /// That the renderer was made from; nil if there has never been a version without errors.
    private let resolved: ResolvedLibrary?
    /// What the preview's own pages are made with: of this version, errors or not.
    let theme: Theme
    /// Of the theme's words.
    let language: String
    private let others = Mutex<[OtherFileGroup: [String: RenderedFile]]>([:])
    private let unlinked = Mutex<UnlinkedParts?>(nil)
    private let reasons = Mutex<[String: FactReasons?]>([:])

    /// - Parameters:
    ///   - theme: without errors.
    ///   - diagnostics: what is wrong with the site as it is now, sorted.
    ///   - isStrict: whether warnings keep it from being published too.
    ///   - last: the version before, which stays while there are errors.
    init(
        number: Int, renderer: SiteRenderer?, library: ResolvedLibrary, theme: Theme, language: String, diagnostics: [Diagnostic],
        isStrict: Bool, last: PreviewSite?
    ) {
        self.number = number
        self.theme = theme
        self.language = language
        warnings = isStrict ? [] : diagnostics.filter { $0.severity == .warning }
        errors = isStrict ? diagnostics : diagnostics.filter { $0.severity == .error }
        self.renderer = renderer ?? last?.renderer
        resolved = renderer == nil ? last?.resolved : library
        version = renderer == nil ? last?.version ?? 0 : number
    }

    var library: Library? { resolved?.library }

    /// What a site has at a path.
    enum Resource: Sendable {
        /// A page made by Waymark, and what its readers will not see.
        case page([UInt8], notes: [PageNote])
        /// Any other file that Waymark makes.
        case file(RenderedFile)
        /// A file that is published as it is.
        case asset(Asset)
        /// A file that only the index of the whole site has.
        case search(path: String)
        /// Another address: with a slash at its end, percent-encoded.
        case redirect(to: String)
        /// Nothing; the page for wrong addresses, if the site has one.
        case notFound(page: [UInt8]?)
        /// There has never been a version without errors.
        case noVersion
    }

    /// Looks up a path as a browser asks for it. Only what was listed is found: no path is ever joined to a folder.
    func resource(at path: String) -> Resource {
        guard let renderer, let library else { return .noVersion }
        let file = Route.file(path)
        if let number = pageNumber(file, library) {
            return .page(renderer.page(number).bytes, notes: notes(on: library.pages[number]))
        }
        if let asset = library.asset(path) { return .asset(asset) }
        if library.settings.hasSearch, isOfSearch(path) { return .search(path: path) }
        // An offline copy of a draft is of no use to anybody: what there is of one goes.
        if path == "service-worker.js" { return .file(OfflineCopy.removal(renderer)) }
        if let other = otherFile(file, renderer) {
            guard file.hasSuffix(".html") else { return .file(other) }
            return .page(other.bytes, notes: notes(onResultAt: path, renderer))
        }
        let index = path + "/index.html"
        if pageNumber(index, library) != nil || otherFile(index, renderer) != nil {
            return .redirect(to: Route.encoded("/" + path + "/"))
        }
        // The page for wrong addresses names files from the root of its host, where the site may be published below a path.
        if let rest = belowBase(path, library) { return resource(at: rest) }
        return .notFound(page: otherFile("404.html", renderer)?.bytes)
    }

    private func belowBase(_ path: String, _ library: Library) -> String? {
        let parts = library.settings.address?.split(separator: "/", maxSplits: 2) ?? []
        guard parts.count > 2, path.hasPrefix(parts[2]) else { return nil }
        return String(path.dropFirst(parts[2].count))
    }

    /// The page that is published as a file: `a/b/index.html` is made from `a/b.md` or `a/b/index.md`.
    private func pageNumber(_ file: String, _ library: Library) -> Int? {
        guard file == "index.html" || file.hasSuffix("/index.html") else { return nil }
        let stem = String(file.dropLast("index.html".count))
        return library.pageNumber(file: stem + "index.md")
            ?? (stem.isEmpty ? nil : library.pageNumber(file: stem.dropLast() + ".md"))
    }

    /// Made, with all of its group, at the first call.
    private func otherFile(_ path: String, _ renderer: SiteRenderer) -> RenderedFile? {
        let group = OtherFileGroup(path: path)
        return others.withLock { made in
            if let files = made[group] { return files[path] }
            let files = Dictionary(renderer.otherFiles(group).map { ($0.path, $0) }) { first, _ in first }
            made[group] = files
            return files[path]
        }
    }

    /// Whether neither a menu nor a link leads to a page of the site; looked for at the first call.
    func isUnlinked(_ page: Page) -> Bool {
        guard let resolved, !page.frontMatter.isDraft else { return false }
        return unlinked.withLock { known in
            let parts = known ?? UnlinkedParts(resolved, renderer?.questionnaires.map(\.questionnaire) ?? [])
            known = parts
            return parts.holds(page)
        }
    }

    /// Which rows gave the facts of a questionnaire their values; made at the first call.
    func factReasons(of diagram: DecisionDiagram, since day: Day) -> FactReasons? {
        reasons.withLock { made in
            let name = diagram.questionnaire.name.description
            if let known = made[name] { return known }
            let reasons = FactReasons(diagram.questionnaire, since: day)
            made.updateValue(reasons, forKey: name)
            return reasons
        }
    }
}
