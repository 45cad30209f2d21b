import Diagnostics
import Forms

/// `page/address`: no two files, aliases or files of Waymark's own are published at the same address.
///
/// Upper and lower case count as the same, as some web servers and file systems do not tell them apart.
func checkAddresses(_ library: Library) -> [Diagnostic] {
    var addresses = TakenAddresses(library)
    for page in library.pages { addresses.take(page.path.address, page.source.path, at: SourceRange(page.source, line: 1)) }
    for asset in library.assets { addresses.take(asset.path, "Content/" + asset.path, at: nil) }
    let moved = library.moved
    for each in moved where each.old.query == nil { addresses.take(each.old.address, each.file, at: each.alias.range) }
    // What stands behind a question mark is told apart on the page that is there.
    for each in moved { if let query = each.old.query { addresses.take(each.old.address, query: query, each.file, at: each.alias.range) } }
    return addresses.diagnostics
}

private struct TakenAddresses {
    /// Who has a place, by the place without a final slash.
    private var owners: [String: String] = [:]
    /// Places that are files, below which nothing can be.
    private var files: Set<String> = []
    private var folders: Set<String> = []
    private let questionnaires: Set<String>
    private(set) var diagnostics: [Diagnostic] = []

    init(_ library: Library) {
        owners.reserveCapacity(library.pages.count + library.assets.count + reserved.count)
        for name in reserved { owners[name] = waymark }
        questionnaires = Set(library.questionnaires.map(\.name.description))
    }

    mutating func take(_ address: String, query: String? = nil, _ owner: String, at range: @autoclosure () -> SourceRange?) {
        let place = TakenAddresses.place(address)
        guard let other = holder(of: place, query: query, isFile: address.last.map { $0 != "/" } ?? false, for: owner) else { return }
        diagnostics.append(
            Diagnostic(
                "page/address", "the address /\(address)\(query.map { "?" + $0 } ?? "") is already used by \(other)", at: range(),
                path: owner,
                help: "rename the file, or change the alias; upper and lower case count as the same"))
    }

    /// Who has a place already; nil if it is the owner's from now on.
    private mutating func holder(of place: String, query: String?, isFile: Bool, for owner: String) -> String? {
        if isReserved(place) { return waymark }
        let above = place.utf8.indices.filter { place.utf8[$0] == UInt8(ascii: "/") }.map { String(place[..<$0]) }
        if let file = above.first(where: files.contains) { return owners[file] ?? waymark }
        if let query {
            if files.contains(place), !place.hasSuffix(".html"), !place.hasSuffix(".htm") { return owners[place] }
            return claimed(place + "?" + query, by: owner)
        }
        if isFile, folders.contains(place) { return "a folder of this name" }
        if let other = claimed(place, by: owner) { return other }
        folders.formUnion(above)
        if isFile { files.insert(place) }
        return nil
    }

    private mutating func claimed(_ place: String, by owner: String) -> String? {
        guard let first = owners.updateValue(owner, forKey: place) else { return nil }
        owners[place] = first
        return first
    }

    /// A page is a file in its folder: `a/index.html` is at the address `a/`.
    private static func place(_ address: String) -> String {
        // Most addresses are in lower case only, and making them small is slow.
        let isSmall = address.utf8.allSatisfy { $0 < 128 && !(65...90).contains($0) }
        let small = isSmall ? address : address.lowercased()
        let folder = small == "index.html" || small.hasSuffix("/index.html") ? String(small.dropLast(10)) : small
        return folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    /// Below the folder of questionnaires the places are free that no questionnaire has: one may have had it before.
    private func isReserved(_ place: String) -> Bool {
        let parts = place.split(separator: "/", maxSplits: 2)
        guard let first = parts.first, reservedFolders.contains(first) else { return false }
        return first != "questionnaires" || parts.count < 2 || questionnaires.contains(String(parts[1]))
    }
}

/// Whether Waymark publishes a file of its own at an address below the site's root, or fills the folder.
package func isReserved(address: String) -> Bool {
    let small = address.lowercased()
    return reserved.contains(small) || reservedFolders.contains(small.prefix { $0 != "/" })
}

private let waymark = "Waymark's own files"

private let reserved = [
    "404.html", "404", "_headers", "_redirects", "robots.txt", "sitemap.xml", "favicon.svg", "feed.xml",
    "llms.txt",
    "service-worker.js", "manifest.json", "waymark.json",
]

/// Folders that the build fills.
private let reservedFolders: Set<Substring> = [
    "assets", "api", "search", "all-pages", "all-questions", "all-sources", "who-sees-your-answers", "due-for-review", "what-changed",
    "questionnaires",
]
