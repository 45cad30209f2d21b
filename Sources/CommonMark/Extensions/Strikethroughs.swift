/// The pairs of `~~` in a run of inlines, matched between siblings.
struct Strikethroughs {
    /// Two tildes that open or close.
    struct Mark {
        /// In the tree's bytes.
        var offset: Int
        var opens: Bool
    }

    private var marks: [Int: [Mark]] = [:]

    /// Those in a text, in order.
    subscript(node: Int) -> ArraySlice<Mark> { marks[node]?[...] ?? [] }

    /// Adds the pairs among the nodes of a range, without their descendants.
    ///
    /// As in GFM, a run of two (and only two) opens before and closes after something that is not white space; where
    /// punctuation is on the inner side, white space or punctuation has to be on the outer.
    mutating func find(in range: Range<Int>, of tree: Tree, _ features: Features) {
        var opener: (node: Int, offset: Int)?
        var before = UInt8(ascii: " ")
        for index in tree.siblings(in: range) {
            let node = tree.nodes[index]
            guard node.kind == .text else {
                before = Self.edge(node)
                continue
            }
            let text = tree[node.text]
            for offset in Self.pairs(in: text, features) {
                let outer = offset > text.startIndex ? text[offset - 1] : before
                let inner = offset + 2 < text.endIndex ? text[offset + 2] : Self.following(index, in: range, of: tree)
                if let open = opener, Self.flanks(inside: outer, outside: inner) {
                    marks[open.node, default: []].append(Mark(offset: open.offset, opens: true))
                    marks[index, default: []].append(Mark(offset: offset, opens: false))
                    opener = nil
                } else if opener == nil, Self.flanks(inside: inner, outside: outer) {
                    opener = (index, offset)
                }
            }
            before = text.last ?? before
        }
    }

    private static func flanks(inside: UInt8, outside: UInt8) -> Bool {
        !inside.isSpace && (!inside.isPunctuation || outside.isSpace || outside.isPunctuation)
    }

    /// Where exactly two tildes stand together, outside braces and footnote references.
    private static func pairs(in text: ArraySlice<UInt8>, _ features: Features) -> [Int] {
        var pairs: [Int] = []
        var index = text.startIndex
        var scanner = TextScanner(text, features)
        var token = scanner.next()
        while index < text.endIndex {
            while let range = token?.range, range.lowerBound <= index {
                index = max(index, range.upperBound)
                token = scanner.next()
            }
            guard index < text.endIndex else { break }
            guard text[index] == UInt8(ascii: "~") else {
                index += 1
                continue
            }
            let start = index
            while index < text.endIndex, text[index] == UInt8(ascii: "~") { index += 1 }
            // No token begins inside a run of tildes.
            if index - start == 2 { pairs.append(start) }
        }
        return pairs
    }

    private static func following(_ index: Int, in range: Range<Int>, of tree: Tree) -> UInt8 {
        let next = Int(tree.nodes[index].end)
        return next < range.upperBound ? edge(tree.nodes[next]) : UInt8(ascii: " ")
    }

    /// What a node that is no text begins and ends with in the source.
    private static func edge(_ node: TreeNode) -> UInt8 {
        node.kind == .softBreak || node.kind == .lineBreak ? UInt8(ascii: " ") : UInt8(ascii: "*")
    }
}
