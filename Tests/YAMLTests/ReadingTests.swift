import Diagnostics
import Testing
import YAML

/// What is read is what was written: every scalar is text.
@Suite struct ReadingTests {
    @Test(arguments: [
        "no", "Yes", "on", "off", "~", "null", "0x1F", "1.10", "007", "12:30:45", "1e3", ".inf", "2026-11-21",
        "9007199254740993",
        "http://x", "x:y", "C#", "a#b", "-b", "?b", "it's", "\u{201C}quoted\u{201D}", "日本語", "b }", "3 > 2",
    ])
    func `text stays as it was written`(text: String) {
        let checked = read("a: \(text)\n")
        #expect(checked.diagnostics.isEmpty)
        #expect(shown(checked.value) == "{a: \(text)}")
    }

    @Test(arguments: [
        ("a:\tx", "{a: x}"), ("a: x\t", "{a: x}"), ("a: x # c", "{a: x}"), ("a: # c", "{a: }"),
        ("a:\n- b\n- c", "{a: [b, c]}"),
        ("- - - a", "[[[a]]]"), ("\"a\": b", "{a: b}"), ("a: {b: [c, {d: e}], f: }", "{a: {b: [c, {d: e}], f: }}"),
        ("text", "text"),
        ("", "-"), ("# only a comment\n", "-"), ("%YAML 1.2\n---\na: b", "{a: b}"), ("---\na: b\n...\n", "{a: b}"),
        ("a: b", "{a: b}"),
        ("a: |\n  x\n  y\n", "{a: \"x\\ny\\n\"}"), ("a: >-\n  x\n  y\n\n  z\n", "{a: \"x y\\nz\"}"),
        ("a: 'it''s'", "{a: \"it\\'s\"}"),
        ("a: \"\\x41\\t\\u00e9\"", "{a: \"A\\té\"}"), ("key with spaces: x", "{key with spaces: x}"),
        ("null: x\ntrue: y\n1.5: z", "{null: x, true: y, 1.5: z}"),
        ("__proto__: x\nconstructor: y", "{__proto__: x, constructor: y}"),
        ("Title: a\ntitle: b", "{Title: a, title: b}"),
    ])
    func `values`(text: String, expected: String) {
        let checked = read(text)
        #expect(checked.diagnostics.isEmpty)
        #expect(shown(checked.value) == expected)
    }

    @Test(arguments: [
        ("- b\n  - c", ["yaml/folded-list 2:3"]), ("a: x\n  - y\n  - z", ["yaml/folded-list 2:3"]),
        ("a:\n  - x\n    -\n", ["yaml/folded-list 3:5"]), ("a: x\n\n\n   - y\nb: z", ["yaml/folded-list 4:4"]),
        ("a: \"x\n  - y\"", []), ("a: |\n  x\n  - y", []), ("a: >\n  - y\n  - z", []), ("a: x\n  -y", []),
        ("a: x\n  y - z", []), ("a:\n- b\n- c", []),
    ])
    func `an entry that goes on with the text above`(text: String, problems: [String]) {
        let checked = read(text)
        #expect(checked.diagnostics.map(brief) == problems)
        #expect(checked.value != nil)
        #expect(!checked.diagnostics.hasErrors)
    }

    /// What is lost behind ` #`, with the line to write; a sign with a space behind it is a comment that somebody meant.
    @Test(arguments: [
        ("a: Loans #1 rules", "1:10", "a: \"Loans #1 rules\""), ("- Ticket #5", "1:10", "- \"Ticket #5\""),
        ("a: #1 in loans\nb: x", "1:4", "a: \"#1 in loans\""), ("a: one\n  two #faq", "2:7", nil),
        ("a: Say \"x\" #5", "1:12", "a: 'Say \"x\" #5'"), ("a: x #ä ", "1:6", "a: \"x #ä\""),
        ("a: {b: c #5\n  }", "1:10", "a: {b: \"c #5\""),
        ("a: x # 5", nil, nil), ("a: x#5", nil, nil), ("a: \"x\" #5", nil, nil), ("a: |\n  x #5", nil, nil), ("a: x\n#5", nil, nil),
        ("#5\na: x", nil, nil), ("a: # x\n  b: c", nil, nil), ("a: #5\n  b: c", nil, nil), ("a: x ##", nil, nil),
    ])
    func `text behind a sign of a comment`(text: String, place: String?, line: String?) {
        let checked = read(text)
        #expect(checked.diagnostics.map(brief) == (place.map { ["yaml/comment \($0)"] } ?? []))
        #expect(!checked.diagnostics.hasErrors)
        if let line { #expect(checked.diagnostics.first?.help?.hasPrefix("write `\(line)`") == true) }
    }

    @Test func `what closes the braces is hidden too`() {
        let checked = read("a: {b: Is room #5 yours?}\nc: d")
        #expect(checked.diagnostics.map(brief) == ["yaml/syntax 1:16"])
        #expect(checked.diagnostics.map(\.help) == ["write `a: {b: \"Is room #5 yours?\"}`"])
    }

    @Test func `a node knows its key, its kind and its place`() throws {
        let root = try #require(read("a: one\nb:\n  - x\n  - y\n\nc: {d: e}\nf:\n").value)
        #expect(root["a"]?.range.text == "one")
        #expect(root["b"]?.range.text == "- x\n  - y")
        #expect(root["c"]?["d"]?.range.start == SourcePosition(line: 6, column: 8))
        #expect(root["c"]?.range.text == "{d: e}")
        #expect(root["zzz"] == nil)
        #expect(root["a"]?["b"] == nil)
        #expect(
            [root, root["a"], root["b"], root["f"]].map { $0?.kindInWords } == [
                "a map of keys", "text", "a list", "nothing",
            ])
    }

