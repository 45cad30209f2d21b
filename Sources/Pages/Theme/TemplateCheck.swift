import Content
import Diagnostics
import Mustache

/// Finds what Mustache itself would pass over: keys that no page has print as nothing.
enum TemplateCheck {
    /// Names in tags that Waymark never gives, with their places.
    static func problems(in source: SourceFile) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var index = 0
        while let open = nextTag(source.bytes, from: index) {
            guard let tag = tag(source.bytes, at: open) else {
                problems.append(
                    Diagnostic(
                        "template/syntax", "this tag never ends", at: SourceRange(source, open..<open + 2),
                        help: "close it with `}}`"))
                return problems
            }
            index = tag.end
            for (name, range) in tag.names where !TemplateKeys.all.contains(name) {
                problems.append(
                    Diagnostic(
                        "template/missing-key", "there is no key \"\(name)\"", at: SourceRange(source, range),
                        help: Suggestion.help(for: name, among: TemplateKeys.all.sorted())
                            ?? "the README of the theme lists the keys of each template"))
            }
        }
        return problems
    }

    /// Words the library's error, which names no place in all cases.
    static func syntaxProblem(_ error: any Error, in source: SourceFile) -> Diagnostic {
        var line = 1
        var what = "\(error)"
        if let parser = error as? MustacheTemplate.ParserError {
            line = parser.context.lineNumber
            what = "\(parser.error)"
        }
        return Diagnostic(
            "template/syntax", "this is not valid Mustache", at: SourceRange(source, line: line),
            notes: ["the Mustache parser says: \(what)"],
            help: "close each {{#section}} with {{/section}}, in the reverse order")
    }

    private static func nextTag(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") { return index }
            index += 1
        }
        return nil
    }

    /// The key names in the tag at an offset (none for partials, blocks and comments), and where the tag ends.
    private static func tag(_ bytes: [UInt8], at open: Int) -> (names: [(String, Range<Int>)], end: Int)? {
        var start = open + 2
        guard let close = bytes[start...].firstRange(of: [UInt8(ascii: "}"), UInt8(ascii: "}")]) else { return nil }
        guard start < close.lowerBound else { return ([], close.upperBound) }
        if [">", "<", "$", "!", "%", "="].contains(Character(UnicodeScalar(bytes[start]))) {
            return ([], close.upperBound)
        }
        // A closing tag repeats a name that was checked, or the name of a block or a parent.
        if bytes[start] == UInt8(ascii: "/") { return ([], close.upperBound) }
        while start < close.lowerBound, ["#", "^", "{", "&", " "].contains(Character(UnicodeScalar(bytes[start]))) {
            start += 1
        }
        var names: [(String, Range<Int>)] = []
        for part in bytes[start..<close.lowerBound].split(separator: UInt8(ascii: ".")) {
            let name = part.filter { $0 != UInt8(ascii: " ") }
            names.append((String(decoding: name, as: UTF8.self), part.startIndex..<part.endIndex))
        }
        // The words of the theme are named by its own file.
        if names.first?.0 == "words" { names.removeSubrange(1...) }
        return (names, close.upperBound)
    }
}
