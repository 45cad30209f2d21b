import Forms
import History
import Testing

@testable import Pages

/// What the front page puts first, and how other pages lead to the questionnaires.
@Suite struct FrontPageTests {
    /// A questionnaire with a question of yes, no and as many options more.
    private static func policy(_ title: String, options: Int, cites: String = "") -> String {
        let list = (0..<options).map { "      o\($0): {label: Option \($0), hint: Hint \($0).}\n" }.joined()
        let rules = (0..<options).map { "  - {if: {what: o\($0)}, then: \($0 == 0 ? "a" : "b")\($0 == 1 ? cites : "")}\n" }.joined()
        return "kind: questionnaire\ntitle: \(title)\nquestions:\n  what:\n    ask: What?\n    hint: Choose.\n    one-of:\n\(list)"
            + "outcomes:\n  a: {title: A, cites: [guide.md#first]}\n  b: {title: B, cites: [guide.md]}\nrules:\n\(rules)"
    }

    private static let guide = page("Guide", "", "## First\n\nText.\n\n## Second\n\nText.")

    private static func site(_ index: String, _ questionnaires: [String: String], guide: String = guide) async throws -> SiteRenderer {
        let files = questionnaires.map { ("Content/questionnaires/\($0.key).yaml", $0.value) }
        let pages = [("Content/index.md", index), ("Content/guide.md", guide)]
        return try await renderer(Dictionary(uniqueKeysWithValues: files + pages))
    }

    private static func count(_ part: String, in html: String) -> Int { html.ranges(of: part).count }

    @Test func `the search of the front page takes the place of that in the header, and offers examples`() async throws {
        let index = page("Home", "layout: home\nexamples: [late fee, 50 % & more]\n", "Text.")
        let site = try await Self.site(index, ["a": Self.policy("First", options: 2)])
        let html = try #require(site.html("index.md"))
        #expect(Self.count("type=\"search\"", in: html) == 1 && Self.count("id=\"search-field\"", in: html) == 1)
        #expect(html.contains("<a href=\"search/?q=late%20fee\">late fee</a>"))
        #expect(html.contains("<a href=\"search/?q=50%20%25%20%26%20more\">50 % &amp; more</a>"))
        let other = try #require(site.html("guide.md"))
        #expect(Self.count("type=\"search\"", in: other) == 1 && !other.contains("hero"))
    }

    @Test(arguments: [(4, 4, false), (5, 5, false), (6, 4, true), (11, 4, true)])
    func `of several questionnaires each shows its first answers without hints`(options: Int, shown: Int, isCut: Bool) async throws {
        let index = page("Home", "layout: home\n", "{{ questionnaire b }}\n\nText.\n\n{{ questionnaire a }}")
        let site = try await Self.site(
            index, ["a": Self.policy("First", options: options), "b": Self.policy("Second", options: 2)])
        let html = try #require(site.html("index.md"))
        let titles = html.matches(of: /<h2>(First|Second)<\/h2>/).map { String($0.1) }
        #expect(titles == ["Second", "First"] && !html.contains("Hint"))
        #expect(Self.count("data-answer=", in: html) == shown + 2)
        #expect(html.contains("<p class=\"q-others\"><a href=\"questionnaires/a/\">") == isCut)
    }

    @Test func `a single questionnaire shows all its answers with their hints`() async throws {
        let index = page("Home", "layout: home\n", "{{ questionnaire a }}")
        let html = try #require(try await Self.site(index, ["a": Self.policy("First", options: 9)]).html("index.md"))
        #expect(Self.count("data-answer=", in: html) == 9 && html.contains("Hint 8.") && !html.contains("q-others"))
    }

