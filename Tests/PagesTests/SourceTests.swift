import Content
@testable import Pages
import Testing

/// What statements are based on: at the foot of pages, with results, and on the page of all sources.
@Suite struct SourceTests {
    private static let directory = """
        kind: directory
        title: Documents
        entries:
          act: {is: link, name: The Act, url: "https://example.org/act", read: 2026-11-01}
        """

    private static let files = [
        "Content/data/documents.yaml": directory,
        "Content/data/figures.yaml": """
        kind: values
        title: Figures
        values:
          days: {value: 14, unit: days, source: "Price list, line 4"}
        """,
        "Content/data/q.yaml": """
        kind: faq
        title: Q
        sources: [{document: act, section: "Part 2"}]
        groups:
          g:
            title: G
            questions:
              own: {question: How long?, answer: Long., sources: [{document: act, section: "§ 9", address: "https://example.org/act#9"}]}
              other: {question: How short?, answer: Short.}
        """,
        "Content/index.md": page("Home", "", "{{ faq q }}"),
        "Content/a.md": page("A", "sources: [{document: act, section: \"§ 4\"}, act, {document: Leaflet <12>, read: 2026-10-02}]\n"),
        "Content/b.md": page("B", "", "You have {{ figures.days }}."),
        "Content/c.md": page("C"),
        "Content/questionnaires/q.yaml": """
        kind: questionnaire
        title: May I?
        questions:
          staff: {ask: Are you staff?, one-of: {yes: Yes, no: No}}
        outcomes:
          may: {title: You may, sources: [{document: act, section: "§ 4"}, Leaflet 13]}
          may-not: {title: You may not}
        rules:
          - {if: {staff: yes}, then: may}
          - {else: may-not}
        """,
    ]

    /// The text between two marks, without tags and line ends.
    private func words(_ html: String, from start: String, to end: String) -> String? {
        guard let from = html.firstRange(of: start), let to = html[from.upperBound...].firstRange(of: end) else { return nil }
        return html[from.upperBound..<to.lowerBound].replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    private func foot(_ file: String, _ renderer: SiteRenderer) throws -> String? {
        words(try #require(renderer.html(file)), from: "<section class=\"page-sources\">", to: "</section>")
    }

    @Test func `a page names its own sources, and those of the data and values on it`() async throws {
        let renderer = try await renderer(Self.files)
        let expected = [
            "a.md": "Sources The Act (read on 1 November 2026 ) § 4 Leaflet &lt;12&gt; (read on 2 October 2026 ) All sources",
            "b.md": "Sources Price list, line 4 All sources",
            "index.md": "Sources The Act (read on 1 November 2026 ) Part 2 All sources",
            "c.md": nil,
        ]
        for (file, words) in expected {
            let found = try foot(file, renderer)
            #expect(found == words, "\(file)")
        }
        let html = try #require(renderer.html("index.md"))
        #expect(html.contains("<a href=\"https://example.org/act\" rel=\"external\">The Act</a>"))
        #expect(html.contains("<li><a href=\"https://example.org/act#9\">Source: The Act, § 9</a></li>"))
    }

    @Test func `the page of all sources lists what is based on each of them`() async throws {
        let renderer = try await renderer(Self.files)
        let file = try #require(renderer.otherFiles().first { $0.path == "all-sources/index.html" })
        let html = String(decoding: file.bytes, as: UTF8.self)
        #expect(
            words(html, from: "<ul class=\"overview\">", to: "</main>")
                == "The Act read on 1 November 2026 Home Part 2 How long? § 9 A § 4 May I? You may § 4 "
                + "Leaflet &lt;12&gt; read on 2 October 2026 A Price list, line 4 B Leaflet 13 May I? You may")
        #expect(html.contains("<a href=\"../#own\">How long?</a>") && html.contains("policy/#outcome-may\">You may</a>"))
        #expect(try #require(renderer.html("c.md")).contains("href=\"../all-sources/\""))
        let none = try await made(["Content/index.md": page("Home")])
        #expect(!none.otherFiles().contains { $0.path == "all-sources/index.html" })
        #expect(try !#require(none.html("index.md")).contains("all-sources"))
    }

    @Test func `a result names the documents after what it cites, the same everywhere`() async throws {
        let renderer = try await renderer(Self.files)
        let files = renderer.questionnaireFiles("q")
        let pages = files.filter { $0.path.hasSuffix("index.html") }.map { String(decoding: $0.bytes, as: UTF8.self) }
        let data = try #require(files.first { $0.path.hasSuffix(".json") }.map { String(decoding: $0.bytes, as: UTF8.self) })
        let links = [("https://example.org/act", "Source: The Act, § 4"), ("all-sources/", "Source: Leaflet 13")]
        for (address, words) in links {
            // On the page of the result and on that of the policy.
            #expect(pages.count { $0.contains("\(address)\">\(words)</a>") } == 2, "\(words)")
            #expect(data.contains(words) && data.contains(address), "\(words)")
        }
    }

    private func made(_ files: [String: String]) async throws -> SiteRenderer { try await renderer(files) }
}
