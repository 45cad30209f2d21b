/// Diagnostics for people: the line of the file with a mark under the fault, and what to do.
package struct TextFormat: Sendable {
    private let style: TerminalStyle

    /// - Parameter usesColour: for a terminal.
    package init(usesColour: Bool) { style = TerminalStyle(usesColour: usesColour) }

    /// All diagnostics, each ending in a blank line, then a count and the command that explains their rules.
    package func text(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(text).joined()
            + (diagnostics.isEmpty ? "" : summary(diagnostics) + "\n" + ExplainHint.line(diagnostics) + "\n")
    }

    private func text(_ diagnostic: Diagnostic) -> String {
        let colour: TerminalStyle.Paint = diagnostic.severity == .error ? .red : .yellow
        var lines = [
            style.painted("\(diagnostic.severity.rawValue)[\(diagnostic.rule)]", colour) + ": "
                + style.painted(TerminalStyle.clean(diagnostic.message), .bold)
        ]
        if let range = diagnostic.range {
            lines += excerpt(range, colour)
        } else if let path = diagnostic.path {
            lines.append("  --> \(TerminalStyle.clean(path))")
        }
        let margin = String(repeating: " ", count: diagnostic.range.map { String($0.start.line).count } ?? 1)
        lines += diagnostic.notes.map { "\(margin) = note: \(TerminalStyle.clean($0))" }
        if let help = diagnostic.help { lines.append("\(margin) = \(TerminalStyle.clean(help))") }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private func excerpt(_ range: SourceRange, _ colour: TerminalStyle.Paint) -> [String] {
        let start = range.start
        let end = range.end
        let number = String(start.line)
        let margin = String(repeating: " ", count: number.count)
        let line = window(
            range.file.line(start.line), around: start.column, to: end.line == start.line ? end.column : nil)
        return [
            "\(margin)--> \(TerminalStyle.clean(range.file.path)):\(start.line):\(start.column)", "\(margin) |",
            "\(number) | \(line.text)",
            "\(margin) | \(line.pad)" + style.painted(String(repeating: "^", count: max(1, line.width)), colour),
        ]
    }

    /// The part of a line that shows a range, cut to a width that fits a terminal.
    ///
    /// - Parameters:
    ///   - column: where the range starts, from 1.
    ///   - end: where it ends; nil when that is on a later line.
    private func window(_ line: ArraySlice<UInt8>, around column: Int, to end: Int?) -> (
        text: String, pad: String, width: Int
    ) {
        let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        let first = column > 80 ? column - 40 : 1
        let last = min(scalars.count, first + 118)
        guard first <= last else { return ("", "", 1) }
        let shown = scalars[(first - 1)..<last]
        let before = scalars[(first - 1)..<min(last, column - 1)]
        let marked = scalars[before.endIndex..<max(before.endIndex, min(end.map { $0 - 1 } ?? scalars.count, last))]
        let text = (first > 1 ? "…" : "") + TerminalStyle.clean(shown) + (last < scalars.count ? "…" : "")
        // A tab stays a tab, so that the mark is where the terminal puts the text.
        let pad =
            (first > 1 ? " " : "") + before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.width) }.joined()
        return (text, pad, marked.map(\.width).reduce(0, +))
    }

    private func summary(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
        return parts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}

extension Unicode.Scalar {
    /// How many columns a terminal gives the sign: none to accents that join the letter before them, two to the main
    /// blocks of class W of UAX #11.
    fileprivate var width: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        let isWide =
            properties.isIdeographic || properties.isEmojiPresentation || wideBlocks.contains { $0.contains(value) }
        return isWide ? 2 : 1
    }
}

/// Hangul, kana and the signs that go with them, full-width forms. Ideographs and emoji have properties of their own.
private let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6,
]
