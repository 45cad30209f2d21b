import CommonMark
import Content
import Diagnostics
import YAML

/// `{{ bought }}` in the texts of outcomes: Markdown knows only values with a point in their name, `file.id`, so an
/// answer or fact is read as `{{ bought.answer }}` and printed as it was written.
enum AnswerNames {
    private static let ending = ".answer"

    /// The answer or fact that a value of a text names; nil for a value of a data file.
    static func name(of value: ValueReference) -> String? {
        value.name.hasSuffix(ending) ? String(value.name.dropLast(ending.count)) : nil
    }

    /// Printed HTML with the names as the author wrote them.
    static func restored(_ html: String, names: [String]) -> String {
        names.reduce(html) { html, name in html.replacing("{{ \(name + ending) }}", with: "{{ \(name) }}") }
    }

    /// The text with the ending in place.
    static func marked(_ source: SourceText) -> SourceText {
        let bytes = source.bytes
        var changes: [(run: Range<Int>, bytes: [UInt8])] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: "{{".utf8), let name = name(in: bytes, after: index + 2) {
                changes.append((index..<name.end, Array("{{ ".utf8) + name.bytes + Array("\(ending) }}".utf8)))
                index = name.end
            } else {
                index += 1
            }
        }
        return source.replacing(changes)
    }

    private static func name(in bytes: [UInt8], after start: Int) -> (bytes: [UInt8], end: Int)? {
        var index = start
        while bytes[safe: index] == UInt8(ascii: " ") { index += 1 }
        let first = index
        while let byte = bytes[safe: index],
            (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
        { index += 1 }
        let name = Array(bytes[first..<index])
        while bytes[safe: index] == UInt8(ascii: " ") { index += 1 }
        guard !name.isEmpty, bytes[min(index, bytes.count)...].starts(with: "}}".utf8) else { return nil }
        return (name, index + 2)
    }
}

extension Shape where Value == Markdown {
    /// Markdown with paragraphs that may show answers and facts.
    static var answerBlocks: Shape<Markdown> {
        Shape(.text(.markdown)) { node, findings in
            guard let source = node.sourceText, !source.bytes.isEmpty else {
                return Shape<Markdown>.blocks.read(node, &findings)
            }
            let parsed = Markdown.parse(AnswerNames.marked(source), options: .outcome(findings.ids))
            findings.add(parsed.diagnostics)
            return parsed.value
        }
    }
}

extension Shape where Value == Markdown {
    /// Help with a question or an option.
    static var hint: Shape<Markdown> { blocks { .hint($0.ids) } }
}

extension Markdown.Options {
    /// All outcomes can stand on one page, so that the ids in each text begin with its own. The point keeps them apart from
    /// ids of outcomes, which have none.
    fileprivate static func outcome(_ ids: [String]) -> Markdown.Options { prefixed("outcome", ids) }

    /// The same for the hints of questions, and of options, whose ids are known in their question only.
    fileprivate static func hint(_ ids: [String]) -> Markdown.Options { prefixed(ids.count > 1 ? "option" : "question", ids) }

    private static func prefixed(_ what: String, _ ids: [String]) -> Markdown.Options {
        Markdown.Options(idPrefix: "\(what)-" + ids.map { $0 + "." }.joined(), topHeading: nil)
    }
}
