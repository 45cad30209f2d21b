import Diagnostics

/// Prints a report for a terminal.
package struct DiffText {
    private let style: TerminalStyle
    private let width: Int

    /// - Parameter width: in characters; longer lines are broken at spaces.
    package init(usesColour: Bool, width: Int = 100) {
        style = TerminalStyle(usesColour: usesColour)
        self.width = width
    }

    /// All blocks, each line with its end.
    package func text(_ blocks: [ReportBlock]) -> String {
        blocks.map { block(block: $0, indent: "") }.joined()
    }

    private func block(block: ReportBlock, indent: String) -> String {
        switch block {
        case .heading(1, let text): style.painted(text, .bold) + "\n"
        case .heading(2, let text): "\n" + style.painted(text, .bold) + "\n"
        case .heading(_, let text): "\n" + wrapped(text, indent + "  ", first: indent + "  ")
        case .paragraph(let text): wrapped(text, indent + "  ", first: indent + "  ")
        case .list(let items): items.map { item($0, indent + "  ") }.joined()
        case .change(let old, let new):
            (old.map { style.painted(wrapped($0, indent + "    ", first: indent + "  - "), .red) }
                + new.map { style.painted(wrapped($0, indent + "    ", first: indent + "  + "), .green) })
                .joined()
        case .details(_, let blocks): blocks.map { self.block(block: $0, indent: indent) }.joined()
        }
    }

    private func item(_ item: ReportItem, _ indent: String) -> String {
        wrapped(item.text, indent + "  ", first: indent + "* ") + (item.code.map { indent + "  e.g. \(TerminalStyle.clean($0))\n" } ?? "")
            + item.inner.map { block(block: $0, indent: indent + "  ") }.joined()
    }

    private func wrapped(_ text: String, _ indent: String, first: String) -> String {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in TerminalStyle.clean(text).split(separator: " ", omittingEmptySubsequences: true) {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                (line, isEmpty) = (indent, true)
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }
}
