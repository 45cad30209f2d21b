internal import CommonMark
internal import Diagnostics
internal import Testing

@Suite struct LinkTests {
    @Test(arguments: [
        ("[a](b)", ["b"]), ("[a](b \"c\") [d](e)", ["b", "e"]), ("[a](<b c>)", ["b c"]),
        ("![a](b) *x* [c](d(e)f)", ["b", "d(e)f"]),
        ("[a](b\\)c)", ["b\\)c"]), ("<http://x.y> [a](b)", ["http://x.y", "b"]), ("[b](b) b [b](b)", ["b", "b"]),
        ("`[a](b)` [c](d)", ["d"]), ("[![i](j)](k)", ["k", "j"]), ("> a\n> [b](c)\n> [d](e)", ["c", "e"]),
        ("- x\n\n  [a](b)", ["b"]), ("| [a](b) |\n|-|\n| x [c](d) |", ["b", "d"]),
        ("[a][r] [r]\n\n[r]: /u", ["[r]", "[r]"]),
        ("&amp; \\* &#35; [a](b)", ["b"]), ("# [a](b)\n\nx\n\n[c](d)", ["b", "d"]), ("1. 1 [1](1)", ["1"]),
        ("[a](\nb\n'c d')[e](f)", ["b", "f"]),
        ("x[^1] [a](b)\n\n[^1]: y [c](d)\n    [e](f)", ["b", "d", "f"]), ("{{ a.b }} ~~[a](b)~~ [c](d)", ["b", "d"]),
        ("[é](ü)", ["ü"]), ("[r](x y [a](b)\n\n[r]: /u", ["[r]", "b"]), ("\\\\[a](b) \\* [c](d)", ["b", "d"]),
        ("| \\[^x] | [a](b) |\n|-|-|", ["b"]),
    ])
    func `the place of each destination`(text: String, places: [String]) {
        let markdown = parse(text).value
        #expect(markdown.links.map { markdown.range(of: $0).text } == places)
        #expect(markdown.links.reversed().map { markdown.range(of: $0).text } == places.reversed())
    }

    @Test func `what is said of links`() throws {
        let links = parse("[a *b*](c\\) \"t\") ![i `j`](k) <x@y.z> [r](<http://ä>)").value.links
        #expect(links.map(\.destination) == ["c)", "k", "mailto:x@y.z", "http://ä"])
        #expect(links.map(\.text) == ["a b", "i j", "x@y.z", "r"])
        #expect(links.map(\.title) == ["t", "", "", ""])
        #expect(links.map(\.isImage) == [false, true, false, false])
        #expect(links.map(\.isAutolink) == [false, false, true, false])
    }

    @Test func `an autolink is not a link whose text is its destination`() {
        #expect(parse("<http://a> [http://a](http://a) <tool:x>").value.links.map(\.isAutolink) == [true, false, true])
    }

    @Test(arguments: [
        (ResolvedLink(url: "../x/"), "<a href=\"../x/\" title=\"t\"><em>a</em></a>"),
        (
            ResolvedLink(url: "http://x/\"&é", kind: .outside),
            "<a href=\"http://x/%22&amp;%C3%A9\" title=\"t\" rel=\"external\"><em>a</em></a>"
        ),
        (ResolvedLink(url: "x", text: "<W>"), "<a href=\"x\" title=\"t\">&lt;W&gt;</a>"),
        (ResolvedLink(url: "x", kind: .broken), "<em>a</em>"),
    ])
    func `resolved`(link: ResolvedLink, expected: String) {
        #expect(html("[*a*](b \"t\")", Resolution(links: [link])) == "<p>\(expected)</p>\n")
    }

    @Test func `an image of nothing prints its alternative text`() {
        #expect(html("![a *b*](c)", Resolution(links: [ResolvedLink(url: "", kind: .broken)])) == "<p>a b</p>\n")
        #expect(html("![a](c)", Resolution(links: [ResolvedLink(url: "d")])) == "<p><img src=\"d\" alt=\"a\" /></p>\n")
    }

    @Test func `an image keeps its place free, and waits until it comes near if another one stands before it`() {
        let link = ResolvedLink(url: "d", size: PixelSize(width: 3, height: 2))
        #expect(
            html("![a](c \"t\") ![a](c)\n\n![a](c)", Resolution(links: [link, link, ResolvedLink(url: "e")])) == """
                <p><img src="d" alt="a" title="t" width="3" height="2" /> <img src="d" alt="a" width="3" height="2" loading="lazy" /></p>
                <p><img src="e" alt="a" /></p>

                """)
    }

    @Test(arguments: [
        "[a](javascript:alert(1))", "[a](<JAVASCRIPT:x>)", "![a](data:text/html,x)", "[a](vbscript:x)",
        "<javascript:x>", "[a](&#106;avascript:x)",
        "[a](file:///x)",
    ])
    func `dangerous addresses are not printed`(text: String) {
        #expect(html(text).contains("=\"\""))
    }

    @Test(arguments: [
        "\"><script>x</script>", "' onload='x", "<img src=x onerror=x>", "&quot;><b>", "]]><x>", "--><x>", "`\"><x>`",
    ])
    func `no text becomes markup`(attack: String) {
        let texts = [
            attack, "# \(attack)", "[a](b \"\(attack)\")", "![\(attack)](b)", "```\(attack)\nx\n```",
            "|\(attack)|\n|-|\n|\(attack)|",
            "a[^\(attack)]\n\n[^\(attack)]: x", "> [!NOTE]\n> \(attack)", "{{ \(attack) }}", "~~\(attack)~~",
            "[a](<\(attack)>)",
        ]
        for text in texts {
            let elements = html(text).matches(of: /<\/?([a-z]+[0-9]?)/).map { String($0.1) }
            let allowed: Set = [
                "p", "h1", "a", "img", "pre", "code", "div", "table", "thead", "tbody", "tr", "th", "td", "sup",
                "section", "ol", "li",
                "aside", "del",
            ]
            #expect(Set(elements).isSubset(of: allowed), "\(text): \(html(text))")
            #expect(!html(text).contains("<img src=x"))
        }
    }
}
