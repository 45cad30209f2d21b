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
        guard let first = scanner.nextLine(&findings) else {
            findings.add(.emptyFile(file, rule: "csv/empty", help: "write the names of the columns in its first line"))
            header = []
            rows = []
            return
        }
        header = first.map { Text($0) ?? Text("", at: $0.range) }
        for (index, name) in header.enumerated()
        where !name.string.isEmpty && header[..<index].contains(where: { $0.string == name.string }) {
            findings.add(
                Diagnostic(
                    "csv/unknown-column", "the column \"\(name.string)\" appears twice", at: name.range,
                    help: "rename one of them, or merge the two"))
        }
        var rows: [[Node]] = []
        while let line = scanner.nextLine(&findings) {
            guard rows.count < CSV.rowLimit else {
                findings.add(
                    Diagnostic(
                        "csv/too-large", "the file has more than \(CSV.rowLimit) rows", at: line.first?.range,
                        help: "split it"))
                break
            }
            if line.count == first.count {
                rows.append(line)
            } else if !scanner.isLineFaulty {
                findings.add(
                    Diagnostic(
                        "csv/row",
                        "this row has \(counted(line.count, "cell")), but the first row has \(first.count)",
                        at: line.first?.range,
                        help: "add or delete cells; put quotes around a cell with a comma in it"))
            }
        }
        self.rows = rows
    }

    private static let rowLimit = 100_000
}

/// `1 cell`, `2 cells`.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

private struct CSVScanner {
    private let file: SourceFile
    private let separator: UInt8
    private var index = 0
    /// Whether the quotes of the last line are wrong, so that nobody knows where its cells end.
    private(set) var isLineFaulty = false

    /// The separator is whichever the first line has more of.
    package init(_ file: SourceFile) {
        self.file = file
        let first = file.line(1)
        let semicolons = first.count { $0 == UInt8(ascii: ";") }
        separator = semicolons > first.count { $0 == UInt8(ascii: ",") } ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    /// The cells of the next line that is not blank; nil at the end.
    package mutating func nextLine(_ findings: inout Findings) -> [Node]? {
        while index < file.bytes.count, file.bytes[index] == 10 { index += 1 }
        guard index < file.bytes.count else { return nil }
        var cells: [Node] = []
        isLineFaulty = false
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
        var isClosed = false
        index += 1
        while index < file.bytes.count {
            if file.bytes[index] == UInt8(ascii: "\"") {
                index += 1
                isClosed = index == file.bytes.count || file.bytes[index] != UInt8(ascii: "\"")
                if isClosed { break }
            }
            text.append(file.bytes[index])
            index += 1
        }
        let range = SourceRange(file, start..<index)
        if !isClosed {
            isLineFaulty = true
            findings.add(
                Diagnostic(
                    "csv/quote", "the quote that opens here is never closed", at: range, help: "add the closing quote"))
        } else if index < file.bytes.count, file.bytes[index] != separator, file.bytes[index] != 10 {
            isLineFaulty = true
            findings.add(
                Diagnostic(
                    "csv/quote", "text follows the closing quote of this cell", at: range,
                    help: "write a quote inside a quoted cell twice: \"\""))
            while index < file.bytes.count, file.bytes[index] != separator, file.bytes[index] != 10 { index += 1 }
        }
        return Node(.scalar(Scalar(text: String(decoding: text, as: UTF8.self), style: .spreadsheet)), at: range)
    }
}
