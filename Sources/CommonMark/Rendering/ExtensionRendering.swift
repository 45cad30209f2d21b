/// Tables, callouts and footnotes.
extension HTMLRenderer {
    /// Prints a table's start; the region around it can be scrolled with the keyboard, so it has a name and a focus.
    func appendTableStart(_ index: Int, _ output: inout [UInt8]) {
        output.append("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        output.appendEscaped(resolution.words.table)
        var separator: StaticString = ": "
        for cell in tree.children(of: index + 1) where tree.nodes[cell].end > cell + 1 {
            output.append(separator)
            separator = ", "
            var plain = PlainText(tree: tree, resolution: resolution)
            output.appendEscaped(plain.line(of: cell..<Int(tree.nodes[cell].end)))
        }
        appendNumber(tree.nodes[index], &output)
        output.append("\">\n<table>\n")
    }

    /// Tells apart what would have the same name.
    private func appendNumber(_ node: TreeNode, _ output: inout [UInt8]) {
        guard node.number > 1 else { return }
        output.append(" (")
        output.append(number: Int(node.number))
        output.append(")")
    }

    /// Prints a table's end.
    func appendTableEnd(_ index: Int, _ output: inout [UInt8]) {
        let hasBody = tree.nodes[index].end > tree.nodes[index + 1].end
        output.append(hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    }

    /// Prints the end of a row, and between the head and the rows the change from one to the other.
    func leaveRow(_ node: TreeNode, _ index: Int, _ output: inout [UInt8]) {
        guard node.flags.contains(.head) else { return output.append("</tr>\n") }
        output.append("</tr>\n</thead>\n")
        let hasBody = tree.nodes[index - 1].end > node.end
        if hasBody { output.append("<tbody>\n") }
    }

    /// Prints a cell's start tag.
    func enterCell(_ node: TreeNode, _ index: Int, _ output: inout [UInt8]) {
        output.append(isHeading(node, index) ? "<th scope=\"col\"" : "<td")
        switch TableAlignment(rawValue: node.level) {
        case .center: output.append(" class=\"align-center\">")
        case .end: output.append(" class=\"align-end\">")
        default: output.append(">")
        }
    }

    /// Whether a cell heads a column; an empty one in the head does not.
    func isHeading(_ node: TreeNode, _ index: Int) -> Bool { node.flags.contains(.head) && node.end > index + 1 }

    /// Prints a box that is ticked or not, which readers cannot change.
    func appendTask(_ node: TreeNode, _ output: inout [UInt8]) {
        let isTicked = node.flags.contains(.checked)
        output.append("<input type=\"checkbox\" class=\"task\" disabled=\"\"")
        if isTicked { output.append(" checked=\"\"") }
        output.append(" aria-label=\"")
        output.appendEscaped(isTicked ? resolution.words.taskDone : resolution.words.taskOpen)
        output.append("\" />")
    }

    /// Prints a callout's start, and its title if that is not its author's own.
    func enterCallout(_ node: TreeNode, _ index: Int, _ output: inout [UInt8]) {
        guard let kind = Callout(rawValue: node.level) else { return }
        let title = kind.title(in: resolution.words)
        let own = Int(node.end) > index + 1 && tree.nodes[index + 1].kind == .calloutTitle ? tree.nodes[index + 1] : nil
        output.append("<aside role=\"note\" class=\"callout ")
        output.append(contentsOf: kind.name.utf8)
        output.append("\" aria-label=\"")
        output.appendEscaped(title)
        if let own {
            var plain = PlainText(tree: tree, resolution: resolution)
            output.append(": ")
            output.appendEscaped(plain.line(of: index + 1..<Int(own.end)))
        }
        appendNumber(node, &output)
        output.append("\">\n")
        if own != nil { return }
        output.append("<p class=\"callout-title\">")
        output.appendEscaped(title)
        output.append("</p>\n")
    }

    /// Prints the raised number that leads to a footnote.
    func appendFootnoteReference(_ node: TreeNode, _ output: inout [UInt8]) {
        output.append("<sup class=\"footnote-ref\"><a href=\"#")
        output.appendEscaped(footnotePrefix)
        output.append("fn-")
        output.append(number: Int(node.number))
        output.append("\" id=\"")
        appendReferenceID(node, Int(node.ordinal), &output)
        output.append("\">")
        output.append(number: Int(node.number))
        output.append("</a></sup>")
    }

    /// Prints the start of the list of footnotes.
    func enterFootnotes(_ output: inout [UInt8]) {
        output.append("<section class=\"footnotes\" aria-label=\"")
        output.appendEscaped(resolution.words.footnotes)
        output.append("\">\n<ol>\n")
    }

    /// Prints the start of a footnote.
    func enterFootnote(_ node: TreeNode, _ output: inout [UInt8]) {
        output.append("<li id=\"")
        output.appendEscaped(footnotePrefix)
        output.append("fn-")
        output.append(number: Int(node.number))
        output.append("\">\n")
    }

    /// Prints the end of a footnote, with the ways back if there was no paragraph at its end to hold them.
    func leaveFootnote(_ node: TreeNode, _ index: Int, _ output: inout [UInt8]) {
        let last = tree.children(of: index).reduce(index) { $1 }
        if tree.nodes[last].kind != .paragraph {
            output.append("<p>")
            appendWaysBack(node, &output)
            output.append("</p>\n")
        }
        output.append("</li>\n")
    }

    /// Prints a link to each place that refers to a footnote.
    func appendWaysBack(_ node: TreeNode, _ output: inout [UInt8]) {
        for ordinal in 1...max(1, Int(node.ordinal)) {
            if ordinal > 1 { output.append(UInt8(ascii: " ")) }
            output.append("<a href=\"#")
            appendReferenceID(node, ordinal, &output)
            output.append("\" class=\"footnote-back\" aria-label=\"")
            output.appendEscaped(resolution.words.backToReference)
            output.append(UInt8(ascii: " "))
            output.append(number: Int(node.number))
            if ordinal > 1 {
                output.append(UInt8(ascii: "-"))
                output.append(number: ordinal)
            }
            output.append("\">↩</a>")
        }
    }

    private func appendReferenceID(_ node: TreeNode, _ ordinal: Int, _ output: inout [UInt8]) {
        output.appendEscaped(footnotePrefix)
        output.append("fnref-")
        output.append(number: Int(node.number))
        if ordinal > 1 {
            output.append(UInt8(ascii: "-"))
            output.append(number: ordinal)
        }
    }
}
