import Decision
@testable import Pages
import Testing

/// A policy of more rules than a page holds.
@Suite struct LongPolicyTests {
    private static func site(rows: Int, facts: Int) async throws -> SiteRenderer {
        let policy = """
            kind: questionnaire
            title: Fees
            questions:
              n: {ask: Which number?, number: {from: 1, to: 1000}}
            facts:
              fee:
                label: Fee
                rules:
            \((1..<facts).map { "      - {if: {n: \($0)}, then: \($0)}\n" }.joined())
                  - {else: 0}
            outcomes:
              a: {title: A, text: "{{ fee }}."}
              b: {title: B, text: "{{ fee }}."}
            rules:
            \((1..<rows).map { "  - {if: {n: \($0)}, then: \($0 % 2 == 0 ? "a" : "b")}\n" }.joined())
              - {else: a}
            """
        return try await renderer(["Content/index.md": page("Home"), "Content/questionnaires/fees.yaml": policy])
    }

    private static func pages(_ renderer: SiteRenderer) -> [String: String] {
        let files = renderer.otherFiles().filter { $0.path.hasPrefix("questionnaires/fees/policy/") && $0.path.hasSuffix("html") }.filter {
            !$0.path.contains("proof") && !$0.path.contains("picture")
        }
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private func rows(_ html: String?) -> Int { (html ?? "").matches(of: /<tr[ >]/).count - (html ?? "").matches(of: /<thead>/).count }

    @Test func `it goes on on further pages, each named by its rules`() async throws {
        let renderer = try await Self.site(rows: 250, facts: 180)
        let pages = Self.pages(renderer)
        let names = ["", "~2/", "~3/"].map { "questionnaires/fees/policy/\($0)index.html" }
        #expect(pages.keys.sorted() == names.sorted())
        #expect(names.map { rows(pages[$0]) } == [200, 200, 30])
        let first = try #require(pages[names[0]])
        #expect(first.contains("<a href=\"~2/\">Rules 201 to 400</a>") && first.contains(">Rules 401 to 430</a>"))
        #expect(first.contains("id=\"outcomes\"") && first.contains("id=\"questions\""))
        let second = try #require(pages[names[1]])
        #expect(second.contains("<p id=\"result-201\">") && second.contains("id=\"fact-fee\""))
        #expect(second.contains("href=\"../#outcome-a\"") && !second.contains("id=\"outcomes\""))
        #expect(renderer.notes.contains { $0.contains("/questionnaires/fees/policy/ is published on 3 pages") })
        let map = try #require(renderer.otherFiles().first { $0.path == "sitemap.xml" })
        #expect(String(decoding: map.bytes, as: UTF8.self).contains("questionnaires/fees/policy/~3/"))
        // By this the script of a result finds the page of a rule.
        let start = try #require(renderer.otherFiles().first { $0.path == "questionnaires/fees/index.html" })
        #expect(String(decoding: start.bytes, as: UTF8.self).contains("data-rules=\"200\""))
    }

    @Test func `a short one is one page`() async throws {
        let renderer = try await Self.site(rows: 20, facts: 180)
        let pages = Self.pages(renderer)
        #expect(pages.count == 1 && renderer.notes.isEmpty)
        #expect(pages.values.first?.contains("overview-parts") == false)
        #expect(rows(pages.values.first) == 200)
    }
}
