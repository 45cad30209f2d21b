import Diagnostics

/// `page/address`: no two files, aliases or files of Waymark's own are published at the same address.
///
/// Capital and small letters count as the same, as some web servers and file systems do not tell them apart.
func checkAddresses(_ library: Library) -> [Diagnostic] {
    var taken: [String: String] = [:]
    for name in reserved { taken[name] = "Waymark's own files" }
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
        // A page is a file in its folder: `a/` is `a/index.html`.
        let file = small(address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address)
        if let other = taken[file] ?? reservedFolder(of: file) {
            diagnostics.append(
                Diagnostic(
                    "page/address", "the address /\(address) is taken by \(other)", at: range(), path: owner,
                    help: "rename the file, or change the alias; capital and small letters count as the same"))
        } else {
            taken[file] = owner
        }
    }

    func reservedFolder(of file: String) -> String? {
        guard let slash = file.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        return reservedFolders.contains(String(file[..<slash])) ? "Waymark's own files" : nil
    }

    /// Most addresses have small letters only, and making them small is slow.
    func small(_ file: String) -> String {
        file.utf8.allSatisfy { $0 < 128 && !(65...90).contains($0) } ? file : file.lowercased()
    }
}

private let reserved = [
    "404.html", "404/index.html", "_headers", "_redirects", "robots.txt", "sitemap.xml", "favicon.svg", "feed.xml",
    "llms.txt",
    "service-worker.js", "manifest.json", "waymark.json",
]

/// Folders that the build fills.
private let reservedFolders: Set<String> = [
    "assets", "api", "search", "all-pages", "all-questions", "due-for-review", "questionnaires",
]
