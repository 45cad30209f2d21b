import Diagnostics

/// `site/navigation`: the settings name folders and pages that exist; and every folder with pages has its own page, so
/// that breadcrumbs and menus lead everywhere.
func checkNavigation(_ library: Library) -> [Diagnostic] {
    checkNames(library) + checkFolders(library) + checkFront(library)
}

private func checkNames(_ library: Library) -> [Diagnostic] {
    let known = Set(library.pages.filter { isTop($0.path) }.map(name))
    return library.settings.navigation.compactMap { text in
        guard !known.contains(text.string) else { return nil }
        return Diagnostic(
            "site/navigation", "there is no top folder or page \"\(text.string)\"", at: text.range,
            help: Suggestion.help(for: text.string, among: known.sorted()) ?? "choose from \(listed(known.sorted()))")
    } + unnamed(library, known)

    func name(_ page: Page) -> String { page.path.isIndex ? page.path.folder : page.path.stem }
}

/// Pages that the list in the settings leaves out would stand in no menu.
private func unnamed(_ library: Library, _ known: Set<String>) -> [Diagnostic] {
    let named = Set(library.settings.navigation.map(\.string))
    guard let first = library.settings.navigation.first else { return [] }
    let missing = known.subtracting(named).sorted()
    guard !missing.isEmpty else { return [] }
    return [
        Diagnostic(
            "site/not-in-navigation", "\(listed(missing)) \(missing.count == 1 ? "is" : "are") in no menu",
            at: first.range,
            severity: .warning, help: "add the name to `navigation`, or delete the list to have all of them")
    ]
}

/// Whether a page stands in the header: a page at the top, or the first page of a folder there.
private func isTop(_ path: PagePath) -> Bool { path.parentFolder == "" && path.address != "" }

private func checkFolders(_ library: Library) -> [Diagnostic] {
    var reported = Set<String>()
    return library.pages.compactMap { page in
        var folder = page.path.folder
        while !folder.isEmpty {
            if library.page(file: joined(folder, "index.md")) == nil, reported.insert(folder).inserted {
                return Diagnostic(
                    "site/no-index", "the folder \(folder) has no page of its own", at: nil,
                    path: "Content/\(folder)/index.md",
                    help: "write \(folder)/index.md with a title; `layout: list` shows its pages")
            }
            folder = PagePath(file: folder + "/index.md").parentFolder ?? ""
        }
        return nil
    }
}

private func checkFront(_ library: Library) -> [Diagnostic] {
    guard library.front == nil else { return [] }
    return [
        Diagnostic(
            "site/no-front-page", "the site has no front page", at: nil, path: "Content/index.md",
            help: "write Content/index.md with a title")
    ]
}
