/// Links, values and embeds: what the resolution decides.
extension HTMLRenderer {
    /// Prints a link's start tag, and if the site put other words instead of its text, those. True in that case.
    func enterLink(_ node: TreeNode, _ output: inout [UInt8]) -> Bool {
        let resolved = resolution.link(node)
        if resolved?.kind != .broken {
            output.append("<a ")
            if case .term(let full) = resolved?.kind { appendTermMark(full, &output) }
            output.append("href=\"")
            appendDestination(node, &output)
            appendTitle(node, &output)
            output.append(resolved?.kind == .outside ? "\" rel=\"external\">" : "\">")
        }
        guard let text = resolved?.text else { return false }
        output.appendEscaped(text)
        return true
    }

    private func appendTermMark(_ full: String?, _ output: inout [UInt8]) {
        output.append("class=\"term\" ")
        guard let full else { return }
        output.append("data-full=\"")
        output.appendEscaped(full)
        output.append("\" ")
    }

    /// Prints a link's end tag.
    func leaveLink(_ node: TreeNode, _ output: inout [UInt8]) {
        if resolution.link(node)?.kind != .broken { output.append("</a>") }
    }

    /// Prints where a link or image goes.
    func appendDestination(_ node: TreeNode, _ output: inout [UInt8]) {
        if let resolved = resolution.link(node) {
            output.appendURL(ArraySlice(resolved.url.utf8))
        } else if !DangerousURL.matches(tree[node.text]) {
            output.appendURL(tree[node.text])
        }
    }

    /// Prints the title attribute without its closing quote, which cmark prints with what follows.
    func appendTitle(_ node: TreeNode, _ output: inout [UInt8]) {
        guard node.flags.contains(.titled) else { return }
        output.append("\" title=\"")
        output.appendEscaped(tree[node.title])
    }

    /// Prints the value; one that is open as the caller says it, else as an element that names it.
    func appendValue(_ node: TreeNode, _ output: inout [UInt8]) {
        guard node.title.isEmpty else { return output.appendEscaped(tree[node.title]) }
        let name = Braces.name(tree[node.text])
        switch resolution.names[name] {
        case .text(let text)?: output.appendEscaped(text)
        case .html(let html)?: output.append(contentsOf: html.utf8)
        case nil:
            output.append("<data value=\"")
            output.appendEscaped(name)
            output.append("\">")
            output.appendEscaped(name)
            output.append("</data>")
        }
    }

    /// Prints the words of a value where no element can be.
    func appendPlainValue(_ node: TreeNode, _ output: inout [UInt8]) {
        if node.title.isEmpty {
            output.appendEscaped(resolution.wording(ofOpen: Braces.name(tree[node.text])))
        } else {
            output.appendEscaped(tree[node.title])
        }
    }

    /// Prints the embedded HTML, or the braces as written.
    func appendEmbed(_ node: TreeNode, _ output: inout [UInt8]) {
        let index = Int(node.number)
        if index < resolution.embeds.count, let html = resolution.embeds[index] {
            output.append(contentsOf: html)
            output.startLine()
        } else {
            output.append("<p>")
            output.appendEscaped(tree[node.text])
            output.append("</p>\n")
        }
    }
}

extension Resolution {
    /// What was decided about a link or image node.
    func link(_ node: TreeNode) -> ResolvedLink? {
        let index = Int(node.number)
        return index < links.count ? links[index] : nil
    }

    /// The words for a value that was open when the text was read; its name if nobody says more.
    func wording(ofOpen name: String) -> String {
        if case .text(let text)? = names[name] { text } else { name }
    }
}
