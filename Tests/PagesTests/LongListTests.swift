@testable import Pages
import Testing

/// Long lists of answers: searched with script, sorted and with links to letters without.
@Suite struct LongListTests {
    private static let countries = [
        "Zambia", "Albania", "Österreich", "Oman", "Belgium", "Åland", "Cyprus", "Denmark", "Estonia", "France", "Germany", "Greece",
        "Hungary",
    ]

    private static func site(_ labels: [String], rest: String = "other") async throws -> SiteRenderer {
        let options = labels.enumerated().map { "      o\($0): {label: \($1), also: [Nr \($0)]}\n" }.joined()
        let policy =
            "kind: questionnaire\ntitle: Where\nquestions:\n  land:\n    ask: Which?\n    one-of:\n      \(rest): Another\n\(options)"
            + "outcomes:\n  a: {title: A}\n  b: {title: B}\nrules:\n  - {if: {land: o0}, then: a}\n  - {else: b}\n"
        return try await renderer(["Content/index.md": page("Home"), "Content/questionnaires/where.yaml": policy])
    }

    private static func text(_ path: String, _ renderer: SiteRenderer) throws -> String {
        String(decoding: try #require(renderer.otherFiles().first { $0.path == path }).bytes, as: UTF8.self)
    }

    @Test func `from a dozen options on readers search, without data files too`() async throws {
        let data = try await Self.text("api/questionnaires/where.json", Self.site(Self.countries))
        #expect(data.contains("\"search\":true") && data.contains("\"also\":[\"Nr 2\"]"))
        #expect(data.contains("{\"id\":\"other\",\"label\":\"Another\",\"always\":true}"))
        let few = try await Self.text("api/questionnaires/where.json", Self.site(Array(Self.countries.prefix(10))))
        #expect(!few.contains("\"search\""))
        let dozen = try await Self.text("api/questionnaires/where.json", Self.site(Array(Self.countries.prefix(11))))
        #expect(dozen.contains("\"search\":true"))
    }

    @Test func `without script they stand in alphabetical order below their letters`() async throws {
        let html = try await Self.text("questionnaires/where/index.html", Self.site(Self.countries))
        let labels = html.matches(of: /<li><a href="\d\/">([^<]+)<\/a>/).map { String($0.1) }
        #expect(
            labels == [
                "Åland", "Albania", "Belgium", "Cyprus", "Denmark", "Estonia", "France", "Germany", "Greece", "Hungary", "Oman",
                "Österreich",
                "Zambia", "Another",
            ])
        #expect(html.contains("<a href=\"#q-group-9\">O</a>") && html.contains("id=\"q-group-9\">O</h3>"))
        #expect(html.contains("<a href=\"#q-others\">Other answers</a>") && html.contains("id=\"q-others\">Other answers</h3>"))
    }

    @Test func `what is no list of words keeps the author's order`() async throws {
        let html = try await Self.text("questionnaires/where/index.html", Self.site((0..<14).map { "\(20 - $0) days" }, rest: "any"))
        let labels = html.matches(of: /<li><a href="\d\/">([^<]+)<\/a>/).map { String($0.1) }
        #expect(labels.first == "Another" && labels.last == "7 days" && !html.contains("q-jumps"))
    }
}
