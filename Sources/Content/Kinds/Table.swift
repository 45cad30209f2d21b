package import CommonMark
package import Diagnostics
package import Forms
package import YAML

/// Rows of typed columns.
package struct Table: Sendable {
    /// In the order of the file.
    package let columns: [Entry<Column>]
    /// In the order of the file or its spreadsheet.
    package let rows: [Row]
    /// The spreadsheet next to the data file that the rows are in.
    package let spreadsheet: String?
    /// For each column whether it holds whole numbers of four digits and says no unit: years and the like, whose digits aren't grouped.
    package internal(set) var holdYears: [Bool] = []

    /// What its cells hold, and how they are shown and sorted.
    package struct Column: Sendable {
        /// The heading of the column.
        package let label: Text
        /// By which its cells are read.
        package let type: ColumnType
        /// The unit of its numbers.
        package let unit: Text?
        /// The labels of a choice.
        package let options: [Entry<Text>]
    }

    /// What a column can hold.
    package enum ColumnType: String, CaseIterable, Sendable {
        case text, number, date, link, choice

        var meaning: String {
            switch self {
            case .text: "a line of Markdown"
            case .number: "digits, with a point where needed"
            case .date: "a day such as 2026-11-21"
            case .link: "a Markdown link"
            case .choice: "the id of one of the options"
            }
        }
    }

    /// The cells of a row, one for each column; nil where nothing is written.
    package struct Row: Sendable {
        /// As many as there are columns.
        package let cells: [Cell?]
        /// Where the row is written, for messages.
        package let range: SourceRange
    }

    /// What was read, by the type of its column.
    package enum Cell: Sendable {
        case text(Markdown)
        /// As written: digits, one point, a minus.
        case number(Text)
        case date(Day)
        case link(Markdown)
        /// The id of an option.
        case choice(Identifier)
    }

    static let column = Shape<Column>.text(
        Shape<Text>.line.map { Column(label: $0, type: .text, unit: nil, options: []) },
        orRecord: .record(
            .required("label", .line, "the heading of the column"),
            .optional("type", .choice(meaning: \.meaning), default: .text, "text, number, date, link or choice"),
            .optional("unit", .line, "the unit of its numbers"),
            .optional("options", .entries(of: Shape<Text>.line), default: [], "the choices, each under an id")
        ) { _, label, type, unit, options in Column(label: label, type: type, unit: unit, options: options) })

    static let columns = Field.required("columns", .entries(of: column), "the columns, each under an id")
}

extension Table: DataBody {
    package static let name = "table"
    package static let meaning = "rows of typed columns"

    package static let shape: Shape<DataContent> = draft.map {
        DataContent($0.title, $0.summary, $0.sources, $0.addedBy, Table(columns: $0.columns, rows: [], spreadsheet: nil))
    }

    private static let draft = Shape<TableDraft>.record(
        DataHead.kind(Table.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, columns, TableDraft.rowsField
    ) { _, _, title, summary, sources, addedBy, columns, rows in
        TableDraft(title: title, summary: summary, sources: sources, addedBy: addedBy, columns: columns, rows: rows)
    }

    /// The columns say how cells are read, and the rows may be in a file next to this one.
    package static func read(
        _ root: Node, readCSV: (String) -> InputFile.Outcome<SourceFile>, _ findings: inout Findings
    ) -> DataContent? {
        guard let draft = draft.read(root, &findings) else { return nil }
        let table = Table(draft, written: root["columns"], readCSV: readCSV, &findings)
        return DataContent(draft.title, draft.summary, draft.sources, draft.addedBy, table)
    }

    package var texts: [Markdown?] { rows.flatMap { $0.cells.map { $0?.text } } }

    package var counted: [EntryGroup] { [EntryGroup(count: rows.count)] }

    /// Rows have no places of their own.
    package func content(_ selection: Selection, title: String) -> BlockContent {
        let lines = rows.map { row in
            BlockPart(zip(columns, row.cells).compactMap { column, cell in cell?.text(in: column.value) }, separator: ", ")
        }
        return BlockContent(rest: [BlockPart([.line(title)])] + lines)
    }

    package static let start = """
        columns:
          region: Region
          days: {label: Delivery, type: number, unit: days}
        rows:
          - {region: North, days: 2}
          - {region: South, days: 3}

        """
}

extension Table.Cell {
    fileprivate var text: Markdown? {
        switch self {
        case .text(let text), .link(let text): text
        case .number, .date, .choice: nil
        }
    }

    fileprivate func text(in column: Table.Column) -> BlockText {
        switch self {
        case .text(let text), .link(let text): .markdown(text)
        case .number(let number): .line(number.string + (column.unit.map { " " + $0.string } ?? ""))
        case .date(let day): .line(day.description)
        case .choice(let id): .line(column.options.first { $0.id == id }?.value.string ?? "")
        }
    }
}
