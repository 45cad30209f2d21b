internal import CommonMark
internal import Diagnostics
internal import Testing

/// Whatever the text, there is an answer, and soon.
@Suite struct HostileTests {
    private static let stars = String(repeating: "*", count: 50_000)
    private static let steps: [String] = (0..<300).map { String(repeating: "  ", count: $0) + "* a\n" }
    private static let tooMuch: [(String, RuleID)] = [
        (String(repeating: "> ", count: 50_000), "markdown/too-deep"),
        (String(repeating: "- ", count: 50_000), "markdown/too-deep"),
        (String(repeating: "1) ", count: 101), "markdown/too-deep"),
        (stars + "a" + stars, "markdown/too-deep"),
        (steps.joined(), "markdown/too-deep"),
        (String(repeating: "![[]()", count: 10_000), "markdown/too-deep"),
        (
            "|a|\n|-|\n|" + String(repeating: "*", count: 300) + "b" + String(repeating: "*", count: 300),
            "markdown/too-deep"
        ),
        (String(repeating: "a", count: 1 << 20) + "b", "markdown/too-large"),
    ]

    @Test(arguments: HostileTests.tooMuch)
    func `what is too much is said`(text: String, rule: RuleID) {
        let checked = parse(text)
        #expect(checked.diagnostics.contains { $0.rule == rule })
        _ = checked.value.html()
        _ = checked.value.sections()
    }

    @Test(arguments: [
        "[", "![", "[^", "{{ ", "~~", "|", "`", "<", "&", "\\", "[a](", "[a][", "{#", "> [!NOTE]\n", "|a|\n|-|\n",
        "[^a]: ", "\n", "\t", "#",
        "][", "~~a ", "{{a.b}}", "[^1]", "<!--", "*a **", "_a ",
    ])
    func `twenty thousand of anything`(piece: String) {
        let checked = parse(String(repeating: piece, count: 20_000 / max(1, piece.utf8.count)))
        _ = checked.value.html()
        #expect(checked.diagnostics.count <= 102)
    }

    @Test(arguments: 0..<8) func `random texts`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let pieces = [
            "[", "]", "(", ")", "^", "!", "{{", "}}", "~~", "|", "-|", ":-", "\n", "\n\n", "    ", "> ", "- ", "1. ",
            "`", "```\n", "*", "_",
            "<b>", "\\", "&amp;", "a", "é", "[^1]", "[^1]: ", "[!NOTE]", "{#a}", "# ", "]: ", "\t", "\u{2028}", "👍",
            "a.b", "\"", "|a|b|\n|-|-|\n",
            "\u{10A50}", "][",
        ]
        for _ in 0..<250 {
            let text = (0..<Int.random(in: 1...60, using: &numbers)).map { _ in
                pieces.randomElement(using: &numbers) ?? ""
            }.joined()
            let checked = parse(text, options: Markdown.Options())
            let markdown = checked.value
            let html = String(decoding: markdown.html(), as: UTF8.self)
            #expect(isBalanced(html), "\(text.debugDescription)")
            _ = markdown.sections()
            for link in markdown.links { _ = markdown.range(of: link) }
            for value in markdown.values {
                #expect(markdown.range(of: value).text.contains("{"), "\(text.debugDescription)")
            }
            #expect(Set(markdown.headings.map(\.id)).count == markdown.headings.count || checked.diagnostics.hasErrors)
        }
    }

    /// Whether every start tag has its end tag.
    private func isBalanced(_ html: String) -> Bool {
        var open: [Substring] = []
        for tag in html.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/) {
            if tag.1 == "/" {
                if open.popLast() != tag.2 { return false }
            } else if tag.3.isEmpty {
                open.append(tag.2)
            }
        }
        return open.isEmpty
    }
}
