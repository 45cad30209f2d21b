import Diagnostics

/// `page/address`: no two files, aliases or files of Waymark's own are published at the same address.
///
/// Capital and small letters count as the same, as some web servers and file systems do not tell them apart.
func checkAddresses(_ library: Library) -> [Diagnostic] {
    var taken: [String: String] = [:]
    taken.reserveCapacity(library.pages.count + library.assets.count + reserved.count)
    for name in reserved { taken[name] = waymark }
    var diagnostics: [Diagnostic] = []
    for page in library.pages {
        take(page.path.address, page.source.path, at: SourceRange(page.source, line: 1))
    }
    for asset in library.assets { take(asset.path, "Content/" + asset.path, at: nil) }
    for page in library.pages {
        for alias in page.frontMatter.aliases {
            take(String(alias.string.dropFirst()), page.source.path, at: alias.range)
        }
    }
    return diagnostics

    func take(_ address: String, _ owner: String, at range: @autoclosure () -> SourceRange?) {
        guard let other = holder(of: place(address), for: owner) else { return }
        diagnostics.append(
            Diagnostic(
                "page/address", "the address /\(address) is taken by \(other)", at: range(), path: owner,
                help: "rename the file, or change the alias; capital and small letters count as the same"))
    }

    /// Who has a place already; nil if it is the owner's from now on.
    func holder(of place: String, for owner: String) -> String? {
        if isReserved(place) { return waymark }
        guard let first = taken.updateValue(owner, forKey: place) else { return nil }
        taken[place] = first
        return first
    }

    /// A page is a file in its folder: `a/index.html` is at the address `a/`.
    func place(_ address: String) -> String {
        let small = small(address)
        return small == "index.html" || small.hasSuffix("/index.html") ? String(small.dropLast(10)) : small
    }

    func isReserved(_ place: String) -> Bool {
        guard let slash = place.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
        return reservedFolders.contains(place[..<slash])
    }

    /// Most addresses have small letters only, and making them small is slow.
    func small(_ address: String) -> String {
        address.utf8.allSatisfy { $0 < 128 && !(65...90).contains($0) } ? address : address.lowercased()
    }
}

/// Whether Waymark publishes a file of its own at an address below the site's root, or fills the folder.
package func isReserved(address: String) -> Bool {
    let small = address.lowercased()
    return reserved.contains(small) || reservedFolders.contains(small.prefix { $0 != "/" })
}

private let waymark = "Waymark's own files"

private let reserved = [
    "404.html", "404/", "_headers", "_redirects", "robots.txt", "sitemap.xml", "favicon.svg", "feed.xml",
    "llms.txt",
    "service-worker.js", "manifest.json", "waymark.json",
]

/// Folders that the build fills.
private let reservedFolders: Set<Substring> = [
    "assets", "api", "search", "all-pages", "all-questions", "due-for-review", "questionnaires",
]
