/// Code that begins with a line of backticks or tildes and has no such line at its end: all text after it is code.
enum FenceRule {
    static func findings(in tree: Tree, _ lines: LineTable) -> [Finding] {
        tree.nodes.indices.compactMap { index in
            let node = tree.nodes[index]
            guard node.kind == .codeBlock, let fence = Fence(of: node, tree, lines), !fence.isClosed(by: lines[Int(node.lastLine)], node)
            else { return nil }
            let mark = String(repeating: fence.sign == UInt8(ascii: "`") ? "`" : "~", count: fence.length)
            return ForeignMark.finding(
                "the code block that starts here is never closed",
                help: "add a line with \(mark) after its last line, indented like this one",
                node: index)
        }
    }

    /// The line that opens code.
    private struct Fence {
        let sign: UInt8
        let length: Int
        /// How many `>` are before it, and where it begins in its line.
        private let quotes: Int
        private let column: Int

        /// Nil for code that is indented.
        init?(of node: TreeNode, _ tree: Tree, _ lines: LineTable) {
            let line = lines[Int(node.line)]
            let start = min(line.startIndex + max(0, Int(node.column) - 1), line.endIndex)
            let text = line[start...]
            guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
            length = text.prefix { $0 == sign }.count
            // Indented code may show such a line itself.
            guard length > 2, !tree[node.title].prefix(while: { $0 != 10 }).elementsEqual(text) else { return nil }
            self.sign = sign
            quotes = line[..<start].count { $0 == UInt8(ascii: ">") }
            column = start - line.startIndex
        }

        /// Whether a line ends the code.
        func isClosed(by line: ArraySlice<UInt8>, _ node: TreeNode) -> Bool {
            guard node.lastLine > node.line else { return false }
            var rest = line
            var seen = 0
            while let first = rest.first, first.isBlank || (first == UInt8(ascii: ">") && seen < quotes) {
                if first == UInt8(ascii: ">") { seen += 1 }
                rest = rest.dropFirst()
            }
            let run = rest.prefix { $0 == sign }.count
            // A fence may be indented by three spaces more or less than the other.
            let isInside = quotes > 0 || rest.startIndex - line.startIndex >= column - 3
            return seen == quotes && isInside && run >= length && rest.dropFirst(run).allSatisfy(\.isBlank)
        }
    }
}
