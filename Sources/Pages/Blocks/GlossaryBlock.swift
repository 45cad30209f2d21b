import CommonMark
import Content
import Forms
import Templating

struct GlossaryView: TemplateView {
    let terms: [TermView]

    static let fields = TemplateFields<Self>([.list("terms") { $0.terms }])

    struct TermView: TemplateView {
        let id: String
        let term: String
        let short: String?
        /// Other words, joined.
        let also: String?
        let definitionHTML: String
        let seeHTML: String?

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("term") { $0.term }, .text("short") { $0.short }, .text("also") { $0.also },
            .text("definitionHTML") { $0.definitionHTML }, .text("seeHTML") { $0.seeHTML },
        ])
    }
}

extension Glossary: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> GlossaryView {
        renderer.view(self, head, embedding.file)
    }
}

extension BlockRenderer {
    fileprivate func view(_ glossary: Glossary, _ head: BlockHead, _ file: DataFile) -> GlossaryView {
        // A file is sorted by ids, which are often short forms; readers look for the word that they see.
        let sorted = glossary.terms.map { (entry: $0, key: $0.value.term.string.sortKey) }.sorted { $0.key < $1.key }
        return GlossaryView(
            terms: sorted.map(\.entry).map { entry in
                let term = entry.value
                return .init(
                    id: entry.id.description, term: term.term.string, short: term.short?.string,
                    also: joinedNames(term.also), definitionHTML: blocks(term.definition, in: file),
                    seeHTML: term.see.map { inline($0, in: file) })
            })
    }

    /// Other names in one line; nil when there are none.
    func joinedNames(_ names: [Text]) -> String? {
        names.isEmpty ? nil : names.map(\.string).joined(separator: ", ")
    }
}
