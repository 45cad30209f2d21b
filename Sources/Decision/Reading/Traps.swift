import Content
import Diagnostics
import YAML

/// What YAML makes of signs, colons and commas inside braces is seldom what was meant: finds it and shows the line as it
/// should be written.
enum Traps {
    /// Adds to a syntax error the line as it should be written, where the line shows what went wrong.
    static func explained(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.rule == "yaml/syntax", let range = diagnostic.range else { return diagnostic }
        let position = range.start
        for number in [position.line, position.line - 1] where number >= 1 {
            let line = String(decoding: range.file.line(number), as: UTF8.self)
            guard let mended = mended(line) else { continue }
            var better = diagnostic
            better.help = "write `\(mended)`"
            // About a colon outside braces the message says all, and stands at the colon.
            if range.text == ":", !line.contains("{") { return better }
            better.range = SourceRange(range.file, line: number)
            better.message =
                line.contains("{")
                ? "a sign or colon in braces has to stand in quotes"
                : "a sign at the start of a value has to stand in quotes"
            return better
        }
        return diagnostic
    }

    /// A comma in braces that was meant as a comma of the text: everything after it became a key without a value.
    static func commas(in root: Node, _ findings: inout Findings) {
        guard case .mapping(let entries) = root.value else {
            if case .sequence(let nodes) = root.value { for node in nodes { commas(in: node, &findings) } }
            return
        }
        let isFlow = root.range.file.bytes[safe: root.range.bytes.lowerBound] == UInt8(ascii: "{")
        var last: (key: String, text: String)?
        for entry in entries {
            if isFlow, case .scalar(let scalar) = entry.value.value, scalar.isEmpty, let last {
                findings.add(
                    Diagnostic(
                        "yaml/type", "a comma in braces ends the value before it", at: entry.key.range,
                        help: "write `\(last.key): \"\(last.text), \(entry.key.text)\"`"))
            }
            if case .scalar(let scalar) = entry.value.value { last = (entry.key.text, scalar.text) } else { last = nil }
            commas(in: entry.value, &findings)
        }
    }

    /// The line with quotes around every value that needs them; nil if none does.
    private static func mended(_ line: String) -> String? {
        var result = ""
        var changed = false
        var rest = line.drop { $0 == " " || $0 == "-" }
        while let colon = rest.range(ofColon: ()) {
            result += rest[..<colon] + ": "
            rest = rest[colon...].dropFirst().drop { $0 == " " }
            guard let first = rest.first, !"{[\"'|".contains(first) else { continue }
            let inBraces = line.contains("{")
            let end = rest.firstIndex { inBraces && ",}]".contains($0) } ?? rest.endIndex
            let value = String(rest[..<end])
            if "<>=!&*%@`".contains(first) || (value.contains(": ") && inBraces) || (!inBraces && value.contains(": ")) {
                result += "\"\(value)\""
                changed = true
            } else {
                result += value
            }
            rest = rest[end...]
        }
        return changed ? result + rest : nil
    }
}

extension Substring {
    /// Where the next colon that ends a key stands.
    fileprivate func range(ofColon: Void) -> Index? {
        var index = startIndex
        while index < endIndex {
            let next = self.index(after: index)
            if self[index] == ":", next == endIndex || self[next] == " " { return index }
            index = next
        }
        return nil
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
