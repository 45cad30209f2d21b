import Content
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// What each field of front matter does to each published file: a page with the field beside one without.
@Suite struct FrontMatterOutputTests {
    /// Where a page may be found, in words of this table.
    private static let places = [
        "page", "noindex", "sitemap", "all-pages", "search list", "search index", "all-questions", "whole section", "offline",
        "navigation", "list", "structured data",
    ]
    private static let everywhere = Set(places).subtracting(["noindex"])
    private static let unlisted: Set = ["page", "noindex", "navigation", "list"]

    /// Each field with a value, and where the page is found then.
    private static let table: [(field: String, found: Set<String>)] = [
        ("", everywhere), ("summary: Short.", everywhere), ("order: 3", everywhere), ("layout: tabs", everywhere),
        ("aliases: [/old/]", everywhere), ("owner: The desk", everywhere), ("reviewed: 2026-11-01", everywhere),
        ("reviewed: 2026-11-01\nreview-every: 1 year", everywhere), ("effective: 2026-01-01", everywhere),
        ("expires: 2027-01-01", everywhere), ("expires: 2026-11-21", everywhere), ("tags: [a]", everywhere),
        ("also: [a]", everywhere),
        ("sources: [The Act]", everywhere),
        ("layout: home\nexamples: [a]", everywhere), ("search: yes", everywhere),
        ("terms: no", everywhere), ("related: no", everywhere), ("draft: no", everywhere), ("draft: yes", []),
        ("search: no", unlisted.union(["whole section"])),
        ("expires: 2026-11-20", unlisted),
    ]

    @Test func `a field means the same in every file`() async throws {
        for (field, found) in Self.table {
            let published = try await published(field)
            let places = Set(Self.places.filter { isFound(in: $0, published) })
            #expect(places == found, "\(field): \(places.symmetricDifference(found).sorted())")
        }
    }

    @Test func `every field is in the table`() {
        guard case .map(let form) = FrontMatter.schema else { return }
        let tried = Set(Self.table.flatMap { $0.field.split(separator: "\n").map { String($0.prefix { $0 != ":" }) } })
        #expect(Set(form.fields.map(\.name)).subtracting(["title"]).subtracting(tried) == [])
    }

    @Test func `pages below one that is not listed keep their place`() async throws {
        let folder = try site(["guide/index.md": "---\ntitle: Guide\nsearch: no\n---\n\nText.\n"])
        _ = try await build(options(folder.path), into: folder.path + "/Public")
        let list = try String(contentsOfFile: folder.path + "/Public/all-pages/index.html", encoding: .utf8)
        let main = list.split(separator: "<main")[1].split(separator: "</main>")[0]
        #expect(!main.contains("href=\"../guide/\""))
        #expect(main.contains("href=\"../guide/other/\""))
    }

    private func site(_ files: [String: String]) throws -> TemporaryFolder {
        try TemporaryFolder(
            Dictionary(
                uniqueKeysWithValues: [
                    "site.yaml": "title: Site\naddress: https://example.org/\noffline: yes\n",
                    "index.md": "---\ntitle: Home\nlayout: home\n---\n\nText.\n",
                    "guide/index.md": "---\ntitle: Guide\nlayout: list\n---\n\nText.\n", "guide/other.md": "# Other\n\nText.\n",
                    "data/asked.yaml":
                        "kind: faq\ntitle: Asked\ngroups: {one: {title: One, questions: {why: {question: Why zebra?, answer: So.}}}}\n",
                ].merging(files) { $1 }.map { ("Content/\($0)", $1) }))
    }

    /// The files of a site with a page that has a field.
    private func published(_ field: String) async throws -> [String: String] {
        let folder = try site([
            "guide/zebra.md": "---\ntitle: Zebra\n\(field)\n---\n\n## Stripes\n\nStriped.\n\n{{ faq asked }}\n"
        ])
        let built = try await build(options(folder.path), into: folder.path + "/Public")
        #expect(!built.diagnostics.hasErrors, "\(field): \(TextFormat(usesColour: false).text(built.diagnostics))")
        let root = URL(filePath: folder.path + "/Public")
        var files: [String: String] = [:]
        for case let url as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
        where !url.hasDirectoryPath {
            files[String(url.path.dropFirst(root.path.count + 1))] = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
        return files
    }

    private func isFound(in place: String, _ files: [String: String]) -> Bool {
        let page = files["guide/zebra/index.html"]
        func main(_ path: String) -> String { files[path]?.components(separatedBy: "<main").last ?? "" }
        switch place {
        case "page": return page != nil
        case "noindex": return page?.contains("<meta name=\"robots\" content=\"noindex\"") ?? false
        case "structured data": return page?.contains("application/ld+json") ?? false
        case "sitemap": return files["sitemap.xml"]?.contains("guide/zebra/") ?? false
        case "all-pages": return main("all-pages/index.html").contains("guide/zebra/")
        case "search list": return main("search/index.html").contains("guide/zebra/")
        case "search index": return files.contains { $0.key.hasPrefix("assets/search") && $0.value.contains("Zebra") }
        case "all-questions": return main("all-questions/index.html").contains("Why zebra?")
        case "whole section": return main("all-pages/guide/index.html").contains("Striped.")
        case "offline": return files["service-worker.js"]?.contains("\"guide/zebra/\"") ?? false
        case "navigation": return files["guide/other/index.html"]?.contains("../zebra/") ?? false
        case "list": return main("guide/index.html").contains("zebra/")
        default: return false
        }
    }
}
