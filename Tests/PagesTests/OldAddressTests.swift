import Content
import Forms
@testable import Pages
import Testing

/// Old addresses of every form lead on.
@Suite struct OldAddressTests {
    private static let policy = """
        kind: questionnaire
        title: New one
        aliases: [/questionnaires/old-one/, /wizard.aspx]
        questions:
          a: {ask: A?}
        outcomes:
          x: {title: X}
          y: {title: Y}
        rules:
          - {if: {a: yes}, then: x}
          - {else: y}

        """

    private static func site(_ aliases: String, host: String = "any") async throws -> [String: String] {
        let renderer = try await renderer(
            [
                "Content/index.md": page("Home"), "Content/new.md": page("New", "aliases: [\(aliases)]\n"),
                "Content/other.md": page("Other", "aliases: ['/view.php?id=8', '/?p=12']\n"), "Content/questionnaires/new-one.yaml": policy,
            ], settings: "title: Test\naddress: https://example.org/help/\nhost: \(host)\n")
        var files = Dictionary(uniqueKeysWithValues: renderer.otherFiles().map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        files["index.html"] = renderer.html("index.md")
        return files
    }

    @Test(arguments: [
        ("/old/page/", "old/page/index.html", "../../new/"), ("/old/page.html", "old/page.html", "../new/"),
        ("/old.php", "old.php/index.html", "../new/"), ("/old", "old/index.html", "../new/"),
        ("/old%20page/", "old page/index.html", "../new/"),
        ("/Old/Page.HTML", "Old/Page.HTML/index.html", "../../new/"),
        ("/wiki/Help:Contents", "wiki/Help:Contents/index.html", "../../new/"),
    ])
    func `a page leads on from each form`(alias: String, file: String, to: String) async throws {
        let text = try #require(try await Self.site("'\(alias)'")[file], "\(file)")
        #expect(text.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(to)\">"))
        #expect(text.contains("/redirect.js\" data-to=\"\(to)\"></script>"))
    }

    @Test func `queries are told apart on one page, also where the site has one`() async throws {
        let files = try await Self.site("'/view.php?id=7'")
        let view = try #require(files["view.php/index.html"])
        #expect(view.contains("data-queries=\"id=7 ../new/ id=8 ../other/\"") && !view.contains("http-equiv=\"refresh\""))
        #expect(view.contains("<li><a href=\"../other/\">Other</a></li>"))
        #expect(files["index.html"]?.contains("redirect.js\" data-queries=\"p=12 other/\"></script>") == true)
    }

    @Test func `a questionnaire leads on from where it was, and so does its policy`() async throws {
        let files = try await Self.site("/old/")
        #expect(files["questionnaires/old-one/index.html"]?.contains("data-to=\"../new-one/\"") == true)
        for (path, to) in [
            ("policy/", "../../new-one/policy/"), ("policy/proof/", "../../../new-one/policy/proof/"),
            ("policy/picture/", "../../../new-one/policy/picture/"),
        ] {
            #expect(files["questionnaires/old-one/\(path)index.html"]?.contains("data-to=\"\(to)\"") == true, "\(path)")
        }
        #expect(files["wizard.aspx/index.html"]?.contains("data-to=\"../questionnaires/new-one/\"") == true)
    }

    @Test(arguments: [
        ("any", "/help/old /help/new/ 301\n", true), ("cloudflare", "/help/old /help/new/ 301\n", true),
        ("netlify", "/help/old /help/new/ 301!\n", true), ("netlify", "/help/view.php id=8 /help/other/ 301!\n", true),
        ("gitlab", "/help/old /help/new/ 301\n/help/old/ /help/new/ 301\n", false),
    ])
    func `each host gets the redirects that it reads`(host: String, line: String, hasPage: Bool) async throws {
        let files = try await Self.site("/old", host: host)
        #expect(files["_redirects"]?.contains(line) == true)
        #expect((files["old/index.html"] != nil) == hasPage)
    }

    @Test(arguments: [
        "/old/#two", "old/", "https://example.org/old/", "//old/", "/a//b/", "/../x/", "/a b/", "/old/*", "/view?", "/", "/a\\b", "/%zz/",
        "/" + String(repeating: "a", count: 201),
    ])
    func `an address from which nobody can come is told`(alias: String) {
        #expect(OldAddress.problem(alias) != nil && OldAddress(alias) == nil)
    }
}
