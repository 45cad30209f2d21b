@testable import Pages
import Testing

/// Where a file is edited and where its host shows its changes.
@Suite struct SourceLinkTests {
    @Test(arguments: [
        (
            "https://github.com/o/r/edit/main/{path}", "https://github.com/o/r/edit/main/docs/Content/a.md",
            "https://github.com/o/r/commits/main/docs/Content/a.md"
        ),
        (
            "https://gitlab.example/g/s/r/-/edit/main/{path}", "https://gitlab.example/g/s/r/-/edit/main/docs/Content/a.md",
            "https://gitlab.example/g/s/r/-/commits/main/docs/Content/a.md"
        ),
        (
            "https://codeberg.org/o/r/_edit/main/{path}", "https://codeberg.org/o/r/_edit/main/docs/Content/a.md",
            "https://codeberg.org/o/r/commits/branch/main/docs/Content/a.md"
        ),
        (
            "https://bitbucket.org/o/r/src/main/{path}?mode=edit&at=main",
            "https://bitbucket.org/o/r/src/main/docs/Content/a.md?mode=edit&at=main",
            "https://bitbucket.org/o/r/history-node/main/docs/Content/a.md"
        ),
        ("https://cms.example/?file={path}", "https://cms.example/?file=docs/Content/a.md", nil),
        ("https://git.example/o/r/src/main/{path}", "https://git.example/o/r/src/main/docs/Content/a.md", nil),
    ])
    func `the addresses of hosts`(pattern: String, edit: String, history: String?) {
        let links = SourceLinks(pattern: pattern, path: "docs/Content/a.md")
        #expect(links.edit == edit)
        #expect(links.history == history)
    }

    @Test func `names are percent-encoded`() {
        let links = SourceLinks(pattern: "https://github.com/o/r/edit/main/{path}", path: "my site/Content/é&b.md")
        #expect(links.edit == "https://github.com/o/r/edit/main/my%20site/Content/%C3%A9%26b.md")
        #expect(links.history == "https://github.com/o/r/commits/main/my%20site/Content/%C3%A9%26b.md")
    }
}
