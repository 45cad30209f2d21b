import CommonMark
import Content
import Forms
import Templating

/// A section as one document: its pages one after another.
struct SectionDocumentView: TemplateView {
    let articles: [ArticleView]
    /// Absent when one document holds all.
    let parts: OverviewPartsView?

    static let fields = TemplateFields<Self>([.list("articles") { $0.articles }, .object("parts") { $0.parts }])
}

/// A page inside a document.
struct ArticleView: TemplateView {
    let id: String
    let title: String
    let url: String
    let summary: String?
    let contentHTML: String

    static let fields = TemplateFields<Self>([
        .text("id") { $0.id }, .text("title") { $0.title }, .text("url") { $0.url }, .text("summary") { $0.summary },
        .text("contentHTML") { $0.contentHTML },
    ])
}

/// A document: pages of a section, all of them or a part.
struct SectionPart {
    let section: Int
    let part: Int
    let pages: [Int]
}

extension SiteRenderer {
    /// The address of the document of a section: it is below the list of all pages, where no page of the site can.
    func documentAddress(of number: Int) -> String? {
        documentSections[number] != nil ? OverviewPage.pages.address + library.pages[number].path.address : nil
    }

    /// Every section as one document, to read through or to print.
    private func address(_ document: SectionPart) -> String {
        Route.part(document.part, of: OverviewPage.pages.address + library.pages[document.section].path.address)
    }

    func document(_ document: SectionPart) -> RenderedFile {
        let number = document.section
        let section = library.pages[number]
        let address = address(document)
        let whole = (theme.words["wholeSection"] ?? "").replacing("{title}", with: section.title)
        let name = document.part > 0 ? "\(whole) (\(document.part + 1))" : whole
        var view = baseView(title: name, address: address)
        view.summary = section.frontMatter.summary?.string
        view.noindex = true
        view.reportURL = resolver.reportURL(title: name, address: address)
        view.breadcrumbs = (tree.ancestors(of: number) + [number]).map { place($0, on: address) }
        let shown = document.pages.filter { $0 == number || !library.isOver(library.pages[$0]) }
        let articles = shown.enumerated().map { index, page in article(page, id: "page-\(index + 1)", on: address) }
        let layout = layout(view, at: address, section: tree.section(of: number))
        let html = theme.render("section", layout, SectionDocumentView(articles: articles, parts: parts(around: document)))
        return RenderedFile(path: Route.file(address), bytes: NoteNumbers.continued(html))
    }

    private func parts(around document: SectionPart) -> OverviewPartsView? {
        let all = documentSections[document.section] ?? []
        guard all.count > 1 else { return nil }
        return OverviewPartsView(all.map { partTitle($0.pages) }, on: document.part) { address(all[$0]) }
    }

    private func article(_ number: Int, id: String, on address: String) -> ArticleView {
        let page = library.pages[number]
        let html = String(decoding: page.body.html(filled(resolved.pages[number].text, of: number, on: address)), as: UTF8.self)
        return ArticleView(
            id: id, title: page.title, url: Route.relative(from: address, to: page.path.address),
            // The section's own summary is the document's already.
            summary: id == "page-1" ? nil : page.frontMatter.summary?.string,
            contentHTML: ScopedHTML(prefix: "\(id)-", levels: 1).rewritten(html))
    }

    /// The sections that are documents: those of the header. Where one is too long for paper, each folder in it is a document, and
    /// its other pages are in several.
    static func documents(_ tree: SiteTree) -> [SectionPart] {
        func pages(_ number: Int) -> [Int] { [number] + tree.children[number].flatMap(pages) }
        func documents(_ number: Int) -> [SectionPart] {
            if tree.children[number].isEmpty { return [] }
            let all = pages(number)
            if all.count <= Limits.documentPages { return [SectionPart(section: number, part: 0, pages: all)] }
            let own = [number] + tree.children[number].filter { tree.children[$0].isEmpty }
            let parts = own.chunks(of: Limits.documentPages).enumerated().map { SectionPart(section: number, part: $0, pages: $1) }
            return (own.count > 1 ? parts : []) + tree.children[number].flatMap(documents)
        }
        return tree.top.flatMap(documents)
    }
}
