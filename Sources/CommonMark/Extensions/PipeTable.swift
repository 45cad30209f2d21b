/// A pipe table found in the lines of a paragraph.
struct PipeTable {
    /// One line of it.
    struct Row {
        /// From 1.
        var line: Int
        /// As many as were written, at most as many as there are columns.
        var cells: [Cell]
        /// How many were written.
        var count: Int
    }

    /// What is between two pipes.
    struct Cell {
        /// The byte in the line, from 1.
        var column: Int
        /// Its inlines in the tree of all cells; nil if it is empty.
        var content: Range<Int>?
        /// Without white space around it, `\|` replaced by `|`.
        var text: [UInt8]
    }

    /// One for each column.
    var alignments: [TableAlignment]
    /// The first is the head.
    var rows: [Row]
    /// The lines of the paragraph before the head, as they were written, and the first of them.
    var leadText: [ArraySlice<UInt8>]
    /// The first of them, from 1.
    var leadLine: Int
    /// The blocks that the lead makes, in the tree of all cells.
    var lead: Range<Int>?
    /// Whether inlines were left out of this table or a later one because they are nested too deep.
    var isTooDeep = false

    /// The line of the head.
    var line: Int { rows.first?.line ?? 1 }
    /// The last row, or the delimiter row if there is none.
    var lastLine: Int { max(rows.last?.line ?? 1, line + 1) }
}

extension PipeTable {
    /// Reads a table out of a paragraph's lines, which are without what their containers put before them.
    ///
    /// GFM: the head is the line before the delimiter row and has as many cells; every line after is a row. That the
    /// delimiter row or the head has a pipe is our own condition: a lone `:-:` under a line is no table to anyone.
    init?(_ lines: [ArraySlice<UInt8>], firstLine: Int, lineStarts: [Int]) {
        guard let found = Self.delimiterRow(in: lines) else { return nil }
        alignments = found.alignments
        leadText = Array(lines[..<(found.index - 1)])
        leadLine = firstLine
        rows = []
        for index in lines.indices[(found.index - 1)...] where index != found.index {
            let cells = Self.cells(in: lines[index])
            let written = cells.prefix(alignments.count)
            let columns = Self.columns(of: written, in: lines[index], lineStarts[index])
            let kept = zip(columns, written).map { Cell(column: $0, text: Self.unescaped($1)) }
            rows.append(Row(line: firstLine + index, cells: kept, count: cells.count))
        }
    }

    /// Whether lines without a row of dashes, or with one of another number of cells, were meant as a table.
    static func isMeant(by lines: [ArraySlice<UInt8>]) -> Bool {
        lines.count > 1 && isRow(lines[0]) && isRow(lines[1])
    }

    /// Whether a line begins with a pipe and either ends with one or has one with a space before it.
    static func isRow(_ line: ArraySlice<UInt8>) -> Bool {
        let (text, pipe) = (line.trimmed, UInt8(ascii: "|"))
        guard text.count > 2, text.first == pipe else { return false }
        return text.last == pipe
            || (text.dropFirst().first?.isBlank == true && text.dropFirst(2).first(32, pipe, from: text.startIndex + 2) != nil)
    }

    /// Where each cell begins in the line as its author wrote it.
    private static func columns(of cells: ArraySlice<ArraySlice<UInt8>>, in line: ArraySlice<UInt8>, _ lineStart: Int) -> [Int] {
        var growth = 0
        var counted = line.startIndex
        return cells.map { cell in
            growth += EscapeMask.growth(of: line[counted..<cell.startIndex])
            counted = cell.startIndex
            return cell.startIndex - lineStart + 1 - growth
        }
    }

    private static func delimiterRow(in lines: [ArraySlice<UInt8>]) -> (index: Int, alignments: [TableAlignment])? {
        for index in lines.indices.dropFirst() {
            guard let alignments = alignments(in: lines[index]) else { continue }
            let pipe = UInt8(ascii: "|")
            guard lines[index].contains(pipe) || lines[index - 1].contains(pipe) else { continue }
            if cells(in: lines[index - 1]).count == alignments.count { return (index, alignments) }
        }
        return nil
    }

    private static func alignments(in line: ArraySlice<UInt8>) -> [TableAlignment]? {
        guard let first = line.trimmed.first, "|:-".utf8.contains(first) else { return nil }
        var alignments: [TableAlignment] = []
        for cell in cells(in: line) {
            let starts = cell.first == UInt8(ascii: ":")
            let ends = cell.count > 1 && cell.last == UInt8(ascii: ":")
            let dashes = cell.dropFirst(starts ? 1 : 0).dropLast(ends ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(starts ? (ends ? .center : .start) : (ends ? .end : .none))
        }
        return alignments.isEmpty ? nil : alignments
    }

    /// What is between the pipes of a line that no backslash escapes, without white space around it.
    private static func cells(in line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let text = line.trimmed
        var cells: [ArraySlice<UInt8>] = []
        var start = text.first == UInt8(ascii: "|") ? text.startIndex + 1 : text.startIndex
        var index = start
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "\\") {
                index += 1
            } else if text[index] == UInt8(ascii: "|") {
                cells.append(text[start..<index].trimmed)
                start = index + 1
            }
            index += 1
        }
        if start < text.endIndex { cells.append(text[start...].trimmed) }
        return cells
    }

    private static func unescaped(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        for index in cell.indices where !cell.has(UInt8(ascii: "\\"), UInt8(ascii: "|"), at: index) {
            output.append(cell[index])
        }
        return output
    }
}
