internal import CommonMark
internal import Diagnostics
internal import Testing

@Suite struct OutputTests {
    @Test func `plain text`() {
        let text =
            "# A *b*\n\nc `d`\ne {{ f.g }} [h](i) ![j](k)[^1]\n\n- l\n- m\n\n{{ faq x }}\n\n|n|o|\n|-|-|\n|p|q|\n\n[^1]: r"
        #expect(parse(text, values: ["f.g": "30"]).value.plainText() == "A b\nc d e 30 h j\nl\nm\nn\no\np\nq")
    }

    @Test func `sections`() {
        let sections = parse("intro\n\n# a\n\nx\n\ny\n\n## b\n\n> ## c\n>\n> z").value.sections()
        #expect(sections.map { $0.heading?.id ?? "-" } == ["-", "a", "b", "c"])
        #expect(sections.map(\.text) == ["intro", "x\ny", "", "z"])
    }

    @Test func `sections have the footnotes that they refer to, each once`() {
        let sections = parse("lead\n\n# a\n\nx[^n] y[^n]\n\n# b\n\nz[^m][^n]\n\n# c\n\n[^n]: *one*\n[^m]: two\n").value.sections()
        #expect(sections.map(\.text) == ["lead", "x y\none", "z\none\ntwo", ""])
    }

    @Test(arguments: [
        ("a *b*", true), ("a\nb", true), ("a\n\nb", false), ("# a", false), ("", false), ("- a", false),
        ("{{ a.b }}", true), ("{{ faq a }}", false),
    ])
    func `one paragraph`(text: String, isOne: Bool) {
        #expect(parse(text).value.isSingleParagraph == isOne)
    }

    @Test func `inline HTML has no paragraph`() {
        #expect(
            String(decoding: parse("a *b* [c](d)").value.inlineHTML(), as: UTF8.self)
                == "a <em>b</em> <a href=\"d\">c</a>")
        #expect(String(decoding: parse("a\n\nb").value.inlineHTML(), as: UTF8.self) == "<p>a</p>\n<p>b</p>\n")
    }

    @Test func `empty texts`() {
        for text in ["", "\n\n", "[a]: /b"] {
            #expect(parse(text).value.isEmpty)
            #expect(html(text).isEmpty)
        }
    }

    @Test(arguments: [
        ("`\\{x` ~~a~~", "<p><code>\\{x</code> <del>a</del></p>\n"),
        ("\\[^a] [b\\]](c\\[) ~~x~~", "<p>[^a] <a href=\"c%5B\">b]</a> <del>x</del></p>\n"),
        ("```\\~\n\\{{\n```\n\n~~a~~", "<pre tabindex=\"0\"><code class=\"language-~\">\\{{\n</code></pre>\n<p><del>a</del></p>\n"),
        ("*\\{a*b ~~c~~", "<p><em>{a</em>b <del>c</del></p>\n"), ("\\\\{{ a.b }}", "<p>\\<data value=\"a.b\">a.b</data></p>\n"),
        ("\u{10A50} \\{{ a }}", "<p>\u{10A50} {{ a }}</p>\n"),
    ])
    func `escapes of the extensions' characters`(text: String, expected: String) {
        #expect(html(text) == expected)
    }
}
