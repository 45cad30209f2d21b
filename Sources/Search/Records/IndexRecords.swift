package import Content
import Diagnostics
import Forms

/// Where a page, or a place on it, is published: below the site's root, percent-encoded.
package typealias AddressOf = @Sendable (_ page: Page, _ anchor: String?) -> String

/// Everything on a site that a search can lead to, in the order of the pages and of the text on them.
///
/// An entry of a data file that several pages show is one record, on the page that shows most of the file.
///
/// - Parameter words: what the theme calls the parts of entries, by key.
package func indexRecords(
    of resolved: ResolvedLibrary, words: [String: String] = [:], jobs: Int = 1, url: @escaping AddressOf
) async -> [SearchRecord] {
    let shown = DataPages(resolved)
    let text = RecordText(resolved: resolved, words: words)
    let library = resolved.library
    let pages = library.pages.indices.filter { library.isListed(library.pages[$0]) }
    let records = await inParallel(Array(pages), jobs: jobs) { number in
        PageRecords(resolved: resolved, number: number, text: text, shown: shown, url: url).records()
    }
    return vague(records.flatMap { $0 })
}

/// A heading that many pages have, such as "Next steps", doesn't tell what is there: as a title it would count as if it did.
private func vague(_ records: [SearchRecord]) -> [SearchRecord] {
    let headings = records.filter { $0.kind == .section }
    let pages = Dictionary(grouping: headings, by: \.title).mapValues { Set($0.map(\.pageTitle)).count }
    return records.map { record in
        var record = record
        if record.kind == .section, pages[record.title, default: 0] > 3 { record.isSecondary = true }
        return record
    }
}

/// The words of the glossaries that mean the same: a term, its short form and its other names.
package func synonyms(of library: Library) -> [Synonyms] {
    library.data.flatMap { file -> [Synonyms] in
        guard let glossary = file.body as? Glossary else { return [] }
        return glossary.terms.compactMap { entry in
            let term = entry.value
            let names = [term.term.string] + [term.short?.string].compactMap { $0 } + term.also.map(\.string)
            return names.count > 1 ? Synonyms(names) : nil
        }
    }
}

/// Which page stands for each data file in the search.
struct DataPages: Sendable {
    /// For each data file the page that shows most of its entries, the first of several.
    private let pages: [Identifier: Int]

    init(_ resolved: ResolvedLibrary) {
        var best: [Identifier: (page: Int, count: Int)] = [:]
        for (number, page) in resolved.pages.enumerated() where resolved.library.isListed(page.page) {
            for embedding in page.text.embeddings {
                let count = embedding.ids.count
                if let known = best[embedding.file.name], known.count >= count { continue }
                best[embedding.file.name] = (number, count)
            }
        }
        pages = best.mapValues(\.page)
    }

    func isShown(_ file: DataFile, on page: Int) -> Bool { pages[file.name] == page }
}
