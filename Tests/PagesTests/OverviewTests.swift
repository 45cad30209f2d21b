import Content
import Forms
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
        #expect(most.contains("<a href=\"../all-pages/\">Home – ") && most.contains("<a href=\"../all-pages/~2/\">"))
    }

    /// Addresses of its parts are made of those of pages and the names of documents, so they stay.
    @Test func `a long list has a contents list, a short one has none`() async throws {
        func sites(_ count: Int) -> [String: String] {
            var files = ["Content/index.md": page("Home", "layout: home\n")]
            for (folder, number) in ["first", "second"].flatMap({ folder in (0..<count).map { (folder, $0) } }) {
                files["Content/\(folder)/index.md"] = page("The \(folder)", "layout: list\n")
                files["Content/\(folder)/page-\(number).md"] = page("Page \(folder) \(number)", "sources: [The Act]\n")
            }
            return files
        }
        let long = try await html("all-sources", Self.made(sites(22)))
        for (id, title) in [("list-the-act", "The Act"), ("list-the-act-first", "The first"), ("list-the-act-second", "The second")] {
            #expect(long.contains("<li id=\"\(id)\">") && long.contains("<a href=\"#\(id)\">\(title)</a>"), "\(id)")
        }
        let short = try await html("all-sources", Self.made(sites(3)))
        #expect(short.contains("<li id=\"list-the-act-first\">") && !short.contains("class=\"outline\""))
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
        // Longer than paper: in parts, and every page is in one.
        let large = try await Self.made(numbered(80, in: "guide"))
        let parts = try ["all-pages/guide", "all-pages/guide/~2"].map { try html($0, large) }
        #expect(!large.otherFiles().contains { $0.path == "all-pages/guide/~3/index.html" })
        for number in 0..<80 { #expect(parts.joined().ranges(of: "/guide/page-\(number)/\">Page \(number)</a></h2>").count == 1) }
        #expect(parts[1].contains("<li><a href=\"./\" aria-current=\"page\">") && parts[1].contains("<li><a href=\"../\">Guide – "))
    }

    @Test func `nothing is left out of lists that are longer than a page`() async throws {
        let entries = (0..<900).map { "      q\($0): {question: \"May I \($0)?\", answer: Yes.}\n" }.joined()
        var files = numbered(900, in: "guide")
        files["Content/data/q.yaml"] = "kind: faq\ntitle: Q\ngroups:\n  g:\n    title: G\n    questions:\n\(entries)"
        files["Content/faq.md"] = page("FAQ", "", "{{ faq q }}")
        let renderer = try await Self.made(files)
        let pages = try ["all-pages", "all-pages/~2", "all-pages/~3"].map { try html($0, renderer) }
        for number in 0..<900 { #expect(pages.joined().ranges(of: "/page-\(number)/\">Page \(number)</a>").count == 1) }
        #expect(pages.allSatisfy { $0.ranges(of: "<li>").count < 500 && $0.contains("aria-current=\"page\"") })
        let questions = try ["all-questions", "all-questions/~2", "all-questions/~3"].map { try html($0, renderer) }
        for number in 0..<900 { #expect(questions.joined().ranges(of: ">May I \(number)?</a>").count == 1) }
        #expect(
            renderer.notes == [
                "/guide/ is published on 3 pages of at most 400 entries",
                "data/q.yaml puts 901 entries on one page, /faq/, which phones load slowly: divide it into several files",
                "/all-pages/ is published on 3 pages of at most 400 entries",
                "/all-questions/ is published on 3 pages of at most 400 entries",
            ])
        #expect(
            OtherFileGroup(path: "all-pages/~2/index.html") == .overviews
                && OtherFileGroup(path: "all-pages/guide/~2/index.html") == .documents)
    }

    @Test func `a questionnaire with too many states has its rules on its first page`() async throws {
        let ids = (0..<12).map { "o\($0)" }
        let options = ids.map { "      \($0): Option \($0)\n" }.joined()
        let outcomes = ids.map { "  \($0): {title: Outcome \($0)}\n" }.joined()
        let rows = ids.map { "  - {if: {q: {has: \($0)}}, then: \($0)}\n" }.joined()
        let policy =
            "kind: questionnaire\ntitle: Many\nmatch: many\nquestions:\n  q:\n    ask: Which?\n    any-of:\n\(options)    at-least: 1\n"
            + "outcomes:\n\(outcomes)rules:\n\(rows)"
        let renderer = try await Self.made(["Content/index.md": page("Home"), "Content/questionnaires/many.yaml": policy])
        let text = try html("questionnaires/many", renderer)
        #expect(!text.contains("<h2 id=\"q-first\"></h2>"))
        #expect(text.contains("too many combinations") && text.ranges(of: "<span class=\"q-then tone-").count == 12)
        #expect(text.contains("href=\"policy/#outcome-o7\""))
        #expect(
            renderer.notes == ["questionnaires/many.yaml has more than 500 states: readers without JavaScript get its rules as a table"])
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
