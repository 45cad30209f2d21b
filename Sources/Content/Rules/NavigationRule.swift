import Diagnostics
import Forms

/// `site/navigation`: the settings name folders and pages that exist; and every folder with pages has its own page, so
/// that breadcrumbs and menus lead everywhere.
func checkNavigation(_ library: Library) -> [Diagnostic] {
    checkNames(library) + checkDoubles(library) + checkFolders(library) + checkFront(library)
}

private func checkNames(_ library: Library) -> [Diagnostic] {
    let top = library.pages.filter { isTop($0.path) }
    let known = Set(top.map { name($0.path) })
    let unread = Set(library.unread.filter { $0.hasSuffix(".md") }.map(PagePath.init).filter(isTop).map(name))
    let sorted = known.sorted()
    let unknown = library.settings.navigation.filter { !known.contains($0.string) && !unread.contains($0.string) }
    return unknown.enumerated().map { count, text in
        // More than these are not shown.
        let help = count < Limits.messagesPerFile ? Suggestion.help(for: text.string, among: sorted) : nil
        return Diagnostic(
            "site/navigation", "there is no top-level folder or page \"\(text.string)\"", at: text.range,
            help: help ?? "choose from \(listed(sorted))")
    } + unnamed(library, Set(top.filter { !$0.frontMatter.isDraft }.map { name($0.path) }))

    func name(_ path: PagePath) -> String { path.isIndex ? path.folder : path.stem }
}

/// A menu names a page once.
private func checkDoubles(_ library: Library) -> [Diagnostic] {
    var seen = Set<String>()
    return library.settings.navigation.filter { !seen.insert($0.string).inserted }.map { text in
        Diagnostic(
            "site/navigation", "\"\(text.string)\" is already in the navigation", at: text.range, help: "delete one of the two")
    }
}

/// Pages that the list in the settings leaves out would stand in no menu. A draft may be finished before its place is known.
///
/// A misspelt name of the list counts as the one it probably means: the message about it is enough.
private func unnamed(_ library: Library, _ known: Set<String>) -> [Diagnostic] {
    let named = Set(library.settings.navigation.map(\.string))
    guard let first = library.settings.navigation.first else { return [] }
    let sorted = known.sorted()
    let meant = named.subtracting(known).sorted().prefix(Limits.messagesPerFile).compactMap {
        Suggestion.nearest(to: $0, among: sorted)
    }
    let missing = known.subtracting(named).subtracting(meant).sorted()
    guard !missing.isEmpty else { return [] }
    return [
        Diagnostic(
            "site/not-in-navigation", "\(listed(missing)) \(missing.count == 1 ? "is" : "are") not in the navigation",
            at: first.range,
            severity: .warning, help: "add \(missing.count == 1 ? "it" : "them") to `navigation`, or delete the list to include everything")
    ]
}

/// Whether a page stands in the header: a page at the top, or the first page of a folder there.
private func isTop(_ path: PagePath) -> Bool {
    path.file.utf8.count { $0 == UInt8(ascii: "/") } == (path.isIndex ? 1 : 0)
}

private func checkFolders(_ library: Library) -> [Diagnostic] {
    var folders = Set<String>()
    var last: String?
    for page in library.pages {
        var folder = page.path.folder
        guard folder != last else { continue }
        last = folder
        // What stands above a folder that was seen was seen too.
        while !folder.isEmpty, folders.insert(folder).inserted {
            folder = PagePath(file: folder + "/index.md").parentFolder ?? ""
        }
    }
    return folders.sorted().filter { !library.hasPageFile(joined($0, "index.md")) }.map { folder in
        // A page beside the folder, at the address that the folder's own would have, is meant to be that.
        let isBeside = library.hasPageFile(folder + ".md")
        return Diagnostic(
            "site/no-index", "the folder \(folder) has no page of its own", at: nil,
            path: "Content/\(folder)/index.md",
            help: isBeside
                ? "move the page next to the folder into it: `waymark move \(folder).md \(folder)/index.md`"
                : "write \(folder)/index.md with a title; `layout: list` shows its pages")
    }
}

private func checkFront(_ library: Library) -> [Diagnostic] {
    guard !library.hasPageFile("index.md") else { return [] }
    return [
        Diagnostic(
            "site/no-front-page", "the site has no front page", at: nil, path: "Content/index.md",
            help: "write Content/index.md with a title")
    ]
}
