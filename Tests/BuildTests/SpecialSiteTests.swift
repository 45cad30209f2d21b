import Diagnostics
import Foundation
import Glibc
import Testing

/// Broken sites that Git cannot keep: links, pipes, other encodings, files too large or too many.
@Suite struct SpecialSiteTests {
    /// A rule, what is done to a good site to break it, and the messages with their places.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: RuleID
        let name: String
        let expected: [String]
        let change: @Sendable (TemporaryFolder) throws -> Void

        init(
            _ rule: RuleID, _ name: String, _ expected: [String],
            change: @escaping @Sendable (TemporaryFolder) throws -> Void
        ) {
            self.rule = rule
            self.name = name
            self.expected = expected
            self.change = change
        }

        var testDescription: String { "\(rule) \(name)" }
    }

    static let cases: [Case] = [
        Case("asset/large", "pixels", ["Content/a.png: the picture is 20000 × 10 pixels, more than any screen shows"]) {
            let head: [UInt8] = [0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0x4E, 0x20, 0, 0, 0, 10]
            try $0.write(Data(head), to: "Content/a.png")
        },
        Case("asset/large", "bytes", ["Content/a.png: the picture has 1.2 MB, which loads slowly on a phone"]) {
            let head: [UInt8] = [0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 9, 0, 0, 0, 9]
            try $0.write(Data(head + [UInt8](repeating: 7, count: 1_200_000)), to: "Content/a.png")
        },
        Case("asset/type", "noise", ["Content/a.jpg: this is not a .jpg file, although its name says so"]) {
            try $0.write(Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }), to: "Content/a.jpg")
        },
        Case("content/encoding", "Latin-1", ["Content/a.md:2:4: this byte is not UTF-8: 0xe9"]) {
            try $0.write(Data(Array("# A\ncaf".utf8) + [0xE9, 10]), to: "Content/a.md")
        },
        Case(
            "content/encoding", "UTF-16 with a mark", ["Content/a.md:1:1: the file is UTF-16, but Waymark reads only UTF-8"]
        ) {
            try $0.write(Data([0xFF, 0xFE, 35, 0, 32, 0, 65, 0]), to: "Content/a.md")
        },
        Case(
            "content/encoding", "UTF-16 without a mark",
            ["Content/data/a.yaml:1:1: the file is UTF-16, but Waymark reads only UTF-8"]
        ) {
            try $0.write(Data([0, 97, 0, 58, 0, 32, 0, 98]), to: "Content/data/a.yaml")
        },
        Case("content/encoding", "overlong", ["Content/a.md:1:3: this byte is not UTF-8: 0xc0"]) {
            try $0.write(Data([35, 32, 0xC0, 0xAF, 10]), to: "Content/a.md")
        },
        Case("content/encoding", "template", ["Templates/page.mustache:1:1: this byte is not UTF-8: 0xff"]) {
            try $0.write(Data([0xFF, 65]), to: "Templates/page.mustache")
        },
        Case("content/control-character", "NUL", ["Content/a.md:1:5: there is an invisible control character here: 0x0"]) {
            try $0.write(Data(Array("# A ".utf8) + [0, 10]), to: "Content/a.md")
        },
        Case(
            "content/not-a-file", "link to a file",
            ["Content/a.md: this is a symbolic link, which may point outside the site"]
        ) {
            try FileManager.default.createSymbolicLink(
                atPath: $0.path + "/Content/a.md", withDestinationPath: "/etc/passwd")
        },
        Case(
            "content/not-a-file", "link to a folder",
            ["Content/all: this is a symbolic link, which may point outside the site"]
        ) {
            try FileManager.default.createSymbolicLink(atPath: $0.path + "/Content/all", withDestinationPath: "..")
        },
        Case("content/not-a-file", "pipe", ["Content/a.md: this is neither a file nor a folder"]) {
            #expect(unsafe mkfifo($0.path + "/Content/a.md", 0o600) == 0)
        },
        Case("content/not-a-file", "a folder as site.yaml", ["Content/site.yaml: the file site.yaml is missing"]) {
            try FileManager.default.removeItem(atPath: $0.path + "/Content/site.yaml")
            try FileManager.default.createDirectory(
                atPath: $0.path + "/Content/site.yaml", withIntermediateDirectories: false)
        },
        Case("content/too-large", "page", ["Content/a.md: the file has 4194305 bytes; the limit is 4194304"]) {
            try $0.write(Data(repeating: 97, count: 4 << 20 + 1), to: "Content/a.md")
        },
        Case("content/too-deep", "folders", ["Content/\(deep): folders are nested more than 16 deep"]) {
            try FileManager.default.createDirectory(
                atPath: "\($0.path)/Content/\(deep)/a", withIntermediateDirectories: true)
        },
        Case("content/name", "not UTF-8", ["Content: a file name here is not UTF-8: caf\\xe9.md"]) {
            let name =
                Array(($0.path + "/Content/caf").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 46, 109, 100, 0]
            let descriptor = unsafe open(name, O_WRONLY | O_CREAT, 0o600)
            #expect(descriptor >= 0)
            close(descriptor)
        },
        Case("content/name", "line end", ["Content/a\\u{a}b.md: the name contains characters that cannot be part of an address"]) {
            try $0.write(Data("# A".utf8), to: "Content/a\nb.md")
        },
        Case("csv/too-large", "rows", ["Content/data/t.csv:100002:1: the file has more than 100000 rows"]) {
            try $0.write(
                Data("kind: table\ntitle: T\ncolumns: {a: A}\nrows: {from: t.csv}\n".utf8), to: "Content/data/t.yaml")
            try $0.write(Data(String(repeating: "a\n", count: 100_010).utf8), to: "Content/data/t.csv")
        },
        Case("environment/unreadable", "no folder Content", ["Content: cannot be read: No such file or directory"]) {
            try FileManager.default.removeItem(atPath: $0.path + "/Content")
        },
        Case("content/too-many", "links", ["Content/a.md: and 902 more in this file"]) {
            let links = (0...1000).map { "[a](a\($0).md)" }.joined(separator: "\n")
            try $0.write(Data("# A\n\n\(links)\n".utf8), to: "Content/a.md")
        },
        Case(
            "questionnaire/too-large", "tick-boxes",
            [
                "Content/questionnaires/q.yaml:4:3: the questionnaire is too large: it has 3001 questions and tick-boxes; the limit is 1000"
            ]
        ) {
            let options = (0...3000).map { "o\($0): x" }.joined(separator: ", ")
            let text =
                "kind: questionnaire\ntitle: Q\nquestions:\n  a: {ask: A?, any-of: {\(options)}}\n"
                + "outcomes: {x: {title: X}}\nrules: [{else: x}]\n"
            try $0.write(Data(text.utf8), to: "Content/questionnaires/q.yaml")
        },
        Case(
            "history/shallow", "clone",
            ["Content/site.yaml:2:10: the clone of the repository is shallow, so pages do not show when they were last changed"]
        ) {
            try $0.write(Data("title: Test\nhistory: dates\n".utf8), to: "Content/site.yaml")
            for folder in ["objects", "refs"] {
                try FileManager.default.createDirectory(atPath: "\($0.path)/.git/\(folder)", withIntermediateDirectories: true)
            }
            try $0.write(Data("ref: refs/heads/main\n".utf8), to: ".git/HEAD")
            try $0.write(Data((String(repeating: "a", count: 40) + "\n").utf8), to: ".git/shallow")
        },
        Case(
            "history/unreadable", "a repository that is gone",
            ["Content/site.yaml:2:7: Git cannot read the repository: not a git repository: /nonexistent/repository"]
        ) {
            try $0.write(Data("title: Test\nedit: https://example.org/edit/{path}\n".utf8), to: "Content/site.yaml")
            try $0.write(Data("gitdir: /nonexistent/repository\n".utf8), to: ".git")
        },
        Case("markdown/too-large", "text", ["Content/a.md:2:1: this text has 1048577 bytes; the limit is 1048576"]) {
            try $0.write(Data(("# A\n" + String(repeating: "a", count: 1 << 20 + 1)).utf8), to: "Content/a.md")
        },
        Case("yaml/too-large", "values", ["Content/data/a.yaml:1:1000002: the file holds more than 500000 values"]) {
            try $0.write(Data(("[" + String(repeating: "a,", count: 500_100) + "]").utf8), to: "Content/data/a.yaml")
        },
    ]

    private static let deep = Array(repeating: "a", count: 17).joined(separator: "/")

    /// What each of them breaks.
    static func goodSite() throws -> TemporaryFolder {
        try TemporaryFolder([
            "Content/site.yaml": "title: Test\n", "Content/index.md": "# Home\n\n[text](https://example.org/)\n",
        ])
    }

    @Test(arguments: cases) func `a special file is answered`(special: Case) async throws {
        let site = try SpecialSiteTests.goodSite()
        try special.change(site)
        let diagnostics = await BuildTests.check(site.path)
        let lines = diagnostics.map { diagnostic in
            let place = diagnostic.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
            return "\(diagnostic.path ?? "-")\(place): \(diagnostic.message)"
        }
        for expected in special.expected { #expect(lines.contains(expected), "\(lines)") }
        #expect(diagnostics.contains { $0.rule == special.rule } || special.name.hasPrefix("a folder"))
    }
}
