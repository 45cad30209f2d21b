@testable import Pages
import Testing

/// What readers are offered to do with a block depends on how much is in it, and it is on the page before the script is.
@Suite struct BlockToolsTests {
    private func html(_ kind: String, _ body: String) async throws -> String {
        let site = try await renderer([
            "Content/index.md": page("Home", "", "{{ \(kind) sample }}"),
            "Content/data/sample.yaml": "kind: \(kind)\ntitle: Sample\n" + body,
        ])
        return String(decoding: site.page(0).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (rows: 3, values: 9, filters: false, sorts: false), (4, 9, false, true), (7, 2, false, false), (8, 2, true, false),
        (8, 3, true, true),
    ])
    func `a table is sorted and filtered where it has enough rows`(rows: Int, values: Int, filters: Bool, sorts: Bool) async throws {
        let lines = (0..<rows).map { "  - {a: \"\($0 % values)\"}\n" }.joined()
        let html = try await html("table", "columns: {a: A}\nrows:\n" + lines)
        #expect(html.contains("class=\"field field-wide field-filter\"") == filters && html.contains("field-sort") == sorts)
        #expect(html.contains("class=\"tools is-scripted\"") == (filters || sorts))
    }

    @Test(arguments: [(7, false), (8, true)]) func `a comparison is filtered, never sorted`(rows: Int, filters: Bool) async throws {
        let lines = (0..<rows).map { "  r\($0): {label: R\($0), cells: {a: yes}}\n" }.joined()
        let html = try await html("comparison", "columns: {a: {label: A}}\nrows:\n" + lines)
        #expect(html.contains("field-filter") == filters && !html.contains("field-sort"))
    }

    @Test func `what all have the same is nothing to choose by`() async throws {
        let one = try await html("actions", "arrangements: {a: {label: A}}\nneeds: {n: {label: N, paths: {a: Do.}}}\n")
        #expect(!one.contains("class=\"tools"))
        let needs = try await html(
            "actions", "arrangements: {a: {label: A}}\nneeds: {n: {label: N, paths: {a: Do.}}, m: {label: M, paths: {a: Do.}}}\n")
        #expect(needs.contains("name=\"need\"") && !needs.contains("name=\"arrangement\""))
        let products = try await html(
            "products",
            """
            attributes: {size: {label: Size, values: {s: Small, l: Large}}}
            categories: {c: Lamps}
            groups:
              s: {category: c, size: s, products: {one: One}}
              l: {category: c, size: l, products: {two: Two}}

            """)
        #expect(products.contains("<select name=\"size\">") && products.ranges(of: "<select").count == 2)
    }

    @Test(arguments: [(1, 0), (2, 2), (3, 3)]) func `that entries have no address is said once`(count: Int, marks: Int) async throws {
        let entries = (0..<count).map { "  e\($0): {is: tool, name: E\($0), url: \"https://example.org/\", approximate: yes, for: It.}\n" }
            .joined()
        let html = try await html(
            "directory", "entries:\n" + entries + "  own: {is: tool, name: Own, url: \"https://example.org/own\", for: It.}\n")
        #expect(html.ranges(of: "know its exact address").count + html.ranges(of: "know the exact one").count == 1)
        #expect(html.ranges(of: "<span class=\"approximate\">Front page</span>").count == marks)
    }

    @Test func `terms are sorted by the words that readers see`() async throws {
        let html = try await html(
            "glossary",
            """
            terms:
              gsr: {term: Global Relations, short: GSR, definition: It.}
              ios: {term: a system, short: IOS, definition: It.}
              oe: {term: Österreich, definition: It.}
              zone: {term: Pole, definition: It.}

            """)
        let terms = html.split(separator: "<dfn>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(terms == ["a system", "Global Relations", "Österreich", "Pole"])
    }

    @Test(arguments: [(500, 0), (501, 1)]) func `the build says what is long and on one page`(count: Int, notes: Int) async throws {
        let terms = (0..<count).map { "  t\($0): {term: Term \($0), definition: It.}\n" }.joined()
        let site = try await renderer([
            "Content/index.md": page("Home", "", "{{ glossary sample }}"),
            "Content/data/sample.yaml": "kind: glossary\ntitle: S\nterms:\n" + terms,
        ])
        #expect(site.notes.count { $0.contains("puts \(count) entries on one page, /,") } == notes)
    }

    @Test(arguments: [("", "Case"), ("compares: Offer\n", "Offer")])
    func `a checklist names what it compares`(field: String, word: String) async throws {
        let html = try await html("checklist", field + "items: {a: {item: Is it?}}\n")
        #expect(html.contains("data-compared=\"\(word)\"") && !html.lowercased().contains("supplier\""))
    }
}
