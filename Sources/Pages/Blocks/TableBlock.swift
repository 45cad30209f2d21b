import Words
import CommonMark
import Content

struct TableView {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    let columns: [ColumnView]
    let rows: [RowView]

    struct ColumnView {
        let label: String
        let type: String
        let unit: String?
    }

    struct RowView {
        /// The cell of the first column.
        let header: CellView
        let cells: [CellView]
    }

    struct CellView {
        /// Of the column.
        let label: String
        let type: String
        let contentHTML: String
        /// What to sort by, where it is not the text.
        let value: String?
    }
}

extension BlockRenderer {
    func view(_ table: Table, _ head: BlockHead, _ file: DataFile) -> TableView {
        TableView(
            name: head.name, id: head.id, title: head.title, words: head.words,
            columns: table.columns.map {
                .init(label: $0.value.label.string, type: $0.value.type.rawValue, unit: $0.value.unit?.string)
            },
            rows: table.rows.compactMap { row in
                let cells = zip(table.columns, row.cells).map { cell($1, of: $0.value, file) }
                guard let first = cells.first else { return nil }
                return .init(header: first, cells: Array(cells.dropFirst()))
            })
    }

    private func cell(_ cell: Table.Cell?, of column: Table.Column, _ file: DataFile) -> TableView.CellView {
        let content: (html: String, value: String?) =
            switch cell {
            case nil: ("–", nil)
            case .text(let text), .link(let text): (inline(text, in: file), nil)
            case .number(let number): (HTMLText.escaped(number.string), number.string)
            case .date(let day): ("<time datetime=\"\(day)\">\(theme.phrasebook.days.text(day))</time>", day.description)
            case .choice(let id):
                // Sorted as the author wrote the options, which often have an order of their own: low, medium, high.
                column.options.firstIndex { $0.id == id }.map {
                    (HTMLText.escaped(column.options[$0].value.string), String($0 + 1))
                } ?? ("", nil)
            }
        return .init(
            label: column.label.string, type: column.type.rawValue, contentHTML: content.html, value: content.value)
    }
}
