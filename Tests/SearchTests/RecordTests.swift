import Content
import Diagnostics
import Forms
import Foundation
import Testing

@testable import Search

@Suite struct RecordTests {
    /// The records of a small site, written for the test.
    private func records(_ files: [String: String]) async throws -> (records: [SearchRecord], synonyms: [Synonyms]) {
        let root = FileManager.default.temporaryDirectory.appending(path: "waymark-search-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in files {
            let file = root.appending(path: "Content/" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let today = try #require(Day("2026-11-21"))
        let resolved = await load(LoadOptions(site: root.path, includesDrafts: false, today: today, jobs: 1)).value
        let records = await indexRecords(of: resolved) { page, anchor in
            page.path.address + (anchor.map { "#" + $0 } ?? "")
        }
        return (records, synonyms(of: resolved.library))
    }

    @Test func `A heading that many pages have is no title, and one that few have is`() async throws {
        var site = ["site.yaml": "title: T\n", "index.md": "---\ntitle: Home\n---\n"]
        for name in ["a", "b", "c", "d"] { site["\(name).md"] = "---\ntitle: \(name)\n---\n## Next steps\n\n## About \(name)\n" }
        let records = try await records(site).records.filter { $0.kind == .section }
        #expect(records.count == 8)
        #expect(records.allSatisfy { $0.isSecondary == ($0.title == "Next steps") })
    }

    private let site = [
        "site.yaml": "title: T\n", "index.md": "---\ntitle: Home\nsummary: Short.\n---\nLead {{ facts.days }}.\n",
        "a/index.md": "---\ntitle: Section\n---\n",
        "a/page.md": """
        ---
        title: Page
        ---
        ## One {#one}

        Ask <tool:finder>.

        {{ glossary terms }}

        ## Two

        {{ directory tools }}
        """,
        "a/asked.md": "---\ntitle: Asked\nalso: [FAQ, often asked]\ntags: [help]\n---\n{{ faq asked }}\n",
        "data/asked.yaml": """
        kind: faq
        title: Asked
        groups:
          first:
            title: First
            questions:
              when: {question: When do I hear from you?, also: [response time], answer: Tomorrow.}
        """,
        "a/other.md": "---\ntitle: Other\n---\n## Here\n\n{{ directory tools group=second }}\n",
        "a/hidden.md": "---\ntitle: Hidden\nsearch: no\n---\nSecret\n",
        "a/draft.md": "---\ntitle: Draft\ndraft: yes\n---\nSecret\n",
        "data/facts.yaml": "kind: values\ntitle: F\nvalues:\n  days: {value: 30, unit: days}\n",
        "data/terms.yaml": """
        kind: glossary
        title: Terms
        terms:
          rma: {term: Return Materials Authorization, short: RMA, also: [swap], definition: Sending back.}
        """,
        "data/tools.yaml": """
        kind: directory
        title: Tools
        groups: {first: First, second: Second}
        entries:
          finder: {is: tool, name: The Finder, url: "https://example.org/", for: Finding., group: first}
          other: {is: link, name: A Link, url: "https://example.org/", group: second}
        """,
    ]

    @Test func `Pages, sections and entries are records at their places`() async throws {
        let found = try await records(site).records
        #expect(
            found.map(\.url) == [
                "a/asked/", "a/asked/#when", "a/", "a/other/", "a/other/#here", "a/page/", "a/page/#one", "a/page/#rma", "a/page/#two",
                "a/page/#finder", "a/page/#other", "",
            ])
        #expect(found.map(\.kind.rawValue).filter { $0 != "page" && $0 != "section" } == ["question", "term", "tool", "link"])
    }

    @Test func `Texts have their values and the names of links`() async throws {
        let found = try await records(site).records
        #expect(found.last?.body == "Short. Lead 30 days.")
        #expect(found.first { $0.url == "a/page/#one" }?.body.contains("The Finder") == true)
        #expect(found.first { $0.url == "a/page/#one" }?.context == ["Section", "Page"])
    }

    @Test(arguments: [("One.\nTwo", "One. Two"), ("Cell\nNext:\nLast.", "Cell; Next: Last."), ("One line", "One line")])
    func `Cells and items do not run into each other`(text: String, line: String) { #expect(text.oneLine == line) }

    @Test func `Pages kept out of the search and drafts are left out`() async throws {
        let found = try await records(site).records
        #expect(!found.contains { $0.body.contains("Secret") || $0.title == "Hidden" || $0.title == "Draft" })
    }

    /// What is printed nowhere, and yet finds a page or a question as its title does.
    @Test func `Other names of pages and questions are names, and tags are less`() async throws {
        let found = try await records(site).records
        let page = found.first { $0.url == "a/asked/" }
        #expect(page?.names == ["FAQ", "often asked"] && page?.keywords == ["help"])
        let question = found.first { $0.url == "a/asked/#when" }
        #expect(question?.names == ["response time"] && question?.body == "Tomorrow.")
    }

    @Test func `Names of a term are synonyms`() async throws {
        let names = try await records(site).synonyms.map(\.names)
        #expect(names == [["Return Materials Authorization", "RMA", "swap"]])
    }
}
