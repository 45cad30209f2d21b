import CommonMark
import Diagnostics
import YAML

/// A table whose rows are not yet read by its columns.
struct TableDraft: Sendable {
    let title: Text
    let summary: Markdown?
    let columns: [Entry<Table.Column>]
    let rows: Rows

    /// Rows in the file, or in a CSV file beside it.
    enum Rows: Sendable {
        case here([Node])
        case file(Text)
    }

    static let rowsField = Field<Rows>.required(
        "rows",
        Shape<Rows>(.either([.list(.map(MapForm(others: cells))), fromFile.schema])) { node, findings in
            if case .sequence(let nodes) = node.value { return .here(nodes) }
            return fromFile.read(node, &findings).map(Rows.file)
        }, "a list of rows, or `from:` a CSV file")

    /// Under the ids of the columns.
    private static let cells = MapForm.Others(
        names: .id, value: .text(TextForm("a cell of the column's type", pattern: TextForm.markdownLine.pattern, mayBeNumber: true)))

    private static let csvName = Shape<Text>.form(
        TextForm("the name of a CSV file beside this one", pattern: "^(?!-)\(TextForm.nameSign)*\\.csv$", examples: ["prices.csv"])
    ) {
        $0.hasSuffix(".csv") && nameProblem($0) == nil
    }

    private static let fromFile = Shape<Text>.record(
        .required(
            "from", csvName,
            "the file")
    ) { _, from in from }
}

extension Table {
    /// Reads the rows by the types of the columns; faulty cells are reported and left empty.
    init(_ draft: TableDraft, readCSV: (String) -> InputFile.Outcome<SourceFile>, _ findings: inout Findings) {
        columns = draft.columns
        switch draft.rows {
        case .here(let nodes):
            spreadsheet = nil
            rows = nodes.compactMap { Table.row($0, columns: draft.columns, &findings) }
        case .file(let name):
            spreadsheet = name.string
            switch readCSV(name.string) {
            case .failure(let refusal):
                var reason = refusal.diagnostic.message[...]
                reason.trimPrefix("cannot be read: ")
                findings.add(
                    Diagnostic(
                        "csv/unreadable", "the file \(name.string) cannot be read: \(reason)",
                        at: name.range, help: "put it beside this file, or mend its name"))
                rows = []
            case .success(let file):
                rows = Table.rows(of: file, columns: draft.columns, &findings)
            }
        }
    }

    private static func row(_ node: Node, columns: [Entry<Column>], _ findings: inout Findings) -> Row? {
        guard case .mapping(let entries) = node.value else {
            findings.mismatch(node, expected: "a row: a map with \(listed(columns.map(\.id.description)))")
            return nil
        }
        let ids = columns.map(\.id.description)
        for entry in entries where !ids.contains(entry.key.text) {
            findings.add(
                Diagnostic(
                    "yaml/unknown-field", "there is no column \"\(entry.key.text)\"", at: entry.key.range,
                    help: Suggestion.help(for: entry.key.text, among: ids) ?? "the columns are \(listed(ids))"))
        }
        let cells = columns.map { column in node[column.id.description].flatMap { cell($0, column.value, &findings) } }
        return Row(cells: cells, range: node.range)
    }

    private static func rows(of file: SourceFile, columns: [Entry<Column>], _ findings: inout Findings) -> [Row] {
        let csv = CSV(file, &findings)
        let ids = columns.map(\.id.description)
        for name in csv.header where !ids.contains(name.string) {
            findings.add(
                Diagnostic(
                    "csv/unknown-column", "there is no column \"\(name.string)\"", at: name.range,
                    help: Suggestion.help(for: name.string, among: ids) ?? "the columns are \(listed(ids))"))
        }
        let places = ids.map { id in csv.header.firstIndex { $0.string == id } }
        return csv.rows.compactMap { cells in
            guard let first = cells.first, let last = cells.last else { return nil }
            let range = SourceRange(file, first.range.bytes.lowerBound..<last.range.bytes.upperBound)
            let read = zip(columns, places).map { column, place -> Cell? in
                guard let place, !isBlank(cells[place]) else { return nil }
                return cell(cells[place], column.value, &findings)
            }
            return Row(cells: read, range: range)
        }
    }

    private static func isBlank(_ node: Node) -> Bool { Text(node) == nil }

    private static func cell(_ node: Node, _ column: Column, _ findings: inout Findings) -> Cell? {
        switch column.type {
        case .text: return Shape<Markdown>.inline.read(node, &findings).map(Cell.text)
        case .link: return Shape<Markdown>.inline.read(node, &findings).map(Cell.link)
        case .date: return Shape<Day>.date.read(node, &findings).map(Cell.date)
        case .number: return decimal.read(node, &findings).map(Cell.number)
        case .choice:
            let ids = column.options.map(\.id.description)
            guard let text = Text(node), let option = column.options.first(where: { $0.id.description == text.string })
            else {
                let help = Text(node).flatMap { Suggestion.help(for: $0.string, among: ids) }
                findings.mismatch(node, expected: listed(ids, "or"), help: help)
                return nil
            }
            return .choice(option.id)
        }
    }

    private static let decimal = Shape<Text>.form(TextForm("a number such as 12 or 3.5", mayBeNumber: true)) { text in
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && digits.utf8.count <= 30
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }
}
