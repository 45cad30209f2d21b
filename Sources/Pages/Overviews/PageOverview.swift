import CommonMark
import Content
import Forms

/// A page in a list of all, and how deep it is there.
struct OverviewEntry {
    let number: Int
    let level: Int
}

extension SiteRenderer {
    /// The pages of the list of all pages.
    var pageParts: [[OverviewEntry]] { madePageParts.value }

    /// All pages in reading order, cut into the pages of their list: the front page alone, then those below it, in the order of the header.
    static func pageParts(_ library: Library, _ tree: SiteTree) -> [[OverviewEntry]] {
        guard let front = library.pageNumber(file: "index.md") else { return [] }
        func entries(_ number: Int, _ level: Int) -> [OverviewEntry] {
            // In place of a page that is not listed are those below it.
            let isListed = library.isListed(library.pages[number])
            let own = isListed ? [OverviewEntry(number: number, level: level)] : []
            return own + tree.children[number].flatMap { entries($0, isListed ? level + 1 : level) }
        }
        let first = library.isListed(library.pages[front]) ? [OverviewEntry(number: front, level: 1)] : []
        return (first + (tree.top + tree.rest).flatMap { entries($0, 1) }).chunks(of: Limits.listEntries)
    }

    /// One page of that list, and what it holds in words.
    func pageOverview(part: Int, on address: String) -> (OverviewView, String) {
        let entries = pageParts[part]
        let list = PageOverview(site: self, address: address, hasSummaries: pageCount <= Limits.summaries)
        return (OverviewView(items: list.items(entries[...])), partTitle(entries.map(\.number)))
    }

    /// What the page of search lists for readers without script: pages and their sections, as far as one page holds them; else the
    /// pages of the list of all.
    func searchOverview(on address: String) -> OverviewView? {
        guard library.front != nil else { return nil }
        let entries = pageParts.flatMap(\.self)
        let sections = entries.reduce(0) { $0 + PageOverview.sections(of: library.pages[$1.number]).count }
        if entries.count <= Limits.listEntries {
            let list = PageOverview(site: self, address: address, hasSections: entries.count + sections <= Limits.listEntries)
            return OverviewView(items: list.items(entries[...]))
        }
        return OverviewView(
            items: pageParts.indices.map { part in
                let target = OverviewPage.pages.address(ofPart: part)
                return OverviewItemView(title: pageOverview(part: part, on: target).1, url: Route.relative(from: address, to: target))
            })
    }
}

/// Makes the entries of pages.
private struct PageOverview {
    let site: SiteRenderer
    let address: String
    var hasSections = false
    var hasSummaries = false

    static func sections(of page: Page) -> [Heading] { page.body.headings.filter { $0.level == 2 } }

    /// Entries that follow a page and are deeper are below it.
    func items(_ entries: ArraySlice<OverviewEntry>) -> [OverviewItemView] {
        var items: [OverviewItemView] = []
        var index = entries.startIndex
        while index < entries.endIndex {
            let level = entries[index].level
            let end = entries[(index + 1)...].firstIndex { $0.level <= level } ?? entries.endIndex
            items.append(item(entries[index].number, below: self.items(entries[(index + 1)..<end])))
            index = end
        }
        return items
    }

    private func item(_ number: Int, below: [OverviewItemView]) -> OverviewItemView {
        let page = site.library.pages[number]
        let url = Route.relative(from: address, to: page.path.address)
        let sections = hasSections ? PageOverview.sections(of: page) : []
        let children = sections.map { OverviewItemView(title: $0.text, url: "\(url)#\(Route.encoded($0.id))") } + below
        return OverviewItemView(
            title: page.title, url: url, summary: hasSummaries ? page.frontMatter.summary?.string : nil,
            children: children.isEmpty ? nil : OverviewView(items: children))
    }
}

extension Array {
    /// Runs of neighbours that have the same of something.
    func chunks<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.last, key(last) == key(element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }

    /// Runs of so many elements; the last may be shorter.
    func chunks(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
