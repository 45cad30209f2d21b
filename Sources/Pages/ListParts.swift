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
        let start = library.pages[number].path.address
        let address = Route.part(part, of: start)
        return OverviewPartsView(
            items: parts.enumerated().map { other, pages in
                let titles = [pages.first, pages.last].compactMap { $0.map { library.pages[$0].title } }
                return .init(
                    title: titles.joined(separator: " – "), url: Route.relative(from: address, to: Route.part(other, of: start)),
                    current: other == part)
            })
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
        var view = baseView(title: title, address: address)
        view.canonical = canonical(address)
        view.noindex = !library.isListed(page)
        view.reportURL = resolver.reportURL(title: title, address: address)
        view.breadcrumbs = (tree.ancestors(of: number) + [number]).map { other in
            let place = library.pages[other]
            return PlaceView(title: place.title, url: Route.relative(from: address, to: place.path.address))
        }
        view.children = listParts(of: number)[part].map { card($0, on: address) }
        var layout = layout(view, at: address, section: tree.section(of: number))
        layout.parts = listPartLinks(of: number, part: part)
        let html = theme.render(page.frontMatter.layout.rawValue, layout)
        return RenderedFile(path: Route.file(address), bytes: html)
    }
}
