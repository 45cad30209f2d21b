import Diagnostics
@testable import Forms
import Testing

/// Names that become addresses.
@Suite struct FileNameTests {
    @Test(arguments: [
        "index.md", "a", "Access.md", "a-b_c.d.md", "über-uns.md", "日本語.md", "страница.md", "2026.md",
        "map@2x.png".replacing("@", with: "-"),
        "हिन्दी.md", "عربي.md", "console.md", "com10.md", "nulls", "a.b.c",
        "v1.2.md", "about.fr", "about.fr.png", "a.xx.md", "a.FR.md", "a.fr-canada.md", "fr.md",
    ])
    func `a good name`(name: String) {
        #expect(nameProblem(name) == nil)
    }

    @Test(arguments: [
        ("our offer.md", "characters that", "our-offer.md"), ("a?b.md", "characters that", "a-b.md"), ("a:b", "characters that", "a-b"),
        ("-draft.md", "characters that", "draft.md"),
        ("50%.md", "characters that", "50.md"), ("a\\b.md", "characters that", "a-b.md"), ("a\"b'.md", "characters that", "a-b.md"),
        ("a<b>.md", "characters that", "a-b.md"),
        ("a\u{200B}b.md", "characters that", "a-b.md"), ("a\u{202E}b.md", "characters that", "a-b.md"),
        ("a\nb.md", "characters that", "a-b.md"),
        ("👍.md", "characters that", "hyphens"),
        ("aux.md", "Windows", "another name"), ("CON", "Windows", "another name"),
        ("lpt1.yaml", "Windows", "another name"),
        ("about.fr.md", "a translation (fr)", "about-fr.md"), ("a.b.pt-BR.md", "(pt-BR)", "a-b-pt-BR.md"),
        ("cafe\u{301}.md", "two characters", "composed"), (String(repeating: "ä", count: 101), "202 bytes", "shorten"),
    ])
    func `a name that is refused, with its remedy`(name: String, message: String, help: String) throws {
        let problem = try #require(nameProblem(name))
        #expect(problem.message.contains(message))
        #expect(problem.help.contains(help), "\(problem.help)")
    }

    @Test(arguments: [
        "our offer.md", "a?b.md", "-draft.md", "a  b  c.md", "--x", "Größe & Maß.md", "👍.md", "???", "a\u{202E}b.md", "page..", "?.", "-.",
    ])
    func `the name that is proposed is a good one`(name: String) throws {
        let help = try #require(nameProblem(name)).help
        let proposed = String(try #require(help.split(separator: ": ").last))
        #expect(nameProblem(proposed) == nil, "\(name) -> \(proposed)")
    }

    @Test func `a name with a full stop at its end is proposed without it`() throws {
        #expect(nameProblem("page.")?.help.hasSuffix(": page") == true)
    }
}

/// Bytes that are text.
@Suite struct EncodingTests {
    @Test(
        arguments: [
            ([0x61, 0x62], true), ([0xEF, 0xBB, 0xBF, 0x61], true), ([0xC3, 0xA4], true),
            ([0xF0, 0x9F, 0x91, 0x8D], true), ([], true),
            ([9, 10, 13], true), ([0xC3], false), ([0xE9, 0x20], false), ([0xC0, 0xAF], false),
            ([0xE0, 0x80, 0xAF], false), ([0xED, 0xA0, 0x80], false),
            ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0xFF], false), ([0x80], false),
            ([0xFF, 0xFE, 0x61, 0], false),
            ([0xFE, 0xFF, 0, 0x61], false), ([0x61, 0, 0x62, 0], false), ([0, 0x61, 0, 0x62], false),
            ([0x61, 0], false), ([0x1B], false), ([0x7F], false),
        ] as [([UInt8], Bool)])
    func `UTF-8 without controls is text`(bytes: [UInt8], isText: Bool) {
        #expect((encodingProblem(bytes, shown: "a") == nil) == isText)
    }

    @Test func `the first bad byte is shown where it stands`() throws {
        let problem = try #require(encodingProblem(Array("äb\nc".utf8) + [0xE9, 0x20], shown: "Content/a.md"))
        #expect(problem.rule == "content/encoding")
        #expect(problem.range?.start == SourcePosition(line: 2, column: 2))
        #expect(problem.message.contains("0xe9"))
        let control = try #require(encodingProblem(Array("a\n\tb\u{1}".utf8), shown: "a"))
        #expect(control.rule == "content/control-character")
        #expect(control.range?.start == SourcePosition(line: 2, column: 3))
    }

    @Test(arguments: [
        ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\r\r\nb\n\rc", "a\n\nb\n\nc"), ("\u{FEFF}a", "a"),
        ("\u{FEFF}\r", "\n"), ("a\u{FEFF}", "a\u{FEFF}"),
        ("", ""), ("a\n", "a\n"), ("\r", "\n"),
    ])
    func `line ends become one byte, the mark at the start goes`(text: String, expected: String) {
        #expect(normalized(Array(text.utf8)) == Array(expected.utf8))
    }
}
