internal import CommonMark
internal import Diagnostics
internal import Testing

/// What was meant as markup is not published as it was typed, and what was not meant so is left alone.
@Suite struct AsTypedTests {
    /// A text, and what is marked in it.
    private static let marked: [(String, [String])] = [
        ("##Heading", ["##Heading"]), ("a\n###Heading two", ["###Heading"]), ("> ##Heading", ["##Heading"]),
        ("- ##Heading", ["##Heading"]), ("##\u{A0}Heading", ["##\u{A0}"]), ("#\u{3000}Heading", ["#\u{3000}"]),
        ("####### seven", ["#######"]), ("#Heading of it", ["#Heading"]), ("-\u{A0}item", ["-\u{A0}"]),
        ("1.\u{A0}item", ["1.\u{A0}"]), ("a\n* b\n+\u{2003}c", ["+\u{2003}"]), ("• item\n• item", ["•", "•"]),
        ("[text] (https://a.org/b)", ["[text] (https://a.org/b)"]), ("[text] (a.md#b)", ["[text] (a.md#b)"]),
        ("[text]  (/a)", ["[text]  (/a)"]), ("(text)[https://a.org]", ["(text)[https://a.org]"]),
        ("[a](b c.md)", ["[a](b c.md)"]), ("![a](b c.png)", ["[a](b c.png)"]), ("[a](https://b.org", ["[a]("]),
        ("!!! note", ["!!! note"]), ("??? tip \"T\"", ["??? tip"]), ("???+ note", ["???+ note"]), ("=== \"Tab\"", ["==="]),
        (":::", [":::"]), ("::: warning\na\n:::", ["::: warning", ":::"]), ("{% if x %}", ["{% if x %}"]),
        ("a {%- b -%} c", ["{%- b -%}"]), ("[[wiki]]", ["[[wiki]]"]), ("a [[b|c]] d", ["[[b|c]]"]),
        ("![[a.png]]", ["[[a.png]]"]), ("[[_TOC_]]", ["[["]), ("[[toc]]", ["[[toc]]"]), ("[TOC]", ["[TOC]"]),
        ("a {.b}", ["{.b}"]), ("a\n{: .b}", ["{: .b}"]), ("[a](b){target=_blank}", ["{target=_blank}"]),
        ("a {#b}", ["{#b}"]), ("## a {.b}", ["{.b}"]), ("{:toc}", []), (":smile:", [":smile:"]), ("a (:+1:)", [":+1:"]),
        ("| a |\n|-|\n| :x: |", [":x:"]), ("==a==", ["==a=="]), ("++a b++", ["++a b++"]), ("$$x^2$$", ["$$x^2$$"]),
        ("%%a%%", ["%%a%%"]), ("a^[b]", ["^[b]"]), ("** a **", ["** a **"]), ("a `b", ["`"]), ("a ``b`", ["``", "`"]),
        ("a <!-- b -- c -->", ["<!--"]), ("a <!-- b", ["<!--"]), ("- [] a", ["[]"]), ("- [ ]a", ["[ ]"]),
        ("- [x ] a", ["[x ]"]), ("-[ ] a", ["-[ ]"]), ("| a | b |\n| c | d |", ["| a | b |"]),
        ("| a | b |\n|---|\n| c | d |", ["| a | b |"]), ("a\n: b", [": "]), ("*[A]: b", ["*[A]:"]),
        (".. note:: a", [".. note::"]), ("[!NOTE]\na", ["[!NOTE]"]), ("> a\n> [!NOTE]", ["[!NOTE]"]), ("```\na", ["```"]),
        ("> ~~~\n> a\n\nb", ["~~~"]), ("- ```\n  a\n\nb", ["```"]), ("````\n```", ["````"]),
        ("> [!NOTE]- a", ["> [!NOTE]- a"]), ("{++a++}", ["{++a++}"]),
        ("A :tada: and {.b} &amp; &lt; [[c]]", [":tada:", "{.b}", "[[c]]"]),
    ]

    @Test(arguments: AsTypedTests.marked) func `is reported`(text: String, expected: [String]) {
        let found = parse(text).diagnostics.filter { $0.rule == "markdown/as-typed" }
        #expect(found.map { $0.range?.text ?? "" } == expected, "\(text.debugDescription)")
        #expect(found.allSatisfy { $0.help != nil })
    }

    @Test(arguments: [
        "`##a` `[[b]]` `:c:`", "    ##a\n\n        [[b]]", "```\n##a\n[[b]] {% c %}\n:::\n!!! d\n```", "\\##a", "\\[[a]]",
        "[\\[a]]", "\\:a:", "\\{% a %}", "\\==a==", "\\$$a$$", "\\!!! note", "\\::: note", "\\* \\* \\*", "\\`a",
        "\\[TOC]", "#1 of 2", "#tag", "# a", "10:30:45 and a::b:c", "a == b == c", "C++ and C++", "a ++b", "$5 and $$ 6",
        "50 %% of", "2 ** 3 ** 4x", "2 \\* 3", "[a] (see below)", "[1] (two)", "(a) [b]", "[a](b.md \"c d\")",
        "[a](<b c.md>)", "{a, b}", "{a}", "{1.5}", "a: b\nc: d", "**a** and ** b", "- [a] b", "- [x](y)",
        "[x]: /y\n\n- [x] a", "a | b\nc | d", "||", "... and so on", "..", "?! and ???", "!!!", "a\n---\n", "```\n```\n",
        "~~~ a\n~~~~~", "> ```\n> a\n> ```", "1. ```\n   a\n   ```", "    ```\n    a", "`` ` ``", "a\\`b\\`c",
        "[[a](b)](c)", "[[a](b) c]", "fe80::1 and ::1:", "tool:warranty-finder", "<https://a.org/:b:>",
        "https://a.org/:b:/[[c]]", "a — b · c", "· · ·", "x^2", "H~2~O", "&#35;&#35;a",
    ])
    func `is left alone`(text: String) {
        let found = parse(text).diagnostics.filter { $0.rule == "markdown/as-typed" }
        #expect(found.map { $0.range?.text ?? "" } == [], "\(text.debugDescription)")
    }

    /// Whatever is reported is shown as it is with a backslash before it.
    @Test(arguments: AsTypedTests.marked.map(\.0)) func `a backslash shows it as it is`(text: String) throws {
        var bytes = Array(text.utf8)
        // What stands in a whole block is not escaped but mended.
        let isOfBlock = ["```", "~~~", "| ", "> [", "{++"].contains { text.contains($0) }
        let found = isOfBlock ? [] : parse(text).diagnostics.filter { $0.rule == "markdown/as-typed" }
        for range in found.compactMap({ $0.range?.bytes }).sorted(by: { $0.lowerBound > $1.lowerBound }) {
            let start = range.first {
                (33...126).contains(bytes[$0]) && !(48...57).contains(bytes[$0]) && !(97...122).contains(bytes[$0] | 32)
            }
            if let start { bytes.insert(92, at: start) }
        }
        let escaped = String(decoding: bytes, as: UTF8.self)
        guard escaped != text, !text.contains("](") && !text.contains("•") && !text.contains("``") else { return }
        #expect(parse(escaped).diagnostics.filter { $0.rule == "markdown/as-typed" }.map { $0.range?.text ?? "" } == [], "\(escaped)")
    }
}
