import CommonMark
import Content
import Forms

struct ChecklistView {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    let noteHTML: String?
    let items: [ItemView]

    struct ItemView {
        let id: String
        let itemHTML: String
        let whyHTML: String?
        /// Whether "no" is the good answer.
        let isReversed: Bool
    }
}

extension Checklist: DataBlock {
    static let keys = [
        "checklist": "noteHTML items:checklistItem",
        "checklistItem": "id itemHTML whyHTML isReversed",
    ]

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> Any {
        renderer.view(self, head, embedding.file)
    }
}

extension BlockRenderer {
    fileprivate func view(_ checklist: Checklist, _ head: BlockHead, _ file: DataFile) -> ChecklistView {
        ChecklistView(
            name: head.name, id: head.id, title: head.title, words: head.words,
            noteHTML: checklist.note.map { blocks($0, in: file) },
            items: checklist.items.map {
                .init(
                    id: $0.id.description, itemHTML: inline($0.value.item, in: file),
                    whyHTML: $0.value.why.map { blocks($0, in: file) }, isReversed: $0.value.good == .no)
            })
    }
}
