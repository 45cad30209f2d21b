import Content
import Forms

/// The pages of the library as readers go through them: sections, folders, order.
struct SiteTree: Sendable {
    /// For each page the pages of its folder, in order; empty for pages that are no folder's own.
    let children: [[Int]]
    /// For each page its place among those of its folder.
    let positions: [Int]
    /// The page above; nil for the front page.
    let parents: [Int?]
    /// The pages and folders of the header, in order.
    let top: [Int]
    /// Pages and folders next to the front page that the header leaves out.
    let rest: [Int]
    /// All pages in reading order: each folder's own page first, then its pages.
    let order: [Int]
    /// For each page its place in ``order``.
    let places: [Int]

    init(_ library: Library) {
        let pages = library.pages
        var byFolder: [String: [Int]] = [:]
        var parents = [Int?](repeating: nil, count: pages.count)
        for (number, page) in pages.enumerated() {
            guard let folder = page.path.parentFolder else { continue }
            byFolder[folder, default: []].append(number)
            parents[number] = library.pageNumber(file: joined(folder, "index.md"))
        }
        var children = [[Int]](repeating: [], count: pages.count)
        for (number, page) in pages.enumerated() where page.path.isIndex {
            children[number] = (byFolder[page.path.folder] ?? []).sorted { SiteTree.precedes(pages[$0], pages[$1]) }
        }
        let all = library.pageNumber(file: "index.md").map { children[$0] } ?? []
        let top = SiteTree.chosen(all, library)
        let inHeader = Set(top)
        rest = all.filter { !inHeader.contains($0) }
        self.top = top
        self.children = children
        self.parents = parents
        var positions = [Int](repeating: 0, count: pages.count)
        for pages in children { for (position, number) in pages.enumerated() { positions[number] = position } }
        self.positions = positions
        order = SiteTree.readingOrder(from: library.pageNumber(file: "index.md"), then: top + rest, children: children)
        var places = [Int](repeating: 0, count: pages.count)
        for (place, number) in order.enumerated() { places[number] = place }
        self.places = places
    }

    /// By `order`, then those without, by title.
    private static func precedes(_ left: Page, _ right: Page) -> Bool {
        let (first, second) = (left.frontMatter.order ?? Int.max, right.frontMatter.order ?? Int.max)
        if first != second { return first < second }
        if left.title != right.title { return left.title < right.title }
        return left.path < right.path
    }

    /// The order that the settings give, or all pages at the top.
    private static func chosen(_ all: [Int], _ library: Library) -> [Int] {
        guard !library.settings.navigation.isEmpty else { return all }
        return library.settings.navigation.compactMap { name in
            all.first { number in
                let path = library.pages[number].path
                return (path.isIndex ? path.folder : path.stem) == name.string
            }
        }
    }

    private static func readingOrder(from front: Int?, then below: [Int], children: [[Int]]) -> [Int] {
        guard let front else { return [] }
        var pending = Array(below.reversed())
        var order = [front]
        while let number = pending.popLast() {
            order.append(number)
            pending += children[number].reversed()
        }
        return order
    }

    /// The pages above a page, from the front page down.
    func ancestors(of number: Int) -> [Int] {
        var result: [Int] = []
        var current = parents[number]
        while let page = current {
            result.append(page)
            current = parents[page]
        }
        return result.reversed()
    }

    /// The page in the header to which a page belongs; nil for the front page.
    func section(of number: Int) -> Int? {
        let path = ancestors(of: number) + [number]
        return path.count > 1 ? path[1] : nil
    }

    func previous(_ number: Int) -> Int? { places[number] > 0 ? order[places[number] - 1] : nil }
    func next(_ number: Int) -> Int? { places[number] + 1 < order.count ? order[places[number] + 1] : nil }
}
