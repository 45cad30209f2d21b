internal import Diagnostics

/// Turns cmark's tree into Waymark's: the extensions are found in its paragraphs, quotes and texts.
struct Rewriter {
    /// cmark's tree.
    let raw: Tree
    /// What the text may contain.
    let features: Features
    /// What is made.
    var builder: TreeBuilder
    /// The mistakes found on the way.
    var findings: [Finding] = []
    /// Numbered while the text is rewritten.
    var footnotes: FootnoteList
    /// Those that `[text][label]` may use.
    var labels: ReferenceLabels
    private let tables: PipeTables
    /// The inlines of table cells; their strings are in the same buffer as those of `raw`.
    private let cellTree: Tree
    private var filledCells = 0

    /// The whole tree rewritten.
    static func rewrite(_ raw: Tree, _ text: RawText) -> (tree: Tree, findings: [Finding]) {
        var rewriter = Rewriter(raw, text)
        rewriter.run()
        return (rewriter.builder.tree, rewriter.findings)
    }

    private init(_ raw: Tree, _ text: RawText) {
        self.raw = raw
        features = text.features
        var tables = features.contains(.pipe) ? PipeTables(in: raw, text) : PipeTables()
        cellTree = tables.parseCells(text, behind: raw.bytes)
        self.tables = tables
        builder = TreeBuilder(bytes: cellTree.bytes.isEmpty ? raw.bytes : cellTree.bytes)
        footnotes = FootnoteList(text.footnotes)
        labels = features.contains(.reference) ? ReferenceLabels(in: text.lines) : ReferenceLabels()
    }

    private mutating func run() {
        guard let document = raw.nodes.first else { return }
        builder.enter(document)
        let bodies = Array(raw.children(of: 0).prefix(footnotes.definitions.count))
        let start = bodies.last.map { Int(raw.nodes[$0].end) } ?? 1
        rewriteBlocks(start..<raw.nodes.count)
        rewriteFootnotes(bodies)
        builder.leave()
    }

    private mutating func rewriteFootnotes(_ bodies: [Int]) {
        if !footnotes.used.isEmpty {
            builder.enter(TreeNode(kind: .footnotes))
            var places: [Int] = []
            // A footnote may be the first to refer to another, so the list grows while it is printed.
            while places.count < footnotes.used.count {
                let body = bodies[footnotes.used[places.count]]
                var node = TreeNode(kind: .footnote)
                node.number = Int32(places.count + 1)
                (node.line, node.lastLine) = (raw.nodes[body].line, raw.nodes[body].lastLine)
                places.append(builder.tree.nodes.count)
                builder.enter(node)
                rewriteBlocks(body + 1..<Int(raw.nodes[body].end))
                builder.leave()
            }
            for (index, place) in places.enumerated() {
                builder.tree.nodes[place].ordinal = Int32(footnotes.references[footnotes.used[index]])
            }
            builder.leave()
        }
        findings += footnotes.findings(bodies: bodies, &builder, raw)
    }

