import CommonMark
import Content
import Forms

struct ComparisonView {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    let columns: [ColumnView]
    let rows: [RowView]
    let notes: NotesView?

    struct ColumnView {
        let label: String
        let note: NoteLinkView?
    }

    struct RowView {
        let id: String
        let labelHTML: String
        let note: NoteLinkView?
        /// Whether "no" is the good answer.
        let isReversed: Bool
        let cells: [CellView]
    }

    struct CellView {
        /// Of the column.
        let label: String
        let mark: MarkView?
        let textHTML: String?
        let note: NoteLinkView?
    }

    struct MarkView {
        /// `yes`, `no` or `partly`.
        let name: String
        let word: String
    }

    struct NoteLinkView {
        /// Counted from 1 in the order of the notes.
        let number: Int
        let anchor: String
    }

    struct NotesView {
        let items: [NoteView]
    }

    struct NoteView {
        let anchor: String
        let textHTML: String
    }
}

extension Comparison: DataBlock {
    static let keys = [
        "comparison": "columns:comparisonColumn rows:comparisonRow notes:notes",
        "comparisonColumn": "label note:note",
        "comparisonRow": "id labelHTML note:note isReversed cells:comparisonCell",
        "comparisonCell": "label mark:mark textHTML note:note",
        "mark": "name word",
        "note": "number anchor",
        "notes": "items:noteText",
        "noteText": "anchor textHTML",
    ]

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> Any {
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
            name: head.name, id: head.id, title: head.title, words: head.words,
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
            notes: comparison.notes.isEmpty
                ? nil
                : .init(
                    items: comparison.notes.map { .init(anchor: anchor($0.id), textHTML: inline($0.value, in: file)) }))
    }
}
