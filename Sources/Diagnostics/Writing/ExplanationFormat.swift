/// What the documentation says about a rule, for people at a terminal.
package struct ExplanationFormat: Sendable {
    private let style: TerminalStyle

    /// - Parameter usesColour: for a terminal.
    package init(usesColour: Bool) { style = TerminalStyle(usesColour: usesColour) }

    /// The rule, how much it matters, and its page: headings stand out, texts are filled, code is indented.
    package func text(_ rule: RuleCatalogue.Rule) -> String {
        let head = bold(rule.id.name) + "  \(rule.severity.rawValue)\(rule.isSwitchable ? ", a site may change it" : "")\n"
        let page = rule.page
        // Without sections the page is its summary alone.
        guard !page.sections.isEmpty else { return head + "\n" + page.markdown + "\n" }
        return head + page.sections.map { "\n" + bold($0.heading) + "\n" + $0.blocks.map { block($0, rule) }.joined() }.joined()
    }

    /// All rules with their summaries, by group.
    package func list(_ groups: [RuleCatalogue.Group] = RuleCatalogue.groups) -> String {
        groups.map { group in
            let rules = group.rules
            let width = rules.map(\.id.name.count).max() ?? 0
            let lines = rules.map { rule in
                "  " + rule.id.name + String(repeating: " ", count: width + 2 - rule.id.name.count) + rule.summary + "\n"
            }
            return bold(group.title) + "\n" + lines.joined()
        }.joined(separator: "\n")
    }

    /// A rule's whole page without marks, for programs that show only text.
    static func plainText(_ rule: RuleCatalogue.Rule) -> String {
        let format = ExplanationFormat(usesColour: false)
        return rule.page.sections.map { $0.heading + "\n" + $0.blocks.map { format.block($0, rule) }.joined() }.joined(separator: "\n")
    }

    private func block(_ block: RulePage.Block, _ rule: RuleCatalogue.Rule) -> String {
        switch block {
        case .paragraph(let text): "\n" + filled(RuleLink.writtenOut(text, on: rule.id))
        case .code(let code, _):
            "\n"
                + code.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
        }
    }

    /// Breaks a text into lines that fit a terminal.
    private func filled(_ text: String) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= ExplanationFormat.width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Columns of a terminal that nobody has made wider.
    private static let width = 80

    private func bold(_ text: String) -> String { style.painted(text, .bold) }
}
