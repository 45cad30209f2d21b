@testable import Content
import Diagnostics
import Forms
import Testing

/// Front matter and text.
@Suite struct PageTests {
    private func read(_ text: String) -> (page: Page, problems: [String]) {
        let checked = readPage(SourceFile(path: "Content/a.md", text: text), path: PagePath(file: "a.md"), values: .pending)
        return (
            checked.value,
            checked.diagnostics.map { "\($0.rule) \($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)" }
        )
    }

    @Test(arguments: [
        ("---\ntitle: A\n---\nText.\n", "A"), ("# A\n\nText.\n", "A"), ("\n\n# A *b* `c`\n", "A b c"),
        ("---\norder: 1\n---\n# A\n", "A"),
        ("---\ntitle: A\n---\n", "A"), ("---\ntitle: A\n---", "A"), ("---  \ntitle: A\n---\t\nText", "A"),
        ("---\ntitle: \"A: b\"\n---\n", "A: b"),
        ("---\ntitle: no\n---\n", "no"), ("---\ntitle: 007\n---\n", "007"), ("---\n---\n# A\n", "A"),
        ("# A {#b}\n", "A"),
    ])
    func `the title`(text: String, title: String) {
        #expect(read(text).page.title == title)
        #expect(read(text).problems == [])
    }

    @Test(arguments: [
        ("---\ntitle: A\n", "page/front-matter 1:1"), ("\n---\ntitle: A\n---\n", "page/front-matter 2:1"),
        (" ---\ntitle: A\n---\n", "page/front-matter 1:2"),
        ("+++\ntitle = 1\n+++\n", "page/front-matter 1:1"), ("Text.\n", "page/no-title 1:1"), ("", "page/no-title 1:1"),
        ("# \n", "page/no-title 1:1"),
        ("---\ntitle: A\ntitle: B\n---\n", "yaml/duplicate-key 3:1"), ("---\ntitle: A\nx: [\n---\n", "yaml/syntax 4:1"),
        ("---\ntitle: A\n\tx: 1\n---\n", "yaml/syntax 3:1"),
        ("---\ntitle: A\n---\n\n<b>\n", "markdown/raw-html 5:1"),
        ("---\ntitle: A\ntitl: B\n---\n", "yaml/unknown-field 3:1"), ("---\ntitle: A\nexamples: [x]\n---\n", "yaml/unknown-field 3:12"),
        ("---\n- a\n---\n", "yaml/type 2:1"),
        ("---\ntitle: A\n---\n# B\n\n# C\n", "markdown/heading-one 6:1"),
    ])
    func `what is wrong stands where it is in the file`(text: String, problem: String) {
        #expect(read(text).problems.contains(problem), "\(read(text).problems)")
    }

    @Test(arguments: [
        "---\ntitle: A\n", "\n---\ntitle: A\n---\n", "+++\ntitle = 1\n+++\n", "---\ntitle: \"A\n---\n", "---\n- a\n---\n",
    ])
    func `front matter with a mistake is not missed as well`(text: String) {
        let problems = read(text).problems
        #expect(!problems.isEmpty && !problems.contains { $0.hasPrefix("page/no-title") }, "\(problems)")
    }

    @Test(arguments: [("tags: x", ["x"]), ("tags: [x, y]", ["x", "y"]), ("tags: \"a b\"", ["a b"])])
    func `one value stands for a list of one`(field: String, tags: [String]) {
        let read = read("---\ntitle: A\n\(field)\n---\n")
        #expect(read.page.frontMatter.tags.map(\.string) == tags)
        #expect(read.problems == [])
    }

    @Test func `a date of review that cannot be read is a review`() {
        let facts = read("---\ntitle: A\nreviewed: x\nreview-every: 6 months\n---\n").page.frontMatter
        #expect(facts.reviewed == nil)
        #expect(facts.reviewEvery == nil)
    }

    @Test func `a thousand unknown fields are not a thousand messages`() {
        let text = "---\ntitle: A\n" + (0..<1000).map { "field\($0): x\n" }.joined() + "---\n"
        #expect(read(text).problems.count == Limits.messagesPerFile)
    }

    @Test(arguments: [
        ("index.md", "", "", "index", nil as String?), ("a.md", "a/", "", "a", ""),
        ("s/index.md", "s/", "s", "index", ""), ("s/a.md", "s/a/", "s", "a", "s"),
        ("s/t/index.md", "s/t/", "s/t", "index", "s"), ("a.b.md", "a.b/", "", "a.b", ""),
    ])
    func `a path is an address`(file: String, address: String, folder: String, stem: String, parent: String?) {
        let path = PagePath(file: file)
        #expect(path.address == address)
        #expect(path.folder == folder)
        #expect(path.stem == stem)
        #expect(path.parentFolder == parent)
    }

    @Test(arguments: [
        ("https://example.org/", true), ("http://example.org/a/", true), ("https://example.org", false),
        ("example.org/", false), ("https:///", false),
        ("https://", false), ("ftp://example.org/", false), ("https://a b/", false), ("https://a/?x/", false),
        ("https://a\"b/", false), ("https://ä.org/", false),
    ])
    func `the address of a site`(text: String, isOne: Bool) {
        #expect(SiteSettings.isSiteAddress(text) == isOne)
    }

    @Test(arguments: [
        ([String](), "nothing"), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    ])
    func `names in a sentence`(names: [String], expected: String) {
        #expect(listed(names) == expected)
    }
}
