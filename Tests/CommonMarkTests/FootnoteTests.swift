internal import CommonMark
internal import Diagnostics
internal import Testing

@Suite struct FootnoteTests {
    @Test func `the whole form`() {
        #expect(
            html("a[^x] b[^y] c[^x]\n\n[^y]: two\n[^x]: one\n") == """
                <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup> \
                b<sup class="footnote-ref"><a href="#fn-2" id="fnref-2">2</a></sup> \
                c<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2">1</a></sup></p>
                <section class="footnotes" aria-label="Footnotes">
                <ol>
                <li id="fn-1">
                <p>one <a href="#fnref-1" class="footnote-back" aria-label="Back to reference 1">↩</a> \
                <a href="#fnref-1-2" class="footnote-back" aria-label="Back to reference 1-2">↩</a></p>
                </li>
                <li id="fn-2">
                <p>two <a href="#fnref-2" class="footnote-back" aria-label="Back to reference 2">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test(arguments: [
        ("[^1]: word", "<p>word"), ("[^1]: two words", "<p>two words"), ("[^1]: a\nlazy", "<p>a\nlazy"),
        ("[^1]: a\n    b", "<p>a\nb"), ("[^1]: a\n\n    b", "<p>a</p>\n<p>b"), ("[^1]:\n    b", "<p>b"),
        ("[^1]: - a\n    - b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>"),
        ("[^1]: a\n\n        code", "<p>a</p>\n<pre tabindex=\"0\"><code>code\n</code></pre>\n<p>"),
        ("[^1]: [a](b) `c` ~~d~~", "<p><a href=\"b\">a</a> <code>c</code> <del>d</del>"),
        ("[^1]: a\n# h", "<p>a"), ("para\n[^1]: a", "<p>a"), ("- item\n[^1]: a", "<p>a"), ("  [^1]: a", "<p>a"),
        ("[^1]: see [r]\n\n[r]: /u", "<p>see <a href=\"/u\">r</a>"),
        ("[^1]: | h |\n    |---|\n    | c |", "<div class"),
    ])
    func `bodies`(definition: String, body: String) {
        let text = "x[^1]\n\n\(definition)\n"
        #expect(html(text).contains("<li id=\"fn-1\">\n\(body)"), "\(html(text))")
        #expect(parse(text).diagnostics.isEmpty)
    }

    @Test(arguments: [
        "`[^1]`", "```\n[^1]: a\n```", "    [^1]: a", "\\[^1]", "[^ a]", "[^]", "<div>\n[^1]: a\n</div>",
    ])
    func `no footnotes`(text: String) {
        #expect(withoutAdditions(html(text)) == libcmarkHTML(text))
    }

    @Test(arguments: [
        ("a[^x]", ["markdown/unknown-footnote: [^x]"]),
        ("a[^note] b[^nota]\n\n[^nota]: c", ["markdown/unknown-footnote: [^note]"]),
        ("[^x]: a", ["markdown/unused-footnote: [^x]: a"]),
        ("a[^x]\n\n[^x]: b\n[^X]: c", ["markdown/duplicate-footnote: [^X]: c"]),
        ("**é** a[^x] b[^y]", ["markdown/unknown-footnote: [^x]", "markdown/unknown-footnote: [^y]"]),
        ("a[^1]\n\n[^1]: see <b>x\n    and <i>y", ["markdown/raw-html: <b>", "markdown/raw-html: <i>"]),
    ])
    func `mistakes`(text: String, expected: [String]) {
        #expect(marks(parse(text)) == expected)
    }

    @Test func `an unknown label suggests a known one`() {
        #expect(parse("a[^note]\n\n[^nota]: b").diagnostics.first?.help == "did you mean [^nota]?")
    }

    @Test func `labels do not regard case and a footnote may refer to another`() {
        let shown = html("a[^A]\n\n[^a]: b[^c]\n[^C]: d")
        #expect(shown.contains("<p>b<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\">2</a></sup>"))
    }

    @Test func `ids have the prefix`() {
        let checked = parse("# h\n\na[^1]\n\n[^1]: b", options: Markdown.Options(idPrefix: "q\"-", topHeading: nil))
        let shown = String(decoding: checked.value.html(.asWritten), as: UTF8.self)
        for part in [
            "<h1 id=\"q&quot;-h\">", "href=\"#q&quot;-fn-1\" id=\"q&quot;-fnref-1\"", "<li id=\"q&quot;-fn-1\">",
        ] {
            #expect(shown.contains(part))
        }
    }
}
