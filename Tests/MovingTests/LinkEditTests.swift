import Diagnostics
import Foundation
import Testing

/// How links are written after a move, in every way in which they can be written.
@Suite struct LinkEditTests {
    /// The page `a/b.md`, with a heading `Place`, moves to `c/d-e.md`.
    private func moved(_ files: [String: String]) async throws -> Site {
        let site = try Site(
            [
                "a/index.md": "# A\n", "a/b.md": "# B\n\n## Place\n", "a/é.md": "# E\n", "c/index.md": "# C\n", "a/p.png": "p",
            ].merging(files, uniquingKeysWith: { $1 }))
        #expect(try await site.move("a/b.md", "c/d-e.md").map(\.message) == [])
        return site
    }

    /// Markdown on the front page, before and after.
    static let links: [(String, String)] = [
        ("[x](a/b.md)", "[x](c/d-e.md)"),
        ("[x](a/b.md#place)", "[x](c/d-e.md#place)"),
        ("[x](./a/b.md)", "[x](./c/d-e.md)"),
        ("[x](a/../a/b.md)", "[x](c/d-e.md)"),
        ("[x](<a/b.md> \"a/b.md\")", "[x](<c/d-e.md> \"a/b.md\")"),
        ("[x]( a/b.md  'a (b)' )", "[x]( c/d-e.md  'a (b)' )"),
        ("[a/b.md](a/b.md) and a/b.md", "[a/b.md](c/d-e.md) and a/b.md"),
        ("[one [two] three](a/b.md) [four](a/index.md)", "[one [two] three](c/d-e.md) [four](a/index.md)"),
        ("[a \\] b](a/b.md)[c](a/b.md)", "[a \\] b](c/d-e.md)[c](c/d-e.md)"),
        ("[`](x)` y](a/b.md)", "[`](x)` y](c/d-e.md)"),
        ("[x](a%2Fb.md)", "[x](c/d-e.md)"),
        ("[x](a/%62.md#pl%61ce)", "[x](c/d-e.md#pl%61ce)"),
        ("[x](a\\/b.md)", "[x](c/d-e.md)"),
        ("[x](a&sol;b.md)", "[x](c/d-e.md)"),
        ("[x][y]\n\n[y]: a/b.md#place \"T\"", "[x][y]\n\n[y]: c/d-e.md#place \"T\""),
        ("[y], [y][], [z][Y]\n\n[y]:\n  <a/b.md>\n[other]: a/index.md", "[y], [y][], [z][Y]\n\n[y]:\n  <c/d-e.md>\n[other]: a/index.md"),
        ("> - [y]\n>\n> [y]: a/b.md", "> - [y]\n>\n> [y]: c/d-e.md"),
        ("    [y]: a/b.md\n\n[y]\n\n[y]: a/b.md", "    [y]: a/b.md\n\n[y]\n\n[y]: c/d-e.md"),
        (
            "```\n[x](a/b.md)\n```\n`[x](a/b.md)` \\[x](a/b.md) [x](a/b.md)",
            "```\n[x](a/b.md)\n```\n`[x](a/b.md)` \\[x](a/b.md) [x](c/d-e.md)"
        ),
        (
            "| a | b |\n|---|---|\n| [x](a/b.md) | `\\|` [y](a/b.md#place) |",
            "| a | b |\n|---|---|\n| [x](c/d-e.md) | `\\|` [y](c/d-e.md#place) |"
        ),
        ("Text[^n].\n\n[^n]: See [x](a/b.md).", "Text[^n].\n\n[^n]: See [x](c/d-e.md)."),
        ("> [!NOTE]\n> **[x](a/b.md)**\n> *[y\n> z](a/b.md)*", "> [!NOTE]\n> **[x](c/d-e.md)**\n> *[y\n> z](c/d-e.md)*"),
        ("## [x](a/b.md) ##\n\n1. ~~[x](a/b.md)~~", "## [x](c/d-e.md) ##\n\n1. ~~[x](c/d-e.md)~~"),
        ("[![b](a/p.png)](a/b.md)", "[![b](a/p.png)](c/d-e.md)"),
        ("[x](https://example.org/a/b.md) <https://example.org/a/b.md>", "[x](https://example.org/a/b.md) <https://example.org/a/b.md>"),
    ]

    @Test(arguments: links) func `a link to a page that moves`(before: String, after: String) async throws {
        let site = try await moved(["index.md": "# Home\n\n\(before)\n"])
        #expect(try site.text("index.md") == "# Home\n\n\(after)\n")
    }

    /// Markdown on the page itself.
    static let ownLinks: [(String, String)] = [
        ("[x](index.md)", "[x](../a/index.md)"),
        ("[x](./index.md)", "[x](../a/index.md)"),
        ("[x](../c/index.md)", "[x](../c/index.md)"),
        ("[x](../index.md)", "[x](../index.md)"),
        ("[x](#place)", "[x](#place)"),
        ("[x](b.md#place)", "[x](d-e.md#place)"),
        ("![x](p.png \"p.png\")", "![x](../a/p.png \"p.png\")"),
        ("[x](é.md) [y](%C3%A9.md)", "[x](../a/é.md) [y](../a/%C3%A9.md)"),
        ("[x]\n\n[x]: index.md", "[x]\n\n[x]: ../a/index.md"),
    ]

    @Test(arguments: ownLinks) func `a link on a page that moves`(before: String, after: String) async throws {
        let site = try await moved(["a/b.md": "# B\n\n## Place\n\n\(before)\n"])
        #expect(try site.text("c/d-e.md") == "---\naliases: [/a/b/]\n---\n# B\n\n## Place\n\n\(after)\n")
    }

