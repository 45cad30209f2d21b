internal import CommonMark
internal import Diagnostics
internal import Testing

@Suite struct ExtensionTests {
    @Test(arguments: [
        ("~~a~~", "<p><del>a</del></p>\n"),
        ("~~a *b* c~~ d", "<p><del>a <em>b</em> c</del> d</p>\n"),
        ("*~~a~~*", "<p><em><del>a</del></em></p>\n"),
        ("[~~a~~](b)", "<p><a href=\"b\"><del>a</del></a></p>\n"),
        ("~~a\nb~~", "<p><del>a\nb</del></p>\n"),
        ("a~~b~~c", "<p>a<del>b</del>c</p>\n"),
        ("~~**a**~~", "<p><del><strong>a</strong></del></p>\n"),
        ("~~`a`~~ ~~b~~", "<p><del><code>a</code></del> <del>b</del></p>\n"),
        ("~a~", "<p>~a~</p>\n"),
        ("~~~a~~~ b", "<p>~~~a~~~ b</p>\n"),
        ("~~a", "<p>~~a</p>\n"),
        ("~~ a ~~", "<p>~~ a ~~</p>\n"),
        ("\\~~a~~", "<p>~~a~~</p>\n"),
        ("`~~a~~`", "<p><code>~~a~~</code></p>\n"),
        ("*a ~~b* c~~", "<p><em>a ~~b</em> c~~</p>\n"),
    ])
    func `strikethrough`(text: String, expected: String) {
        // Three tildes at a line's start would open code.
        let shown = text.hasPrefix("~~~") ? html("x " + text).replacing("<p>x ", with: "<p>") : html(text)
        #expect(shown == expected)
    }

    @Test(arguments: [
        ("> [!NOTE]\n> a", "note", "Note", "<p>a</p>\n"),
        ("> [!tip]\n> a\n>\n> b", "tip", "Tip", "<p>a</p>\n<p>b</p>\n"),
        ("> [!Important]  \n> - a", "important", "Important", "<ul>\n<li>a</li>\n</ul>\n"),
        ("> [!WARNING]\n>\n> a", "warning", "Warning", "<p>a</p>\n"),
        ("> [!CAUTION]", "caution", "Caution", ""),
        ("> [!NOTE]\nlazy", "note", "Note", "<p>lazy</p>\n"),
        ("> [!NOTE]\n> > a", "note", "Note", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
    ])
    func `callouts`(text: String, kind: String, title: String, content: String) {
        #expect(
            html(text) == """
                <aside role="note" class="callout \(kind)" aria-label="\(title)">
                <p class="callout-title">\(title)</p>
                \(content)</aside>

                """)
    }

