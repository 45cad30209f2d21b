package import CommonMark
import Diagnostics
import Forms
import YAML

/// `{{ bought }}` in the texts of outcomes: Markdown knows only values with a point in their name, `file.id`, so an
/// answer or fact is read as `{{ bought.answer }}`.
package enum AnswerNames {
    fileprivate static let ending = ".answer"

    /// What a text names in braces: an answer or fact by its own name, everything else as it is written.
    static func name(of value: ValueReference) -> String {
        value.name.hasSuffix(ending) ? String(value.name.dropLast(ending.count)) : value.name
    }

    /// What is printed for answers and facts, by the names that their author gave them, as a text asks for it.
    package static func resolved(_ wordings: [String: NameWording]) -> [String: NameWording] {
        var names = wordings
        for (name, wording) in wordings where !name.contains(".") { names[name + ending] = wording }
        return names
    }

    /// The names that a questionnaire gives its questions and facts, before they are read.
    static func own(of root: Node?) -> Set<String> {
        let names = ["questions", "facts", "amounts"].flatMap { field -> [String] in
            guard case .mapping(let entries) = root?[field]?.value else { return [] }
            return entries.map(\.key.text)
        }
        return Set(names)
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

    /// The name behind `{{`, if `}}` follows it; nil for anything else in braces.
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
            var options = Markdown.Options.outcome(findings.ids)
            options.values = findings.answerLookup
            let parsed = Markdown.parse(AnswerNames.marked(source), options: options)
            findings.add(parsed.diagnostics)
            return parsed.value
        }
    }
}

extension Findings {
    /// Leaves open what may be an answer or fact.
    fileprivate var answerLookup: ValueLookup {
        let lookup = lookup
        return { name in
            switch lookup(name) {
            case .problem where name.hasSuffix(AnswerNames.ending): .open
            case let answer: answer
            }
        }
    }
}

extension Shape where Value == Markdown {
    /// Help with a question or an option.
    static var hint: Shape<Markdown> { blocks { .hint($0.ids) } }
}

extension Markdown.Options {
    /// One page can show all outcomes, so the ids in each text begin with its own. The point keeps them apart from
    /// ids of outcomes, which have none.
    fileprivate static func outcome(_ ids: [String]) -> Markdown.Options { prefixed("outcome", ids) }

    /// The same for the hints of questions, and of options, whose ids are known in their question only.
    fileprivate static func hint(_ ids: [String]) -> Markdown.Options { prefixed(ids.count > 1 ? "option" : "question", ids) }

    private static func prefixed(_ what: String, _ ids: [String]) -> Markdown.Options {
        Markdown.Options(idPrefix: "\(what)-" + ids.map { $0 + "." }.joined(), topHeading: nil)
    }
}
