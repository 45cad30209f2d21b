import Diagnostics
import Forms

/// Finds what Mustache itself would pass over: keys, words and parts that do not exist print as nothing.
enum TemplateCheck {
    /// What there is to be named besides the keys.
    struct Known {
        /// As partials name them: `parts/head`.
        let templates: Set<String>
        let words: Set<String>
        /// The keys that a tag could ask for, by the first byte of the tag.
        var offers: [Int: [String]] = [:]
    }

    /// Names in tags that Waymark never gives, with their places.
    static func problems(in source: SourceFile, _ known: Known) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        let suggester = FileSuggester()
        var index = 0
        while let open = nextTag(source.bytes, from: index) {
            guard let tag = tag(source.bytes, at: open) else {
                problems.append(
                    Diagnostic(
                        "template/syntax", "this tag is never closed", at: SourceRange(source, open..<open + 2),
                        help: "close it with `}}`"))
                return problems
            }
            index = tag.end
            problems += tag.names.compactMap { problem($0, ofTagAt: open, in: source, known, suggester) }
        }
        return problems
    }

    /// A tag of Mustache, as far as its sign and its name tell.
    struct Tag {
        /// What is after the braces: `#`, `>`, or the first letter of a name.
        let sign: UInt8
        /// Without the sign and the spaces around it.
        let name: String
        /// From the first brace to the last.
        let place: SourceRange
    }

    /// All tags of a template, in order.
    static func tags(in source: SourceFile) -> [Tag] {
        var tags: [Tag] = []
        var index = 0
        while let open = nextTag(source.bytes, from: index), let tag = tag(source.bytes, at: open) {
            var end = tag.end
            // `{{{name}}}` has one brace more.
            if source.bytes[open + 2] == UInt8(ascii: "{"), end < source.bytes.count, source.bytes[end] == UInt8(ascii: "}") { end += 1 }
            let inside = trimmed(source.bytes, open + 2..<max(open + 2, tag.end - 2))
            let sign = source.bytes[inside].first ?? 0
            let isSign = "#^/<>$!&%={".utf8.contains(sign)
            let name = isSign ? trimmed(source.bytes, inside.lowerBound + 1..<inside.upperBound) : inside
            tags.append(Tag(sign: sign, name: text(name, source), place: SourceRange(source, open..<end)))
            index = end
        }
        return tags
    }

    /// Sections inside one another without end, other braces, and includes of which only the content tells the name.
    static func oddTags(in source: SourceFile) -> [Diagnostic] {
        var depth = 0
        for tag in tags(in: source) {
            switch tag.sign {
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "<"):
                depth += 1
                guard depth > TemplateIncludes.depth else { break }
                return [
                    Diagnostic(
                        "template/syntax", "more than \(TemplateIncludes.depth) sections are nested here", at: tag.place,
                        help: "close each {{#name}} with {{/name}}")
                ]
            case UInt8(ascii: "/"): depth -= 1
            case UInt8(ascii: "="):
                return [
                    Diagnostic(
                        "template/syntax", "templates cannot change their delimiters", at: tag.place,
                        help: "write {{name}}, and delete this tag")
                ]
            default: break
            }
            if tag.sign == UInt8(ascii: ">") || tag.sign == UInt8(ascii: "<"), tag.name.hasPrefix("*") {
                return [
                    Diagnostic(
                        "template/unknown-partial", "a template is included by its name", at: tag.place,
                        help: "write {{> parts/name}}, without an asterisk")
                ]
            }
        }
        return []
    }

    /// A name in a tag, by what it names.
    private enum Name {
        case key(Range<Int>)
        case word(Range<Int>)
        /// `{{> name}}` or `{{<name}}`.
        case template(Range<Int>)
    }

    private static func problem(_ name: Name, ofTagAt open: Int, in source: SourceFile, _ known: Known, _ suggester: FileSuggester)
        -> Diagnostic?
    {
        switch name {
        case .key(let range):
            let text = text(range, source)
            guard !TemplateKeys.all.contains(text) else { return nil }
            return Diagnostic(
                "template/missing-key", "there is no key \"\(text)\"", at: SourceRange(source, range),
                help: suggester.help(for: text, among: known.offers[open] ?? []) { keys in
                    (1...24).contains(keys.count) ? "use one of \(listed(keys, "or"))" : nil
                }
                    ?? "the page Theme > Templates of the documentation lists the keys of each template")
        case .word(let range):
            let text = text(range, source)
            guard !known.words.contains(text) else { return nil }
            return Diagnostic(
                "template/missing-key", "the theme has no word \"\(text)\"", at: SourceRange(source, range),
                help: suggester.help(for: text, among: known.words.sorted())
                    ?? "add it to Templates/words/en.yaml")
        case .template(let range):
            let text = text(range, source)
            guard !known.templates.contains(text) else { return nil }
            return Diagnostic(
                "template/unknown-partial", "there is no template \"\(text)\"", at: SourceRange(source, range),
                help: suggester.help(for: text, among: known.templates.sorted())
                    ?? "write Templates/\(text).mustache")
        }
    }

    /// The tag of the section, block or parent that was opened last and is not closed.
    static func lastOpenTag(in source: SourceFile) -> SourceRange? {
        var open: [Range<Int>] = []
        var index = 0
        while let start = nextTag(source.bytes, from: index), let tag = tag(source.bytes, at: start) {
            switch source.bytes[start + 2] {
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"): open.append(start..<tag.end)
            case UInt8(ascii: "/"): _ = open.popLast()
            default: break
            }
            index = tag.end
        }
        return open.last.map { SourceRange(source, $0) }
    }

    private static func text(_ range: Range<Int>, _ source: SourceFile) -> String {
        String(decoding: source.bytes[range], as: UTF8.self)
    }

    private static func nextTag(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") { return index }
            index += 1
        }
        return nil
    }

    /// The names in the tag at an offset (none for blocks and comments), and where the tag ends.
    private static func tag(_ bytes: [UInt8], at open: Int) -> (names: [Name], end: Int)? {
        let start = open + 2
        guard let close = bytes[start...].firstPlace(of: "}}".utf8) else { return nil }
        let end = close + 2
        guard start < close else { return ([], end) }
        switch Character(UnicodeScalar(bytes[start])) {
        case "$", "!", "%", "=": return ([], end)
        // A closing tag repeats a name that was checked, or the name of a block or a parent.
        case "/": return ([], end)
        case ">", "<":
            let name = trimmed(bytes, start + 1..<close)
            // A star stands for a name that only the data give, which is refused.
            return (bytes[name].first == UInt8(ascii: "*") ? [] : [.template(name)], end)
        default: return (keys(bytes, start..<close), end)
        }
    }

    /// The parts of `{{ page.title }}`; of `{{words.title}}` the word, which the theme's own file names.
    private static func keys(_ bytes: [UInt8], _ range: Range<Int>) -> [Name] {
        let path = bytes[range].drop { "#^{& ".utf8.contains($0) }
        let parts = path.split(separator: UInt8(ascii: ".")).map { trimmed(bytes, $0.startIndex..<$0.endIndex) }
        guard let first = parts.first, parts.count > 1, bytes[first].elementsEqual("words".utf8) else {
            return parts.map(Name.key)
        }
        return [.key(first), .word(parts[1])]
    }

    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        let text = bytes[range].drop { $0 == UInt8(ascii: " ") }
        return text.startIndex..<(text.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? text.startIndex)
    }
}
