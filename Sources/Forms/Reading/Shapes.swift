package import CommonMark
import Diagnostics
package import YAML

extension Shape where Value == Text {
    /// One line of plain text.
    package static var line: Shape {
        Shape(.text(.line)) { node, findings in
            guard let text = Text(node) else { return mismatched(node, "a line of text", &findings) }
            guard !text.string.utf8.contains(10) else {
                findings.add(
                    Diagnostic(
                        "yaml/type", "expected one line of text, found several", at: node.range,
                        help: "write it on one line; only longer texts can have several paragraphs"))
                return nil
            }
            return findings.filled(text, from: node)
        }
    }

    /// Text that must have a certain form, which the pattern and the function know alike.
    package static func form(
        _ form: TextForm, help: String? = nil, remedy: @escaping @Sendable (String) -> String? = { _ in nil },
        isValid: @escaping @Sendable (String) -> Bool
    ) -> Shape {
        Shape(.text(form)) { node, findings in
            guard let written = Text(node) else { return mismatched(node, form.words, help: help, &findings) }
            let known = findings.diagnostics.count
            let text = findings.filled(written, from: node)
            guard isValid(text.string) else {
                // About a value that is unknown there is a message already.
                guard findings.diagnostics.count == known else { return nil }
                return mismatched(node, form.words, help: help ?? remedy(text.string) ?? form.help(for: text.string, isValid), &findings)
            }
            return text
        }
    }

    /// The address of a page elsewhere.
    package static var webAddress: Shape {
        form(
            TextForm(
                "a web address such as https://example.org/", pattern: webAddressPattern, examples: ["https://example.org/"]),
            isValid: isWebAddress)
    }

    /// For JSON Schemas: what `isWebAddress` accepts.
    package static let webAddressPattern = #"^https?://(?=/*[^/])[^\u0000-\u0020\u007f]+$"#

    /// Whether a text is an absolute address of http or https that a browser can open.
    package static func isWebAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.allSatisfy { $0 > 32 && $0 != 127 }
            && text.split(separator: "/", maxSplits: 2).count >= 2
    }

    /// `desk@example.org`, without a name around it.
    package static var email: Shape {
        form(
            TextForm(
                "an e-mail address such as desk@example.org", pattern: emailPattern, examples: ["desk@example.org"]),
            isValid: isEmail)
    }

    /// For JSON Schemas: what `isEmail` accepts. Far fewer addresses than RFC 5322 allows, and all that people use.
    package static let emailPattern = #"^[A-Za-z0-9.+_-]+@[A-Za-z0-9+_-]*\.[A-Za-z0-9.+_-]*$"#

    /// Whether a text is an address to which mail can be sent, by its form.
    package static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "@.+-_".utf8.contains(byte)
            }
    }

    /// Digits with spaces, brackets, dots and hyphens between them, and perhaps a plus sign.
    package static var phone: Shape {
        form(
            TextForm(
                "a telephone number such as +1 800 553 2447", pattern: #"^[ +().-]*[0-9][0-9 +().-]*$"#,
                examples: ["+1 800 553 2447"], mayBeNumber: true)
        ) { text in
            text.utf8.contains { (48...57).contains($0) }
                && text.utf8.allSatisfy { (48...57).contains($0) || " +-().".utf8.contains($0) }
        }
    }
}

extension TextForm {
    /// What was probably meant, if a sign or capital letters alone make the difference; otherwise an example.
    fileprivate func help(for text: String, _ isValid: (String) -> Bool) -> String? {
        let isAddress = text.contains(".") && !text.contains("@") && !text.contains(" ") && !text.contains(":")
        let tries =
            [text.replacing("_", with: "-"), text.replacing(" ", with: ""), text.lowercased()] + (isAddress ? ["https://" + text] : [])
        if let meant = tries.first(where: { $0 != text && isValid($0) }) { return "write \(meant)" }
        return examples.first.map { "write it like \($0)" }
    }
}

