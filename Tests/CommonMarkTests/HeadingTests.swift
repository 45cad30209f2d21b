internal import CommonMark
internal import Diagnostics
internal import Testing

@Suite struct HeadingTests {
    @Test(arguments: [
        ("Hello World", "hello-world"), ("Über uns", "über-uns"), ("Größe & Maß", "größe--maß"),
        ("C++ (2nd ed.)", "c-2nd-ed"),
        ("日本語 の 見出し", "日本語-の-見出し"), ("👍 Thumbs 👩‍💻 up", "-thumbs--up"), ("a — b", "a--b"),
        ("snake_case-x", "snake_case-x"),
        ("`code` *em* [link](u)", "code-em-link"), ("1️⃣ One", "1-one"), ("!!!", "section"), ("ΑΣ", "ας"),
        ("a\u{301}", "a\u{301}"),
        ("हिन्दी", "हिन्दी"), ("İ", "i\u{307}"), ("A.B", "ab"), ("don't", "dont"), ("a\tb", "ab"), ("½ ² Ⅷ", "--"),
    ])
    func `slugs`(heading: String, id: String) {
        // The final sigma is Git hosts' business: they lower each letter by itself.
        let expected = id.replacing("ς", with: "σ")
        #expect(parse("## \(heading)").value.headings.map(\.id) == [expected])
    }

    @Test(arguments: [
        ("# a\n# a\n# a", ["a", "a-1", "a-2"]), ("# a\n# a-1\n# a", ["a", "a-1", "a-2"]),
        ("# a\n# a\n# b {#a-1}", ["a", "a-2", "a-1"]), ("# a {#b}\n# b", ["b", "b-1"]),
        ("# !\n# ?", ["section", "section-1"]),
        ("# x {#my_id.2}", ["my_id.2"]), ("# {#x}", ["x"]), ("# x \\{#y}", ["x-y"]), ("# x{#y}", ["xy"]),
        ("# `x {#y}`", ["x-y"]),
        ("x {#y}\n---", ["y"]), ("- # a {#b}\n\n> # c", ["b", "c"]),
    ])
    func `ids`(text: String, ids: [String]) {
        #expect(parse(text).value.headings.map(\.id) == ids)
    }

    @Test func `an explicit id is not shown`() {
        #expect(html("## a *b* {#c}") == "<h2 id=\"c\">a <em>b</em></h2>\n")
        #expect(parse("## a *b* {#c}").value.headings.first?.text == "a b")
    }

    @Test(arguments: [
        ("# a", ["markdown/heading-one: # a"]), ("## a\n\n#### b\n\n#### c", ["markdown/skipped-heading: #### b"]),
        ("### a", ["markdown/skipped-heading: ### a"]), ("## a\n### b\n## c\n### d", []),
        ("## a {#x}\n## b {#x}", ["markdown/duplicate-id: ## b {#x}"]), ("##\n", ["markdown/empty-heading: ##"]),
        ("## a {#B}", ["markdown/bad-id: ## a {#B}"]), ("> ## a\n>\n> #### b", ["markdown/skipped-heading: #### b"]),
    ])
    func `mistakes`(text: String, expected: [String]) {
        #expect(marks(parse(text, options: Markdown.Options())) == expected)
    }

    @Test func `the first level can be another`() {
        #expect(parse("### a", options: Markdown.Options(topHeading: 3)).diagnostics.isEmpty)
        #expect(marks(parse("## a", options: Markdown.Options(topHeading: 3))) == ["markdown/skipped-heading: ## a"])
    }

    @Test(arguments: [
        ("## Main\n## Main", ["main-1", "main-2"]), ("## Main\n## Top", ["main-1", "top-2"]),
        ("## Main\n## x {#main-1}", ["main-2", "main-1"]), ("## Fn 1\n\nx[^a]\n\n[^a]: y", ["fn-1-1"]),
        ("## Fnref 1 2\n\nx[^a] y[^a]\n\n[^a]: z", ["fnref-1-2-1"]), ("## Fn 1", ["fn-1"]),
    ])
    func `ids that stand on the page already`(text: String, ids: [String]) {
        let checked = parse(text, options: Markdown.Options(reservedIDs: ["main", "top", "top-1"]))
        #expect(checked.value.headings.map(\.id) == ids)
        #expect(checked.diagnostics.isEmpty)
    }

    @Test func `such an id cannot be given`() {
        let checked = parse("## a {#main}", options: Markdown.Options(reservedIDs: ["main"]))
        #expect(marks(checked) == ["markdown/duplicate-id: ## a {#main}"])
    }

    @Test func `many equal headings`() {
        let headings = parse(String(repeating: "## a\n", count: 2_000)).value.headings
        #expect(Set(headings.map(\.id)).count == 2_000)
        #expect(headings.last?.id == "a-1999")
    }
}
