package import CommonMark
package import Diagnostics
package import Forms
import YAML

/// A table that sets a few things side by side, row by row.
package struct Comparison: Sendable {
    package let columns: [Entry<Column>]
    package let rows: [Entry<Row>]
    package let notes: [Entry<Markdown>]

    package struct Column: Sendable {
        package let label: Text
        package let note: Text?
    }

    package struct Row: Sendable {
        package let label: Markdown
        package let note: Text?
        package let cells: [Entry<Cell>]
        package let range: SourceRange
    }

    package struct Cell: Sendable {
        package let mark: Mark?
        package let text: Markdown?
        package let note: Text?
    }

    package enum Mark: String, CaseIterable, Sendable { case yes, no, partly }

    /// A cell is a mark, some text, or a record of both with a note.
    static let cell = Shape<Cell>.text(
        Shape(.either([Shape<Mark>.choice().schema, .text(.markdownLine)])) { node, findings in
            if let mark = Text(node).flatMap({ Mark(rawValue: $0.string) }) {
                return Cell(mark: mark, text: nil, note: nil)
            }
            return Shape<Markdown>.inline.read(node, &findings).map { Cell(mark: nil, text: $0, note: nil) }
        },
        orRecord: .record(
            .optional("mark", .choice(), "yes, no or partly"),
            .optional("text", .inline, "words beside or in place of the mark"),
            .optional("note", .line, "the id of a note")
        ) { _, mark, text, note in Cell(mark: mark, text: text, note: note) })

    static let column = Shape<Column>.text(
        Shape<Text>.line.map { Column(label: $0, note: nil) },
        orRecord: .record(
            .required("label", .line, "the head of the column"),
            .optional("note", .line, "the id of a note")
        ) { _, label, note in Column(label: label, note: note) })

    static let row = Shape<Row>.record(
        .required("label", .inline, "what is compared in this row"),
        .optional("note", .line, "the id of a note"),
        .required("cells", .entries(of: cell), "a cell for each column, under the column's id")
    ) { range, label, note, cells in Row(label: label, note: note, cells: cells, range: range) }

    static let columns = Field.required("columns", .entries(of: column), "the columns, each under an id")
    static let rows = Field.required("rows", .entries(of: row), "the rows, each under an id")
    static let notes = Field.optional(
        "notes", .entries(of: Shape<Markdown>.inline), default: [], "notes to columns, rows and cells, each under an id"
    )
}
