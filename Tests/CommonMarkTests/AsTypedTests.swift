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
        ("![alt] (x.png)", ["![alt] (x.png)"]), ("![alt] (x)", ["![alt] (x)"]), ("[a] (form.pdf)", ["[a] (form.pdf)"]),
        ("[text] [nope]", ["[text] [nope]"]), ("a [two words] [label-1].", ["[two words] [label-1]"]),
        ("**bold (never closed)", ["**bold"]), ("a **bold **text", ["**bold **"]), ("- **a\n- b", ["**a"]), ("(**a) b", ["**a)"]),
        ("__bold (never closed)", ["__bold"]), ("**a** and **b", ["**b"]), ("| a |\n|-|\n| **b |", ["**b"]),
        ("[ ] task", ["[ ]"]), ("a\n[x] task", ["[x]"]), ("> [ ] task", ["[ ]"]),
        ("%% comment %%", ["%% comment %%"]), ("a %% comment %%", ["%% comment %%"]), ("%%\na\n%%", ["%%", "%%"]),
        ("%% a", ["%%"]), ("H~2~O", ["~2~"]), ("CO~2~ and m^2^", ["~2~", "^2^"]), ("x^n-1^", ["^n-1^"]),
        ("$x^2$", ["$x^2$"]), ("with $x$ and $a_1 + b$.", ["$x$", "$a_1 + b$"]), ("$\\alpha$", ["$\\alpha$"]), ("$2^3$", ["$2^3$"]),
        ("\\newpage", ["\\newpage"]), ("a\n\\pagebreak\nb", ["\\pagebreak"]), ("\\textbf{a}", ["\\textbf"]),
        ("&foo;", ["&foo;"]), ("a &nbps; b", ["&nbps;"]), ("a&nbps;b", ["&nbps;"]), ("a &nbsp b", ["&nbsp"]),
        ("ftp://x.org/y", ["ftp://x.org/y"]), ("see (sftp://x.org).", ["sftp://x.org"]), ("htps://x.org, b", ["htps://x.org"]),
        ("+++\ntitle = \"a\"\n+++", ["+++", "+++"]),
        ("| a | b\n| 1 | 2", ["| a | b"]), ("| a |\n|---|\n| b |\n\n|c|", ["|c|"]),
        ("| a |\n|---|\n| b |\n\n| c |\n| d |", ["| c |"]),
        ("a\n\n---\nfoo: bar\n---", ["foo: bar"]), ("---\ntitle: a\norder: 1\n---", ["title: a"]),
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
        "https://a.org/:b:/[[c]]", "a — b · c", "· · ·", "x^2", "&#35;&#35;a",
        // Prices, paths, variables, footnote signs, marks for "about", literal brackets and words with `&`.
        "$5 and $6", "$5–$10 or US$ 3", "between $1,000/$2,000 and A$5", "$HOME and $PATH", "$HOME/$USER", "\\$x^2\\$", "a * b",
        "*net of tax",
        "12.50** and ** net", "~5 km, ~ 3 km, a~b", "\\~ 2~", "C:\\Users\\newpage", "\\newpage\\other", "\\\\newpage", "R&D; AT&T; Q&A",
        "?a=1&copy=2", "&amp;foo;", "`&foo;` `H~2~O` `**a` `$x^2$` `\\newpage`", "&nbsp;&eacute;&#228;", "[1] [2]", "[x] [y]", "[x](y)",
        "a [sic] [b]",
        "run [options] [file] [more]",
        "\\[text] [nope]", "[a] (x.y)", "!\\[alt] (x.png)", "- [ ] a\n- [x] b", "a [ ] b", "[]", "[y] a", "50 %% of 20 %% of", "100 %",
        "\\%% a %%", "<ftp://x.org/$x^2$>", "`ftp://x.org`", "a://b", "https://x.org/a~2~b", "__init__", "____", "a__b", "\\*\\*bold",
        "++", "++++", "\\+++", "|x| is small", "|x| < 1\n|y| > 2", "a\n\n---\n\nfoo: bar\n---", "---\nfoo bar\n---", "---\n\n## a: b",
        "| a |\n|---|\n| b |\n\n\\|c|", "| a |\n|---|\n| b |\n\nc", "2 ** 3 and **a**", "(**a**)", "**a *b***",
    ])
    func `is left alone`(text: String) {
        let found = parse(text).diagnostics.filter { $0.rule == "markdown/as-typed" }
        #expect(found.map { $0.range?.text ?? "" } == [], "\(text.debugDescription)")
    }

    /// Whatever is reported is shown as it is with a backslash before it.
    @Test(arguments: AsTypedTests.marked.map(\.0)) func `a backslash shows it as it is`(text: String) throws {
        var bytes = Array(text.utf8)
        // What stands in a whole block is not escaped but mended.
        let isOfBlock = ["```", "~~~", "| ", "> [", "{++", "---\n", "![alt]"].contains { text.contains($0) }
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
