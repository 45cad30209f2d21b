/// A piece of a text that starts with a heading, as HTML.
package struct MarkdownPart: Sendable {
    /// The heading that the part starts with.
    package let heading: Heading
    /// The heading's words with their marks, without the heading element.
    package let titleHTML: [UInt8]
    /// What is below the heading, up to the next one of its level.
    package let contentHTML: [UInt8]
}

extension Markdown {
    /// The text split at its headings of one level: what is before the first, and a part for each.
    ///
    /// Headings inside lists and quotes do not split.
    package func parts(level: Int, _ resolution: Resolution = .asWritten) -> (before: [UInt8], parts: [MarkdownPart]) {
        let top = Set(tree.children(of: 0))
        let splits = headings.filter { $0.level == level && top.contains($0.node) }
        let starts = splits.map(\.node) + [tree.nodes.count]
        let parts = splits.enumerated().map { number, heading in
            let end = Int(tree.nodes[heading.node].end)
            return MarkdownPart(
                heading: heading, titleHTML: html(heading.node + 1..<end, resolution),
                contentHTML: html(end..<starts[number + 1], resolution))
        }
        return (html(1..<starts[0], resolution), parts)
    }

    /// The level that a heading in the place of an embed would have: one below the heading under which it is.
    package func level(at embed: Embed) -> Int {
        // Headings are in the order of their nodes.
        var (low, high) = (0, headings.count)
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].node < embed.node { low = middle + 1 } else { high = middle }
        }
        return min((low > 0 ? headings[low - 1].level : 1) + 1, 5)
    }

    private func html(_ range: Range<Int>, _ resolution: Resolution) -> [UInt8] {
        guard !range.isEmpty else { return [] }
        var output: [UInt8] = []
        var renderer = HTMLRenderer(self, resolution)
        renderer.render(range, to: &output)
        return output
    }
}
