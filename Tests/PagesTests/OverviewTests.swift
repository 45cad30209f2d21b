import Content
@testable import Pages
import Testing

/// The pages that lead everywhere, and the documents of sections.
@Suite struct OverviewTests {
    private func numbered(_ count: Int, in folder: String) -> [String: String] {
        var files = ["Content/index.md": page("Home", "layout: home\n"), "Content/\(folder)/index.md": page("Guide", "layout: list\n")]
        for number in 0..<count {
            files["Content/\(folder)/page-\(number).md"] = page("Page \(number)", "", "## Rule \(number)\n\nText.")
        }
        return files
    }

    private static func made(_ files: [String: String]) async throws -> SiteRenderer { try await renderer(files) }

    private func html(_ address: String, _ renderer: SiteRenderer) throws -> String {
        let file = try #require(renderer.otherFiles().first { $0.path == "\(address)/index.html" })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    @Test func `the search lists pages and their sections while they can be read`() async throws {
        let few = try await html("search", Self.made(numbered(100, in: "guide")))
        #expect(few.contains("guide/page-7/\">Page 7</a>") && few.contains("guide/page-7/#rule-7\">Rule 7</a>"))
        let many = try await html("search", Self.made(numbered(250, in: "guide")))
        #expect(many.contains("guide/page-7/\">Page 7</a>") && !many.contains("#rule-7"))
        let most = try await html("search", Self.made(numbered(500, in: "guide")))
        #expect(most.contains("guide/\">Guide</a>") && !most.contains("page-7"))
    }

    @Test func `no header on the page of the search leads to the search`() async throws {
        let renderer = try await Self.made(numbered(1, in: "guide"))
        #expect(try html("search", renderer).ranges(of: "<waymark-search").count == 1)
        #expect(try html("all-pages", renderer).contains("<form role=\"search\" action=\"../search/\""))
    }

    @Test func `all questions are those of the pages, each once`() async throws {
        let faq = "kind: faq\ntitle: Q\ngroups:\n  g:\n    title: G\n    questions:\n      one: {question: May I?, answer: Yes.}\n"
        let files = [
            "Content/index.md": page("Home"), "Content/data/q.yaml": faq, "Content/a.md": page("A", "", "{{ faq q }}"),
            "Content/b.md": page("B", "", "{{ faq q }}"),
        ]
        let text = try await html("all-questions", Self.made(files))
        #expect(text.ranges(of: "a/#one\">May I?</a>").count == 1)
        #expect(!text.contains("b/#one"))
        let none = try await Self.made(["Content/index.md": page("Home")])
        #expect(!none.otherFiles().contains { $0.path == "all-questions/index.html" })
        #expect(try !html("all-pages", none).contains("all-questions"))
    }

    @Test func `a section is a document, unless it is too long for paper`() async throws {
        let renderer = try await Self.made(numbered(30, in: "guide"))
        let text = try html("all-pages/guide", renderer)
        #expect(text.contains("<h2 id=\"page-2\"><a href=\"../../guide/page-0/\">Page 0</a></h2>"))
        #expect(text.contains("<h3 id=\"page-2-rule-0\">Rule 0</h3>"))
        #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(try #require(renderer.html("guide/index.md")).contains("href=\"../all-pages/guide/\""))
        let large = try await Self.made(numbered(80, in: "guide"))
        #expect(!large.otherFiles().contains { $0.path.hasPrefix("all-pages/guide") })
    }

    @Test(arguments: [
        ("<p>a</p>", "<p>a</p>"),
        ("<h2 id=\"a\">A</h2><h6>B</h6><hr>", "<h3 id=\"x-a\">A</h3><h6>B</h6><hr>"),
        (
            "<a href=\"#a\">1</a><a href=\"b/#a\">2</a><a href=\"#\">3</a>",
            "<a href=\"#x-a\">1</a><a href=\"b/#a\">2</a><a href=\"#\">3</a>"
        ),
        ("<th headers=\"a b\" title=\"id=a > b\">", "<th headers=\"x-a x-b\" title=\"id=a > b\">"),
        ("<input id=\"q\" checked><label for=\"q\">", "<input id=\"x-q\" checked><label for=\"x-q\">"),
        ("<section aria-labelledby=\"a\" class=\"h2\">", "<section aria-labelledby=\"x-a\" class=\"h2\">"),
        ("<waymark-faq data-x=\"1\"><p>a</p></waymark-faq>", "<div><p>a</p></div>"),
        ("<waymark-faq class=\"block faq\" data-x=\"1\" hidden>", "<div class=\"block faq\">"),
        ("1 &lt; 2 <br> &quot;id=&quot;", "1 &lt; 2 <br> &quot;id=&quot;"), ("<svg viewBox=\"0 0 1 1\"/>", "<svg viewBox=\"0 0 1 1\"/>"),
        ("<p", "<p"), ("", ""),
    ])
    func `HTML inside another page`(html: String, expected: String) {
        #expect(ScopedHTML(prefix: "x-", levels: 1).rewritten(html) == expected)
    }
}
