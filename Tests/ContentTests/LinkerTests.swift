@testable import Content
import Diagnostics
import Forms
import Testing

/// Where links lead.
@Suite struct LinkerTests {
    private static let library: Library = {
        let page = { (path: String) in
            readPage(SourceFile(path: "Content/" + path, text: "# Title\n"), path: PagePath(file: path), values: .pending).value
        }
        let directory = readData(
            SourceFile(
                path: "Content/data/tools.yaml",
                text: """
                    kind: directory
                    title: Tools
                    entries:
                      finder: {is: tool, name: Finder, url: https://example.org/}
                      desk: {is: contact, name: Desk, email: desk@example.org}
                    """), name: name("tools"), values: .pending
        ) { _ in .failure(InputFile.Refusal(diagnostic: Diagnostic("a/b", "no", at: nil))) }.value
        let glossary = readData(
            SourceFile(
                path: "Content/data/words.yaml",
                text: "kind: glossary\ntitle: W\nterms:\n  rma: {term: RMA, definition: A return.}\n"),
            name: name("words"), values: .pending
        ) { _ in .failure(InputFile.Refusal(diagnostic: Diagnostic("a/b", "no", at: nil))) }.value
        return Library(
            settings: .none,
            pages: ["access.md", "index.md", "section/deep/page.md", "section/index.md", "section/page.md", "über.md"]
                .map(page),
            drafts: [PagePath(file: "section/draft.md")], data: [directory, glossary].compactMap { $0 },
            values: .pending,
            assets: [Asset(path: "form.pdf", file: "/x"), Asset(path: "section/map.png", file: "/x")], today: day)
    }()

    private static func name(_ text: String) -> Identifier { Identifier(text) ?? { preconditionFailure(text) }() }
    private static let day: Day = Day("2026-11-21") ?? { preconditionFailure("a day") }()

    /// A target in a few words.
    private func target(_ destination: String, in file: String = "section/page.md") -> String {
        switch Linker(LinkerTests.library).target(of: destination, in: file) {
        case .success(.page(let number, let fragment)):
            LinkerTests.library.pages[number].path.file + (fragment.map { "#" + $0 } ?? "")
        case .success(.fragment(let fragment)): "#" + fragment
        case .success(.asset(let path)): "file " + path
        case .success(.outside(let url)): "outside " + url
        case .success(.listing(let listed)): "entry \(listed.entry.id)"
        case .success(.term(let term)): "term \(term.entry.id)"
        case .success: "another target"
        case .failure(.empty): "empty"
        case .failure(.scheme(let scheme)): "scheme <\(scheme)>"
        case .failure(.missing(let path)): "missing \(path)"
        case .failure(.draft(let path)): "draft \(path)"
        case .failure(.outsideContent): "outside Content"
        case .failure(.notAFile(let suggestion)): "not a file, \(suggestion ?? "-")"
        case .failure(.unknownEntry(let scheme, let id)): "no \(scheme) \(id)"
        case .failure(.otherKind(let id, let scheme)): "\(id) is a \(scheme)"
        case .failure(.badAddress): "bad address"
        }
    }

    @Test(arguments: [
        ("index.md", "section/index.md"), ("./index.md", "section/index.md"), ("../index.md", "index.md"),
        ("../access.md#x", "access.md#x"),
        ("deep/page.md", "section/deep/page.md"), ("../section/deep/../page.md", "section/page.md"),
        ("map.png", "file section/map.png"),
        ("../form.pdf", "file form.pdf"), ("#here", "#here"), ("page.md#", "section/page.md#"),
        ("../%C3%BCber.md", "über.md"),
        ("../über.md", "über.md"), ("index.md#caf%C3%A9", "section/index.md#café"), ("in%64ex.md", "section/index.md"),
        ("..//index.md", "index.md"),
    ])
    func `files and places`(destination: String, expected: String) { #expect(target(destination) == expected) }

    @Test(arguments: [
        ("", "empty"), ("#", "empty"), ("acces.md", "missing section/acces.md"), ("access.md", "missing section/access.md"),
        ("other.png", "missing section/other.png"),
        ("draft.md", "draft section/draft.md"), ("../../etc/passwd", "outside Content"),
        ("../../section/page.md", "outside Content"),
        ("..%2F..%2Fetc/passwd", "outside Content"), ("%2e%2e/%2e%2e/x", "outside Content"),
        ("/access/", "not a file, ../access.md"),
        ("/section/", "not a file, index.md"), ("deep/", "not a file, -"), ("../access", "not a file, ../access.md"),
        ("../section", "not a file, index.md"),
        ("/nowhere", "not a file, -"), ("a%ff.md", "bad address"), ("Index.md", "missing section/Index.md"),
        ("page.md?x=1", "missing section/page.md?x=1"),
        ("cafe\u{301}.md", "missing section/cafe\u{301}.md"), ("..", "not a file, ../index.md"),
        (".", "not a file, index.md"),
    ])
    func `what leads nowhere says why`(destination: String, expected: String) {
        #expect(target(destination) == expected)
    }

    @Test(arguments: [
        ("https://example.org/", "outside https://example.org/"), ("http://example.org", "outside http://example.org"),
        ("HTTPS://example.org/", "outside HTTPS://example.org/"), ("HTTPS:example.org", "bad address"),
        ("mailto:a@b.c", "outside mailto:a@b.c"),
        ("tel:+1-2", "outside tel:+1-2"),
        ("https:example.org", "bad address"), ("https://", "bad address"), ("https:", "bad address"),
        ("mailto:", "bad address"),
        ("https://example.org/a b", "bad address"), ("https://example.org/\u{7F}", "bad address"),
        ("ht\ntps://example.org/", "bad address"),
        ("tool:finder", "entry finder"), ("contact:desk", "entry desk"), ("contact:finder", "finder is a tool"),
        ("tool:nope", "no tool nope"),
        ("term:rma", "term rma"), ("term:nope", "no term nope"), ("link:", "no link "), ("TERM:rma", "term rma"),
    ])
    func `schemes`(destination: String, expected: String) { #expect(target(destination) == expected) }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
        " javascript:alert(1)", "\u{1}javascript:x",
        "vbscript:x", "data:text/html,x", "file:///etc/passwd", "blob:x", "about:blank", "view-source:https://x",
        "ftp://x", "ws://x", "jar:x", "x-foo+bar.1:y",
        "//example.org/", "j\u{0}avascript:x",
    ])
    func `other schemes are refused, however they are written`(destination: String) {
        #expect(target(destination).hasPrefix("scheme <"), "\(target(destination))")
    }

    @Test(arguments: [
        "javascript%3Aalert(1)", "java%0Ascript:x", "&#106;avascript:x", "\u{FF4A}avascript:x", "1javascript:x",
        "./javascript:x",
    ])
    func `what is no scheme is a path that does not exist`(destination: String) {
        #expect(target(destination).hasPrefix("missing"), "\(target(destination))")
    }

    @Test(arguments: ["access.md", "section/page.md", "section/deep/page.md"])
    func `a path written from one file to another is found there`(file: String) {
        for page in LinkerTests.library.pages {
            #expect(resolved(relativePath(from: file, to: page.path.file), in: file) == page.path.file)
        }
    }
}
