import Content
import Forms
import Words
import CommonMark
import Templating

struct TableView: TemplateView {
    let columns: [ColumnView]
    let rows: [RowView]
    /// Nil where there are too few rows.
    let tools: TableToolsView?
    /// Of a table that is longer than a page.
    let parts: OverviewPartsView?

    static let fields = TemplateFields<Self>([
        .list("columns") { $0.columns }, .list("rows") { $0.rows }, .object("tools") { $0.tools }, .object("parts") { $0.parts },
    ])

    struct ColumnView: TemplateView {
        let label: String
        let type: String
        let unit: String?
        /// Whether readers sort by it.
        let sorts: Bool

        static let fields = TemplateFields<Self>([
            .text("label") { $0.label }, .text("type") { $0.type }, .text("unit") { $0.unit }, .flag("sorts") { $0.sorts },
        ])
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
    static let hasParts = true

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> TableView {
        renderer.view(self, head, embedding.file)
    }

    func entries(_ embedding: Embedding) -> [BlockEntry] {
        let labels = columns.map { $0.value.label.string.utf8.count + $0.value.type.rawValue.utf8.count }
        return rows.map { row in
            let cells = zip(columns, row.cells).enumerated().map { number, cell in
                66 + labels[number] + (cell.1?.weight(in: cell.0.value) ?? 0)
            }
            return BlockEntry(weight: 60 + cells.reduce(0, +), name: row.cells.first.flatMap { $0?.name(in: columns[0].value) })
        }
    }
}

extension Table.Cell {
    /// The bytes of its words, those to sort by included.
    fileprivate func weight(in column: Table.Column) -> Int {
        switch self {
        case .text(let text), .link(let text): text.byteCount
        case .number(let number): 2 * number.string.utf8.count
        case .date: 60
        case .choice(let id): column.options.first { $0.id == id }?.value.string.utf8.count ?? 0
        }
    }

    fileprivate func name(in column: Table.Column) -> BlockText {
        switch self {
        case .text(let text), .link(let text): .markdown(text)
        case .number(let number): .line(number.string)
        case .date(let day): .line(day.description)
        case .choice(let id): .line(column.options.first { $0.id == id }?.value.string ?? "")
        }
    }
}

extension BlockRenderer {
    fileprivate func view(_ table: Table, _ head: BlockHead, _ file: DataFile) -> TableView {
        let rows = table.rows[shown?.entries ?? table.rows.indices].compactMap { row -> TableView.RowView? in
            let cells = table.columns.indices.map {
                cell(row.cells[$0], of: table.columns[$0].value, file, isPlain: table.holdYears[$0])
            }
            guard let first = cells.first else { return nil }
            return .init(header: first, cells: Array(cells.dropFirst()))
        }
        let columns = table.columns.indices.map { column in
            let own = table.columns[column].value
            return TableView.ColumnView(
                label: own.label.string, type: own.type.rawValue, unit: own.unit?.string, sorts: isSorted(column, rows))
        }
        let tools = TableToolsView(
            filters: shown != nil || rows.count >= TableToolsView.filteredFrom, sorts: columns.contains(where: \.sorts))
        return TableView(columns: columns, rows: rows, tools: tools.filters || tools.sorts ? tools : nil, parts: shown?.links)
    }

    /// Whether a column has more than two values: the order of two, such as yes and no, helps nobody.
    private func isSorted(_ column: Int, _ rows: [TableView.RowView]) -> Bool {
        guard rows.count >= TableToolsView.sortedFrom else { return false }
        var values: Set<String> = []
        return rows.contains { row in
            let cell = column == 0 ? row.header : row.cells[column - 1]
            values.insert(cell.value ?? cell.contentHTML)
            return values.count > 2
        }
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
