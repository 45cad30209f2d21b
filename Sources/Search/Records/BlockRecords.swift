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

    private var printer: BlockPrinter { BlockPrinter(markdown: { page.text.line($0, in: file) }, word: { page.text.words[$0] }) }

    func records() -> [SearchRecord] {
        embedding.content.items.map { item in
            SearchRecord(
                kind: SearchRecord.Kind(item.kind), title: printer.text(item.title), url: page.url(page.page, item.id.description),
                pageTitle: page.page.title, names: item.names,
                context: section == page.page.title ? [section] : [page.page.title, section],
                body: item.parts.map(sentence).filter { !$0.isEmpty }.joined(separator: " "))
        }
    }

    /// What stands behind a label is no sentence by itself: without its end it would run into the next part.
    private func sentence(_ part: BlockPart) -> String {
        let text = printer.text(part)
        guard let label = printer.label(part), let last = text.last else { return text }
        return "\(label): \(text)" + (".!?".contains(last) ? "" : ".")
    }

    /// The words of what has no place of its own, captions and tables: they belong to the section.
    func looseText() -> String {
        let rest = embedding.content.rest.map(printer.text)
        return rest.isEmpty ? "" : rest.joined(separator: ". ") + (rest.count == 1 ? "." : "")
    }
}

extension SearchRecord.Kind {
    fileprivate init(_ kind: BlockItem.Kind) {
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