extension Shape where Value == Markdown {
    /// Markdown of one paragraph, printed inside a line.
    package static var inline: Shape<Markdown> {
        Shape(.text(.markdownLine)) { node, findings in
            let options: @Sendable (Findings) -> Markdown.Options = {
                Markdown.Options(
                    topHeading: nil, reservedIDs: PageIDs.ofData, footnotePrefix: $0.footnotePrefix, allowsBreaks: true)
            }
            guard let markdown = blocks(options).read(node, &findings) else { return nil }
            // An embed alone has been reported already.
            if !markdown.embeds.isEmpty { return nil }
            guard markdown.isSingleParagraph else {
                findings.add(
                    Diagnostic(
                        "yaml/type", "expected one paragraph, found several or another block", at: node.range,
                        help: "write one paragraph; only longer texts can have lists, headings and more paragraphs"))
                return nil
            }
            return markdown
        }
    }

    /// A line of Markdown that leads somewhere: a path alone would be printed as it is written.
    package static var link: Shape<Markdown> {
        Shape(.text(.markdownLink)) { node, findings in
            guard let markdown = inline.read(node, &findings) else { return nil }
            guard !markdown.links.isEmpty else {
                return mismatched(
                    node, TextForm.markdownLink.words, help: "write \"[words](path)\", in quotation marks", &findings)
            }
            return markdown
        }
    }

    /// Markdown with paragraphs, lists and tables.
    package static var blocks: Shape<Markdown> {
        blocks { findings in
            Markdown.Options(topHeading: nil, reservedIDs: PageIDs.ofData, footnotePrefix: findings.footnotePrefix)
        }
    }

    /// Markdown with paragraphs, lists and tables, read with options for its place.
    package static func blocks(_ options: @escaping @Sendable (Findings) -> Markdown.Options) -> Shape<Markdown> {
        Shape(.text(.markdown)) { node, findings in
            guard let source = node.sourceText, !source.bytes.isEmpty else {
                return mismatched(node, "text", &findings)
            }
            var options = options(findings)
            options.values = findings.lookup
            let parsed = Markdown.parse(source, options: options)
            findings.add(findings.toldOfAnswers(parsed.diagnostics).map(Diagnostic.inData))
            for embed in parsed.value.embeds {
                if embed.words.count == 1, findings.ownNames.contains(embed.words[0]) {
                    findings.add(Findings.unprinted(embed.words[0], at: parsed.value.range(of: embed)))
                    continue
                }
                findings.add(Diagnostic.embedInData(at: parsed.value.range(of: embed)))
            }
            return parsed.value
        }
    }
}

extension Diagnostic {
    fileprivate static func embedInData(at range: SourceRange?) -> Diagnostic {
        Diagnostic("markdown/embed-in-data", "a data file cannot embed another one", at: range, help: "put it into a page")
    }

    /// What a text of a page may have in a paragraph of its own, a text of data may not have at all.
    fileprivate static func inData(_ diagnostic: Diagnostic) -> Diagnostic {
        diagnostic.rule == "markdown/embed-in-text" ? embedInData(at: diagnostic.range) : diagnostic
    }
}

extension Shape where Value == Bool {
    /// `yes`, `no`, `true` or `false`.
    package static var yesNo: Shape {
        Shape(.yesNo) { node, findings in
            switch Text(node)?.string {
            case "yes", "true": return true
            case "no", "false": return false
            default: return mismatched(node, "yes or no", help: "write yes or no", &findings)
            }
        }
    }
}

extension Shape where Value == Int {
    /// A whole number.
    package static var integer: Shape {
        Shape(.integer(wholeNumbers)) { node, findings in
            guard let text = Text(node), let number = Int(text.string), wholeNumbers.contains(number) else {
                return mismatched(node, "a whole number", help: "write only digits, such as 3", &findings)
            }
            return number
        }
    }

    /// Those that JSON holds exactly.
    private static var wholeNumbers: ClosedRange<Int> { -(1 << 53) + 1...(1 << 53) - 1 }
}

extension Shape where Value == Day {
    /// ISO 8601 only: other orders of day and month are refused, because they can be misread.
    package static var date: Shape {
        Shape(.text(.date)) { node, findings in
            guard let text = Text(node), let day = Day(text.string) else {
                return mismatched(node, TextForm.date.words, help: Text(node).map { WrittenDay.help($0.string) }, &findings)
            }
            return day
        }
    }
}

