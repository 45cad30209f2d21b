/// Prints a tree as HTML: what the `cmark` program prints, byte for byte, and the forms of the extensions.
struct HTMLRenderer {
    /// What is printed.
    let tree: Tree
    let resolution: Resolution
    let headings: [Heading]
    let footnotePrefix: String
    /// The nodes whose end is still to be printed, outermost first: never more than `Limits.depth` and a few.
    private var open: [Int] = []
    /// Up to which node only words are printed, because an image's text becomes an attribute.
    private var plainEnd = 0
    /// Whether an image has been printed.
    private var hasImage = false

    /// A renderer at the start of a text.
    init(_ markdown: Markdown, _ resolution: Resolution) {
        tree = markdown.tree
        headings = markdown.headings
        footnotePrefix = markdown.footnotePrefix
        self.resolution = resolution
    }

    /// Prints a run of whole nodes.
    mutating func render(_ range: Range<Int>, to output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, Int(tree.nodes[last].end) <= index { leave(last, &output) }
            let node = tree.nodes[index]
            let end = Int(node.end)
            if index < plainEnd {
                appendPlain(node, &output)
                index += 1
                continue
            }
            let skipsContent = enter(node, index, &output)
            if end > index + 1 || !node.kind.isLeaf { open.append(index) }
            index = skipsContent ? end : index + 1
        }
        while let last = open.last { leave(last, &output) }
    }

    /// Prints what comes before a node's content. True if its content is printed already.
    private mutating func enter(_ node: TreeNode, _ index: Int, _ output: inout [UInt8]) -> Bool {
        switch node.kind {
        case .text: output.appendEscaped(tree[node.text])
        case .softBreak: output.append(UInt8(ascii: "\n"))
        case .lineBreak: output.append("<br />\n")
        case .code:
            output.append("<code>")
            output.appendEscaped(tree[node.text])
            output.append("</code>")
        case .htmlInline: if !node.flags.contains(.dropped) { output.append("<!-- raw HTML omitted -->") }
        case .task: appendTask(node, &output)
        case .emphasis: output.append("<em>")
        case .strong: output.append("<strong>")
        case .strikethrough: output.append("<del>")
        case .value: appendValue(node, &output)
        case .link: return enterLink(node, &output)
        case .image: enterImage(node, &output)
        case .footnoteReference: appendFootnoteReference(node, &output)
        default: return enterBlock(node, index, &output)
        }
        return false
    }

    private mutating func enterBlock(_ node: TreeNode, _ index: Int, _ output: inout [UInt8]) -> Bool {
        if node.kind == .paragraph {
            if !isTight {
                output.startLine()
                output.append("<p>")
            }
            return false
        }
        if node.flags.contains(.dropped), node.kind == .htmlBlock { return false }
        if node.kind != .document { output.startLine() }
        switch node.kind {
        case .blockQuote: output.append("<blockquote>\n")
        case .list: enterList(node, &output)
        case .item: output.append("<li>")
        case .heading: enterHeading(node, &output)
        case .codeBlock: appendCodeBlock(node, &output)
        case .htmlBlock: output.append("<!-- raw HTML omitted -->\n")
        case .thematicBreak: output.append("<hr />\n")
        case .table: appendTableStart(index, &output)
        case .row: output.append(node.flags.contains(.head) ? "<thead>\n<tr>\n" : "<tr>\n")
        case .cell: enterCell(node, index, &output)
        case .callout: enterCallout(node, index, &output)
        case .calloutTitle: output.append("<p class=\"callout-title\">")
        case .footnotes: enterFootnotes(&output)
        case .footnote: enterFootnote(node, &output)
        case .embed: appendEmbed(node, &output)
        default: break
        }
        return false
    }

    /// Prints what comes after the content of the node opened last.
    private mutating func leave(_ index: Int, _ output: inout [UInt8]) {
        open.removeLast()
        let node = tree.nodes[index]
        switch node.kind {
        case .emphasis: output.append("</em>")
        case .strong: output.append("</strong>")
        case .strikethrough: output.append("</del>")
        case .link: leaveLink(node, &output)
        case .image: leaveImage(node, &output)
        case .paragraph: leaveParagraph(index, &output)
        case .blockQuote:
            output.startLine()
            output.append("</blockquote>\n")
        case .list: output.append(node.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
        case .item: output.append("</li>\n")
        case .heading: output.appendHeadingTag("</h", node.level, ">\n")
        case .table: appendTableEnd(index, &output)
        case .row: leaveRow(node, index, &output)
        case .cell: output.append(isHeading(node, index) ? "</th>\n" : "</td>\n")
        case .calloutTitle: output.append("</p>\n")
        case .callout:
            output.startLine()
            output.append("</aside>\n")
        case .footnotes: output.append("</ol>\n</section>\n")
        case .footnote: leaveFootnote(node, index, &output)
        default: break
        }
    }

    /// Whether the node being printed is directly in an item of a tight list, where paragraphs have no `<p>`.
    private var isTight: Bool {
        guard open.count >= 2 else { return false }
        let list = tree.nodes[open[open.count - 2]]
        return list.kind == .list && list.flags.contains(.tight)
    }

    private func leaveParagraph(_ index: Int, _ output: inout [UInt8]) {
        if isTight { return }
        // The way back from a footnote is in its last line.
        if let parent = open.last, tree.nodes[parent].kind == .footnote, tree.nodes[parent].end == tree.nodes[index].end {
            output.append(UInt8(ascii: " "))
            appendWaysBack(tree.nodes[parent], &output)
        }
        output.append("</p>\n")
    }

    private func enterList(_ node: TreeNode, _ output: inout [UInt8]) {
        guard node.flags.contains(.ordered) else { return output.append("<ul>\n") }
        guard node.number != 1 else { return output.append("<ol>\n") }
        output.append("<ol start=\"")
        output.append(number: Int(node.number))
        output.append("\">\n")
    }

    private func enterHeading(_ node: TreeNode, _ output: inout [UInt8]) {
        output.appendHeadingTag("<h", node.level, " id=\"")
        output.appendEscaped(headings[Int(node.number)].id)
        output.append("\">")
    }

    private func appendCodeBlock(_ node: TreeNode, _ output: inout [UInt8]) {
        let language = tree[node.text].prefix { !(9...13).contains($0) && $0 != UInt8(ascii: " ") }
        if node.text.isEmpty {
            output.append("<pre tabindex=\"0\"><code>")
        } else {
            output.append("<pre tabindex=\"0\"><code class=\"language-")
            output.appendEscaped(language)
            output.append("\">")
        }
        output.appendEscaped(tree[node.title])
        output.append("</code></pre>\n")
    }

    private mutating func enterImage(_ node: TreeNode, _ output: inout [UInt8]) {
        plainEnd = Int(node.end)
        if resolution.link(node)?.kind == .broken { return }
        output.append("<img src=\"")
        appendDestination(node, &output)
        output.append("\" alt=\"")
    }

    private mutating func leaveImage(_ node: TreeNode, _ output: inout [UInt8]) {
        let resolved = resolution.link(node)
        if resolved?.kind == .broken { return }
        appendTitle(node, &output)
        if let size = resolved?.size {
            output.append("\" width=\"")
            output.append(number: size.width)
            output.append("\" height=\"")
            output.append(number: size.height)
            // The first may be in sight at once. One without a size would move the text under a reader who comes to it.
            if hasImage { output.append("\" loading=\"lazy") }
        }
        hasImage = true
        output.append("\" />")
    }

    private func appendPlain(_ node: TreeNode, _ output: inout [UInt8]) {
        switch node.kind {
        case .text, .code, .htmlInline: output.appendEscaped(tree[node.text])
        case .softBreak, .lineBreak: output.append(UInt8(ascii: " "))
        case .value: appendPlainValue(node, &output)
        default: break
        }
    }
}

extension TreeNode.Kind {
    /// Whether nothing is printed after it.
    fileprivate var isLeaf: Bool {
        switch self {
        case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline, .value,
            .footnoteReference, .embed, .task:
            true
        default: false
        }
    }
}

extension [UInt8] {
    /// Ends the line that was begun, if one was.
    mutating func startLine() {
        if let last, last != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
    }

    /// Appends a tag with the level in the middle.
    fileprivate mutating func appendHeadingTag(_ start: StaticString, _ level: UInt8, _ end: StaticString) {
        append(start)
        append(UInt8(ascii: "0") + level)
        append(end)
    }
}