    @Test(arguments: [
        "> \\[!NOTE]\n> a", "> [!note](x)", "a [!NOTE]", "> **[!NOTE]**\n> a", "> `[!NOTE]`\n> a",
    ])
    func `no callouts`(text: String) {
        #expect(html(text) == libcmarkHTML(text))
        #expect(parse(text).diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("> [!NOTE] A *b* `c`\n> d", "Note: A b c", "A <em>b</em> <code>c</code>", "<p>d</p>\n"),
        ("> [!NOTE] **A**\n>\n> - b", "Note: A", "<strong>A</strong>", "<ul>\n<li>b</li>\n</ul>\n"), ("> [!NOTE]  A", "Note: A", "A", ""),
    ])
    func `a callout has a title of its own`(text: String, label: String, title: String, content: String) {
        #expect(
            html(text) == """
                <aside role="note" class="callout note" aria-label="\(label)">
                <p class="callout-title">\(title)</p>
                \(content)</aside>

                """)
    }

    @Test(arguments: [
        ("- [ ] a", "<li><input type=\"checkbox\" class=\"task\" disabled=\"\" aria-label=\"Not done\" /> a</li>"),
        ("1. [x] *a*", "<li><input type=\"checkbox\" class=\"task\" disabled=\"\" checked=\"\" aria-label=\"Done\" /> <em>a</em></li>"),
        ("- \\[ ] a", "<li>[ ] a</li>"), ("- a [ ] b", "<li>a [ ] b</li>"), ("- `[ ]` a", "<li><code>[ ]</code> a</li>"),
    ])
    func `boxes to tick`(text: String, expected: String) {
        #expect(html(text).contains(expected))
        #expect(parse(text).diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("https://a.org", "https://a.org"), ("(https://a.org/b(c))", "https://a.org/b(c)"),
        ("https://a.org/b_c_d*.", "https://a.org/b_c_d"), ("HTTP://A.org/?x=1&y=2!", "HTTP://A.org/?x=1&y=2"),
        ("www.a.org, b", "http://www.a.org"), ("*https://a.org*", "https://a.org"),
        ("a.b+c@d-e.org.", "mailto:a.b+c@d-e.org"), ("mailto:a@b.org", "mailto:a@b.org"),
        ("“https://a.org”", "https://a.org"), ("|https://a.org|\n|-|", "https://a.org"),
        ("> [!NOTE] https://a.org", "https://a.org"), ("# https://a.org", "https://a.org"),
        ("http://localhost:8000/", "http://localhost:8000/"), ("https://a.org/\\~b", "https://a.org/~b"),
    ])
    func `addresses in the text are links`(text: String, destination: String) throws {
        let checked = parse(text)
        let link = try #require(checked.value.links.first, "\(text)")
        #expect(link.destination == destination)
        #expect(link.isAutolink)
        #expect(checked.diagnostics.isEmpty)
        #expect(destination.hasSuffix(checked.value.range(of: link).text) || text.contains("\\"))
    }

    @Test(arguments: [
        "`https://a.org`", "https\\://a.org", "a\\@b.org", "xhttps://a.org", "foo@1.2.3", "@a", "a@b",
        "https://", "www.", "    https://a.org", "```\nhttps://a.org\n```",
    ])
    func `no addresses`(text: String) {
        #expect(parse(text).value.links.isEmpty)
    }

    @Test func `a line breaks in a cell, and a comment is left out`() {
        #expect(html("|a|\n|-|\n|b<br>c<BR />d|").contains("<td>b<br />\nc<br />\nd</td>"))
        #expect(html("a <!-- b --> c\n\n<!-- d -->\n\ne") == "<p>a  c</p>\n<p>e</p>\n")
        #expect(parse("a<br>b", options: Markdown.Options(allowsBreaks: true)).diagnostics.isEmpty)
    }

    @Test func `callouts of one kind have names of their own`() {
        let shown = html("> [!NOTE]\n> a\n\n> [!TIP]\n> b\n\n- > [!NOTE]\n  > c")
        #expect(shown.matches(of: /aria-label="([^"]*)"/).map { String($0.1) } == ["Note", "Tip", "Note (2)"])
    }

    @Test func `callouts carry the words of the page's language`() {
        var words = Words.english
        words.note = "<Remarque>"
        #expect(
            html("> [!NOTE]\n> a", Resolution(words: words)).hasPrefix(
                "<aside role=\"note\" class=\"callout note\" aria-label=\"&lt;Remarque&gt;\">\n<p class=\"callout-title\">&lt;Remarque&gt;</p>"
            ))
    }

    @Test(arguments: [
        ("{{ a.b }}", ["a.b"]), ("x {{a.b}} y {{ c-1.d-2 }}", ["a.b", "c-1.d-2"]), ("`{{ a.b }}`", []),
        ("\\{{ a.b }}", []), ("    {{ a.b }}", []), ("# {{ a.b }}", ["a.b"]), ("[{{ a.b }}](c)", ["a.b"]),
        ("![{{ a.b }}](c)", ["a.b"]), ("|{{ a.b }}|\n|-|", ["a.b"]), ("*{{ a.b }}*", ["a.b"]),
    ])
    func `values`(text: String, names: [String]) {
        let checked = parse(text)
        #expect(checked.value.values.map(\.name) == names)
        #expect(checked.diagnostics.isEmpty)
        #expect(
            checked.value.values.map { checked.value.range(of: $0).text }.allSatisfy {
                $0.hasPrefix("{{") && $0.hasSuffix("}}")
            })
    }

    @Test(arguments: [
        ("{{ faq relicensing }}", [["faq", "relicensing"]]), ("{{faq}}", [["faq"]]),
        ("{{ products all complexity=low\n  group=a_b_c }}", [["products", "all", "complexity=low", "group=a_b_c"]]),
        ("- {{ faq a }}\n- b", [["faq", "a"]]), ("> [!NOTE]\n> {{ faq a }}", [["faq", "a"]]),
        ("{{ faq a }}\n\n{{ table b }}", [["faq", "a"], ["table", "b"]]), ("\\{{ faq a }}", []), ("`{{ faq a }}`", []),
    ])
    func `embeds`(text: String, words: [[String]]) {
        let checked = parse(text)
        #expect(checked.value.embeds.map(\.words) == words)
        #expect(checked.diagnostics.isEmpty)
        #expect(
            checked.value.embeds.map { checked.value.range(of: $0).text }.allSatisfy {
                $0.hasPrefix("{{") && $0.hasSuffix("}}")
            })
    }

    @Test func `values and embeds print what the site decided`() {
        let resolution = Resolution(embeds: [Array("<table></table>".utf8)])
        let text = parse("a {{ b.c }}\n\n{{ faq x }}\n\nd", values: ["b.c": "<30> days"]).value
        #expect(
            String(decoding: text.html(resolution), as: UTF8.self)
                == "<p>a &lt;30&gt; days</p>\n<table></table>\n<p>d</p>\n")
    }

    @Test(arguments: [
        ("## The limit is {{ v.max }}", "<h2 id=\"the-limit-is-30-days\">The limit is 30 days</h2>\n"),
        ("[a {{ v.max }}](b \"c {{ v.max }}\")", "<p><a href=\"b\" title=\"c 30 days\">a 30 days</a></p>\n"),
        ("![a {{ v.max }}](b)", "<p><img src=\"b\" alt=\"a 30 days\" /></p>\n"),
        ("`{{ v.max }}` \\{{ v.max }}", "<p><code>{{ v.max }}</code> {{ v.max }}</p>\n"),
        ("{{ count list }}", "<p>Seven</p>\n"), ("[{{ count list }} a](b)", "<p><a href=\"b\">Seven a</a></p>\n"),
        ("*a* {{ count list }}", "<p><em>a</em> seven</p>\n"),
        ("All {{ count list a=b }}.", "<p>All seven.</p>\n"),
        ("> - {{ v.max }}", "<blockquote>\n<ul>\n<li>30 days</li>\n</ul>\n</blockquote>\n"),
    ])
    func `a value is text wherever it is read`(text: String, printed: String) {
        let values = ["v.max": "30 days", "count list": "seven", "count list a=b": "seven"]
        #expect(String(decoding: parse(text, values: values).value.html(), as: UTF8.self) == printed)
    }

    @Test func `a value that is open is named by an element, and by words where none can stand`() {
        let text = parse("It is {{ q.answer }} ![{{ q.answer }}](b)").value
        #expect(
            String(decoding: text.html(), as: UTF8.self)
                == "<p>It is <data value=\"q.answer\">q.answer</data> <img src=\"b\" alt=\"q.answer\" /></p>\n")
        #expect(text.plainText(Resolution(names: ["q.answer": .text("five")])) == "It is five five")
    }
}