    /// The text of an answer in a data file.
    static let scalars: [(String, String)] = [
        ("See [x](../a/b.md)", "See [x](../c/d-e.md)"),
        (
            "plain text\n        over lines, [x\n        y](../a/b.md) # and a remark",
            "plain text\n        over lines, [x\n        y](../c/d-e.md) # and a remark"
        ),
        ("'it''s [x](../a/b.md) ''here'''", "'it''s [x](../c/d-e.md) ''here'''"),
        ("'two\n\n        lines, [x](../a/b.md)\n\n        more'", "'two\n\n        lines, [x](../c/d-e.md)\n\n        more'"),
        ("\"a \\\"b\\\" \\u00e9 [x](../a/b.md#place)\\nnext\"", "\"a \\\"b\\\" \\u00e9 [x](../c/d-e.md#place)\\nnext\""),
        ("\"a \\\n        b [x](../a/b.md)\"", "\"a \\\n        b [x](../c/d-e.md)\""),
        (
            "|\n        First.\n\n          [x](../a/b.md)\n        * [y](../a/b.md)\n",
            "|\n        First.\n\n          [x](../c/d-e.md)\n        * [y](../c/d-e.md)\n"
        ),
        (
            ">-\n        First\n        [x](../a/b.md)\n\n        * [y](../a/b.md)\n          more\n",
            ">-\n        First\n        [x](../c/d-e.md)\n\n        * [y](../c/d-e.md)\n          more\n"
        ),
        ("|4-\n            code\n          [x](../a/b.md)\n", "|4-\n            code\n          [x](../c/d-e.md)\n"),
    ]

    @Test(arguments: scalars) func `a link in YAML`(before: String, after: String) async throws {
        let file = { (text: String) in
            "# a remark\nkind: faq\ntitle: F   # why\ngroups:\n  g:\n    title: G\n    questions:\n     q:\n      question: Q?\n      answer: \(text)\n"
        }
        let site = try await moved(["index.md": "# Home\n\n{{ faq f }}\n", "data/f.yaml": file(before)])
        #expect(try site.text("data/f.yaml") == file(after))
    }

    @Test func `links in spreadsheets, notices, questionnaires and what these cite`() async throws {
        let table = "kind: table\ntitle: T\ncolumns: {t: T, u: U}\nrows: {from: t.csv}\n"
        let rows = "t,u\n\"a \"\"b\"\", [x](../PATH)\", [y](../PATH#place) \n"
        let policy = """
            kind: questionnaire
            title: Q
            summary: '[x](../PATH)'
            questions:
              q: {ask: A?, hint: "[x](../PATH)", one-of: {a: A, b: {label: B, hint: "[x](../PATH#place)"}}}
            outcomes:
              y: {title: Y, text: "{{ q }} {{ q }} [x](../PATH)", cites: [PATH, 'PATH#place', a/index.md]}
              n:
                title: N
                cites: "PATH#place"
                text: >
                  {{ q }} and
                  [x](../PATH)
            rules: {from: q.csv}

            """
        let cases = "q,then,cites\na,y,PATH | a/index.md|PATH#place\nb,n,\"PATH\"\n"
        let settings = "title: T\nnotice: See [x](PATH). # here\n"
        func files(_ path: String) -> [String: String] {
            ["data/t.csv": rows, "questionnaires/q.yaml": policy, "questionnaires/q.csv": cases, "site.yaml": settings]
                .mapValues { $0.replacing("PATH", with: path) }
        }
        let site = try await moved(files("a/b.md").merging(["data/t.yaml": table, "index.md": "# Home\n\n{{ table t }}\n"]) { $1 })
        for (name, text) in files("c/d-e.md") { #expect(try site.text(name) == text) }
    }

    @Test func `a draft is a page`() async throws {
        let site = try await moved(["a/draft.md": "---\ntitle: D\ndraft: yes\n---\n[x](b.md)\n"])
        #expect(try site.text("a/draft.md") == "---\ntitle: D\ndraft: yes\n---\n[x](../c/d-e.md)\n")
    }

    @Test func `line ends, the mark at the start and bytes without need stay`() async throws {
        let site = try Site(["a.md": "\u{FEFF}# A\r\n\r\n[x](b.md)  \r\nend\t", "b.md": "# B\r[a](a.md)\r"])
        try await site.move("a.md", "c.md")
        #expect(try site.text("c.md") == "\u{FEFF}---\r\naliases: [/a/]\r\n---\r\n# A\r\n\r\n[x](b.md)  \r\nend\t")
        #expect(try site.text("b.md") == "# B\r[a](c.md)\r")
    }
}

/// A shared file is part of several questionnaires, and is edited once.
@Suite struct SharedFileMoveTests {
    @Test func `links in a shared file follow a page that moves`() async throws {
        func shared(_ path: String) -> String {
            """
            kind: rules
            questions:
              q: {ask: A?, hint: "See [x](../../\(path))."}
            facts:
              f: {rules: [{if: {q: yes}, then: yes, cites: [\(path)]}, {else: no}]}

            """
        }
        let policy = """
            kind: questionnaire
            title: Q
            use: [{rules: parts}]
            outcomes: {y: {title: Y}, n: {title: N}}
            rules: [{if: {parts-f: yes}, then: y}, {else: n}]

            """
        let site = try Site([
            "a.md": "---\ntitle: A\n---\n\nWords.\n", "questionnaires/one.yaml": policy,
            "questionnaires/two.yaml": policy.replacing("title: Q", with: "title: R"), "questionnaires/shared/parts.yaml": shared("a.md"),
        ])
        let found = try await site.move("a.md", "c.md")
        #expect(found.map(\.message) == [], "\(found.map { "\($0.path ?? "") \($0.message)" })")
        #expect(try site.text("questionnaires/shared/parts.yaml") == shared("c.md"))
    }
}
