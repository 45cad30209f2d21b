/// The tables of a text, by the paragraph of cmark's tree in which they were found.
struct PipeTables {
    private var tables: [Int: PipeTable] = [:]
    /// The paragraphs in document order.
    private var order: [Int] = []
    /// Paragraphs that look like tables and are none.
    private var loose: Set<Int> = []
    /// Paragraphs that look like further rows of the table before them.
    private var cutOff: Set<Int> = []

    /// None.
    init() {}

    /// Finds the tables among the paragraphs of a tree.
    init(in tree: Tree, _ text: RawText) {
        var open: [(end: Int, isQuote: Bool)] = []
        var tableEnd = 0
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            while let last = open.last, last.end <= index { open.removeLast() }
            if node.kind == .blockQuote || node.kind == .item {
                open.append((Int(node.end), node.kind == .blockQuote))
            }
            let isBehindTable = index == tableEnd && node.kind == .paragraph
            guard node.kind == .paragraph, node.lastLine > node.line || isBehindTable else { continue }
            let isCallout = open.last?.isQuote == true && CalloutMark(of: index - 1, in: tree)?.kind != nil
            let first = Int(node.line) + (isCallout ? 1 : 0)
            let column = isCallout ? 1 : Int(node.column)
            guard first < Int(node.lastLine) || isBehindTable else { continue }
            let quotes = open.count(where: \.isQuote)
            let lines = Self.lines(first...Int(node.lastLine), of: text.lines, column: column, quotes: quotes)
            let starts = (first...Int(node.lastLine)).map { text.lines[$0].startIndex }
            guard let table = PipeTable(lines, firstLine: first, lineStarts: starts) else {
                if isBehindTable, lines.allSatisfy(PipeTable.isRow) {
                    cutOff.insert(index)
                } else if PipeTable.isMeant(by: lines) {
                    loose.insert(index)
                }
                continue
            }
            tables[index] = table
            tableEnd = Int(node.end)
            order.append(index)
        }
    }

    /// The table that takes a paragraph's place.
    subscript(paragraph: Int) -> PipeTable? { tables[paragraph] }

    /// Whether a paragraph looks like a table and is none.
    func isLoose(_ paragraph: Int) -> Bool { loose.contains(paragraph) }

    /// Whether a paragraph was meant to go on with the table before it.
    func isCutOff(_ paragraph: Int) -> Bool { cutOff.contains(paragraph) }

    /// A paragraph's lines without the marks of the quotes around it.
    private static func lines(
        _ range: ClosedRange<Int>, of table: LineTable, column: Int, quotes: Int
    ) -> [ArraySlice<UInt8>] {
        range.map { number in
            let line = table[number]
            var rest = number == range.lowerBound ? line.dropFirst(max(0, column - 1)) : line
            var remaining = quotes
            while let first = rest.first, first.isBlank || (first == UInt8(ascii: ">") && remaining > 0) {
                if first == UInt8(ascii: ">") { remaining -= 1 }
                rest.removeFirst()
            }
            return rest
        }
    }

    /// Parses the inlines of all cells at once; the tables are told where theirs are.
    ///
    /// Each cell is a heading of a document of its own: a heading's inlines follow the same rules, white space around
    /// them is dropped, and the closing `#` keeps a cell's own `#` from being taken for one. The text itself follows
    /// if it has link definitions, so that they are known.
    mutating func parseCells(_ text: RawText, behind bytes: [UInt8]) -> Tree {
        guard let first = order.first else { return Tree() }
        var document: [UInt8] = []
        for paragraph in order { tables[paragraph]?.appendCells(to: &document) }
        document.append(UInt8(ascii: "\n"))
        let cellLines = document.count { $0 == UInt8(ascii: "\n") }
        if text.features.contains(.definition) { document.append(contentsOf: text.text) }
        let (tree, tooDeepLine) = text.tree(of: document, behind: bytes)
        // Lines of the text after the cells have been reported when it was parsed itself.
        if let tooDeepLine, tooDeepLine <= cellLines { tables[first]?.isTooDeep = true }
        var blocks = tree.children(of: 0)
        for paragraph in order { tables[paragraph]?.takeCells(from: &blocks, of: tree) }
        return tree
    }
}

extension PipeTable {
    /// Writes each cell as a heading, and the lead between two of them.
    fileprivate func appendCells(to document: inout [UInt8]) {
        if !leadText.isEmpty {
            document.append(contentsOf: "# . #\n".utf8)
            for (index, line) in leadText.enumerated() {
                // A line that continues a paragraph may be indented; it then begins no other block.
                if index > 0 { document.append(contentsOf: "    ".utf8) }
                document.append(contentsOf: line)
                document.append(UInt8(ascii: "\n"))
            }
            document.append(contentsOf: "\n# . #\n".utf8)
        }
        for row in rows {
            for cell in row.cells where !cell.text.isEmpty {
                document.append(contentsOf: "# ".utf8)
                document.append(contentsOf: cell.text)
                document.append(contentsOf: " #\n".utf8)
            }
        }
    }

    /// Takes the headings back in the same order.
    fileprivate mutating func takeCells(from blocks: inout Tree.Children, of tree: Tree) {
        if !leadText.isEmpty, let start = blocks.next() {
            var end = Int(tree.nodes[start].end)
            while let block = blocks.next(), tree.nodes[block].kind != .heading { end = Int(tree.nodes[block].end) }
            lead = Int(tree.nodes[start].end)..<end
        }
        for row in rows.indices {
            for cell in rows[row].cells.indices where !rows[row].cells[cell].text.isEmpty {
                guard let heading = blocks.next() else { return }
                rows[row].cells[cell].content = heading + 1..<Int(tree.nodes[heading].end)
            }
        }
    }
}
