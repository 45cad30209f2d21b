/// The words of a tree without any marks.
struct PlainText {
    /// What is read.
    let tree: Tree
    let resolution: Resolution

    /// The words of a whole text.
    init(_ markdown: Markdown, _ resolution: Resolution) {
        self.init(tree: markdown.tree, resolution: resolution)
    }

    /// The words of a tree.
    init(tree: Tree, resolution: Resolution) {
        self.tree = tree
        self.resolution = resolution
    }

    /// The words of a run of nodes: blocks apart by a line feed; no footnotes.
    mutating func text(of range: Range<Int>) -> String {
        String(decoding: bytes(of: range, blockEnd: UInt8(ascii: "\n")), as: UTF8.self)
    }

    /// The same, and then the footnotes that these nodes refer to, each once.
    mutating func text(withNotesOf range: Range<Int>) -> String {
        let list = tree.nodes.firstIndex { $0.kind == .footnotes } ?? tree.nodes.count
        let numbers = tree.nodes[range.clamped(to: 0..<list)].filter { $0.kind == .footnoteReference }.map(\.number)
        let notes = tree.nodes.indices[min(list, tree.nodes.endIndex)...].filter {
            tree.nodes[$0].kind == .footnote && numbers.contains(tree.nodes[$0].number)
        }
        let texts = [text(of: range)] + notes.map { text(of: ($0 + 1)..<Int(tree.nodes[$0].end)) }
        return texts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The words of a run of nodes in one line.
    mutating func line(of range: Range<Int>) -> ArraySlice<UInt8> {
        bytes(of: range, blockEnd: UInt8(ascii: " "))
    }

    private mutating func bytes(of range: Range<Int>, blockEnd: UInt8) -> ArraySlice<UInt8> {
        var output: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let node = tree.nodes[index]
            index = append(node, index, blockEnd, &output)
        }
        while let last = output.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: " ") { output.removeLast() }
        return output[...]
    }

    /// Appends a node's own words. The index of the node to go on with.
    private func append(_ node: TreeNode, _ index: Int, _ blockEnd: UInt8, _ output: inout [UInt8]) -> Int {
        switch node.kind {
        case .text, .code: output.append(contentsOf: tree[node.text])
        case .softBreak, .lineBreak: output.append(UInt8(ascii: " "))
        case .codeBlock:
            output.end(block: blockEnd)
            output.append(contentsOf: tree[node.title])
        case .value:
            if node.title.isEmpty {
                output.append(contentsOf: resolution.wording(ofOpen: Braces.name(tree[node.text])).utf8)
            } else {
                output.append(contentsOf: tree[node.title])
            }
        case .link:
            guard let text = resolution.link(node)?.text else { return index + 1 }
            output.append(contentsOf: text.utf8)
            return Int(node.end)
        case .embed:
            if Int(node.number) < resolution.embedWords.count {
                output.end(block: blockEnd)
                output.append(contentsOf: resolution.embedWords[Int(node.number)].utf8)
            }
            return Int(node.end)
        case .footnotes: return Int(node.end)
        case .htmlBlock where node.flags.contains(.dropped): break
        case .htmlInline, .task, .emphasis, .strong, .strikethrough, .image, .footnoteReference: break
        default: output.end(block: blockEnd)
        }
        return index + 1
    }
}

extension [UInt8] {
    /// Sets the next block apart.
    fileprivate mutating func end(block mark: UInt8) {
        if let last, last != mark { append(mark) }
    }
}