    /// A text with `⟦…⟧` around the words that, found in the value, must be traced back to just there.
    @Test(arguments: [
        "a: some ⟦words⟧ here", "a: 'some ⟦words⟧ here'", "a: \"é ⟦words⟧ here\"", "a: |\n  one\n  two ⟦words⟧\n",
        "a:\n  b: |\n      one\n\n      ⟦words⟧\n", "a: |-\n\n\n  ⟦words⟧", "a: >\n  ⟦words⟧\n",
        "- |\n  x\n    indented ⟦words⟧\n", "a: >-\n  ⟦words⟧ and\n  more",
        "a: one\n  two\n\n  some ⟦words⟧ # no", "a: 'it''s\n  some ⟦words⟧'", "a: \"\\u00e9 \\\"q\\\" ⟦words⟧\"",
        "a: \"one \\\n   ⟦words⟧\"",
        "a: >\n  one\n  two ⟦words⟧\n\n    deeper\n", "a: >+\n\n  one\n\n\n    deeper ⟦words⟧\n\n", "a: \"x\\tx\\x41\\n ⟦words⟧\"",
        "a: |2\n    code\n  ⟦words⟧\n", "a: >2-\n    code\n  ⟦words⟧\n",
    ])
    func `a word in a text is traced to its place`(written: String) throws {
        let text = written.replacing("⟦", with: "").replacing("⟧", with: "")
        let place = Array(written.replacing("⟧", with: "").utf8).firstRange(of: Array("⟦".utf8))?.lowerBound
        let root = try #require(read(text).value)
        let scalar = try #require(scalars(in: root).first { shown($0).contains("words") })
        let source = try #require(scalar.sourceText)
        let found = try #require(source.bytes.firstRange(of: Array("words".utf8)))
        #expect(source.range(of: found).bytes.lowerBound == place)
        #expect(source.range(of: found).text == "words")
    }

    private func scalars(in node: Node) -> [Node] {
        switch node.value {
        case .scalar: [node]
        case .sequence(let nodes): nodes.flatMap(scalars)
        case .mapping(let entries): entries.flatMap { scalars(in: $0.value) }
        }
    }

    @Test func `lists and maps have no text`() {
        #expect(read("[a]").value?.sourceText == nil)
    }
}

/// No file holds up a build. The limits of time are those of a busy machine: what they guard against takes minutes.
@Suite struct LimitTests {
    private func timed(_ text: String, _ limit: Duration = .seconds(20)) -> Checked<Node?> {
        var checked: Checked<Node?> = Checked(nil)
        let time = ContinuousClock().measure { checked = read(text) }
        #expect(time < limit)
        return checked
    }

    @Test(arguments: [
        String(repeating: "[", count: 20_000),
        String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000),
        String(repeating: "{a: ", count: 10_000), String(repeating: "- ", count: 50_000) + "x",
        (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func `deep nesting is refused at the first level too many`(text: String) {
        #expect(timed(text).diagnostics.map(\.rule) == ["yaml/too-deep"])
    }

    @Test func `as deep as allowed is fine, one deeper is not`() {
        let deep = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
        #expect(read(deep(Limits.depth)).diagnostics.isEmpty)
        #expect(read(deep(Limits.depth + 1)).diagnostics.map(brief) == ["yaml/too-deep 1:\(Limits.depth + 1)"])
    }

    @Test func `aliases cannot blow up`() {
        let bomb = (1..<20).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        #expect(timed("a0: &a0 x\n" + bomb).diagnostics.map(brief) == ["yaml/anchor 1:5"])
        #expect(timed("a: *a0\n" + bomb).diagnostics.map(\.rule) == ["yaml/alias"])
        #expect(timed((0..<20_000).map { "a\($0): &x\($0) y\n" }.joined()).diagnostics.count == 1)
    }

    @Test func `twenty thousand keys, entries, comments, quotes`() {
        #expect(timed((0..<20_000).map { "a\($0): y\n" }.joined()).diagnostics.isEmpty)
        #expect(timed(String(repeating: "- x\n", count: 20_000)).diagnostics.isEmpty)
        #expect(timed(String(repeating: "# c\n", count: 50_000)).value == nil)
        #expect(timed("a: [" + (0..<20_000).map { "'\($0)'" }.joined(separator: ",") + "]").diagnostics.isEmpty)
    }

    @Test func `one huge line`() {
        #expect(timed("a: " + String(repeating: "word ", count: 50_000)).diagnostics.isEmpty)
        #expect(timed("a: \"" + String(repeating: "é", count: 200_000)).diagnostics.map(brief) == ["yaml/syntax 1:4"])
    }

    @Test func `any bytes are answered`() {
        for byte in UInt8.min...UInt8.max {
            for text in [
                [byte], Array("a: ".utf8) + [byte, 10], Array("a: \"".utf8) + [byte, 34],
                Array("- ".utf8) + [byte, byte, 58, 32, byte],
            ] {
                _ = read(text)
            }
        }
    }
}
