internal import RulePages

/// The documentation's page about a rule, taken apart: what `waymark explain` prints, SARIF carries, the preview serves, and
/// tests hold against the program.
///
/// The pages use little of CommonMark: front matter, headings of level 2, paragraphs of one line, fenced code.
package struct RulePage: Sendable {
    /// What is below a heading.
    package enum Block: Sendable, Equatable {
        /// One line of inline Markdown.
        case paragraph(String)
        /// The lines of fenced code, each with its line end, and the first word of the fence.
        case code(String, language: String)
    }

    /// A heading and what is below it.
    package struct Section: Sendable {
        /// Of level 2.
        package let heading: String
        /// In written order.
        package let blocks: [Block]
    }

    /// Without front matter.
    package let markdown: String
    /// In written order; each rule has the same ones.
    package let sections: [Section]

    /// - Parameter text: the whole file.
    package init(_ text: String) {
        markdown = RulePage.body(of: text)
        sections = RulePage.sections(of: markdown)
    }

    private static func body(of text: String) -> String {
        guard text.hasPrefix("---\n"), let end = text.firstRange(of: "\n---\n") else { return text }
        return String(text[end.upperBound...].drop { $0 == "\n" })
    }

    private static func sections(of markdown: String) -> [Section] {
        var sections: [Section] = []
        var heading = ""
        var blocks: [Block] = []
        var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            if line.hasPrefix("## ") {
                sections.append(Section(heading: heading, blocks: blocks))
                (heading, blocks) = (String(line.dropFirst(3)), [])
            } else if line.hasPrefix("```") {
                let code = lines.prefix { $0 != line.prefix(3) }
                lines = lines.dropFirst(code.count + 1)
                blocks.append(.code(code.map { $0 + "\n" }.joined(), language: String(line.dropFirst(3))))
            } else if !line.isEmpty {
                blocks.append(.paragraph(String(line)))
            }
        }
        sections.append(Section(heading: heading, blocks: blocks))
        return Array(sections.dropFirst())
    }

    /// The blocks below a heading; none if the page does not have it.
    package subscript(heading: String) -> [Block] { sections.first { $0.heading == heading }?.blocks ?? [] }
}

extension RulePage {
    /// The pages of all rules, as they were when the program was built, by the ids of their rules.
    package static let embedded: [RuleID: RulePage] = {
        var count = 0
        guard let first = unsafe rule_pages(&count) else { return [:] }
        let pages = unsafe UnsafeBufferPointer(start: first, count: count).map { page in
            let bytes = unsafe UnsafeBufferPointer(start: page.bytes, count: page.count)
            return unsafe (RuleID(String(cString: page.rule)), RulePage(String(decoding: bytes, as: UTF8.self)))
        }
        return Dictionary(pages) { first, _ in first }
    }()
}

extension RuleCatalogue.Rule {
    /// The documentation's page about the rule.
    package var page: RulePage { RulePage.embedded[id] ?? RulePage(summary) }
}
