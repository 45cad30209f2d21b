import Content
import Forms
import Words
import CommonMark
import Templating

struct TableView: TemplateView {
    let columns: [ColumnView]
    let rows: [RowView]

    static let fields = TemplateFields<Self>([.list("columns") { $0.columns }, .list("rows") { $0.rows }])

    struct ColumnView: TemplateView {
        let label: String
        let type: String
        let unit: String?

        static let fields = TemplateFields<Self>([.text("label") { $0.label }, .text("type") { $0.type }, .text("unit") { $0.unit }])
    }

    struct RowView: TemplateView {
        /// The cell of the first column.
        let header: CellView
        let cells: [CellView]

        static let fields = TemplateFields<Self>([.object("header") { $0.header }, .list("cells") { $0.cells }])
    }

    struct CellView: TemplateView {
        /// Of the column.
        let label: String
        let type: String
        let contentHTML: String
        /// What to sort by, where it is not the text.
        let value: String?

        static let fields = TemplateFields<Self>([
            .text("label") { $0.label }, .text("type") { $0.type }, .text("contentHTML") { $0.contentHTML }, .text("value") { $0.value },
        ])
    }
}

extension Table: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> TableView {
        renderer.view(self, head, embedding.file)
    }
}

extension BlockRenderer {
    fileprivate func view(_ table: Table, _ head: BlockHead, _ file: DataFile) -> TableView {
        let arePlain = table.columns.indices.map { table.holdsYears($0) }
        return TableView(
            columns: table.columns.map {
                .init(label: $0.value.label.string, type: $0.value.type.rawValue, unit: $0.value.unit?.string)
            },
            rows: table.rows.compactMap { row in
                let cells = table.columns.indices.map { cell(row.cells[$0], of: table.columns[$0].value, file, isPlain: arePlain[$0]) }
                guard let first = cells.first else { return nil }
                return .init(header: first, cells: Array(cells.dropFirst()))
            })
    }

    /// - Parameter isPlain: whether its digits are not grouped.
    private func cell(_ cell: Table.Cell?, of column: Table.Column, _ file: DataFile, isPlain: Bool) -> TableView.CellView {
        let content: (html: String, value: String?) =
            switch cell {
            case nil: ("–", nil)
            case .text(let text), .link(let text): (inline(text, in: file), nil)
            case .number(let number):
                (HTMLEscaping.escaped(theme.phrasebook.numbers.text(written: number.string, isPlain: isPlain)), number.string)
            case .date(let day): ("<time datetime=\"\(day)\">\(theme.phrasebook.days.text(day))</time>", day.description)
            case .choice(let id):
                // Sorted as the author wrote the options, which often have an order of their own: low, medium, high.
                column.options.firstIndex { $0.id == id }.map {
                    (HTMLEscaping.escaped(column.options[$0].value.string), String($0 + 1))
                } ?? ("", nil)
            }
        return .init(
            label: column.label.string, type: column.type.rawValue, contentHTML: content.html, value: content.value)
    }
}

extension Table {
    /// Whether a column holds whole numbers of four digits and says no unit: years and the like, whose digits are not grouped.
    fileprivate func holdsYears(_ column: Int) -> Bool {
        guard columns[column].value.unit == nil else { return false }
        return rows.allSatisfy { row in
            guard case .number(let number)? = row.cells[column] else { return true }
            return number.string.utf8.count == 4 && !number.string.contains { ".-".contains($0) }
        }
    }
}
