import Content
import Diagnostics
import Forms
@testable import Pages
import Testing

/// What a site can leave out: its search, and what only other programs read.
@Suite struct OutputSwitchTests {
    private static func files(_ settings: String) async throws -> [String: String] {
        let renderer = try await renderer([
            "Content/site.yaml": "title: Test\n\(settings)", "Content/index.md": page("Home", "layout: home\n", "{{ questionnaire may }}"),
            "Content/a.md": page("A", "", "Text."),
            "Content/questionnaires/may.yaml": """
            kind: questionnaire
            title: May I?
            questions:
              staff: {ask: Are you staff?, one-of: {yes: Yes, no: No}}
            outcomes:
              may: {title: You may}
              may-not: {title: You may not}
            rules:
              - {if: {staff: yes}, then: may}
              - {else: may-not}
            """,
        ])
        let pages = (0..<renderer.pageCount).map(renderer.page) + renderer.otherFiles()
        return Dictionary(pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
    }

    @Test func `without the search nothing leads to one`() async throws {
        let (with, without) = (try await Self.files(""), try await Self.files("search: no\n"))
        #expect(with["search/index.html"] != nil && without["search/index.html"] == nil)
        for path in ["index.html", "a/index.html", "404.html", "all-pages/index.html", "questionnaires/may/index.html"] {
            #expect(with[path]?.contains("role=\"search\"") == true, "\(path)")
            #expect(without[path]?.contains("search/\"") == false && without[path]?.contains("<waymark-search") == false, "\(path)")
        }
        let privacy = "who-sees-your-answers/index.html"
        // From the default words on the search.
        let said = "are looked up on your device"
        #expect(with[privacy]?.contains(said) == true && without[privacy]?.contains(said) == false)
    }

    @Test func `without an interface for programs there is only what the pages read`() async throws {
        let (with, without) = (try await Self.files(""), try await Self.files("api: no\n"))
        #expect(with.keys.filter { $0.hasPrefix("api/") }.sorted() == ["api/questionnaire.schema.json", "api/questionnaires/may.json"])
        #expect(without.keys.filter { $0.hasPrefix("api/") } == ["api/questionnaires/may.json"])
        let (form, bare) = (with["api/questionnaires/may.json", default: ""], without["api/questionnaires/may.json", default: ""])
        #expect(
            form.hasPrefix("{\"$schema\":\"../questionnaire.schema.json\",")
                && bare == form.replacing("\"$schema\":\"../questionnaire.schema.json\",", with: ""))
    }
}
