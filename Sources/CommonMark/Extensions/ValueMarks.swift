internal import Diagnostics

/// Gives what a value says, by what is between its braces.
package typealias ValueLookup = @Sendable (String) -> ValueAnswer

/// What is known of a value when a text is read.
package enum ValueAnswer: Sendable {
    /// What it says: text, not Markdown. The second is for the start of a sentence.
    case wording(String, atStart: String)
    /// There is no such value. What may be meant is looked for only where it is shown.
    case problem(message: String, help: String, suggestion: (@Sendable () -> String?)?)
    /// Who prints the text will know.
    case open
}

/// `{{ … }}` in plain text of one line: the same form as in Markdown, without its marks.
package enum ValueMarks {
    /// A mistake, and where the fact comes from among the bytes of the text.
    package struct Problem: Sendable {
        /// The name of the rule: `value/unknown`.
        package let rule: String
        /// What is wrong, in one sentence without a full stop.
        package let message: String
        /// What to do about it.
        package let help: String?
        /// Looks for the name that may be meant; only called for what is shown.
        package let suggestion: (@Sendable () -> String?)?
        /// Among the bytes of the text, braces included.
        package let place: Range<Int>
    }

    /// Whether a text could hold some.
    package static func mayBe(in text: String) -> Bool { text.utf8.contains(UInt8(ascii: "{")) && text.contains("{{") }

    /// What is between the braces of a text.
    package static func names(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var names: [String] = []
        var scanner = TextScanner(bytes[...], .braces)
        while case .braces(let range)? = scanner.next() { names.append(Braces.name(bytes[range])) }
        return names
    }

    /// The text with its values filled in, and what is wrong with them. `\\{{` stands for two braces.
    package static func filled(_ text: String, _ values: ValueLookup) -> (text: String, problems: [Problem]) {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var problems: [Problem] = []
        var scanner = TextScanner(bytes[...], .braces)
        var done = 0
        while case .braces(let range)? = scanner.next() {
            if range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "\\") {
                output += bytes[done..<range.lowerBound - 1] + bytes[range]
            } else {
                output += bytes[done..<range.lowerBound]
                output += wording(bytes[range], isFirst: range.lowerBound == 0, range, values, &problems)
            }
            done = range.upperBound
        }
        return (String(decoding: output + bytes[done...], as: UTF8.self), problems)
    }

    private static func wording(
        _ braces: ArraySlice<UInt8>, isFirst: Bool, _ place: Range<Int>, _ values: ValueLookup, _ problems: inout [Problem]
    ) -> [UInt8] {
        if let finding = Braces.finding(braces, node: 0) {
            problems.append(Problem(rule: finding.rule.name, message: finding.message, help: finding.help, suggestion: nil, place: place))
            return Array(braces)
        }
        switch values(Braces.name(braces)) {
        case .wording(let text, let atStart): return Array((isFirst ? atStart : text).utf8)
        case .problem(let message, let help, let suggestion):
            problems.append(Problem(rule: "value/unknown", message: message, help: help, suggestion: suggestion, place: place))
            return Array(braces)
        case .open: return Array(braces)
        }
    }
}
