import Content
@testable import Pages
import Testing

/// Tables and lists of products that are longer than a page.
@Suite struct BlockPartsTests {
    private static func products(_ counts: [Int], note: String = "") -> String {
        let groups = counts.enumerated().map { group, count in
            "  g\(group):\n    category: all\n    products:\n"
                + (0..<count).map { "      p\(group)-\($0): {name: Name \(group) \($0)\(note)}\n" }.joined()
        }
        return "kind: products\ntitle: Devices\ncategories: {all: All}\ngroups:\n" + groups.joined()
    }

    private static func table(_ count: Int, text: String = "Row") -> String {
        "kind: table\ntitle: Rows\ncolumns: {a: A, year: {label: Year, type: number}}\nrows:\n"
            + (0..<count).map { "  - {a: \(text) \($0), year: 2021}\n" }.joined()
    }

    private static func site(_ data: [String: String], _ text: String) async throws -> SiteRenderer {
        var files = [
            "Content/index.md": page("Home", "", "[There](list.md#p1-3) and [here](list.md#p0-0)."),
            "Content/list.md": page("List", "", text),
        ]
        for (name, file) in data { files["Content/data/\(name).yaml"] = file }
        return try await renderer(files)
    }

    private static func parts(_ renderer: SiteRenderer) -> [(path: String, html: String)] {
        renderer.otherFiles(.lists).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }

    @Test func `what fits on a page is on it, and says nothing of parts`() async throws {
        let site = try await Self.site(["d": Self.products([600, 400]), "t": Self.table(1000)], "{{ products d }}\n\n{{ table t }}")
        #expect(site.blockParts.blocks.isEmpty && Self.parts(site).isEmpty && site.notes.isEmpty)
        let html = try #require(site.html("list.md"))
        #expect(!html.contains("overview-parts") && !html.contains("data-cut") && html.matches(of: /<tr id=/).count == 1000)
    }

    @Test func `every entry is on one page, once`() async throws {
        let site = try await Self.site(["d": Self.products([1100, 1, 1500])], "{{ products d }}\n\n[Last](#p2-1499)")
        let parts = Self.parts(site)
        #expect(parts.map(\.path) == ["list/~products-d~2/index.html", "list/~products-d~3/index.html"])
        let html = [try #require(site.html("list.md"))] + parts.map(\.html)
        let ids = html.flatMap { $0.matches(of: /<tr id="([^"]*)"/).map { String($0.1) } }
        #expect(ids == (0..<1100).map { "p0-\($0)" } + ["p1-0"] + (0..<1500).map { "p2-\($0)" })
        #expect(html[1].contains("<title>Devices (2) – Test</title>") && html[1].contains("<a href=\"../\">Name 0 0 – Name 0 999</a>"))
        #expect(html[1].contains("<a href=\"./\" aria-current=\"page\">Name 0 1000 – Name 2 898</a>"))
        #expect(html[0].contains("<a href=\"~products-d~3/#p2-1499\">Last</a>"))
        #expect(site.notes == ["data/d.yaml is shown on 3 pages of at most 1000 rows: /list/ and those that it links to"])
    }

    @Test func `links from elsewhere lead to the part that has the entry`() async throws {
        let site = try await Self.site(["d": Self.products([1000, 5])], "{{ products d }}")
        let home = try #require(site.html("index.md"))
        #expect(home.contains("<a href=\"list/~products-d~2/#p1-3\">There</a>") && home.contains("<a href=\"list/#p0-0\">here</a>"))
        let page = try #require(site.library.pages.first { $0.path.file == "list.md" })
        #expect(site.address(of: page, at: "p1-3") == "list/~products-d~2/#p1-3")
        #expect(site.address(of: page, at: "products-d-g1") == "list/~products-d~2/#products-d-g1")
        #expect(site.address(of: page, at: "p0-0") == "list/#p0-0" && site.address(of: page, at: nil) == "list/")
    }

    @Test func `long entries make shorter parts, and blocks that are too long together share their page`() async throws {
        let long = String(repeating: "word ", count: 200)
        let wide = try await Self.site(["t": Self.table(900, text: long)], "{{ table t }}")
        let pages = [try #require(wide.html("list.md"))] + Self.parts(wide).map(\.html)
        #expect(pages.count == 3 && pages.allSatisfy { $0.utf8.count < 500_000 })
        let both = try await Self.site(
            ["t": Self.table(300, text: long), "u": Self.table(300, text: long), "d": Self.products([10])],
            "{{ table t }}\n\n{{ table u }}\n\n{{ products d }}")
        #expect(both.blockParts.blocks.map(\.parts.count) == [2, 2])
        #expect(try #require(both.html("list.md")).utf8.count < 500_000)
    }

    @Test func `the same list twice on a page has addresses of its own for each`() async throws {
        let site = try await Self.site(["t": Self.table(1500)], "{{ table t }}\n\n{{ table t }}")
        #expect(Self.parts(site).map(\.path) == ["list/~table-t~2/index.html", "list/~table-t~2~2/index.html"])
        #expect(Self.parts(site).allSatisfy { $0.html.contains("Row 1499") && $0.html.contains("</span> 2021</td>") })
        #expect(OtherFileGroup(path: "list/~table-t~2~2/index.html") == .lists && OtherFileGroup(path: "~table-t~2/index.html") == .lists)
    }
}