    @Test(arguments: [("no", []), ("dates", ["", "", "", "", ""]), ("changes", ["Reword", "Reword", "Add", "Fix", "Start"])])
    func `what changed lately is told as far as the settings say`(level: String, words: [String]) async throws {
        let day = try #require(Day("2026-11-20"))
        let change: (Int, String) -> FileChange = { FileChange(commit: $0, day: day, words: $1) }
        let history = ContentHistory(
            folder: "",
            [
                "index.md": [change(0, "Greet")], "b.md": [change(1, "Reword")], "a.md": [change(1, "Reword")], "c.md": [change(5, "Old")],
                "d.md": [change(3, "Fix")], "e.md": [change(4, "Start"), change(6, "Older")],
                "questionnaires/q.yaml": [change(2, "Add")],
            ])
        var files = Dictionary(uniqueKeysWithValues: ["a", "b", "c", "d", "e"].map { ("Content/\($0).md", page("Page \($0)")) })
        files["Content/index.md"] = page("Home", "layout: home\n")
        files["Content/guide.md"] = Self.guide
        files["Content/questionnaires/q.yaml"] = Self.policy("Policy", options: 2)
        let site = try await renderer(files, settings: "title: Test\nhistory: \(level)\n", history: history)
        let html = try #require(site.html("index.md"))
        let found = html.matches(of: /<li><a href="[^"]+">([^<]+)<\/a> <time datetime="2026-11-20">[^<]+<\/time>(?:<p>(\w+)<\/p>)?<\/li>/)
        let titles = ["Page a", "Page b", "Policy", "Page d", "Page e"]
        #expect(found.map { String($0.1) } == (words.isEmpty ? [] : titles))
        #expect(found.map { String($0.2 ?? "") } == words)
        #expect(html.contains("page-latest") == !words.isEmpty)
    }

    @Test func `sections are listed where the text has no lists of its own`() async throws {
        let plain = try #require(try await Self.site(page("Home", "layout: home\n"), [:]).html("index.md"))
        let lists = try #require(try await Self.site(page("Home", "layout: home\n", "## Needs\n\nText."), [:]).html("index.md"))
        #expect(plain.contains("<li class=\"card\">") && !lists.contains("<li class=\"card\">"))
    }

    @Test func `the menu leads to the questionnaires, where there are some`() async throws {
        let menu = "<li><a href=\"questionnaires/\">Questionnaires</a></li>"
        let index = page("Home", "layout: home\n")
        #expect(try #require(try await Self.site(index, ["a": Self.policy("First", options: 2)]).html("index.md")).contains(menu))
        #expect(try !#require(try await Self.site(index, [:]).html("index.md")).contains(menu))
        let files = try await Self.site(index, ["a": Self.policy("First", options: 2)]).otherFiles()
        for path in ["questionnaires/index.html", "questionnaires/a/index.html", "questionnaires/a/2/index.html"] {
            let html = String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
            #expect(html.contains(" aria-current=\"true\">Questionnaires</a>"), "\(path)")
        }
    }

    @Test func `a cited page offers the two questionnaires that cite it most, with answers that its sections imply`() async throws {
        let site = try await Self.site(
            page("Home"),
            [
                "a": Self.policy("First", options: 3), "b": Self.policy("Second", options: 3, cites: ", cites: [guide.md#second]"),
                "c": Self.policy("Third", options: 3, cites: ", cites: [guide.md#second, guide.md#first]"),
            ])
        let html = try #require(site.html("guide.md"))
        let offers = html.matches(of: /<p><a href="\.\.\/questionnaires\/(.)\/">/).map { String($0.1) }
        #expect(offers == ["c", "b"])
        // Of the second questionnaire one row rests on each section. In the third, two rest on the first section.
        let answers = html.matches(of: /<a href="\.\.\/questionnaires\/(.\/#what=..)">/).map { String($0.1) }
        #expect(answers == ["c/#what=o1", "b/#what=o0", "b/#what=o1"])
        #expect(try !#require(site.html("index.md")).contains("offers"))
    }

    @Test func `a page doesn't offer the questionnaire that it embeds`() async throws {
        let guide = page("Guide", "", "{{ questionnaire a }}\n\n## First\n\nText.\n\n## Second\n\nText.")
        let files = ["a": Self.policy("First", options: 3), "b": Self.policy("Second", options: 3)]
        let html = try #require(try await Self.site(page("Home"), files, guide: guide).html("guide.md"))
        #expect(html.matches(of: /<p><a href="\.\.\/questionnaires\/(.)\/">/).map { String($0.1) } == ["b"])
    }
}
