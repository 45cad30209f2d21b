package import Content
package import Diagnostics
import Decision
import Dispatch
import Forms
import Pages
import Synchronization

/// One version of a site under an editor's hands: paths to bytes. Pages are rendered when they are asked for.
package final class PreviewSite: Sendable {
    /// The Content-Security-Policy of its pages.
    package static let contentSecurityPolicy = SiteRenderer.contentSecurityPolicy

    /// What is wrong with the site as it is now, sorted.
    package let diagnostics: [Diagnostic]
    /// What keeps it from being published.
    package let errors: [Diagnostic]
    /// What an editor should know and what keeps nothing from being published.
    package let warnings: [Diagnostic]
    /// Counts all versions.
    package let number: Int
    /// The number of the last version without errors; 0 if there has never been one.
    package let version: Int
    /// Of the last version without errors.
    let renderer: SiteRenderer?
    /// That the renderer was made from; nil if there has never been a version without errors.
    let library: Library?
    private let jobs: Int
    private let others = Mutex<[OtherFileGroup: [String: RenderedFile]]>([:])
    private let unlinked = Mutex<UnlinkedParts?>(nil)
    private let reasons = Mutex<[String: FactReasons?]>([:])
    private let search = Mutex<[String: RenderedFile]?>(nil)

    /// - Parameters:
    ///   - jobs: how many processors may work on it.
    ///   - last: the version before, which stays while there are errors.
    init(
        number: Int, renderer: SiteRenderer?, library: Library, diagnostics: [Diagnostic], isStrict: Bool, jobs: Int,
        last: PreviewSite?
    ) {
        self.jobs = jobs
        self.diagnostics = diagnostics
        self.number = number
        warnings = isStrict ? [] : diagnostics.filter { $0.severity == .warning }
        errors = isStrict ? diagnostics : diagnostics.filter { $0.severity == .error }
        self.renderer = renderer ?? last?.renderer
        self.library = renderer == nil ? last?.library : library
        version = renderer == nil ? last?.version ?? 0 : number
    }

    /// What stands at a path below the site's root.
    package enum Found: Sendable {
        /// A page made by Waymark, and what its readers will not see.
        case page([UInt8], notes: [String])
        /// Any other file that Waymark makes.
        case file([UInt8], path: String)
        /// A file that is published as it is.
        case asset(Asset)
        /// The address with a slash at its end, percent-encoded.
        case moved(String)
        /// The page for wrong addresses.
        case missing([UInt8]?)
        /// There has never been a version without errors.
        case nothingYet
    }

    /// Looks up a path as a browser asks for it. Only what was listed is found: no path is ever joined to a folder.
    package func find(_ path: String) -> Found {
        guard let renderer, let library else { return .nothingYet }
        let file = Route.file(path)
        if let number = pageNumber(file, library) {
            return .page(renderer.page(number).bytes, notes: notes(on: library.pages[number], library))
        }
        if let asset = library.asset(path) { return .asset(asset) }
        if isOfSearch(path) { return searchFiles(renderer)[path].map { .file($0.bytes, path: path) } ?? .missing(nil) }
        // An offline copy of a draft is of no use to anybody: what there is of one goes.
        if path == "service-worker.js" { return .file(OfflineCopy.removal(renderer).bytes, path: path) }
        if let other = otherFile(file, renderer) {
            guard file.hasSuffix(".html") else { return .file(other.bytes, path: other.path) }
            return .page(other.bytes, notes: notes(onResultAt: path, renderer))
        }
        let index = path + "/index.html"
        if pageNumber(index, library) != nil || otherFile(index, renderer) != nil {
            return .moved(Route.encoded("/" + path + "/"))
        }
        // The page for wrong addresses names files from the root of its host, where the site may stand below a path.
        if let rest = belowBase(path, library) { return find(rest) }
        return .missing(otherFile("404.html", renderer)?.bytes)
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
        guard let library, !page.frontMatter.isDraft else { return false }
        return unlinked.withLock { known in
            let parts = known ?? UnlinkedParts(library, renderer?.questionnaires.map(\.questionnaire) ?? [])
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

    /// Indexed at the first call, because most versions are never searched. Whoever calls waits for it.
    private func searchFiles(_ renderer: SiteRenderer) -> [String: RenderedFile] {
        search.withLock { made in
            if let made { return made }
            let files = Mutex<[RenderedFile]>([])
            let done = DispatchSemaphore(value: 0)
            Task.detached { [jobs] in
                let found = await Site.searchFiles(renderer, jobs: jobs)
                files.withLock { $0 = found }
                done.signal()
            }
            done.wait()
            let result = Dictionary(files.withLock { $0 }.map { ($0.path, $0) }) { first, _ in first }
            made = result
            return result
        }
    }
}
