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
            case .date(let day): ("<time datetime=\"\(day)\">\(dateText(day, theme.words))</time>", day.description)
            case .choice(let id):
                (HTMLText.escaped(column.options.first { $0.id == id }?.value.string ?? ""), id.description)
            }
        return .init(
            label: column.label.string, type: column.type.rawValue, contentHTML: content.html, value: content.value)
    }
}

/// A day in words, `21 November 2026`: the names of the months are words of the theme.
func dateText(_ day: Day, _ words: [String: String]) -> String {
    let name = words["month\(day.month)"] ?? String(day.month)
    return (words["date"] ?? "{day} {month} {year}")
        .replacing("{day}", with: String(day.day)).replacing("{month}", with: name)
        .replacing("{year}", with: String(day.year))
}
