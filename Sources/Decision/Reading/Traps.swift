import Diagnostics
import Forms
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
            if let plain = withoutBraces(line) {
                var better = diagnostic
                better.range = SourceRange(range.file, line: number)
                better.message = "values in a condition are written without braces"
                better.help = "write `\(plain)`"
                return better
            }
            if let list = withDeniedList(line) {
                var better = diagnostic
                better.range = SourceRange(range.file, line: number)
                better.message = "`not` before a list needs a colon and braces"
                better.notes = []
                better.help = "write `\(list)`"
                return better
            }
            guard let mended = mended(line) else { continue }
            var better = diagnostic
            better.help = "write `\(mended)`"
            // The message about a colon outside braces says everything, and points at the colon.
            if range.text == ":", !line.contains("{") { return better }
            better.range = SourceRange(range.file, line: number)
            better.message =
                line.contains("{")
                ? "a special character or colon in braces needs quotes"
                : "a special character at the start of a value needs quotes"
            return better
        }
        return diagnostic
    }

    /// A line of a condition without the braces around the names of values; nil if there are none.
    private static func withoutBraces(_ line: String) -> String? {
        guard let brace = line.firstIndex(of: "{"), !line[brace...].hasPrefix("{{") else { return nil }
        let plain = line.replacing(/\{\{\s*([A-Za-z][A-Za-z0-9.\-]*)\s*\}\}/) { String($0.1) }
        return plain == line || plain.contains("\"") ? nil : plain.trimmed
    }

    /// A line with `{not: [1, 2]}` for `not [1, 2]`; nil if there is none.
    private static func withDeniedList(_ line: String) -> String? {
        let better = line.replacing(/: not (\[[^\[\]]*\])/) { ": {not: \($0.1)}" }
        return better == line ? nil : String(better.drop { $0 == " " })
    }

    /// A comma in braces that was meant as a comma of the text: everything after it became a key without a value.
    ///
    /// - Returns: what is found, and of the messages so far those that say nothing more.
    static func commas(in root: Node, after found: [Diagnostic]) -> [Diagnostic] {
        var findings = Findings(values: .pending)
        commas(in: root, CommaRemedy(root: root), &findings)
        let places = findings.diagnostics.compactMap(\.range)
        let rest = found.filter { diagnostic in
            // The second `000` of a number is not a second key.
            guard diagnostic.rule == "yaml/duplicate-key", let range = diagnostic.range else { return true }
            return !places.contains { $0.file.path == range.file.path && $0.bytes.contains(range.bytes.lowerBound) }
        }
        return rest + findings.diagnostics
    }

    private static func commas(in root: Node, _ remedy: CommaRemedy, _ findings: inout Findings) {
        guard case .mapping(let entries) = root.value else {
            if case .sequence(let nodes) = root.value { for node in nodes { commas(in: node, remedy, &findings) } }
            return
        }
        let isFlow = root.range.file.bytes[safe: root.range.bytes.lowerBound] == UInt8(ascii: "{")
        var last: (key: String, text: String)?
        for (index, entry) in entries.enumerated() {
            if isFlow, isEmpty(entry.value), let before = last {
                // `1,000,000` leaves several keys behind: one message tells of all.
                last = nil
                let digits = digits(from: entry.key.range)
                let keys = [entry.key.text] + entries[(index + 1)...].prefix { isEmpty($0.value) }.map(\.key.text)
                // The parser left out a key that is there twice, so digits are taken from the text.
                let rest = digits.text.contains(",") ? digits.text.split(separator: ",").map(String.init) : keys
                let isSpaced = root.range.file.bytes[safe: entry.key.range.bytes.lowerBound - 1] == UInt8(ascii: " ")
                let help = isSpaced && !isGroup(rest) ? nil : number(before.text, rest).map { "`\(before.key): \($0)`" }
                findings.add(
                    Diagnostic(
                        "yaml/type",
                        help == nil ? "a comma in braces ends the value before it" : "a comma in braces ends the number before it",
                        at: help == nil ? entry.key.range : digits,
                        help: help.map { "write \($0)" } ?? remedy.help(before.key, [before.text] + rest)))
                continue
            }
            if case .scalar(let scalar) = entry.value.value, !scalar.isEmpty { last = (entry.key.text, scalar.text) } else { last = nil }
            commas(in: entry.value, remedy, &findings)
        }
    }

    /// The digits and commas from the start of a place on, without those at the end that belong to no number.
    private static func digits(from place: SourceRange) -> SourceRange {
        var end = place.bytes.lowerBound
        while let byte = place.file.bytes[safe: end], (48...57).contains(byte) || byte == UInt8(ascii: ",") { end += 1 }
        while end > place.bytes.lowerBound, place.file.bytes[safe: end - 1] == UInt8(ascii: ",") { end -= 1 }
        return SourceRange(place.file, place.bytes.lowerBound..<max(end, place.bytes.upperBound))
    }

    private static func isEmpty(_ node: Node) -> Bool {
        if case .scalar(let scalar) = node.value { scalar.isEmpty } else { false }
    }

    /// `100` and `000` were a number with a comma between its digits, `2` and `5` one with a comma for its point.
    private static func number(_ text: String, _ rest: [String]) -> String? {
        guard text.last?.isNumber ?? false, let last = rest.last, let first = last.first, first.isNumber else { return nil }
        // The digits can be followed by more of the cell: `from 1,000 to 2,000`.
        let groups = rest.map { $0.prefix(while: \.isNumber) }
        let isGrouped = groups.allSatisfy { $0.count == 3 }
        guard isGrouped || (rest.count == 1 && groups[0] == last[...]) else { return nil }
        guard !isGrouped else { return text + rest.joined() }
        // `1.500` and `50` were 1500.50.
        let start = text.lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
        return "\(text[..<start])\(text[start...].replacing(".", with: "")).\(last)"
    }

    /// `000`: what is left of a number with marks between its digits, even with a space before it.
    private static func isGroup(_ rest: [String]) -> Bool { rest.allSatisfy { $0.prefix(while: \.isNumber) == "000" } }

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
    /// The place of the next colon that ends a key.
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
