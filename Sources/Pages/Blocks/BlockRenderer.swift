import CommonMark
import Content
import Forms
import Words
import Templating

/// A kind of data as pages show it: one file of this folder and one template, `blocks/NAME`, for each.
protocol DataBlock: DataBody {
    associatedtype View: TemplateView

    /// What the template is given beside the head.
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> View

    /// What search engines are told about the block.
    func structuredData(_ embedding: Embedding, _ place: StructuredPlace) -> StructuredBlock

    /// Whether what is longer than a page is published in parts.
    static var hasParts: Bool { get }

    /// Its entries in the order of the page, for kinds that may have more of them than a page holds.
    func entries(_ embedding: Embedding) -> [BlockEntry]
}

extension DataBlock {
    static var hasParts: Bool { false }

    func entries(_ embedding: Embedding) -> [BlockEntry] { [] }

    func structuredData(_ embedding: Embedding, _ place: StructuredPlace) -> StructuredBlock { .nothing }
}

/// Renders data files for a page.
struct BlockRenderer: Sendable {
    let theme: Theme
    let resolver: Resolver
    /// The address of the page that shows the block.
    let address: String
    /// Whether it is in an outcome. A page may show several outcomes with the same block, so it has no ids there.
    var isOutcome = false
    /// Of a table or list that is longer than a page, what this page shows.
    var shown: ShownPart?

    /// The HTML of a block.
    ///
    /// - Parameter level: of the headings in it.
    func html(_ embedding: Embedding, level: Int) -> [UInt8] {
        let head = BlockHead(
            name: embedding.file.name.description, id: embedding.blockID, title: embedding.file.title.string,
            words: theme.words, level: level)
        guard let block = embedding.file.body as? any DataBlock else { return [] }
        // A place for additions that nobody filled says nothing.
        if embedding.file.addedBy != nil, embedding.file.isEmpty { return [] }
        let html = theme.render("blocks/\(embedding.file.kind.rawValue)", head, block.view(embedding, head, self))
        return embedding.file.addedBy.map { added(html, by: $0.string) } ?? html
    }

    /// A block that readers must not take for a part of the policy.
    private func added(_ html: [UInt8], by name: String) -> [UInt8] {
        let text = theme.phrasebook.filled("addedBy", ["name": name])
        return theme.render("parts/added", AddedView(text: text, blockHTML: String(decoding: html, as: UTF8.self)))
    }

    /// The words of a block, a line for each of its entries.
    func plainText(_ embedding: Embedding) -> String {
        let content = embedding.content
        let printer = BlockPrinter(markdown: { words($0, in: embedding.file) }, word: { theme.words[$0] })
        let lines = content.items.map { item in
            ([printer.text(item.title)]
                + item.parts.map { part in (printer.label(part).map { $0 + ": " } ?? "") + printer.text(part) }).joined(separator: " · ")
        }
        guard content.isOrdered, lines.count > 1 else { return lines.joined(separator: "\n") }
        return lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
    }

    /// The words of a text of a data file, in one line.
    func words(_ markdown: Markdown, in file: DataFile) -> String {
        let text = markdown.plainText(resolver.resolution(of: markdown, in: file.path, on: address))
        return text.split(separator: "\n").joined(separator: " ")
    }

    /// Paragraphs, lists and tables of a data file.
    func blocks(_ markdown: Markdown, in file: DataFile) -> String {
        let resolution = resolver.resolution(of: markdown, in: file.path, on: address)
        return String(decoding: markdown.html(resolution), as: UTF8.self)
    }

    /// What an entry is based on; nil if it doesn't say so itself.
    func citations(_ sources: [SourceReference]) -> CitesView? {
        CitesView(DocumentLinks(resolver: resolver, phrasebook: theme.phrasebook).citations(sources, from: address))
    }

    /// One paragraph of a data file, to be in a line.
    func inline(_ markdown: Markdown, in file: DataFile) -> String {
        let resolution = resolver.resolution(of: markdown, in: file.path, on: address)
        return String(decoding: markdown.inlineHTML(resolution), as: UTF8.self)
    }
}

/// What every block's template is given.
struct BlockHead: TemplateView {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    /// Of the headings in the block: one below the heading under which it is.
    let level: Int

    static let fields = TemplateFields<Self>([
        .text("name") { $0.name }, .text("id") { $0.id }, .text("title") { $0.title }, .words, .number("level") { $0.level },
    ])
}

/// A block with the name of who added it.
struct AddedView: TemplateView {
    let text: String
    let blockHTML: String

    static let fields = TemplateFields<Self>([.words, .text("text") { $0.text }, .text("blockHTML") { $0.blockHTML }])
}
