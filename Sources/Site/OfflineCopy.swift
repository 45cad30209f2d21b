import Content
import Diagnostics
import Forms
package import Pages

/// What lets readers keep the site on their device: the worker that answers without network, and the manifest by which
/// browsers install it (W3C Web App Manifest).
///
/// A site that offers no copy, or no longer, has the worker as well: it takes away what an earlier version left on devices.
package enum OfflineCopy {
    /// So many bytes are copied at most. What is beyond is kept when it was read.
    static let sizeLimit = 20_000_000

    static func files(_ renderer: SiteRenderer, published: [PublishedFile]) -> [RenderedFile] {
        guard renderer.library.settings.isOffline else { return [removal(renderer)] }
        var size = 0
        let unlisted = Set(renderer.library.pages.filter { !renderer.library.isListed($0) }.map(\.path.address))
        let hidden = unlisted.union(renderer.library.moved.filter { unlisted.contains($0.address) }.map(\.old.address))
        let kept = published.filter { isRead($0.path) && !hidden.contains(address($0.path)) }.sorted { $0.path < $1.path }.filter { file in
            size += file.size
            return size <= sizeLimit
        }
        let names = kept.map { "\($0.path) \($0.digest.prefix(10))\n" }.joined()
        return [
            worker(renderer, version: Digest.short(Array(names.utf8)), paths: kept.map { Route.encoded(address($0.path)) }),
            manifest(renderer),
        ]
    }

    /// The worker that takes away the copy on a device.
    package static func removal(_ renderer: SiteRenderer) -> RenderedFile { worker(renderer, version: "", paths: []) }

    /// Machines' files, what is requested only to be counted, and the hundreds of states of a questionnaire that readers with script do not need, are left out.
    private static func isRead(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        let isState = parts.count == 4 && parts[0] == "questionnaires" && parts[2].allSatisfy(\.isNumber)
        return !isState && !path.hasPrefix(ResultCounts.folder) && !Compressed.isCopy(path)
            && !["_headers", "_redirects", "robots.txt", "sitemap.xml"].contains(path)
    }

    /// What a browser asks for: a page by the address of its folder.
    private static func address(_ path: String) -> String {
        path == "index.html" || path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
    }

    private static func worker(_ renderer: SiteRenderer, version: String, paths: [String]) -> RenderedFile {
        let site = JSONValue.object([("version", .string(version)), ("files", .array(paths.map(JSONValue.string)))]).text()
        return RenderedFile(path: "service-worker.js", bytes: Array("const SITE = \(site);\n".utf8) + renderer.theme.worker)
    }

    private static func manifest(_ renderer: SiteRenderer) -> RenderedFile {
        let title = renderer.library.settings.title.string
        let icon: [(String, JSONValue)] = [
            ("src", .string(renderer.faviconPath)), ("sizes", .string("any")), ("type", .string("image/svg+xml")),
        ]
        let manifest = JSONValue.object([
            ("name", .string(title)), ("short_name", .string(title)), ("lang", .string(renderer.library.settings.language)),
            ("start_url", .string("./")), ("scope", .string("./")), ("display", .string("minimal-ui")),
            ("icons", .array([.object(icon)])),
        ])
        return RenderedFile(path: "manifest.json", bytes: Array(manifest.text().utf8))
    }
}
