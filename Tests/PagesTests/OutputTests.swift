import Foundation
@testable import Pages
import Testing

/// The files beside the pages.
@Suite struct OutputTests {
    private func other(_ files: [String: String], settings: String) async throws -> [String: String] {
        let renderer = try await renderer(files, settings: settings)
        return Dictionary(renderer.otherFiles().map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) {
            first, _ in first
        }
    }

    private let site = [
        "Content/index.md": page("Home"), "Content/a.md": page("A", "aliases: [/old/a/, /alt.html/]\n"),
    ]

    @Test func `an old address leads to the new one`() async throws {
        let files = try await other(site, settings: "title: T\naddress: https://example.org/help/\n")
        #expect(files["_redirects"] == "/help/old/a/ /help/a/ 301\n/help/alt.html/ /help/a/ 301\n")
        let html = try #require(files["old/a/index.html"])
        #expect(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../a/\">"))
        #expect(html.contains("<link rel=\"canonical\" href=\"https://example.org/help/a/\">"))
        #expect(html.contains("name=\"robots\" content=\"noindex\""))
    }

    @Test func `without a public address nothing pretends to have one`() async throws {
        let files = try await other(site, settings: "title: T\n")
        #expect(files["sitemap.xml"] == nil)
        #expect(files["robots.txt"] == "User-agent: *\nAllow: /\n")
        #expect(files["_headers"]?.hasPrefix("/*\n  Content-Security-Policy: default-src 'none'") == true)
        #expect(try await renderer(site, settings: "title: T\n").html("a.md")?.contains("canonical") == false)
    }

    @Test func `the map of the site lists every page once`() async throws {
        let files = try await other(site, settings: "title: T\naddress: https://example.org/help/\n")
        let urls = try #require(files["sitemap.xml"]).matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.1) }
        #expect(urls == ["https://example.org/help/", "https://example.org/help/a/", "https://example.org/help/all-pages/"])
        #expect(files["robots.txt"]?.contains("Sitemap: https://example.org/help/sitemap.xml") == true)
    }

    @Test func `the page for wrong addresses works at any depth`() async throws {
        let html = try #require(
            try await other(site, settings: "title: T\naddress: https://example.org/help/\n")["404.html"])
        for link in html.matches(of: /(?:href|src)="([^"]*)"/) {
            #expect(link.1.hasPrefix("/help/") || link.1.hasPrefix("#") || link.1.hasPrefix("mailto:"), "\(link.1)")
        }
    }

    @Test func `pages allow no inline script or style`() async throws {
        let html = try #require(try await renderer(site).html("a.md"))
        #expect(!html.contains(" style=") && !html.contains("<style") && !html.contains(/\son[a-z]+=/))
        #expect(html.matches(of: /<script(?![^>]*(?:\bsrc=|ld\+json"))/).isEmpty)
    }

    @Test(arguments: ["ar", "he", "fa-IR", "ur"]) func `some languages run from right to left`(language: String)
        async throws
    {
        let html = try await renderer(site, settings: "title: T\nlanguage: \(language)\n").html("index.md")
        #expect(html?.contains("<html lang=\"\(language)\" dir=\"rtl\">") == true)
    }

    @Test func `the structured data cannot end its script`() async throws {
        let site = ["Content/index.md": page("Home"), "Content/a.md": page("\"</script><b>\"")]
        let html = try #require(try await renderer(site).html("a.md"))
        let json = try #require(html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)?.1)
        #expect(json.contains("\\u003c/script\\u003e"))
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    }

    @Test func `no id stands twice on a page`() async throws {
        let site = [
            "Content/index.md": page("Home"),
            "Content/a.md": page(
                "A", "layout: list\n", "## Main\n\n## Pages of section\n\nText[^a].\n\n[^a]: x\n\n## Fn 1"),
        ]
        let html = try #require(try await renderer(site).html("a.md"))
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
        #expect(Set(["main-1", "pages-of-section-1", "fn-1-1"]).isSubset(of: ids))
    }

    @Test func `footnotes of data files have ids of their own`() async throws {
        let answer = "{question: Why?, answer: \"So[^a].\\n\\n[^a]: Said once.\"}"
        let site = [
            "Content/index.md": page("Home", "", "{{ faq q }}\n\nText[^a].\n\n[^a]: x"),
            "Content/data/q.yaml":
                "kind: faq\ntitle: Q\ngroups:\n  g:\n    title: G\n    questions:\n      a: \(answer)\n      b: \(answer)\n",
        ]
        let html = try #require(try await renderer(site).html("index.md"))
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
        #expect(Set(["fn-1", "q-g-a-fn-1", "q-g-b-fnref-1"]).isSubset(of: ids))
        for target in html.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(target.1))) }
    }
}
