import CommonMark
import Content
import Forms
import Templating

struct ChecklistView: TemplateView {
    let noteHTML: String?
    /// What is compared by its answers, in the singular.
    let compared: String
    let items: [ItemView]

    static let fields = TemplateFields<Self>([
        .text("noteHTML") { $0.noteHTML }, .text("compared") { $0.compared }, .list("items") { $0.items },
    ])

    struct ItemView: TemplateView {
        let id: String
        let itemHTML: String
        let whyHTML: String?
        /// Whether "no" is the good answer.
        let isReversed: Bool

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("itemHTML") { $0.itemHTML }, .text("whyHTML") { $0.whyHTML },
            .flag("isReversed") { $0.isReversed },
        ])
    }
}

extension Checklist: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> ChecklistView {
        renderer.view(self, head, embedding.file)
    }
}

extension BlockRenderer {
    fileprivate func view(_ checklist: Checklist, _ head: BlockHead, _ file: DataFile) -> ChecklistView {
        ChecklistView(
            noteHTML: checklist.note.map { blocks($0, in: file) },
            compared: checklist.compares?.string ?? theme.words["compared"] ?? "",
            items: checklist.items.map {
                .init(
                    id: $0.id.description, itemHTML: inline($0.value.item, in: file),
                    whyHTML: $0.value.why.map { blocks($0, in: file) }, isReversed: $0.value.good == .no)
            })
    }
}
