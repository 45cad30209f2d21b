internal import CommonMark
internal import Diagnostics
internal import Testing

/// What is marked, where.
@Suite struct DiagnosticTests {
    @Test(arguments: [
        ("a &#x202e; b", ["&#x202e;"]), ("a &#X00202E; b", ["&#X00202E;"]), ("a &#8238; b", ["&#8238;"]), ("## a &lrm; b", ["&lrm;"]),
        ("a &rlm;b &zwj; c", ["&rlm;"]), ("a &amp; b &rlm; c", ["&rlm;"]), ("wo&shy;rd `&rlm;` \\&rlm; &amp;rlm;", []),
        ("\u{5D0} &rlm; \u{5D1}", []), ("*\u{5D0}* &rlm;", []), ("[a](b \"&#1;\")", ["b"]), ("[a](b&#x202a;c)", ["&#x202a;"]),
        ("![a &#8297; b](c)", ["&#8297;"]), ("|a|b|\n|-|-|\n|c|d &#x2066; e|", ["&#x2066;"]), ("a[^1]\n\n[^1]: b &#127; c", ["&#127;"]),
        ("``` &#x2028;x\n```", ["&#x2028;"]), ("- [ ] a &#x9b; b\n- c &#x9b; d", ["&#x9b;", "&#x9b;"]),
        ("&#x2800; &nbsp; &ensp; &#9; &#10; &copy;", []),
        ("- &#x85; a", ["&#x85;"]),
    ])
    func `entities of characters that nobody sees`(text: String, marked: [String]) {
        let source = { SourceText(SourceRange($0, 0..<$0.bytes.count)) }(SourceFile(path: "a.md", text: text))
        let found = Markdown.parse(source, options: Markdown.Options(topHeading: nil)).diagnostics
            .filter { $0.rule == "content/control-character" }
        #expect(found.map { $0.range.map { String(decoding: source.file.bytes[$0.bytes], as: UTF8.self) } } == marked, "\(text)")
    }

    @Test(arguments: [
        ("a <b>c</b>", ["markdown/raw-html: <b>"]), ("<div>\nx\n</div>\n", ["markdown/raw-html: <div>"]),
        ("<!-- x -->", []), ("a <!-- x --> b", []), ("<!-- x --> y", ["markdown/raw-html: <!-- x --> y"]),
        ("<!-- x\n\ny", ["markdown/raw-html: <!-- x"]), ("<!-- a --> <!-- b -->", []), ("a </b>", ["markdown/raw-html: </b>"]),
        ("a<br>b<br/>c", ["markdown/raw-html: <br>", "markdown/raw-html: <br/>"]), ("`<b>` \\<b>", []),
        ("![](a.png)", ["markdown/image-alt: a.png"]), ("![ ](a.png)", ["markdown/image-alt: a.png"]),
        ("[](a)", ["markdown/empty-link: a"]),
        ("[![](a)](b)", ["markdown/empty-link: b", "markdown/image-alt: a"]), ("[![x](a)](b)", []),
        ("[x][ref]", ["markdown/unknown-reference: [ref]"]), ("[x][]", ["markdown/unknown-reference: []"]),
        ("[x][Ref]\n\n[ref]: /u", []), ("\\[x][y]", []), ("`[x][y]`", []), ("[ ][ ]", []), ("- [ ] task", []),
        ("[x]", []),
        ("[*x*][y]", ["markdown/unknown-reference: [y]"]), ("[x] [y]", []),
        ("> - [x][knwon]\n\n[known]: /u", ["markdown/unknown-reference: [knwon]"]),
        ("a {{ b }}", ["markdown/bad-value: {{ b }}"]), ("a {{ }}", ["markdown/bad-value: {{ }}"]),
        ("a {{ b.c", ["markdown/bad-value: {{"]),
        ("a {{ B.c }}", ["markdown/bad-value: {{ B.c }}"]), ("a {{ b.c.d }}", ["markdown/bad-value: {{ b.c.d }}"]),
        ("a {{ faq b }}", ["markdown/embed-in-text: {{ faq b }}"]),
        ("[a]({{ b.c }})", ["markdown/value-in-link: {{ b.c }}"]),
        ("[a](https://x/{{ b.c }}/y)", ["markdown/value-in-link: {{ b.c }}"]),
        ("[a](https://x/?y=({{ b.c }}", ["markdown/value-in-link: {{ b.c }}"]), ("[a](b) {{ b.c }} [c](d) x{{ b.c }}", []),
        ("[a](<{{ b.c }}>)", ["markdown/value-in-link: {{ b.c }}"]),
        ("[a](/{{b.c}})", ["markdown/value-in-link: /{{b.c}}"]),
        ("> [!NTOE]\n> a", ["markdown/unknown-callout: [!NTOE]"]),
        ("x\n\n1. a\n   > é *b* <i>c", ["markdown/raw-html: <i>"]),
        ("| a |\n|-|\n| x <u> |", ["markdown/raw-html: <u>"]), ("&amp; &copy; a\\*b <u>", ["markdown/raw-html: <u>"]),
    ])
    func `marks`(text: String, expected: [String]) {
        #expect(CommonMarkTests.marks(parse(text)) == expected)
    }

    @Test(arguments: [
        ("<br>", "end the line"), ("<b>", "**bold**"), ("<TABLE>", "table of pipes"), ("x <a id=\"y\">", "{#id}"),
        ("<img src=x>", "![what it shows](file)"), ("<details>", "faq"), ("# a<br>b", "one line"),
        ("<blink>", "`blink`"),
    ])
    func `HTML has a remedy`(text: String, remedy: String) throws {
        #expect(try #require(parse(text).diagnostics.first?.help).contains(remedy))
    }

    @Test func `places in a file are those of the file`() throws {
        let checked = parse("line one\n\nlïne **two** with <b>\n")
        let start = try #require(checked.diagnostics.first?.range?.start)
        #expect(start.line == 3)
        #expect(start.column == 19)
    }

    @Test func `a text with very many mistakes names the first`() {
        let diagnostics = parse(String(repeating: "<b> ", count: 5_000)).diagnostics
        #expect(diagnostics.count == [Diagnostic].limitPerFile)
        #expect(diagnostics.last?.rule == "markdown/too-many")
    }
}
