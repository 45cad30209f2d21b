import CommonMark
import Content
import Forms

/// Renders data files for a page: one file of this folder for each kind.
struct BlockRenderer: Sendable {
    let theme: Theme
    let resolver: Resolver
    /// The address of the page on which the block stands.
    let address: String

    /// The HTML of a block.
    ///
    /// - Parameter level: of the headings in it.
    func html(_ embedding: Embedding, level: Int) -> String {
        let head = BlockHead(
            name: embedding.file.name.description, id: embedding.blockID, title: embedding.file.title.string,
            words: theme.words, level: level)
        let file = embedding.file
        let selection = embedding.selection
        switch file.body {
        case .actions(let actions): return theme.render("blocks/actions", view(actions, head, file, selection))
        case .checklist(let checklist): return theme.render("blocks/checklist", view(checklist, head, file))
        case .comparison(let comparison): return theme.render("blocks/comparison", view(comparison, head, file))
        case .directory(let directory): return theme.render("blocks/directory", view(directory, head, file, selection))
        case .faq(let faq): return theme.render("blocks/faq", view(faq, head, file, selection))
        case .glossary(let glossary): return theme.render("blocks/glossary", view(glossary, head, file))
        case .products(let products): return theme.render("blocks/products", view(products, head, file, selection))
        case .table(let table): return theme.render("blocks/table", view(table, head, file))
        case .values: return ""
        }
    }

    /// Paragraphs, lists and tables of a data file.
    func blocks(_ markdown: Markdown, in file: DataFile) -> String {
        let resolution = resolver.resolution(of: markdown, in: file.path, on: address)
        return String(decoding: markdown.html(resolution), as: UTF8.self)
    }

    /// One paragraph of a data file, to stand in a line.
    func inline(_ markdown: Markdown, in file: DataFile) -> String {
        let resolution = resolver.resolution(of: markdown, in: file.path, on: address)
        return String(decoding: markdown.inlineHTML(resolution), as: UTF8.self)
    }
}

/// What every block's template is given.
struct BlockHead {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    /// Of the headings in the block: one below the heading under which it stands.
    let level: Int
}
