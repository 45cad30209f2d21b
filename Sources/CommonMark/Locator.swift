internal import Diagnostics

/// Finds where a node stands in the source.
///
/// libcmark's places of inlines are unreliable, so the source of a block is read along with its inlines: each is
/// looked for behind the one before. Only diagnostics ask, in document order, and then no byte is read twice.
struct Locator {
    let tree: Tree
    private let source: LineTable
    private var cursor: SourceCursor
    /// The block being read: a node of the tree.
    private var block = -1
    /// The next inline to read.
    private var next = 0
    /// The links entered and not left.
    private var open: [Int] = []

    /// Begins before the first block.
    init(tree: Tree, source: SourceText) {
        self.tree = tree
        self.source = LineTable(source.bytes)
        cursor = SourceCursor(source.bytes, 0..<0)
    }

    /// Where a node stands: a link's destination, else the whole of it; for most blocks the first line.
    mutating func bytes(of node: Int) -> Range<Int> {
        guard tree.nodes[node].kind.isInline, let block = block(of: node) else { return lines(of: tree.nodes[node]) }
        if block != self.block || node < next || open.contains(node) { start(block) }
        var place: Range<Int>?
        while next <= node {
            leave(before: next)
            place = cursor.enter(tree.nodes[next], tree[tree.nodes[next].text])
            if [.link, .image].contains(tree.nodes[next].kind) { open.append(next) }
            next += 1
        }
        guard open.last == node, !tree.nodes[node].flags.contains(.autolink) else {
            return place ?? lines(of: tree.nodes[block])
        }
        while next < Int(tree.nodes[node].end) {
            leave(before: next)
            _ = cursor.enter(tree.nodes[next], tree[tree.nodes[next].text])
            if [.link, .image].contains(tree.nodes[next].kind) { open.append(next) }
            next += 1
        }
        while let last = open.popLast() {
            place = cursor.leaveLink(tree.nodes[last], tree[tree.nodes[last].text])
            if last == node { break }
        }
        return place ?? lines(of: tree.nodes[block])
    }

    private mutating func start(_ block: Int) {
        self.block = block
        next = block + 1
        open = []
        let first = source[Int(tree.nodes[block].line)]
        let last = source[Int(max(tree.nodes[block].line, tree.nodes[block].lastLine))]
        let start = min(first.startIndex + max(0, Int(tree.nodes[block].column) - 1), first.endIndex)
        cursor = SourceCursor(source.text, start..<max(start, last.endIndex))
    }

    private mutating func leave(before node: Int) {
        while let last = open.last, Int(tree.nodes[last].end) <= node {
            _ = cursor.leaveLink(tree.nodes[last], tree[tree.nodes[last].text])
            open.removeLast()
        }
    }

    private func block(of inline: Int) -> Int? {
        tree.nodes[..<inline].lastIndex { !$0.kind.isInline }
    }

    /// A heading's or another block's first line; an embed from its first brace to its last.
    private func lines(of node: Node) -> Range<Int> {
        let first = source[Int(node.line)]
        let inside = first.dropFirst(max(0, Int(node.column) - 1)).trimmed
        guard node.kind == .embed else { return inside.startIndex..<inside.endIndex }
        let end = source[Int(node.lastLine)].trimmed.endIndex
        let text = source.text[inside.startIndex..<max(inside.endIndex, end)]
        return
            (text.first(UInt8(ascii: "{"), UInt8(ascii: "{"), from: text.startIndex) ?? text.startIndex)..<text.endIndex
    }
}
