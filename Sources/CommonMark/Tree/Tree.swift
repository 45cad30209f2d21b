/// A text as a flat array of nodes and one buffer with all their strings.
///
/// No value here refers to another, so nothing that an author nests can make copying or releasing it deep.
struct Tree: Sendable {
    /// The document first.
    var nodes: [TreeNode] = []
    /// The strings, one after the other.
    var bytes: [UInt8] = []

    /// The bytes of a string, as the author wrote them or as cmark resolved them.
    subscript(run: Run) -> ArraySlice<UInt8> { bytes[run.range] }

    /// The same as a string.
    func string(_ run: Run) -> String { String(decoding: bytes[run.range], as: UTF8.self) }

    /// Keeps a string.
    mutating func store(_ content: some Collection<UInt8>) -> Run {
        let start = bytes.count
        bytes.append(contentsOf: content)
        return Run(start: Int32(start), count: Int32(bytes.count - start))
    }

    /// The indices of a node's children, in order.
    func children(of parent: Int) -> Children { siblings(in: parent + 1..<Int(nodes[parent].end)) }

    /// The indices of the nodes of a range that are in no other node of it.
    func siblings(in range: Range<Int>) -> Children {
        Children(nodes: nodes, index: range.lowerBound, end: range.upperBound)
    }

    /// Steps from sibling to sibling.
    struct Children: Sequence, IteratorProtocol {
        let nodes: [TreeNode]
        var index: Int
        let end: Int

        mutating func next() -> Int? {
            guard index < end else { return nil }
            defer { index = Int(nodes[index].end) }
            return index
        }
    }
}

/// Makes a tree node by node.
struct TreeBuilder {
    /// What was made so far.
    var tree = Tree()
    private var open: [Int] = []

    /// An empty tree that keeps some strings.
    init(bytes: [UInt8] = []) { tree.bytes = bytes }

    /// Makes room for the tree of a text, so that arrays need not grow: prose has a node for about 30 bytes.
    mutating func reserve(textBytes: Int) {
        tree.nodes.reserveCapacity(textBytes / 24 + 16)
        tree.bytes.reserveCapacity(tree.bytes.count + textBytes)
    }

    /// How many nodes are open.
    var depth: Int { open.count }

    /// Adds a node whose children are what is added until `leave`.
    mutating func enter(_ node: TreeNode) {
        open.append(tree.nodes.count)
        add(node)
    }

    /// Ends the node entered last.
    mutating func leave() {
        guard let index = open.popLast() else { return }
        tree.nodes[index].end = Int32(tree.nodes.count)
    }

    /// Adds a node without children.
    mutating func add(_ node: TreeNode) {
        var leaf = node
        leaf.end = Int32(tree.nodes.count + 1)
        tree.nodes.append(leaf)
    }
}
