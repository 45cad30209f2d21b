internal import Diagnostics
internal import Synchronization

/// Where every node is in the source.
///
/// libcmark's places of inlines are unreliable, so the source of each block is read along with its inlines: each is looked
/// for after the one before. Only diagnostics ask, and then the whole text is gone through once, whatever they ask for.
struct NodePlaces {
    private let places: [Run]

    init(tree: Tree, source: SourceText) {
        var reader = PlaceReader(tree: tree, source: source)
        places = reader.read()
    }

    /// A link's destination, for a reference link its label, of other inlines all of it; of most blocks the first line.
    subscript(node: Int) -> Range<Int> { places[node].range }
}

/// The places of a text's nodes, found when they are first asked for.
final class KnownPlaces: Sendable {
    private let places = Mutex<NodePlaces?>(nil)

    /// Where a node is.
    func bytes(of node: Int, in tree: Tree, _ source: SourceText) -> Range<Int> {
        places.withLock { known in
            if let known { return known[node] }
            let found = NodePlaces(tree: tree, source: source)
            known = found
            return found[node]
        }
    }
}

/// Goes through a tree and its source together.
private struct PlaceReader {
    private let tree: Tree
    private let source: LineTable
    private var cursor: SourceCursor
    private var places: [Run]
    /// Where the block is whose inlines are read: the place of what cannot be found in it.
    private var block = Run()
    /// The links entered and not left.
    private var open: [Int] = []

    init(tree: Tree, source: SourceText) {
        self.tree = tree
        self.source = LineTable(source.bytes)
        cursor = SourceCursor(self.source.text, 0..<0)
        places = Array(repeating: Run(), count: tree.nodes.count)
    }

    mutating func read() -> [Run] {
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            leave(before: index)
            guard node.kind.isInline else {
                start(index, node)
                continue
            }
            places[index] = cursor.enter(node, tree[node.text]).map { Run($0) } ?? block
            if node.kind == .link || node.kind == .image { open.append(index) }
        }
        leave(before: tree.nodes.count)
        return places
    }

    private mutating func start(_ index: Int, _ node: TreeNode) {
        open = []
        block = Run(lines(of: node))
        places[index] = block
        let first = source[Int(node.line)]
        let last = source[Int(max(node.line, node.lastLine))]
        let start = min(first.startIndex + max(0, Int(node.column) - 1), first.endIndex)
        cursor = SourceCursor(source.text, start..<max(start, last.endIndex))
    }

    private mutating func leave(before index: Int) {
        while let last = open.last, Int(tree.nodes[last].end) <= index {
            open.removeLast()
            let node = tree.nodes[last]
            // An address without brackets is its own words.
            if node.flags.contains(.bare) { places[last] = places[last + 1] }
            if let place = cursor.leaveLink(node, tree[node.text]) { places[last] = Run(place) }
        }
    }

    /// A heading's or another block's first line; an embed from its first brace to its last.
    private func lines(of node: TreeNode) -> Range<Int> {
        let first = source[Int(node.line)]
        let inside = first.dropFirst(max(0, Int(node.column) - 1)).trimmed
        guard node.kind == .embed else { return inside.startIndex..<inside.endIndex }
        let end = source[Int(node.lastLine)].trimmed.endIndex
        let text = source.text[inside.startIndex..<max(inside.endIndex, end)]
        return
            (text.first(UInt8(ascii: "{"), UInt8(ascii: "{"), from: text.startIndex) ?? text.startIndex)..<text.endIndex
    }
}
