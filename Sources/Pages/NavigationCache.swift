import Content

/// The navigation at the side, rendered once for all pages that show the same one.
///
/// A page shows the branch of its top section in which it stands: the pages of the section, and those of each folder
/// on the way to it. So it depends only on the folder, and on the page's own address only by one attribute.
struct NavigationCache: Sendable {
    private let library: Library
    /// For each page the key of its rendering; nil where there is no navigation.
    private let keys: [Key?]
    private let renderings: [Key: String]

    private struct Key: Hashable {
        /// The page that owns the folder in which the page stands.
        let folder: Int
        /// Whether it is that page itself: its links are relative to another address.
        let isOwner: Bool
    }

    init(_ library: Library, _ tree: SiteTree, _ theme: Theme) {
        self.library = library
        var keys: [Key?] = []
        var renderings: [Key: String] = [:]
        for (number, page) in library.pages.enumerated() {
            guard let section = tree.section(of: number), !tree.children[section].isEmpty else {
                keys.append(nil)
                continue
            }
            let key = Key(folder: page.path.isIndex ? number : tree.parents[number] ?? number, isOwner: page.path.isIndex)
            keys.append(key)
            guard renderings[key] == nil else { continue }
            let branch = Set(tree.ancestors(of: number) + [number])
            let view = NavigationCache.view(section, on: page.path.address, branch: branch, library, tree)
            renderings[key] = theme.render("parts/navigation", NavigationView(words: theme.words, navigation: view))
        }
        self.keys = keys
        self.renderings = renderings
    }

    /// The navigation of a page, its own link marked.
    func html(of number: Int) -> String? {
        guard let key = keys[number], let html = renderings[key] else { return nil }
        let address = library.pages[number].path.address
        let link = "<a href=\"\(HTMLText.escaped(Route.relative(from: address, to: address)))\">"
        guard let range = html.firstRange(of: link) else { return html }
        return html.replacingCharacters(in: range, with: link.dropLast() + " aria-current=\"page\">")
    }

    private static func view(
        _ section: Int, on address: String, branch: Set<Int>, _ library: Library, _ tree: SiteTree
    ) -> NavigationSectionView {
        let page = library.pages[section]
        return NavigationSectionView(
            title: page.title, url: Route.relative(from: address, to: page.path.address),
            items: items(section, on: address, branch: branch, library, tree))
    }

    /// Folders are not nested deeper than `Limits.folderDepth`, so neither is this.
    private static func items(
        _ folder: Int, on address: String, branch: Set<Int>, _ library: Library, _ tree: SiteTree
    ) -> [NavigationItemView] {
        tree.children[folder].map { number in
            let page = library.pages[number]
            let below = branch.contains(number) ? items(number, on: address, branch: branch, library, tree) : []
            return NavigationItemView(
                title: page.title, url: Route.relative(from: address, to: page.path.address),
                children: below.isEmpty ? nil : NavigationItemsView(items: below))
        }
    }
}

extension String {
    /// The string with a part replaced.
    fileprivate func replacingCharacters(in range: Range<Index>, with replacement: some StringProtocol) -> String {
        String(self[..<range.lowerBound] + replacement + self[range.upperBound...])
    }
}
