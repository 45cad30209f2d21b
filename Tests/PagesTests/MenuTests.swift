import Content
import Forms
@testable import Pages
import Testing

/// Menus and lists stay small however many pages there are, and lead to all of them.
@Suite struct MenuTests {
    private static func pages(_ count: Int, in folder: String, layout: String = "list") -> [String: String] {
        var files = ["Content/\(folder)/index.md": page("Folder \(folder)", "layout: \(layout)\n")]
        for number in 0..<count { files["Content/\(folder)/p\(number).md"] = page("Page \(number)", "order: \(number)\n", "Text.") }
        return files
    }

    private static func made(_ files: [String: String]) async throws -> SiteRenderer {
        try await renderer(files.merging(["Content/index.md": page("Home", "layout: home\n")]) { first, _ in first })
    }

    private func menu(_ file: String, _ renderer: SiteRenderer) throws -> String {
        let html = try #require(renderer.html(file))
        let start = try #require(html.firstRange(of: "<nav class=\"section-nav\"")).lowerBound
        let end = try #require(html[start...].firstRange(of: "</nav>")).lowerBound
        return String(html[start..<end])
    }

    private func own(_ number: Int) -> String { " href=\"../p\(number)/\" aria-current=\"page\"" }

    @Test func `a folder of forty pages is listed whole`() async throws {
        let renderer = try await Self.made(Self.pages(40, in: "a"))
        let menu = try menu("a/p7.md", renderer)
        for number in 0..<40 { #expect(menu.contains(">Page \(number)</a>")) }
        #expect(menu.contains(own(7)) && !menu.contains("All pages of this section"))
    }

    @Test func `of a longer one there is the block in which the page is, the same for all of its pages`() async throws {
        let renderer = try await Self.made(Self.pages(100, in: "a"))
        for (number, block) in [(0, 0..<40), (39, 0..<40), (40, 40..<80), (99, 80..<100)] {
            let menu = try menu("a/p\(number).md", renderer)
            for other in 0..<100 { #expect(menu.contains(">Page \(other)</a>") == block.contains(other), "\(other) on \(number)") }
            #expect(menu.contains(own(number)) && menu.contains("<li><a href=\"../\">All pages of this section</a></li>"))
        }
        let (first, second) = (try menu("a/p41.md", renderer), try menu("a/p42.md", renderer))
        let marked = " aria-current=\"page\""
        #expect(first != second && first.replacing(marked, with: "") == second.replacing(marked, with: ""))
        #expect(try menu("a/index.md", renderer).contains(">Page 39</a>") && !menu("a/index.md", renderer).contains(">Page 40</a>"))
    }

    @Test func `a page deep in long folders has the block of each`() async throws {
        var files = Self.pages(90, in: "a").merging(Self.pages(50, in: "a/z", layout: "page")) { first, _ in first }
        files["Content/a/z/index.md"] = page("Folder z", "order: 45\n", "Text.")
        let menu = try await menu("a/z/p44.md", Self.made(files))
        #expect(menu.contains("\">Page 44</a>") && menu.contains("\">Folder z</a>") && menu.contains("href=\"../../p40/\""))
        #expect(!menu.contains("href=\"../../p39/\"") && !menu.contains("href=\"../p39/\""))
        // Where the folder's own page lists nothing, the list of all pages does.
        #expect(menu.contains("<li><a href=\"../../../all-pages/\">All pages of this section</a></li>"))
        #expect(menu.contains("<li><a href=\"../../\">All pages of this section</a></li>"))
    }

    @Test func `the header shows ten sections, and then leads to all`() async throws {
        let few = try await Self.made((0..<10).reduce(into: [:]) { $0.merge(Self.pages(1, in: "s\($1)")) { first, _ in first } })
        #expect(try !#require(few.html("index.md")).contains("All sections"))
        let many = try await Self.made((10..<90).reduce(into: [:]) { $0.merge(Self.pages(20, in: "s\($1)")) { first, _ in first } })
        let html = try #require(many.html("s11/p1.md"))
        #expect(html.contains("<li><a href=\"../../all-pages/\">All sections</a></li>"))
        #expect(html.contains(">Folder s19</a>") && !html.contains(">Folder s20</a>"))
        let front = try #require(many.html("index.md"))
        #expect(front.ranges(of: "<li class=\"card\">").count == 60 && front.contains("<p><a href=\"all-pages/\">All sections</a></p>"))
        #expect(front.contains(">Page 11</a>") && !front.contains(">Page 12</a>"))
        #expect(front.contains("<li><a href=\"s10/\">All pages of this section</a></li>"))
    }

    @Test func `a list of more than 400 pages is published in parts`() async throws {
        let renderer = try await Self.made(Self.pages(900, in: "a"))
        let further = renderer.otherFiles(.lists)
        #expect(further.map(\.path) == ["a/~2/index.html", "a/~3/index.html"])
        let parts = [try #require(renderer.html("a/index.md"))] + further.map { String(decoding: $0.bytes, as: UTF8.self) }
        for number in 0..<900 { #expect(parts.joined().ranges(of: "<h3><a href=\"\(number < 400 ? "" : "../")p\(number)/\">").count == 1) }
        #expect(parts.allSatisfy { $0.contains("class=\"overview-parts\"") && $0.contains("\" aria-current=\"page\">Page ") })
        #expect(further.allSatisfy { OtherFileGroup(path: $0.path) == .lists })
        #expect(OtherFileGroup(path: "all-pages/~2/index.html") == .overviews)
    }
}
