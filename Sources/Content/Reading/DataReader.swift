import CommonMark
import Diagnostics
package import Forms
import YAML

/// Reads one data file: first its kind, then all of it as that kind.
func readData(
    _ source: SourceFile, name: Identifier, values: ValueTable, readCSV: (String) -> InputFile.Outcome<SourceFile>
) -> Checked<DataFile?> {
    let parsed = parse(SourceRange(source, 0..<source.bytes.count))
    var findings = Findings(file: name.description, values: values)
    findings.add(parsed.diagnostics)
    guard let root = parsed.value else {
        if parsed.diagnostics.isEmpty {
            findings.add(
                Diagnostic(
                    "yaml/empty", "the file is empty", at: SourceRange(source, line: 1),
                    help: "start with `kind: …` and `title: …`, or delete the file"))
        }
        return Checked(nil, findings.diagnostics)
    }
    guard let kind = readKind(root, &findings) else { return Checked(nil, findings.diagnostics) }
    let file = kind.read(root, source: source, name: name, readCSV: readCSV, &findings)
    return Checked(file, findings.diagnostics)
}

/// The kind of a file, from its field `kind`.
private func readKind(_ root: Node, _ findings: inout Findings) -> DataKind? {
    guard case .mapping = root.value else {
        findings.mismatch(root, expected: "a map that starts with `kind: …`")
        return nil
    }
    guard let node = root["kind"] else {
        findings.add(
            Diagnostic(
                "yaml/missing-field", "the field \"kind\" is missing here", at: root.firstLine,
                help: "add `kind: …`: one of \(listed(DataKind.allCases.map(\.rawValue), "or"))"))
        return nil
    }
    return Shape<DataKind>.choice().read(node, &findings)
}

/// The fields that every data file has.
private enum Common {
    static let title = Field.required("title", Shape<Text>.line, "the name of the list, for people")
    static let summary = Field.optional("summary", Shape<Markdown>.inline, "one sentence on what it holds")
}

extension DataKind {
    /// Reads a whole file of this kind.
    fileprivate func read(
        _ root: Node, source: SourceFile, name: Identifier, readCSV: (String) -> InputFile.Outcome<SourceFile>,
        _ findings: inout Findings
    ) -> DataFile? {
        if self == .table {
            guard let draft = Self.tableShape.read(root, &findings) else { return nil }
            let table = Table(draft, written: root["columns"], readCSV: readCSV, &findings)
            return DataFile(name: name, source: source, title: draft.title, summary: draft.summary, body: .table(table))
        }
        return shape { title, summary, body in
            DataFile(name: name, source: source, title: title, summary: summary, body: body)
        }.read(root, &findings)
    }

    /// What the JSON Schema of a file of this kind is made of.
    package var schema: Schema { shape { _, _, body in body }.schema }

    private var field: Field<DataKind> { .required("kind", .choice(of: [self]) { $0.meaning }, "what the file holds") }

    private static let tableShape = Shape<TableDraft>.record(
        DataKind.table.field, Common.title, Common.summary, Table.columns, TableDraft.rowsField
    ) { _, _, title, summary, columns, rows in
        TableDraft(title: title, summary: summary, columns: columns, rows: rows)
    }

    private func shape<File>(_ file: @escaping @Sendable (Text, Markdown?, DataFile.Body) -> File) -> Shape<File> {
        let kind = field
        return switch self {
        case .actions:
            .record(kind, Common.title, Common.summary, Actions.arrangements, Actions.needs) {
                file($2, $3, .actions(Actions(arrangements: $4, needs: $5)))
            }
        case .checklist:
            .record(kind, Common.title, Common.summary, Checklist.note, Checklist.items) {
                file($2, $3, .checklist(Checklist(note: $4, items: $5)))
            }
        case .comparison:
            .record(kind, Common.title, Common.summary, Comparison.columns, Comparison.rows, Comparison.notes) {
                file($2, $3, .comparison(Comparison(columns: $4, rows: $5, notes: $6)))
            }
        case .directory:
            .record(kind, Common.title, Common.summary, Directory.groups, Directory.entries) {
                file($2, $3, .directory(Directory(groups: $4, entries: $5)))
            }
        case .faq:
            .record(kind, Common.title, Common.summary, FAQ.fields) { file($2, $3, .faq(FAQ(groups: $4))) }
        case .glossary:
            .record(kind, Common.title, Common.summary, Glossary.fields) {
                file($2, $3, .glossary(Glossary(terms: $4)))
            }
        case .products:
            .record(
                kind, Common.title, Common.summary, Products.attributes, Products.categories, Products.groups,
                Products.nothingFound
            ) { file($2, $3, .products(Products(attributes: $4, categories: $5, groups: $6, nothingFound: $7))) }
        case .values:
            .record(kind, Common.title, Common.summary, Values.fields) {
                file($2, $3, .values(Values(values: $4)))
            }
        case .table:
            Self.tableShape.map { file($0.title, $0.summary, .table(Table(columns: $0.columns, rows: [], spreadsheet: nil))) }
        }
    }
}
