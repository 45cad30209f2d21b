import CommonMark
import Content
import Forms

/// The records of a data file on the page that shows it: one for each entry that has a place of its own.
struct BlockRecords {
    let embedding: Embedding
    let page: PageRecords
    /// The title of the page or section in which the block is.
    let section: String

    private var file: DataFile { embedding.file }

    func records() -> [SearchRecord] {
        file.body.searchEntries(embedding.selection, words: line).map { entry in
            SearchRecord(
                kind: SearchRecord.Kind(entry.kind), title: entry.title, url: page.url(page.page, entry.id.description),
                pageTitle: page.page.title, names: entry.names,
                context: section == page.page.title ? [section] : [page.page.title, section],
                body: entry.body.filter { !$0.isEmpty }.joined(separator: " "))
        }
    }

    /// The words of what has no place of its own, captions and tables: they belong to the section.
    func looseText() -> String { file.body.looseWords(title: file.title.string, words: line) }

    private func line(_ markdown: Markdown?) -> String { page.text.line(markdown, in: file) }
}

extension SearchRecord.Kind {
    fileprivate init(_ kind: SearchEntry.Kind) {
        self =
            switch kind {
            case .section: .section
            case .question: .question
            case .product: .product
            case .term: .term
            case .tool: .tool
            case .contact: .contact
            case .link: .link
            }
    }
}
