package import Diagnostics
package import YAML

/// A table kept in a spreadsheet: RFC 4180, with `,` or `;` between cells as spreadsheets write either.
package struct CSV: Sendable {
    /// The names in the first line.
    package let header: [Text]
    /// The rows below it, each with as many cells as the header; a cell is a YAML scalar so that the same readers
    /// read it, plain or quoted as in the file.
    package let rows: [[Node]]

    /// Reads the whole file; rows with too few or too many cells are reported, with their line, and left out.
    package init(_ file: SourceFile, _ findings: inout Findings) {
        var scanner = CSVScanner(file)
        var lines: [[Node]] = []
        while lines.count <= CSV.rowLimit, let line = scanner.nextLine(&findings) { lines.append(line) }
        if lines.count > CSV.rowLimit {
            findings.add(
                Diagnostic(
                    "csv/too-large", "the file has more than \(CSV.rowLimit) rows",
                    at: lines[CSV.rowLimit].first?.range,
                    help: "split it"))
            lines.removeLast()
        }
        guard let first = lines.first else {
            findings.add(
                Diagnostic(
                    "csv/empty", "the file is empty", at: SourceRange(file, line: 1),
                    help: "write the names of the columns in its first line"))
            header = []
            rows = []
            return
        }
        header = first.map { Text($0) ?? Text("", at: $0.range) }
        let width = first.count
        rows = lines.dropFirst().filter { line in
            guard line.count != width, let start = line.first?.range else { return true }
            findings.add(
                Diagnostic(
                    "csv/row", "this row has \(counted(line.count, "cell")), and the first row names \(width)",
                    at: start,
                    help: "add or delete cells; put quotes around a cell with a comma in it"))
            return false
        }
    }

    private static let rowLimit = 100_000
}

/// `1 cell`, `2 cells`.
package func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

private struct CSVScanner {
    private let file: SourceFile
    private let separator: UInt8
    private var index = 0

    init(_ file: SourceFile) {
        self.file = file
        let first = file.line(1)
        let semicolons = first.count { $0 == UInt8(ascii: ";") }
        separator = semicolons > first.count { $0 == UInt8(ascii: ",") } ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    /// The cells of the next line that is not blank; nil at the end.
    mutating func nextLine(_ findings: inout Findings) -> [Node]? {
        while index < file.bytes.count, file.bytes[index] == 10 { index += 1 }
        guard index < file.bytes.count else { return nil }
        var cells: [Node] = []
        while true {
            cells.append(nextCell(&findings))
            guard index < file.bytes.count, file.bytes[index] == separator else { break }
            index += 1
        }
        index += 1
        return cells
    }

    private mutating func nextCell(_ findings: inout Findings) -> Node {
        let start = index
        if index < file.bytes.count, file.bytes[index] == UInt8(ascii: "\"") { return quotedCell(&findings) }
        while index < file.bytes.count, file.bytes[index] != separator, file.bytes[index] != 10 { index += 1 }
        let text = String(decoding: file.bytes[start..<index], as: UTF8.self)
        let trimmed = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return Node(.scalar(Scalar(text: String(trimmed), style: .plain)), at: SourceRange(file, start..<index))
    }

    private mutating func quotedCell(_ findings: inout Findings) -> Node {
        let start = index
        var text: [UInt8] = []
        index += 1
        while index < file.bytes.count {
            if file.bytes[index] == UInt8(ascii: "\"") {
                index += 1
                guard index < file.bytes.count, file.bytes[index] == UInt8(ascii: "\"") else { break }
            }
            text.append(file.bytes[index])
            index += 1
        }
        let range = SourceRange(file, start..<index)
        if index < file.bytes.count, file.bytes[index] != separator, file.bytes[index] != 10 {
            findings.add(
                Diagnostic(
                    "csv/quote", "text follows the closing quote of this cell", at: range,
                    help: "write a quote inside a quoted cell twice: \"\""))
            while index < file.bytes.count, file.bytes[index] != separator, file.bytes[index] != 10 { index += 1 }
        } else if index >= file.bytes.count, file.bytes.last != UInt8(ascii: "\"") {
            findings.add(
                Diagnostic(
                    "csv/quote", "the quote that opens here is never closed", at: range, help: "add the closing quote"))
        }
        return Node(.scalar(Scalar(text: String(decoding: text, as: UTF8.self), style: .doubleQuoted)), at: range)
    }
}
