import Templating

/// Prints a report for a comment on a pull request: what is long is folded, and what is too long is cut off.
package struct DiffMarkdown {
    /// GitHub takes comments of 65,536 characters, and GitLab of a million.
    private static let most = 60_000

    /// Nothing to set.
    package init() {}

    /// All blocks.
    package func text(_ blocks: [ReportBlock]) -> String {
        var result = ""
        for block in blocks.flatMap(parts) {
            let text = self.text(block, "")
            guard result.utf8.count + text.utf8.count <= DiffMarkdown.most else {
                return result + "\nThe rest is too long for a comment: `waymark diff` shows all of it.\n"
            }
            result += text
        }
        return result
    }

    /// A long list in pieces, so that as much of it is shown as there is room for.
    private func parts(_ block: ReportBlock) -> [ReportBlock] {
        switch block {
        case .list(let items): items.map { .list([$0]) }
        case .details(let summary, let blocks) where text(block, "").utf8.count > DiffMarkdown.most / 4:
            [.paragraph(summary)] + blocks.flatMap(parts)
        default: [block]
        }
    }

    private func text(_ block: ReportBlock, _ indent: String) -> String {
        switch block {
        case .heading(let level, let text): "\n\(String(repeating: "#", count: level + 1)) \(escaped(text))\n\n"
        case .paragraph(let text): "\(indent)\(escaped(text))\n\n"
        case .list(let items): items.map { item($0, indent) }.joined() + (indent.isEmpty && items.count > 1 ? "\n" : "")
        case .change(let old, let new): change(old, new, indent)
        case .details(let summary, let blocks):
            "<details><summary>\(HTMLEscaping.escaped(summary))</summary>\n\n"
                + blocks.map { text($0, indent) }.joined() + "\n</details>\n\n"
        }
    }

    private func item(_ item: ReportItem, _ indent: String) -> String {
        let code = item.code.map { ", for example `\($0.replacing("`", with: "'"))`" } ?? ""
        return "\(indent)- \(escaped(item.text))\(code)\n" + item.inner.map { text($0, indent + "  ") }.joined()
    }

    private func change(_ old: [String], _ new: [String], _ indent: String) -> String {
        let lines = old.map { "- \($0)" } + new.map { "+ \($0)" }
        // A fence that no line can end.
        let longest = lines.map { line in line.split { $0 != "`" }.map(\.count).max() ?? 0 }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\n" + ([fence + "diff"] + lines + [fence]).map { indent + $0 + "\n" }.joined() + "\n"
    }

    /// What Markdown would take for marks; `@` and `#` would tell people and link to issues. By scalars: as a Character, a mark with an
    /// accent after it would pass.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += " "
            case "@", "#": result += "\(scalar)\u{2060}"
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
