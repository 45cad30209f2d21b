import CommonMark
import Diagnostics
import Forms
import YAML

/// A table whose rows are not yet read by its columns.
struct TableDraft: Sendable {
    let title: Text
    let summary: Markdown?
    let sources: [SourceReference]
    let addedBy: Text?
    let columns: [Entry<Table.Column>]
    let rows: Rows

    /// Rows in the file, or in a CSV file next to it.
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
        TextForm("the name of a CSV file next to this one", pattern: "^(?!-)\(TextForm.nameSign)*\\.csv$", examples: ["prices.csv"])
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
    ///
    /// - Parameter written: what is under `columns`: cells of a faulty column are not unknown.
    init(_ draft: TableDraft, written: Node?, readCSV: (String) -> InputFile.Outcome<SourceFile>, _ findings: inout Findings) {
        columns = draft.columns
        var known = KnownColumns(draft.columns, written: written)
        switch draft.rows {
        case .here(let nodes):
            spreadsheet = nil
            rows = nodes.compactMap { Table.row($0, &known, &findings) }
        case .file(let name):
            spreadsheet = name.string
            switch readCSV(name.string) {
            case .failure(let refusal):
                rows = []
                findings.add(refusal.ofCSV(named: name.string, at: name.range))
            case .success(let file):
                rows = Table.rows(of: file, &known, &findings)
            }
        }
        holdYears = columns.indices.map(holdsYears)
    }

    private func holdsYears(_ column: Int) -> Bool {
        guard columns[column].value.unit == nil else { return false }
        return rows.allSatisfy { row in
            guard case .number(let number)? = row.cells[column] else { return true }
            return number.string.utf8.count == 4 && !number.string.contains { ".-".contains($0) }
        }
    }

    private static func row(_ node: Node, _ known: inout KnownColumns, _ findings: inout Findings) -> Row? {
        guard case .mapping(let entries) = node.value else {
            findings.mismatch(node, expected: "a row: a map with \(listed(known.names))")
            return nil
        }
        for entry in entries where !known.contains(entry.key.text) {
            findings.add(known.unknown(entry.key.text, "yaml/unknown-field", at: entry.key.range))
        }
        let given = Dictionary(entries.map { ($0.key.text, $0.value) }) { first, _ in first }
        let cells = known.columns.indices.map { number in
            given[known.names[number]].flatMap { cell($0, &known.columns[number], &findings) }
        }
        return Row(cells: cells, range: node.range)
    }

    private static func rows(of file: SourceFile, _ known: inout KnownColumns, _ findings: inout Findings) -> [Row] {
        let csv = CSV(file, &findings)
        for name in csv.header where !known.contains(name.string) {
            findings.add(known.unknown(name.string, "csv/unknown-column", at: name.range))
        }
        let places = Dictionary(csv.header.enumerated().map { ($1.string, $0) }) { first, _ in first }
        return csv.rows.compactMap { cells in
            guard let first = cells.first, let last = cells.last else { return nil }
            let range = SourceRange(file, first.range.bytes.lowerBound..<last.range.bytes.upperBound)
            let read = known.columns.indices.map { number -> Cell? in
                guard let place = places[known.names[number]], !isBlank(cells[place]) else { return nil }
                return cell(cells[place], &known.columns[number], &findings)
            }
            return Row(cells: read, range: range)
        }
    }

    private static func isBlank(_ node: Node) -> Bool { Text(node) == nil }

    private static func cell(_ node: Node, _ column: inout KnownColumns.Column, _ findings: inout Findings) -> Cell? {
        switch column.type {
        case .text: return Shape<Markdown>.inline.read(node, &findings).map(Cell.text)
        case .link: return Shape<Markdown>.inline.read(node, &findings).map(Cell.link)
        case .date: return Shape<Day>.date.read(node, &findings).map(Cell.date)
        case .number:
            if let text = Text(node), !isNumber(text.string) {
                findings.mismatch(node, expected: numberWords, help: PlainNumber.help(for: text.string))
                return nil
            }
            return decimal.read(node, &findings).map(Cell.number)
        case .choice:
            if let text = Text(node), let option = column.options[text.string] { return .choice(option) }
            let help = Text(node).flatMap { column.suggester.help(for: $0.string) }
            findings.mismatch(node, expected: listed(column.suggester.names, "or"), help: help)
            return nil
        }
    }

    private static let numberWords = "a number such as 12 or 3.5"
    private static let decimal = Shape<Text>.form(TextForm(numberWords, mayBeNumber: true)) { isNumber($0) }

    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && digits.utf8.count <= 30
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }
}

/// The columns of a table, made ready for looking up very many cells.
private struct KnownColumns {
    struct Column {
        let type: Table.ColumnType
        /// Of a choice, by what is written.
        let options: [String: Identifier]
        var suggester: Suggester
    }

    var columns: [Column]
    let names: [String]
    private let all: Set<String>
    private var suggester: Suggester

    /// - Parameter written: what is under `columns`.
    init(_ columns: [Entry<Table.Column>], written: Node?) {
        names = columns.map(\.id.description)
        self.columns = columns.map { column in
            let options = column.value.options.map(\.id)
            return Column(
                type: column.value.type, options: Dictionary(options.map { ($0.description, $0) }) { first, _ in first },
                suggester: Suggester(options.map(\.description)))
        }
        var all = Set(names)
        if case .mapping(let entries) = written?.value { all.formUnion(entries.map(\.key.text)) }
        self.all = all
        suggester = Suggester(names)
    }

    func contains(_ name: String) -> Bool { all.contains(name) }

    mutating func unknown(_ name: String, _ rule: RuleID, at place: SourceRange) -> Diagnostic {
        Diagnostic(
            rule, "there is no column \"\(name)\"", at: place,
            help: suggester.help(for: name) ?? "the columns are \(listed(names))")
    }
}
