import Content
import Forms
@testable import Pages
import Testing

/// The pages that the end of a page names: those that share something rare with it.
@Suite struct RelatedPagesTests {
    /// In a section, thirty pages of a folder that share nothing, and the given ones; all are far apart in the navigation.
    private static func made(_ own: [String: String], settings: String = "title: Test\n") async throws -> SiteRenderer {
        var files = ["Content/index.md": page("Home", "layout: home\n"), "Content/x/index.md": page("Section")]
        files["Content/x/z/index.md"] = page("Folder")
        for number in 0..<30 { files["Content/x/z/p\(number).md"] = page("Page \(number)", "order: \(number)\n") }
        // Between any two of them there is another page.
        for (number, name) in own.keys.sorted().enumerated() {
            let folder = name.hasPrefix("../") ? "Content/\(name.dropFirst(3))" : "Content/x/\(name)"
            files["\(folder)/index.md"] = own[name]
            files["\(folder)/between.md"] = page("Between \(number)")
        }
        return try await renderer(files, settings: settings)
    }

    private func related(_ name: String, _ site: SiteRenderer, in folder: String = "x/") throws -> [String] {
        let number = try #require(site.library.pageNumber(file: "\(folder)\(name)/index.md"))
        return site.relatedPages(to: number)?.items.map(\.title) ?? []
    }

    /// Each case: what is on four pages, and what the first one names.
    private static let cases: [(name: String, pages: [String: String], named: [String])] = [
        ("nothing in common", ["a": page("A"), "b": page("B")], []),
        (
            "the same part of a document",
            [
                "a": page("A", "sources: [{document: Act, section: \"1\"}]\n"),
                "b": page("B", "sources: [{document: Act, section: \"1\"}]\n"),
                "c": page("C", "sources: [{document: Act, section: \"2\"}]\n"),
            ], ["B"]
        ),
        (
            "a link to the same page",
            ["a": page("A", "", "See [x](../z/p3.md)."), "b": page("B", "", "See [x](../z/p3.md).")], ["B"]
        ),
        ("a link from the other page", ["a": page("A"), "b": page("B", "", "See [a](../a/index.md).")], ["B"]),
        ("a link to it, which is enough", ["a": page("A", "", "See [b](../b/index.md)."), "b": page("B")], []),
        (
            "two things before one",
            [
                "a": page("A", "", "See [x](../z/p3.md) and [y](../z/p4.md)."), "b": page("B", "", "See [x](../z/p3.md)."),
                "c": page("C", "", "See [x](../z/p3.md) and [y](../z/p4.md)."),
            ], ["C", "B"]
        ),
        ("switched off", ["a": page("A", "related: no\n"), "b": page("B", "", "See [a](../a/index.md).")], []),
        ("not to be named", ["a": page("A"), "b": page("B", "related: no\n", "See [a](../a/index.md).")], []),
        ("not listed", ["a": page("A"), "b": page("B", "search: no\n", "See [a](../a/index.md).")], []),
        ("too old", ["a": page("A"), "b": page("B", "expires: 2026-01-01\n", "See [a](../a/index.md).")], []),
    ]

    @Test(arguments: cases.indices) func `a page names those that share something rare with it`(index: Int) async throws {
        let (name, pages, named) = Self.cases[index]
        #expect(try await related("a", Self.made(pages)) == named, "\(name)")
    }

    @Test func `a term is shared by those that link to it`() async throws {
        let text = "Ask for an [RMA](term:rma)."
        var files = ["Content/index.md": page("Home", "layout: home\n"), "Content/words.md": page("Words", "", "{{ glossary words }}")]
        files["Content/data/words.yaml"] = "kind: glossary\ntitle: Words\nterms:\n  rma: {term: RMA, definition: A return.}\n"
        for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"] {
            files["Content/\(name).md"] = page(name.uppercased(), "", ["c", "l"].contains(name) ? text : "Text.")
        }
        let site = try await renderer(files)
        let number = try #require(site.library.pageNumber(file: "c.md"))
        #expect(site.relatedPages(to: number)?.items.map(\.title) == ["L"])
        #expect(try #require(site.html("c.md")).contains("<li><a href=\"../l/\">L</a></li>"))
        #expect(try !#require(site.html("d.md")).contains("class=\"related\""))
    }

    @Test func `what is a step away is not named, and the settings switch the lists off`() async throws {
        let link = page("B", "", "See [a](../../a/index.md).")
        let files = ["a": page("A"), "b": page("B", "", "See [a](../a/index.md).")]
        var near = try await Self.made(files)
        #expect(try related("a", near) == ["B"])
        near = try await renderer(
            ["Content/index.md": page("Home", "layout: home\n"), "Content/a/index.md": page("A"), "Content/a/b/index.md": link]
                .merging((0..<20).map { ("Content/p\($0).md", page("P\($0)")) }) { first, _ in first })
        #expect(try related("a", near, in: "") == [])
        #expect(try related("a", await Self.made(files, settings: "title: Test\nrelated: no\n")) == [])
    }

    @Test func `a section, which the menu names, is not named again`() async throws {
        var files = ["a": page("A", "", "See [x](../z/p3.md)."), "b": page("B", "", "See [x](../z/p3.md).")]
        files["../y"] = page("Other section", "", "See [x](../x/z/p3.md).")
        #expect(try await related("a", Self.made(files)) == ["B"])
    }

    /// The work for a page is bounded: of 5,000 pages that link to the same one, each still has those that share something else with it.
    @Test func `a page that all link to relates none of them`() async throws {
        var files = ["Content/index.md": page("Home", "layout: home\n"), "Content/hub/index.md": page("Hub")]
        for number in 0..<5000 {
            let pair = "sources: [{document: Act, section: \"\(number % 2500)\"}]\n"
            files["Content/f\(number / 100)/p\(number).md"] = page("Page \(number)", pair, "See the [hub](../hub/index.md).")
        }
        for folder in 0..<50 { files["Content/f\(folder)/index.md"] = page("Folder \(folder)") }
        let site = try await renderer(files)
        for number in [0, 1, 2499, 2500, 4999] {
            let place = try #require(site.library.pageNumber(file: "f\(number / 100)/p\(number).md"))
            #expect(site.relatedPages(to: place)?.items.map(\.title) == ["Page \((number + 2500) % 5000)"])
        }
        #expect(try related("hub", site, in: "") == [])
        let work = site.related?.shares.reduce(0) { $0 + $1.pages.count * $1.pages.count } ?? 0
        #expect(work <= 4 * 5000 * 2)
    }
}
