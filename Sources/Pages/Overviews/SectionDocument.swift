import CommonMark
import Content
import Mustache

/// A section as one document: the keys of every page, and its pages one after another.
struct SectionDocumentView: MustacheParent {
    let layout: LayoutView
    let articles: [ArticleView]

    func child(named name: String) -> Any? { name == "articles" ? articles : layout.child(named: name) }
}

/// A page inside a document.
struct ArticleView {
    let id: String
    let title: String
    let url: String
    let summary: String?
    let contentHTML: String
}

extension SiteRenderer {
    /// More pages than this nobody prints in one piece: then each folder of the section is a document.
    static let documentLimit = 60

    /// The address of the document of a section: it stands below the list of all pages, where no page of the site can.
    func documentAddress(of number: Int) -> String? {
        documents.contains(number) ? OverviewPage.pages.address + library.pages[number].path.address : nil
    }

    /// Every section as one document, to read through or to print.
    func sectionDocuments() -> [RenderedFile] { documents.map(document) }

    private func document(of number: Int) -> RenderedFile {
        let section = library.pages[number]
        let address = OverviewPage.pages.address + section.path.address
        let name = (theme.words["wholeSection"] ?? "").replacing("{title}", with: section.title)
        var view = baseView(title: name, address: address)
        view.summary = section.frontMatter.summary?.string
        view.noindex = true
        view.reportURL = resolver.reportURL(title: name, address: address)
        view.breadcrumbs = (tree.ancestors(of: number) + [number]).map { other in
            let page = library.pages[other]
            return PlaceView(title: page.title, url: Route.relative(from: address, to: page.path.address))
        }
        let pages = [number] + subtree(of: number).dropFirst().filter { !library.isOver(library.pages[$0]) }
        let articles = pages.enumerated().map { index, page in article(page, id: "page-\(index + 1)", on: address) }
        let layout = layout(view, at: address, section: tree.section(of: number))
        let html = theme.render("section", SectionDocumentView(layout: layout, articles: articles))
        return RenderedFile(path: Route.file(address), bytes: Array(NoteNumbers.continued(html).utf8))
    }

    private func article(_ number: Int, id: String, on address: String) -> ArticleView {
        let page = library.pages[number]
        let html = String(decoding: page.body.html(filled(page, on: address).resolution), as: UTF8.self)
        return ArticleView(
            id: id, title: page.title, url: Route.relative(from: address, to: page.path.address),
            // The section's own summary is the document's already.
            summary: id == "page-1" ? nil : page.frontMatter.summary?.string,
            contentHTML: ScopedHTML(prefix: "\(id)-", levels: 1).rewritten(html))
    }

    /// The section and all pages below it, in reading order.
    private func subtree(of number: Int) -> [Int] { [number] + tree.children[number].flatMap(subtree) }

    /// The sections that are documents: those of the header, or the folders in them where they are too large.
    static func documents(_ tree: SiteTree) -> [Int] {
        func count(_ number: Int) -> Int { 1 + tree.children[number].reduce(0) { $0 + count($1) } }
        func documents(_ number: Int) -> [Int] {
            if tree.children[number].isEmpty { return [] }
            return count(number) <= documentLimit ? [number] : tree.children[number].flatMap(documents)
        }
        return tree.top.flatMap(documents)
    }
}
