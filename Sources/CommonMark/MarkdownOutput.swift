internal import Diagnostics

extension Markdown {
    /// The text as HTML: a run of blocks, each ending with a line feed.
    package func html(_ resolution: Resolution = .asWritten) -> [UInt8] {
        var output: [UInt8] = []
        appendHTML(resolution, to: &output)
        return output
    }

    /// The text as HTML after what is in `output`, which should be empty or end with a line feed.
    package func appendHTML(_ resolution: Resolution = .asWritten, to output: inout [UInt8]) {
        output.reserveCapacity(output.count + source.count * 3 / 2 + 64)
        var renderer = HTMLRenderer(self, resolution)
        renderer.render(0..<tree.nodes.count, to: &output)
    }

    /// The only paragraph's content without `<p>`; the same as `html` when there is more than one block.
    package func inlineHTML(_ resolution: Resolution = .asWritten) -> [UInt8] {
        guard isSingleParagraph else { return html(resolution) }
        var output: [UInt8] = []
        var renderer = HTMLRenderer(self, resolution)
        renderer.render(2..<tree.nodes.count, to: &output)
        return output
    }

    /// The words of the text without marks: blocks apart by a line feed; no footnotes, and of embeds what the resolution says.
    package func plainText(_ resolution: Resolution = .asWritten) -> String {
        var writer = PlainText(self, resolution)
        return writer.text(of: 0..<tree.nodes.count)
    }

    /// The words from each heading to the next, and first those before any heading if there are some; each with the footnotes that it
    /// refers to.
    package func sections(_ resolution: Resolution = .asWritten) -> [(heading: Heading?, text: String)] {
        var writer = PlainText(self, resolution)
        var sections: [(heading: Heading?, text: String)] = []
        var heading: Heading?
        var start = 0
        for next in headings {
            let text = writer.text(withNotesOf: start..<next.node)
            if heading != nil || !text.isEmpty { sections.append((heading, text)) }
            heading = next
            start = Int(tree.nodes[next.node].end)
        }
        let rest = writer.text(withNotesOf: start..<tree.nodes.count)
        if heading != nil || !rest.isEmpty { sections.append((heading, rest)) }
        return sections
    }
}
