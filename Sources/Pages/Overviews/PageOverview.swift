import CommonMark
import Content

extension SiteRenderer {
    /// The tree of all pages, down to where the list would become too long to read.
    ///
    /// - Parameters:
    ///   - address: the page that shows it.
    ///   - hasSections: whether the headings of the second level stand below each page, if they fit.
    func overview(on address: String, hasSections: Bool) -> OverviewView? {
        guard let front = library.front else { return nil }
        let sections = hasSections ? library.pages.reduce(0) { $0 + PageOverview.sections(of: $1).count } : 0
        var overview = PageOverview(site: self, address: address)
        overview.hasSections = hasSections && pageCount + sections <= OverviewPage.entryLimit
        overview.hasSummaries = !hasSections && pageCount <= OverviewPage.summaryLimit
        overview.depth = depth
        let number = library.pageNumber(file: front.path.file)
        let below = number.map { tree.children[$0] } ?? []
        let order = tree.top + below.filter { !tree.top.contains($0) }
        // The front page alone: the pages below it follow, in the order of the header.
        let first = number.map { overview.items($0, level: Int.max) } ?? []
        return OverviewView(items: first + order.flatMap { overview.items($0, level: 1) })
    }

    /// How many levels of folders fit.
    private var depth: Int {
        var level = library.front.flatMap { library.pageNumber(file: $0.path.file) }.map { tree.children[$0] } ?? []
        var (count, depth) = (1 + level.count, 1)
        while !level.isEmpty {
            level = level.flatMap { tree.children[$0] }
            count += level.count
            guard count <= OverviewPage.entryLimit else { break }
            depth += 1
        }
        return depth
    }
}

/// Makes the entries of pages.
private struct PageOverview {
    let site: SiteRenderer
    let address: String
    var hasSections = false
    var hasSummaries = false
    /// How many levels are listed.
    var depth = 1

    static func sections(of page: Page) -> [Heading] { page.body.headings.filter { $0.level == 2 } }

    /// The entry of a page; in place of one that is not listed, those of the pages below it.
    func items(_ number: Int, level: Int) -> [OverviewItemView] {
        let page = site.library.pages[number]
        let url = Route.relative(from: address, to: page.path.address)
        let pages = level < depth ? site.tree.children[number] : []
        guard site.library.isListed(page) else { return pages.flatMap { items($0, level: level + 1) } }
        let sections = hasSections ? PageOverview.sections(of: page) : []
        let children =
            sections.map { OverviewItemView(title: $0.text, url: "\(url)#\(Route.encoded($0.id))") }
            + pages.flatMap { items($0, level: level + 1) }
        let item = OverviewItemView(
            title: page.title, url: url, summary: hasSummaries ? page.frontMatter.summary?.string : nil,
            children: children.isEmpty ? nil : OverviewView(items: children))
        return [item]
    }
}
