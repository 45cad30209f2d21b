import CommonMark
import Content
import Forms

struct GlossaryView {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    let terms: [TermView]

    struct TermView {
        let id: String
        let term: String
        let short: String?
        /// Other words, joined.
        let also: String?
        let definitionHTML: String
        let seeHTML: String?
    }
}

extension Glossary: DataBlock {
    static let keys = [
        "glossary": "terms:term",
        "term": "id term short also definitionHTML seeHTML",
    ]

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> Any {
        renderer.view(self, head, embedding.file)
    }
}

extension BlockRenderer {
    fileprivate func view(_ glossary: Glossary, _ head: BlockHead, _ file: DataFile) -> GlossaryView {
        GlossaryView(
            name: head.name, id: head.id, title: head.title, words: head.words,
            terms: glossary.terms.map { entry in
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
