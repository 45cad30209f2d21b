import Diagnostics
import Testing

/// What people read: the exact text.
@Suite struct TextFormatTests {
    private func text(_ diagnostics: [Diagnostic], colour: Bool = false) -> String {
        TextFormat(usesColour: colour).text(diagnostics)
    }

    /// The line with the source and the line with the marks.
    private func excerpt(_ text: String) -> [String] {
        let (_, range) = marked(text)
        let lines = self.text([Diagnostic("a/b", "wrong", at: range)]).split(
            separator: "\n", omittingEmptySubsequences: false)
        return [String(lines[3]), String(lines[4])]
    }

    @Test func `a message shows the line and what to do`() {
        let (_, range) = marked("title: A\n\nAsk an [administrator](⟦acces.md⟧) for it.\n")
        let diagnostic = Diagnostic(
            "link/unknown-page", "there is no page acces.md", at: range, notes: ["it was there yesterday"],
            help: "did you mean access.md?")
        #expect(
            text([diagnostic]) == """
                error[link/unknown-page]: there is no page acces.md
                 --> Content/page.md:3:24
                  |
                3 | Ask an [administrator](acces.md) for it.
                  |                        ^^^^^^^^
                  = note: it was there yesterday
                  = did you mean access.md?

                1 error
                more: waymark explain link/unknown-page

                """)
    }

    @Test func `the margin is as wide as the number of the line`() {
        let (_, range) = marked(String(repeating: "\n", count: 99) + "a ⟦b⟧")
        #expect(
            text([Diagnostic("a/b", "wrong", at: range, severity: .warning, help: "do it")]) == """
                warning[a/b]: wrong
                   --> Content/page.md:100:3
                    |
                100 | a b
                    |   ^
                    = do it

                1 warning
                more: waymark explain a/b

                """)
    }

    @Test func `a file without a place, and nothing at all`() {
        let diagnostics = [
            Diagnostic("site/no-settings", "the file is missing", at: nil, path: "Content/site.yaml", help: "write it"),
            Diagnostic("a/b", "nowhere", at: nil),
        ]
        #expect(
            text(diagnostics) == """
                error[site/no-settings]: the file is missing
                  --> Content/site.yaml
                  = write it

                error[a/b]: nowhere

                2 errors
                more: waymark explain site/no-settings a/b

                """)
        #expect(text([]) == "")
    }

    @Test(arguments: [(1, 0, "1 error"), (2, 0, "2 errors"), (0, 1, "1 warning"), (1, 2, "1 error, 2 warnings")])
    func `a line counts`(errors: Int, warnings: Int, expected: String) {
        let diagnostics =
            (0..<errors).map { Diagnostic("a/b", "\($0)", at: nil) }
            + (0..<warnings).map { Diagnostic("a/b", "\($0)", at: nil, severity: .warning) }
        #expect(text(diagnostics).hasSuffix("\n\n\(expected)\nmore: waymark explain a/b\n"))
    }

    @Test func `the last line leads to the documentation, once for each rule, and stays short`() {
        func lastLine(_ rules: [RuleID]) -> String? {
            text(rules.map { Diagnostic($0, "wrong", at: nil) }).split(separator: "\n").last.map(String.init)
        }
        #expect(lastLine(["b/c", "a/b", "b/c"]) == "more: waymark explain b/c a/b")
        #expect(lastLine(["b/c", "a/b", "c/d", "a/c"]) == "more about each rule: waymark explain RULE, such as waymark explain b/c")
    }

    @Test(arguments: [
        ("ab ⟦cd⟧ e", ["1 | ab cd e", "  |    ^^"]), ("ab⟦⟧", ["1 | ab", "  |   ^"]), ("⟦⟧", ["1 | ", "  | ^"]),
        ("\t⟦x⟧", ["1 | \tx", "  | \t^"]), ("日本⟦語⟧x", ["1 | 日本語x", "  |     ^^"]), ("あ한⟦x⟧", ["1 | あ한x", "  |     ^"]),
        ("👍 ⟦ab⟧", ["1 | 👍 ab", "  |    ^^"]), ("e\u{301}⟦x⟧", ["1 | e\u{301}x", "  |  ^"]),
        ("a ⟦b\nc⟧ d", ["1 | a b", "  |   ^"]), ("⟦long\nlines⟧", ["1 | long", "  | ^^^^"]),
        ("a\u{1B}[31m⟦b⟧", ["1 | a\u{FFFD}[31mb", "  |       ^"]), ("a\u{202E}⟦b⟧", ["1 | a\u{FFFD}b", "  |   ^"]),
    ])
    func `the mark stands under the fault`(source: String, expected: [String]) {
        #expect(excerpt(source) == expected)
    }

    @Test func `a long line is cut around the fault`() {
        let start = excerpt("⟦x⟧" + String(repeating: "a", count: 300))
        #expect(start == ["1 | x" + String(repeating: "a", count: 118) + "…", "  | ^"])
        let middle = excerpt(String(repeating: "a", count: 200) + "⟦xyz⟧" + String(repeating: "b", count: 200))
        #expect(
            middle[0] == "1 | …" + String(repeating: "a", count: 40) + "xyz" + String(repeating: "b", count: 76) + "…")
        #expect(middle[1] == "  | " + String(repeating: " ", count: 41) + "^^^")
        let wide = excerpt("⟦" + String(repeating: "a", count: 300) + "⟧")
        #expect(wide[1] == "  | " + String(repeating: "^", count: 119))
        let end = excerpt(String(repeating: "a", count: 300) + "⟦⟧")
        #expect(end == ["1 | …" + String(repeating: "a", count: 40), "  | " + String(repeating: " ", count: 41) + "^"])
    }

    @Test func `nothing that an author wrote reaches the terminal as a command`() {
        let output = text([
            Diagnostic("a/b", "a\u{1B}[2Jb\rc\nd\u{202E}e\u{7F}", at: nil, path: "x\u{1B}y", help: "h\u{9B}31m")
        ])
        #expect(!output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        #expect(output.hasPrefix("error[a/b]: a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}\n"))
    }

    @Test func `colour marks the severity, the message and the place`() {
        let (_, range) = marked("⟦x⟧")
        let output = text([Diagnostic("a/b", "wrong", at: range)], colour: true)
        #expect(output.contains("\u{1B}[31merror[a/b]\u{1B}[0m: \u{1B}[1mwrong\u{1B}[0m"))
        #expect(output.contains("\u{1B}[31m^\u{1B}[0m"))
        #expect(
            text([Diagnostic("a/b", "wrong", at: nil, severity: .warning)], colour: true).hasPrefix("\u{1B}[33mwarning")
        )
    }
}