    private mutating func rewriteBlocks(_ range: Range<Int>) {
        var ends: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            while let end = ends.last, end <= index {
                builder.leave()
                ends.removeLast()
            }
            let node = raw.nodes[index]
            let end = Int(node.end)
            switch node.kind {
            case .paragraph:
                rewriteParagraph(index, content: index + 1..<end)
                index = end
            case .heading:
                builder.enter(node)
                rewriteInlines(index + 1..<end, of: raw, in: .heading)
                builder.leave()
                index = end
            case .blockQuote:
                ends.append(end)
                index = enterQuote(node, index)
            case .codeBlock, .htmlBlock, .thematicBreak:
                builder.add(node)
                index = end
            default:
                builder.enter(node)
                ends.append(end)
                index += 1
            }
        }
        for _ in ends { builder.leave() }
    }

    /// Opens a quote or callout. The index of the node to go on with.
    private mutating func enterQuote(_ node: TreeNode, _ index: Int) -> Int {
        guard features.contains(.callout), let mark = CalloutMark(of: index, in: raw) else {
            builder.enter(node)
            return index + 1
        }
        guard let kind = mark.kind else {
            builder.enter(node)
            findings.append(mark.unknown(node: builder.tree.nodes.count))
            return index + 1
        }
        var callout = node
        callout.kind = .callout
        callout.level = kind.rawValue
        builder.enter(callout)
        let paragraph = index + 1
        let end = Int(raw.nodes[paragraph].end)
        addTitle(of: mark, raw.nodes[paragraph])
        if mark.contentStart < end { rewriteParagraph(paragraph, content: mark.contentStart..<end) }
        return end
    }

    /// What is after the mark of a callout in its line takes the place of the kind's own title.
    private mutating func addTitle(of mark: CalloutMark, _ paragraph: TreeNode) {
        if let sign = mark.fold {
            findings.append(
                ForeignMark.finding(
                    "callouts cannot be folded", help: "delete the `\(sign)` after the mark", node: builder.tree.nodes.count - 1))
        }
        guard !mark.title.isEmpty else { return }
        var title = TreeNode(kind: .calloutTitle)
        (title.line, title.lastLine, title.column) = (paragraph.line, paragraph.line, paragraph.column)
        builder.enter(title)
        rewriteInlines(mark.title, of: raw, in: .title, skipping: mark.skipped)
        builder.leave()
    }

    private mutating func rewriteParagraph(_ index: Int, content: Range<Int>) {
        if let table = tables[index] { return add(table) }
        if tables.isLoose(index) {
            findings.append(
                ForeignMark.finding(
                    "these lines are not a table",
                    help: "add a line of dashes below the first line, with as many cells: `|---|---|`", node: builder.tree.nodes.count))
        }
        if tables.isCutOff(index) {
            findings.append(
                ForeignMark.finding(
                    "an empty line cuts this row off from its table",
                    help: "delete the empty line, or write `\\|` to show the character", node: builder.tree.nodes.count))
        }
        if features.contains(.braces), let words = Braces.embed(in: raw, content) {
            var embed = raw.nodes[index]
            embed.kind = .embed
            embed.text = builder.tree.store(words)
            return builder.add(embed)
        }
        builder.enter(raw.nodes[index])
        let isItem = index > 0 && raw.nodes[index - 1].kind == .item
        rewriteInlines(content, of: raw, in: isItem ? .item : .paragraph)
        builder.leave()
    }

    private mutating func add(_ table: PipeTable) {
        if let lead = table.lead {
            for index in cellTree.siblings(in: lead) where cellTree.nodes[index].kind == .paragraph {
                var paragraph = cellTree.nodes[index]
                (paragraph.line, paragraph.column) = (Int32(table.leadLine), 1)
                paragraph.lastLine = Int32(table.line - 1)
                builder.enter(paragraph)
                rewriteInlines(index + 1..<Int(paragraph.end), of: cellTree, in: .paragraph)
                builder.leave()
            }
        }
        var node = TreeNode(kind: .table)
        (node.line, node.lastLine, node.column) = (Int32(table.line), Int32(table.lastLine), 1)
        if table.isTooDeep { findings.append(Limits.tooDeep(node: builder.tree.nodes.count)) }
        builder.enter(node)
        for (index, row) in table.rows.enumerated() { add(row, isHead: index == 0, table) }
        builder.leave()
    }

    private mutating func add(_ row: PipeTable.Row, isHead: Bool, _ table: PipeTable) {
        var node = TreeNode(kind: .row, flags: isHead ? .head : [])
        (node.line, node.lastLine, node.column) = (Int32(row.line), Int32(row.line), 1)
        let columns = table.alignments.count
        if row.count != columns {
            let count = row.count == 1 ? "1 cell" : "\(row.count) cells"
            findings.append(
                Finding(
                    "markdown/table-row", "this row has \(count), but the table has \(columns) columns",
                    node: builder.tree.nodes.count,
                    help: row.count > columns
                        ? "delete the extra cells; write a `|` inside a cell as `\\|`"
                        : "add the missing cells; an empty cell is a space between two `|`"))
        }
        builder.enter(node)
        for (column, alignment) in table.alignments.enumerated() {
            guard column < row.cells.count || filledCells < Limits.filledCells else { break }
            var cell = TreeNode(kind: .cell, flags: node.flags, level: alignment.rawValue)
            (cell.line, cell.lastLine) = (node.line, node.line)
            cell.column = column < row.cells.count ? Int32(row.cells[column].column) : 1
            builder.enter(cell)
            if column < row.cells.count {
                if let content = row.cells[column].content { rewriteInlines(content, of: cellTree, in: .cell) }
            } else {
                filledCells += 1
            }
            builder.leave()
        }
        builder.leave()
    }
}
