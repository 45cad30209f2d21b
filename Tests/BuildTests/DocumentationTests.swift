import Diagnostics
import Foundation
import Testing

/// The documentation is a site without mistakes, and so is every example in it.
///
/// A code block whose first line names a language and then a path, such as ```` ```yaml Content/data/fees.yaml ````, is that
/// file. The files of a page are laid over a site that has a front page, a directory and some values. Where a page names a
/// file again, it is what the reader has made of it by then: what stood before is checked first.
@Suite struct DocumentationTests {
    private static let root = fixtures.deletingLastPathComponent().deletingLastPathComponent()
    private static let content = root.appending(path: "Documentation/Content").resolvingSymlinksInPath().path
    /// The pages with examples, by their paths. Those of rules have broken examples too, the guide for beginners has commands:
    /// both have tests of their own.
    private static let pages = (FileManager.default.enumerator(atPath: content)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".md") && !$0.hasPrefix("rules/") && $0 != "start/guide.md" }.sorted()

    @Test func `the documentation has no mistake`() async {
        #expect(await messages(Self.root.appending(path: "Documentation").path) == "")
        #expect(Self.pages.count > 8)
    }

    @Test(arguments: pages)
    func `the examples of a page are right`(page: String) async throws {
        let site = try TemporaryFolder([
            "Content/site.yaml": "title: Example\nchecks:\n  data/unused: off\n",
            "Content/index.md": "---\ntitle: Front page\n---\n\nWelcome.\n",
            "Content/data/desk.yaml": try text("data/desk.yaml"), "Content/data/fees.yaml": try text("data/fees.yaml"),
            // What a page says to save, and can't show.
            "Content/fonts/house-sans.woff2": "wOF2",
        ])
        var written = Set<String>()
        for example in try examples(page) {
            if written.contains(example.path) {
                #expect(await messages(site.path) == "", "\(page), before \(example.path) is changed")
                written = []
            }
            written.insert(example.path)
            try site.write(Data(example.text.utf8), to: example.path)
        }
        #expect(await messages(site.path) == "", "\(page)")
    }

    /// What stands on a page as an example and below it as the live block is one file.
    @Test(arguments: pages)
    func `an example that the documentation has itself is the same there`(page: String) throws {
        for example in try examples(page) where example.path != "Content/site.yaml" && example.path != "Content/index.md" {
            let path = String(example.path.dropFirst("Content/".count))
            guard FileManager.default.fileExists(atPath: "\(Self.content)/\(path)") else { continue }
            #expect(try text(path) == example.text, "\(page), \(example.path)")
        }
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(Self.content)/\(path)")), as: UTF8.self)
    }

    private struct Example {
        let path: String
        let text: String
    }

    private func examples(_ page: String) throws -> [Example] {
        // A change to a file is made when the page is replayed, with its commands.
        try text(page).matches(of: /(?m)^(`{3,})([a-z]+) (\S+)\n((?:.*\n)*?)\1$/).filter { $0.2 != "diff" }.map {
            Example(path: String($0.3), text: String($0.4))
        }
    }
}
