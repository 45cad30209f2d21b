import CommonMark
import Content
import Diagnostics
import Forms

extension SiteRenderer {
    /// What search engines are told about a page (schema.org, as JSON-LD): what it is and of when, its place, its questions
    /// and answers. Only what the content itself says.
    ///
    /// Nil for a page that they are asked to leave out; and without a public address, as nearly every entry needs one.
    func structuredData(of number: Int, _ embeddings: [Embedding]) -> String? {
        guard library.isListed(library.pages[number]) else { return nil }
        let parts = [site(of: number), article(of: number), breadcrumbs(of: number)].compactMap { $0 } + blocks(embeddings, on: number)
        guard !parts.isEmpty else { return nil }
        return JSONValue.object([("@context", .string("https://schema.org")), ("@graph", .array(parts))]).text(
            forHTML: true)
    }

    /// The whole site, on its front page.
    private func site(of number: Int) -> JSONValue? {
        guard let address = library.settings.address, library.pages[number].path.address.isEmpty else { return nil }
        let summary = library.settings.summary ?? library.pages[number].frontMatter.summary
        return .object(
            [
                ("@type", .string("WebSite")), ("@id", .string(websiteID(address))), ("url", .string(address)),
                ("name", .string(library.settings.title.string)), ("inLanguage", .string(library.settings.language)),
            ] + described(summary))
    }

    private func websiteID(_ address: String) -> String { address + "#website" }

    /// A page that is a text of its own, not a list of others.
    private func article(of number: Int) -> JSONValue? {
        let page = library.pages[number]
        let facts = page.frontMatter
        guard let address = library.settings.address, let url = canonical(page.path.address), !page.path.address.isEmpty,
            [.page, .tabs].contains(facts.layout)
        else { return nil }
        var fields: [(String, JSONValue)] = [
            ("@type", .string("TechArticle")), ("headline", .string(page.title)), ("url", .string(url)),
            ("mainEntityOfPage", .string(url)), ("inLanguage", .string(library.settings.language)),
            ("isPartOf", .object([("@id", .string(websiteID(address)))])),
        ]
        fields += described(facts.summary)
        if let day = lastChange(of: resolved.pages[number]) ?? facts.reviewed { fields.append(("dateModified", .string(day.description))) }
        if let day = facts.expires { fields.append(("expires", .string(day.description))) }
        let keywords = facts.also + facts.tags
        if !keywords.isEmpty { fields.append(("keywords", .array(keywords.map { .string($0.string) }))) }
        return .object(fields)
    }

    private func described(_ summary: Text?) -> [(String, JSONValue)] {
        summary.map { [("description", .string($0.string))] } ?? []
    }

    private func breadcrumbs(of number: Int) -> JSONValue? {
        let above = tree.ancestors(of: number)
        guard !above.isEmpty, library.settings.address != nil else { return nil }
        let items = (above + [number]).enumerated().map { place, number -> JSONValue in
            let page = library.pages[number]
            return .object([
                ("@type", .string("ListItem")), ("position", .number(place + 1)), ("name", .string(page.title)),
                ("item", .string(canonical(page.path.address) ?? "")),
            ])
        }
        return .object([("@type", .string("BreadcrumbList")), ("itemListElement", .array(items))])
    }

    private func blocks(_ embeddings: [Embedding], on number: Int) -> [JSONValue] {
        let place = StructuredPlace(site: self, page: library.pages[number])
        var questions: [JSONValue] = []
        var others: [JSONValue] = []
        for embedding in embeddings {
            switch (embedding.file.body as? any DataBlock)?.structuredData(embedding, place) {
            case .questions(let found): questions += found
            case .whole(let block): others.append(block)
            case .nothing, nil: break
            }
        }
        let faq = JSONValue.object([("@type", .string("FAQPage")), ("mainEntity", .array(questions))])
        return (questions.isEmpty ? [] : [faq]) + others
    }
}

/// What a block says of itself to search engines.
enum StructuredBlock {
    case nothing
    /// Questions with their answers: all of a page are one `FAQPage`.
    case questions([JSONValue])
    case whole(JSONValue)
}

/// The page on which a block is.
struct StructuredPlace {
    private let site: SiteRenderer
    private let page: Page

    fileprivate init(site: SiteRenderer, page: Page) {
        self.site = site
        self.page = page
    }

    /// The page's public address; nil for a site without one.
    var url: String? { site.canonical(page.path.address) }

    /// A text of a data file without marks.
    func words(_ text: Markdown, in file: DataFile) -> String {
        text.plainText(site.resolver.resolution(of: text, in: file.path, on: page.path.address))
    }
}
