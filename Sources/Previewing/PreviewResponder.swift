import Content
import Diagnostics
import Forms
import Pages
import Serving

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How requests are answered from the present version of the site. Lives on the loop's thread.
final class PreviewResponder {
    /// Nil until the first version is ready.
    private var site: PreviewSite?
    private let search: SearchIndexer
    /// In which the preview speaks until then.
    private let language: String
    /// Tells this run of the program from another, as both count from one.
    private let run = "\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

    /// - Parameters:
    ///   - search: indexes the versions that are searched.
    ///   - language: of the site, as far as it is known.
    init(_ search: SearchIndexer, language: String = "en") {
        self.search = search
        self.language = language
    }

    /// Answers from this version from now on.
    func show(_ site: PreviewSite) {
        self.site = site
        search.show(site)
    }

    /// What browsers are told about a version.
    func state(of site: PreviewSite) -> ServerEvent {
        stateEvent(site, version: version(of: site), state: state(of: site))
    }

    /// How a request for a path is answered.
    func reply(_ path: String) -> Reply {
        if path == PreviewPaths.events { return .events }
        let theme = site?.theme ?? Theme.embedded(language: language).value
        if path == PreviewPaths.script { return .ready(file(path, theme.previewScript)) }
        if path == PreviewPaths.style { return .ready(file(path, theme.previewStyle)) }
        // The first version takes a moment on a large site: its page comes by itself when it is ready.
        guard let site else {
            return .ready(page(.unavailable, waitingPage(theme, language: language), Boxes(theme, version: state(of: nil))))
        }
        if let response = ownPage(path, site) { return .ready(response) }
        let resource = site.resource(at: path)
        // The only one that is not made at once: an index takes seconds on a large site.
        if case .search(let path) = resource { return .later { [search] in await searchResponse(search.file(path)) } }
        return .ready(response(resource, site))
    }

    /// What the preview itself has at a path.
    private func ownPage(_ path: String, _ site: PreviewSite) -> Response? {
        if path == PreviewPaths.folder { return statePage(.ok, site) }
        if path.hasPrefix(PreviewPaths.rows) { return rows(path.dropFirst(PreviewPaths.rows.count), site) }
        if path.hasPrefix(PreviewPaths.rules) { return rule(String(path.dropFirst(PreviewPaths.rules.count)), site) }
        return nil
    }

    private func response(_ resource: PreviewSite.Resource, _ site: PreviewSite) -> Response {
        switch resource {
        case .page(let bytes, let notes): return page(.ok, bytes, Boxes(site.theme, version: version(of: site), notes: notes))
        case .file(let rendered): return file(rendered.path, rendered.bytes)
        case .asset(let asset): return asset.response
        case .redirect(let location): return Response(.movedPermanently, type: ContentType.html, bytes: [], location: location)
        case .notFound(let bytes?): return page(.notFound, bytes, Boxes(site.theme, version: version(of: site)))
        case .notFound(nil), .search: return .plain(.notFound)
        case .noVersion: return statePage(.serverError, site)
        }
    }

    /// By which browsers tell whether they look at the present version.
    private func version(of site: PreviewSite) -> String { "\(run)-\(site.version)" }

    /// By which pages about the state of the site tell the same; the preview's script knows them by the first word.
    private func state(of site: PreviewSite?) -> String { "state-\(run)-\(site?.number ?? 0)" }

    private func file(_ path: String, _ bytes: [UInt8]) -> Response { Response(.ok, type: ContentType.of(path), bytes: bytes) }

    private func page(_ status: Status, _ bytes: [UInt8], _ boxes: Boxes) -> Response {
        Response(status, type: ContentType.html, bytes: boxes.put(into: bytes))
    }

    private func statePage(_ status: Status, _ site: PreviewSite) -> Response {
        page(status, site.statePage(), Boxes(site.theme, version: state(of: site)))
    }

    private func rule(_ name: String, _ site: PreviewSite) -> Response {
        guard let bytes = site.rulePage(RuleID(name)) else { return .plain(.notFound) }
        return Response(.ok, type: ContentType.html, bytes: bytes)
    }

    /// `2026-11-21/access/role=partner&admin=me`: the rows that decided where these answers lead on this day.
    private func rows(_ path: Substring, _ site: PreviewSite) -> Response {
        let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let day = Day(parts[0]) else { return .plain(.notFound) }
        let rows = site.decidingRows(parts[1], answers: parts[2], today: day).map { row in
            JSONValue.object([("words", .string(row.words)), ("place", .string(row.place)), ("text", .string(row.text))])
        }
        return file("rows.json", Array(JSONValue.array(rows).text().utf8))
    }
}

private func searchResponse(_ file: RenderedFile?) -> Response {
    file.map { Response(.ok, type: ContentType.of($0.path), bytes: $0.bytes) } ?? .plain(.notFound)
}

extension Asset {
    /// The file, read now, under the same rules as when the site was listed: no links, nothing but plain files.
    fileprivate var response: Response {
        switch InputFile.bytes(file, shown: path, limit: Limits.assetBytes) {
        case .success(let bytes): Response(.ok, type: ContentType.of(path), bytes: bytes)
        // It has gone since the site was listed.
        case .failure: .plain(.notFound)
        }
    }
}
