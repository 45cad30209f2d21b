import Content
import Forms

/// A page that lists the pages of its folder, of a long folder in several parts: the first is the page itself.
extension SiteRenderer {
    /// The pages that a list holds, part by part; one part for a short list.
    func listParts(of number: Int) -> [[Int]] {
        let children = tree.children[number]
        return children.isEmpty ? [[]] : children.chunks(of: Limits.listEntries)
    }

    /// Links to the parts of a list; nil if it has one.
    func listPartLinks(of number: Int, part: Int) -> OverviewPartsView? {
        let parts = listParts(of: number)
        guard parts.count > 1 else { return nil }
        return OverviewPartsView(parts.map(partTitle), on: part) { Route.part($0, of: library.pages[number].path.address) }
    }

    /// The lists that are longer than a page.
    var longLists: [Int] {
        library.pages.indices.filter {
            library.pages[$0].frontMatter.layout == .list && tree.children[$0].count > Limits.listEntries
        }
    }

    /// The parts of lists that are no pages of the library.
    func furtherListParts() -> [RenderedFile] {
        longLists.flatMap { number in listParts(of: number).indices.dropFirst().map { listPart($0, of: number) } }
    }

    private func listPart(_ part: Int, of number: Int) -> RenderedFile {
        let page = library.pages[number]
        let address = Route.part(part, of: page.path.address)
        let title = "\(page.title) (\(part + 1))"
        var view = furtherPage(title, of: page, at: address)
        view.children = listParts(of: number)[part].map { card($0, on: address) }
        var layout = layout(view, at: address, section: tree.section(of: number))
        layout.parts = listPartLinks(of: number, part: part)
        let html = theme.render(page.frontMatter.layout.rawValue, layout)
        return RenderedFile(path: Route.file(address), bytes: html)
    }

    /// What readers know a part of a list of pages by.
    func partTitle(_ pages: [Int]) -> String {
        OverviewPartsView.title(from: pages.first.map { library.pages[$0].title }, to: pages.last.map { library.pages[$0].title })
    }

    /// What is said around a part of a page that is published at an address of its own, below the page.
    func furtherPage(_ title: String, of page: Page, at address: String) -> PageView {
        var view = baseView(title: title, address: address)
        view.canonical = canonical(address)
        view.noindex = !library.isListed(page)
        view.reportURL = resolver.reportURL(title: title, address: address)
        if let number = library.pageNumber(file: page.path.file) {
            view.breadcrumbs = (tree.ancestors(of: number) + [number]).map { place($0, on: address) }
        }
        return view
    }
}
