import Content
import Forms
import Templating

/// The navigation at the side, rendered once for all pages that show the same one.
///
/// A page shows the branch of its top section in which it is: the pages of the section, and those of each folder
/// on the way to it, of long ones the block of pages that it is in, see ``MenuBlocks``. So it depends only on the folder and the
/// block, and on the page's own address only by one attribute.
struct NavigationCache: Sendable {
    private let library: Library
    private let tree: SiteTree
    private let theme: Theme
    /// For each page the key of its rendering; nil where there is no navigation.
    private let keys: [Key?]
    /// Empty if each is made when its page is.
    private let renderings: [Key: Rendering]

    /// A finished navigation, and where each of its links ends its start tag.
    private struct Rendering {
        let html: String
        /// For each address the place before `>` of `<a href="…">`.
        let links: [Substring: String.Index]

        init(_ html: String) {
            self.html = html
            var links: [Substring: String.Index] = [:]
            var index = html.utf8.startIndex
            let start = Array("<a href=\"".utf8)
            while let open = html.utf8[index...].firstIndex(of: UInt8(ascii: "<")) {
                index = html.utf8.index(after: open)
                guard html.utf8[open...].starts(with: start) else { continue }
                let url = html.utf8.index(open, offsetBy: start.count)
                guard let quote = html.utf8[url...].firstIndex(of: UInt8(ascii: "\"")) else { break }
                links[html[url..<quote]] = html.utf8.index(after: quote)
            }
            self.links = links
        }
    }

    private struct Key: Hashable {
        /// The page that owns the folder in which the page is.
        let folder: Int
        /// Whether it is that page itself: its links are relative to another address.
        let isOwner: Bool
        /// Which pages of the folder are listed.
        let block: Int
    }

    /// - Parameter isForAllPages: whether all pages are going to be rendered; else nothing is rendered before it is asked for.
    init(_ library: Library, _ tree: SiteTree, _ theme: Theme, isForAllPages: Bool) {
        self.library = library
        self.tree = tree
        self.theme = theme
        var keys: [Key?] = []
        var renderings: [Key: Rendering] = [:]
        for (number, page) in library.pages.enumerated() {
            guard let section = tree.section(of: number), !tree.children[section].isEmpty else {
                keys.append(nil)
                continue
            }
            let key = Key(
                folder: page.path.isIndex ? number : tree.parents[number] ?? number, isOwner: page.path.isIndex,
                block: page.path.isIndex ? 0 : MenuBlocks.number(of: tree.positions[number]))
            keys.append(key)
            guard isForAllPages, renderings[key] == nil else { continue }
            renderings[key] = NavigationCache.rendering(of: number, in: section, library, tree, theme)
        }
        self.keys = keys
        self.renderings = renderings
    }

    private static func rendering(
        of number: Int, in section: Int, _ library: Library, _ tree: SiteTree, _ theme: Theme
    ) -> Rendering {
        let branch = Set(tree.ancestors(of: number) + [number])
        let view = view(section, on: base(library.pages[number].path), branch: branch, library, tree)
        return Rendering(String(decoding: theme.render("parts/navigation", NavigationView(navigation: view)), as: UTF8.self))
    }

    /// The navigation of a page, its own link marked.
    func html(of number: Int) -> String? {
        guard let key = keys[number], let section = tree.section(of: number) else { return nil }
        let rendering = renderings[key] ?? NavigationCache.rendering(of: number, in: section, library, tree, theme)
        let path = library.pages[number].path
        let own = Route.relative(from: NavigationCache.base(path), to: path.address)
        guard let place = rendering.links[Substring(HTMLEscaping.escaped(own))] else { return rendering.html }
        var html = String(rendering.html[..<place])
        html += " aria-current=\"page\""
        html += rendering.html[place...]
        return html
    }

    /// The address for which the links of a page's navigation are written: of a folder's own page its address, of the
    /// pages in it that of a page which cannot exist next to them, so that their links to one another are all alike.
    private static func base(_ path: PagePath) -> String {
        path.isIndex ? path.address : joined(path.folder, "*/")
    }

    private static func view(
        _ section: Int, on address: String, branch: Set<Int>, _ library: Library, _ tree: SiteTree
    ) -> NavigationSectionView {
        let page = library.pages[section]
        return NavigationSectionView(
            title: page.title, url: Route.relative(from: address, to: page.path.address),
            items: items(section, on: address, branch: branch, library, tree), allURL: allURL(section, on: address, library, tree))
    }

    private static func allURL(_ folder: Int, on address: String, _ library: Library, _ tree: SiteTree) -> String? {
        MenuBlocks.listAddress(of: folder, ifOver: Limits.menuEntries, library, tree).map { Route.relative(from: address, to: $0) }
    }

    /// Folders are not nested deeper than `Limits.folderDepth`, so neither is this.
    private static func items(
        _ folder: Int, on address: String, branch: Set<Int>, _ library: Library, _ tree: SiteTree
    ) -> [NavigationItemView] {
        let children = tree.children[folder]
        let open = children.first(where: branch.contains).map { MenuBlocks.number(of: tree.positions[$0]) } ?? 0
        return children[MenuBlocks.range(open, of: children.count)].map { number in
            let page = library.pages[number]
            let below = branch.contains(number) ? items(number, on: address, branch: branch, library, tree) : []
            return NavigationItemView(
                title: page.title, url: Route.relative(from: address, to: page.path.address),
                children: below.isEmpty
                    ? nil : NavigationItemsView(items: below, allURL: allURL(number, on: address, library, tree)))
        }
    }
}
