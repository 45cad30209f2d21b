import CommonMark
import Content
import Forms
import Templating

struct ComparisonView: TemplateView {
    let columns: [ColumnView]
    let rows: [RowView]
    /// Whether readers filter its rows.
    let filters: Bool
    let notes: NotesView?

    static let fields = TemplateFields<Self>([
        .list("columns") { $0.columns }, .list("rows") { $0.rows }, .flag("filters") { $0.filters },
        .object("notes") { $0.notes },
    ])

    struct ColumnView: TemplateView {
        let label: String
        let note: NoteLinkView?

        static let fields = TemplateFields<Self>([.text("label") { $0.label }, .object("note") { $0.note }])
    }

    struct RowView: TemplateView {
        let id: String
        let labelHTML: String
        let note: NoteLinkView?
        /// Whether "no" is the good answer.
        let isReversed: Bool
        let cells: [CellView]

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("labelHTML") { $0.labelHTML }, .object("note") { $0.note }, .flag("isReversed") { $0.isReversed },
            .list("cells") { $0.cells },
        ])
    }

    struct CellView: TemplateView {
        /// Of the column.
        let label: String
        let mark: MarkView?
        let textHTML: String?
        let note: NoteLinkView?

        static let fields = TemplateFields<Self>([
            .text("label") { $0.label }, .object("mark") { $0.mark }, .text("textHTML") { $0.textHTML }, .object("note") { $0.note },
        ])
    }

    struct MarkView: TemplateView {
        /// `yes`, `no` or `partly`.
        let name: String
        let word: String

        static let fields = TemplateFields<Self>([.text("name") { $0.name }, .text("word") { $0.word }])
    }

    struct NoteLinkView: TemplateView {
        /// Counted from 1 in the order of the notes.
        let number: Int
        let anchor: String

        static let fields = TemplateFields<Self>([.number("number") { $0.number }, .text("anchor") { $0.anchor }])
    }

    struct NotesView: TemplateView {
        let items: [NoteView]

        static let fields = TemplateFields<Self>([.list("items") { $0.items }])
    }

    struct NoteView: TemplateView {
        let anchor: String
        let textHTML: String

        static let fields = TemplateFields<Self>([.text("anchor") { $0.anchor }, .text("textHTML") { $0.textHTML }])
    }
}

extension Comparison: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> ComparisonView {
        renderer.view(self, head, embedding.file)
    }
}

extension BlockRenderer {
    fileprivate func view(_ comparison: Comparison, _ head: BlockHead, _ file: DataFile) -> ComparisonView {
        let anchor: (Identifier) -> String = { "\(head.id)-note-\($0)" }
        let numbers = Dictionary(comparison.notes.enumerated().map { ($1.id.description, $0) }) { first, _ in first }
        let link: (Text?) -> ComparisonView.NoteLinkView? = { note in
            guard let note, let index = numbers[note.string] else { return nil }
            return .init(number: index + 1, anchor: anchor(comparison.notes[index].id))
        }
        return ComparisonView(
            columns: comparison.columns.map { .init(label: $0.value.label.string, note: link($0.value.note)) },
            rows: comparison.rows.map { row in
                let given = Dictionary(row.value.cells.map { ($0.id, $0) }) { first, _ in first }
                return .init(
                    id: row.id.description, labelHTML: inline(row.value.label, in: file), note: link(row.value.note),
                    isReversed: row.value.good == .no,
                    cells: comparison.columns.compactMap { column in
                        given[column.id].map { cell in
                            .init(
                                label: column.value.label.string,
                                mark: cell.value.mark.map {
                                    .init(name: $0.rawValue, word: head.words[$0.rawValue] ?? $0.rawValue)
                                },
                                textHTML: cell.value.text.map { inline($0, in: file) }, note: link(cell.value.note))
                        }
                    })
            },
            filters: comparison.rows.count >= TableToolsView.filteredFrom,
            notes: comparison.notes.isEmpty
                ? nil
                : .init(
                    items: comparison.notes.map { .init(anchor: anchor($0.id), textHTML: inline($0.value, in: file)) }))
    }
}
