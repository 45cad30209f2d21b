@testable import Pages
import Testing

/// What an organisation adds to a policy, and what a site says above every page.
@Suite struct AdditionTests {
    private func contacts(_ entries: String) -> String {
        "kind: directory\ntitle: Ours\nadded-by: the <IT> desk\nentries:\(entries)\n"
    }

    @Test func `additions are marked, and say nothing while there are none`() async throws {
        let files = ["Content/index.md": page("Home", "", "Before.\n\n{{ directory own }}\n\nAfter.")]
        let desk = "\n  desk: {is: contact, name: Desk, email: desk@example.org}"
        let filled = try await renderer(files.merging(["Content/data/own.yaml": contacts(desk)]) { $1 })
        let html = try #require(filled.html("index.md"))
        #expect(html.contains("<p class=\"callout-title\">Added by the &lt;IT&gt; desk. "))
        #expect(html.contains("<li id=\"desk\">"))
        let empty = try await renderer(files.merging(["Content/data/own.yaml": contacts(" {}")]) { $1 })
        let text = try #require(empty.html("index.md"))
        #expect(!text.contains("Added by") && !text.contains("class=\"block"))
        #expect(text.contains("<p>Before.</p>") && text.contains("<p>After.</p>"))
    }

    @Test func `a banner is above every page, with links as seen from there`() async throws {
        let files = ["Content/index.md": page("Home"), "Content/about.md": page("About")]
        let renderer = try await renderer(files, settings: "title: T\nbanner: \"**Unofficial.** [Why](about.md)\"\n")
        let expected = ["index.md": "about/", "about.md": "./"]
        for (file, url) in expected {
            let html = try #require(renderer.html(file))
            #expect(html.contains("<strong>Unofficial.</strong> <a href=\"\(url)\">Why</a></p>"), "\(file)")
        }
        let other = renderer.otherFiles().filter { $0.path.hasSuffix("index.html") }.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(other.allSatisfy { $0.contains("<strong>Unofficial.</strong> <a href=\"../about/\">") })
    }
}