extension Shape where Value == Span {
    /// `6 months`
    package static var span: Shape {
        Shape(.text(.span)) { node, findings in
            guard let text = Text(node), let span = Span(text.string) else {
                return mismatched(node, TextForm.span.words, help: "write a number and days, weeks, months or years", &findings)
            }
            return span
        }
    }
}

extension Shape {
    /// One of a few words, which are the raw values of an enumeration.
    ///
    /// - Parameters:
    ///   - values: those that fit here; all if left out.
    ///   - meaning: what choosing a value means, where its word does not say it.
    package static func choice(of values: [Value]? = nil, meaning: (Value) -> String? = { _ in nil }) -> Shape
    where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
        let values = values ?? Array(Value.allCases)
        let words = values.map(\.rawValue)
        return Shape(.choice(values.map { Choice($0.rawValue, meaning($0)) })) { node, findings in
            guard let text = Text(node), words.contains(text.string), let value = Value(rawValue: text.string) else {
                let help = Text(node).flatMap { findings.suggester.help(for: $0.string, among: words) }
                return mismatched(node, listed(words, "or"), help: help ?? "write \(listed(words, "or"))", &findings)
            }
            return value
        }
    }

    /// A list of values. Where they are words, one alone stands for a list of one. Faulty entries are reported and left
    /// out.
    package static func list<Element>(of element: Shape<Element>) -> Shape where Value == [Element] {
        let isOfWords = element.schema.isScalar
        let list = Schema.list(element.schema)
        return Shape(isOfWords ? .either([element.schema, list]) : list) { node, findings in
            switch node.value {
            case .sequence(let nodes): return nodes.compactMap { element.read($0, &findings) }
            case .scalar(let scalar) where isOfWords && !scalar.isEmpty:
                return element.read(node, &findings).map { [$0] }
            case .scalar, .mapping:
                return mismatched(node, "a list", help: "write each entry on a line of its own, after `- `", &findings)
            }
        }
    }

    /// A map from ids to values, in written order. Faulty entries are reported and left out.
    ///
    /// - Parameter names: the form of the ids, where the rest of the reading demands more of them.
    package static func entries<Element>(of element: Shape<Element>, names: TextForm = .id) -> Shape
    where Value == [Entry<Element>] {
        Shape(.entries(element.schema, names: names)) { node, findings in
            guard case .mapping(let entries) = node.value else {
                return mismatched(
                    node, "a map from ids to entries", help: "write each entry under an id of its own, such as `\(example(of: node)):`",
                    &findings)
            }
            return entries.compactMap { entry in
                guard let id = Identifier(entry.key.text) else {
                    findings.add(
                        Diagnostic(
                            "yaml/id", "\"\(entry.key.text)\" cannot be an id", at: entry.key.range,
                            help:
                                "use lower-case letters a to z, digits and hyphens, such as \(Identifier.cleaned(entry.key.text))"
                        ))
                    return nil
                }
                return findings.under(id) { element.read(entry.value, &$0) }
                    .map { Entry(id: id, place: entry.key.range, value: $0) }
            }
        }
    }

    /// An id for the first entry of a list that has to be a map.
    private static func example(of node: Node) -> String {
        guard case .sequence(let list) = node.value, let word = list.first.flatMap({ Text($0) })?.string else { return "entry-1" }
        return Identifier.cleaned(word)
    }

    /// Either of two forms: text is read as the first, everything else as the second.
    package static func text(_ short: Shape, orRecord long: Shape) -> Shape {
        Shape(.either([short.schema, long.schema])) { node, findings in
            if case .scalar = node.value { return short.read(node, &findings) }
            return long.read(node, &findings)
        }
    }

    /// Reports `yaml/type`, and gives nil for a reader to return.
    package static func mismatched(_ node: Node, _ expected: String, help: String? = nil, _ findings: inout Findings) -> Value? {
        findings.mismatch(node, expected: expected, help: help)
        return nil
    }
}
