import Content
import Diagnostics
import Forms
import Preview
import Site

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the present version of the site says to a path, in the words of the preview's server.
final class PreviewAnswers {
    /// Nil until the first version is ready.
    var site: PreviewSite?

    private static let stylePath = "/" + BrowserFiles.stylePath
    private static let rulesPath = "/" + BrowserFiles.rulesFolder

    /// Tells this run of the program from another, as both count from one.
    private let run = "\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

    /// By which browsers tell whether they look at the present version.
    var version: String { "\(run)-\(site?.version ?? 0)" }

    /// By which pages about the state of the site tell the same.
    var state: String { "state-\(run)-\(site?.number ?? 0)" }

    func answer(_ path: String) -> Answer {
        guard let site else { return waiting }
        if path == BrowserFiles.folder { return overview(.ok, site) }
        if path.hasPrefix(BrowserFiles.rowsFolder) { return rows(path.dropFirst(BrowserFiles.rowsFolder.count), site) }
        if path.hasPrefix(BrowserFiles.rulesFolder) { return explanation(String(path.dropFirst(BrowserFiles.rulesFolder.count))) }
        switch site.find(path) {
        case .page(let bytes, let notes):
            return Answer(.ok, type: ContentType.html, bytes: bytes, version: version, notes: notes)
        case .file(let bytes, let path): return Answer(.ok, type: ContentType.of(path), bytes: bytes)
        case .asset(let asset): return asset.answer
        case .moved(let location):
            return Answer(.movedPermanently, type: ContentType.html, bytes: [], location: location)
        case .missing(let bytes):
            guard let bytes else { return .plain(.notFound, "There is no such page.") }
            return Answer(.notFound, type: ContentType.html, bytes: bytes, version: version)
        case .nothingYet: return overview(.serverError, site)
        }
    }

    private func overview(_ status: Status, _ site: PreviewSite) -> Answer {
        let page = site.overview(rules: PreviewAnswers.rulesPath, style: PreviewAnswers.stylePath)
        return Answer(status, type: ContentType.html, bytes: page, version: state)
    }

    private func explanation(_ rule: String) -> Answer {
        let page = PreviewSite.explanation(
            of: RuleID(rule), rules: PreviewAnswers.rulesPath, style: PreviewAnswers.stylePath)
        return page.map { Answer(.ok, type: ContentType.html, bytes: $0) } ?? .plain(.notFound, "There is no such rule.")
    }

    /// `2026-11-21/access/role=partner&admin=me`: the rows that decided where these answers lead on this day.
    private func rows(_ path: Substring, _ site: PreviewSite) -> Answer {
        let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let day = Day(parts[0]) else { return .plain(.notFound, "There is no such answer.") }
        let rows = site.decidingRows(parts[1], answers: parts[2], today: day).map { row in
            JSONValue.object([("words", .string(row.words)), ("place", .string(row.place)), ("text", .string(row.text))])
        }
        return Answer(.ok, type: ContentType.of("rows.json"), bytes: Array(JSONValue.array(rows).text().utf8))
    }

    /// The first version takes a moment on a large site: the page comes by itself when it is ready.
    private var waiting: Answer {
        let page = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Reading the site</title>
            <link rel="stylesheet" href="\(PreviewAnswers.stylePath)"></head>
            <body><p>Reading the site …</p></body>
            </html>

            """
        return Answer(.unavailable, type: ContentType.html, bytes: Array(page.utf8), version: state)
    }
}

extension Asset {
    /// The file, read now, under the same rules as when the site was listed: no links, nothing but plain files.
    fileprivate var answer: Answer {
        switch InputFile.bytes(file, shown: path, limit: Limits.assetBytes) {
        case .success(let bytes): Answer(.ok, type: ContentType.of(path), bytes: bytes)
        case .failure: .plain(.notFound, "The file has just gone.")
        }
    }
}
