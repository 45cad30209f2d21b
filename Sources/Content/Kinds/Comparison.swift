package import CommonMark
package import Diagnostics
package import Forms
import YAML

/// A table that sets a few things side by side, row by row.
package struct Comparison: Sendable {
    /// What is compared, in the order of the file.
    package let columns: [Entry<Column>]
    /// By what it is compared, in the order of the file.
    package let rows: [Entry<Row>]
    /// Shown below the table, and numbered where they are referred to.
    package let notes: [Entry<Markdown>]

    /// One of the things that are compared.
    package struct Column: Sendable {
        /// The heading of the column.
        package let label: Text
        /// The id of a note.
        package let note: Text?
    }

    /// One respect in which they are compared.
    package struct Row: Sendable {
        /// The heading of the row.
        package let label: Markdown
        /// The id of a note.
        package let note: Text?
        /// Under the id of a column each; a rule reports those that are missing.
        package let cells: [Entry<Cell>]
        /// Whether "yes" or "no" is good news here.
        package let good: GoodAnswer
        /// What the row is based on.
        package let sources: [SourceReference]
        /// Where the row is written, for messages.
        package let range: SourceRange
    }

    /// What one thing offers in one respect: a mark, a text or both.
    package struct Cell: Sendable {
        /// Shown as a sign with a word for screen readers.
        package let mark: Mark?
        /// Shown next to the mark, or instead of it.
        package let text: Markdown?
        /// The id of a note.
        package let note: Text?
    }

    /// The marks that an author can give.
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
            .optional("text", .inline, "text next to the mark or instead of it"),
            .optional("note", .line, "the id of a note")
        ) { _, mark, text, note in Cell(mark: mark, text: text, note: note) })

    static let column = Shape<Column>.text(
        Shape<Text>.line.map { Column(label: $0, note: nil) },
        orRecord: .record(
            .required("label", .line, "the heading of the column"),
            .optional("note", .line, "the id of a note")
        ) { _, label, note in Column(label: label, note: note) })

    static let row = Shape<Row>.record(
        .required("label", .inline, "what is compared in this row"),
        .optional("note", .line, "the id of a note"),
        .required("cells", .entries(of: cell), "a cell for each column, under the column's id"), GoodAnswer.field, SourceReference.field
    ) { range, label, note, cells, good, sources in
        Row(label: label, note: note, cells: cells, good: good, sources: sources, range: range)
    }

    static let columns = Field.required("columns", .entries(of: column), "the columns, each under an id")
    static let rows = Field.required("rows", .entries(of: row), "the rows, each under an id")
    static let notes = Field.optional(
        "notes", .entries(of: Shape<Markdown>.inline), default: [], "notes on columns, rows and cells, each under an id"
    )
}

extension Comparison: DataBody {
    package static let name = "comparison"
    package static let meaning = "a few things side by side, row by row"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Comparison.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, columns, rows, notes
    ) { _, _, title, summary, sources, addedBy, columns, rows, notes in
        DataContent(title, summary, sources, addedBy, Comparison(columns: columns, rows: rows, notes: notes))
    }

    package var texts: [Markdown?] {
        rows.flatMap { [$0.value.label] + $0.value.cells.map(\.value.text) } + notes.map(\.value)
    }

    package var counted: [EntryGroup] { [EntryGroup(count: rows.count)] }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? { rows.map { SourcedEntry($0, $0.value.sources) } }

    package func places(in embedding: Embedding) -> [DataPlace] {
        rows.map { DataPlace($0, $0.value.label) }
            + notes.map { DataPlace($0, id: embedding.ownID("note-\($0.id)"), $0.value) }
    }

    /// The heads of the columns are left out: they are the same in every row, and would be found in each.
    package func content(_ selection: Selection, title: String) -> BlockContent {
        let items = rows.map { row in
            let cells = columns.flatMap { column in
                row.value.cells.filter { $0.id == column.id }.compactMap { $0.value.text.map(BlockText.markdown) }
            }
            return BlockItem(.section, row.id, .markdown(row.value.label), [BlockPart(cells, separator: " · ")])
        }
        return BlockContent(items, rest: [BlockPart([.line(title)])])
    }

    package func problems(_ written: WrittenKeys) -> [Diagnostic] {
        var columnIDs = DeclaredIDs(columns.map(\.id), written: written.keys(under: "columns"))
        var noteIDs = DeclaredIDs(notes.map(\.id), written: written.keys(under: "notes"))
        let ofRows = written.keysOfEach(under: "rows", in: "cells")
        let ofCells = rows.flatMap { row in
            checkCells(
                row.value.cells.map { ($0.id, $0.place) }, of: &columnIDs, row: row.place, "column",
                written: ofRows[row.id.description] ?? [])
        }
        let named =
            columns.compactMap(\.value.note)
            + rows.flatMap { row in [row.value.note].compactMap { $0 } + row.value.cells.compactMap(\.value.note) }
        let names = Set(named.map(\.string))
        let used = names.union(noteIDs.meant(by: names.sorted()))
        // Where something cannot be read, a note may be used there.
        let unused = written.isFaulty ? [] : notes.filter { !used.contains($0.id.description) }
        return ofCells + named.filter { !noteIDs.contains($0.string) }.map { noteIDs.unknown($0, what: "note") }
            + unused.map {
                Diagnostic(
                    "data/unused-note", "nothing refers to the note \"\($0.id)\"", at: $0.place, severity: .warning,
                    help: "add `note: \($0.id)` to a column, row or cell, or delete it")
            }
    }

    package static let start = """
        columns:
          basic: Basic
          full: Full
        rows:
          phone:
            label: Help by telephone
            cells: {basic: no, full: yes}
          time:
            label: Answered within
            cells:
              basic: two days
              full: {text: one hour, note: nights}
        notes:
          nights: Also at night and on Sundays.

        """
}
