import Content
import Diagnostics
import Forms
import Foundation
import Testing

@testable import Moving

/// What a move does beside links.
@Suite struct MoveTests {
    /// Front matter before and after, of a page that moves from `/a/` to `/b/`.
    static let frontMatter: [(String, String)] = [
        ("", "---\naliases: [/a/]\n---\n"),
        ("---\n---\n", "---\naliases: [/a/]\n---\n"),
        ("---\ntitle: T\n---\n", "---\ntitle: T\naliases: [/a/]\n---\n"),
        ("---\n# only this\n---\n", "---\n# only this\naliases: [/a/]\n---\n"),
        ("---\n  title: T\n  order: 3\n---\n", "---\n  title: T\n  order: 3\n  aliases: [/a/]\n---\n"),
        ("---\n{title: T, order: 3}\n---\n", "---\n{title: T, order: 3, aliases: [/a/]}\n---\n"),
        ("---\naliases: [/x/]  # old\ntitle: T\n---\n", "---\naliases: [/x/, /a/]  # old\ntitle: T\n---\n"),
        ("---\naliases: []\n---\n", "---\naliases: [/a/]\n---\n"),
        ("---\naliases:\n  [ /x/,\n    '/y/' ]\n---\n", "---\naliases:\n  [ /x/,\n    '/y/', /a/ ]\n---\n"),
        (
            "---\naliases:\n  - /x/ # first\n  - /y/ # second\norder: 1\n---\n",
            "---\naliases:\n  - /x/ # first\n  - /y/ # second\n  - /a/\norder: 1\n---\n"
        ),
        ("---\naliases:\n-   \"/x/\"\n---\n", "---\naliases:\n-   \"/x/\"\n-   /a/\n---\n"),
        ("---\naliases: /x/\n---\n", "---\naliases: [/x/, /a/]\n---\n"),
        ("---\naliases: [/x/, '/b/'] # was\n---\n", "---\naliases: [/x/, /a/] # was\n---\n"),
        ("---\naliases: /b/\n---\n", "---\naliases: /a/\n---\n"),
    ]

    @Test(arguments: frontMatter) func `the old address becomes an alias`(before: String, after: String) async throws {
        let site = try Site(["a.md": before + "# A\n"])
        #expect(try await site.move("a.md", "b.md").map(\.message) == [])
        #expect(try site.text("b.md") == after + "# A\n")
        #expect(try site.files["a.md"] == nil)
    }

    @Test func `a page that is moved and moved back has one alias`() async throws {
        let site = try Site(["a.md": "# A\n"])
        try await site.move("a.md", "b.md")
        try await site.move("b.md", "a.md")
        #expect(try site.text("a.md") == "---\naliases: [/b/]\n---\n# A\n")
    }

    @Test func `a page that becomes the first of a folder keeps its address`() async throws {
        let site = try Site(["a.md": "# A\n\n[home](index.md)\n", "index.md": "# Home\n\n[a](a.md)\n"])
        try await site.move("a.md", "a/index.md")
        #expect(try site.text("a/index.md") == "# A\n\n[home](../index.md)\n")
        #expect(try site.text("index.md") == "# Home\n\n[a](a/index.md)\n")
        try await site.move("a/index.md", "a.md")
        #expect(try site.text("a.md") == "# A\n\n[home](index.md)\n")
        #expect(!FileManager.default.fileExists(atPath: site.path + "/Content/a"))
    }

    @Test func `a questionnaire takes its cases, links, embeds and address along`() async throws {
        let policy = """
            kind: questionnaire
            title: May I?
            questions:
              a: {ask: A?}
            outcomes:
              x: {title: X, text: "[again](questionnaire:old)"}
              y: {title: Y}
            rules:
              - {if: {a: yes}, then: x}
              - {else: y}

            """
        let cases = "- name: one\n  answers: {a: yes}\n  outcome: x\n"
        let site = try Site([
            "index.md": "# Home\n\n[ask](questionnaire:old) [old](a.md)\n\n{{ questionnaire old }}\n", "a.md": "# old\n\nold\n",
            "questionnaires/old.yaml": policy, "questionnaires/old.cases.yaml": cases, "questionnaires/old.more.cases.yaml": cases,
        ])
        #expect(try await site.move("questionnaires/old.yaml", "questionnaires/new").map(\.message) == [])
        #expect(try site.text("index.md") == "# Home\n\n[ask](questionnaire:new) [old](a.md)\n\n{{ questionnaire new }}\n")
        #expect(
            try site.text("questionnaires/new.yaml")
                == policy.replacing("May I?", with: "May I?\naliases: [/questionnaires/old/]").replacing(":old)", with: ":new)"))
        #expect(
            try site.files.keys.filter { $0.hasPrefix("questionnaires/") }.sorted()
                == ["new.cases", "new.more.cases", "new"].map { "questionnaires/\($0).yaml" }.sorted())
        #expect(try await site.move("questionnaires/new.yaml", "questionnaires/old.yaml").map(\.message) == [])
        #expect(try site.text("questionnaires/old.yaml").contains("aliases: [/questionnaires/new/]\n"))
        #expect(try await !site.move("questionnaires/old.yaml", "Big Name.yaml").isEmpty)
    }

    @Test func `a folder moves with all that is in it`() async throws {
        let site = try Site([
            "a/index.md": "# A\n\n[p](deep/p.md) ![i](i.png) [home](../index.md)\n", "a/i.png": "i",
            "a/deep/index.md": "# Deep\n", "a/deep/p.md": "# P\n\n![i](../i.png) [x](../../x.md)\n", "a/.hidden": "h",
            "x.md": "# X\n\n[p](a/deep/p.md) ![i](a/i.png)\n", "b/index.md": "# B\n",
        ])
        #expect(try await site.move("Content/a/", "b/c").map(\.message) == [])
        let texts = try site.files.mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(
            texts.filter { $0.key != "site.yaml" && $0.key != "index.md" } == [
                "b/c/index.md": "---\naliases: [/a/]\n---\n# A\n\n[p](deep/p.md) ![i](i.png) [home](../../index.md)\n",
                "b/c/i.png": "i", "b/c/deep/index.md": "---\naliases: [/a/deep/]\n---\n# Deep\n",
                "b/c/deep/p.md": "---\naliases: [/a/deep/p/]\n---\n# P\n\n![i](../i.png) [x](../../../x.md)\n",
                "x.md": "# X\n\n[p](b/c/deep/p.md) ![i](b/c/i.png)\n", "b/index.md": "# B\n", "a/.hidden": "h",
            ])
    }

    @Test func `a file beside a page moves`() async throws {
        let site = try Site(["a.png": "i", "b/index.md": "# B\n\n![i](../a.png)\n"])
        try await site.move("a.png", "b/")
        #expect(try site.text("b/index.md") == "# B\n\n![i](a.png)\n")
        #expect(try site.text("b/a.png") == "i")
    }

    /// Settings before and after `a` moves.
    @Test(arguments: [
        ("b", "navigation: [x, a, y] # all\n", "navigation: [x, b, y] # all\n"),
        ("b", "navigation:\n  - x\n  - 'a' # this\n  - y\n", "navigation:\n  - x\n  - 'b' # this\n  - y\n"),
        ("x/a", "navigation: [x, a, y]\n", "navigation: [x, y]\n"),
        ("x/a", "navigation: [x, y, a]\n", "navigation: [x, y]\n"),
        ("x/a", "navigation:\n  - a # this\n  - x\n  - y\nsummary: S\n", "navigation:\n  - x\n  - y\nsummary: S\n"),
    ]) func `the navigation follows`(new: String, before: String, after: String) async throws {
        let pages = ["a/index.md": "# A\n", "x/index.md": "# X\n", "y.md": "# Y\n"]
        let site = try Site(pages.merging(["site.yaml": "title: T\n" + before]) { $1 })
        try await site.move("a", new)
        #expect(try site.text("site.yaml") == "title: T\n" + after)
    }

    /// What is moved, where to, and the rule and the place that the answer names.
    static let refusals: [(String, String, String)] = [
        ("z.md", "n.md", "move/not-found Content/z.md"),
        ("a/pp.md", "n.md", "move/not-found Content/a/pp.md"),
        ("a/p.md", "a/q.md", "move/taken Content/a/q.md"),
        ("a/p.md", "a", "move/name Content/a"),
        ("a", "e", "move/taken Content/e"),
        ("a/p.md", "a/p", "move/name Content/a/p"),
        ("a/p.md", "a/P Q.md", "move/name Content/a/P Q.md"),
        ("a/p.md", "a/con.md", "move/name Content/a/con.md"),
        ("a/p.md", "../p.md", "move/place Content/../p.md"),
        ("a/p.md", "/p.md", "move/place Content//p.md"),
        ("a/p.md", "data/p.md", "move/place Content/data/p.md"),
        ("data/f.yaml", "data/g.yaml", "move/place Content/data/f.yaml"),
        ("site.yaml", "s.yaml", "move/place Content/site.yaml"),
        ("a", "a/b", "move/place Content/a/b"),
        ("a/p.md", "a/p.md", "move/place Content/a/p.md"),
        ("a/index.md", "b.md", "site/no-index Content/a/index.md"),
        ("index.md", "home.md", "move/place Content/index.md"),
        ("a/p.md", "new/p.md", "site/no-index Content/new/index.md"),
        ("a/p.md", "was.md", "page/address Content/e/index.md"),
        ("a/p.md", "search/p.md", "page/address Content/search/p.md"),
        ("a/i.png", "a/i.xyz", "content/file-type Content/a/i.xyz"),
        ("e/broken.md", "broken.md", "move/unclear Content/e/broken.md"),
    ]

    @Test(arguments: refusals) func `what cannot be is refused and changes nothing`(old: String, new: String, wanted: String) async throws {
        let site = try Site([
            "a/index.md": "# A\n\n![i](i.png)\n", "a/p.md": "# P\n", "a/q.md": "# Q\n", "a/i.png": "i",
            "e/index.md": "---\ntitle: E\naliases: [/was/]\n---\n", "e/broken.md": "# Broken\n\n[x](nowhere.md)\n",
            "data/f.yaml": "kind: values\ntitle: V\nvalues: {a: 1}\n",
        ])
        let before = try site.files
        let planned = await site.plan(old, new)
        #expect(planned.value == nil)
        #expect(planned.diagnostics.map { "\($0.rule) \($0.path ?? "-")" }.contains(wanted), "\(planned.diagnostics.map(\.message))")
        #expect(planned.diagnostics.allSatisfy { $0.help != nil })
        #expect(try site.files == before)
    }

    @Test func `every rule about moves is shown`() {
        let shown = Set(Self.refusals.map { String($0.2.prefix { $0 != " " }) })
        #expect(RuleCatalogue.rules.map(\.id.name).filter { $0.hasPrefix("move/") && !shown.contains($0) } == [])
    }

    /// A file whose links nobody can see stops a move; one with another mistake does not.
    @Test(
        arguments: [
            ("x.md", "# X\n\n<b>raw</b> [n](nowhere.md)\n", nil),
            ("x.md", "---\ntitle: X\n", "page/front-matter"),
            ("data/x.yaml", "kind: faq\ntitle: [\n", "yaml/syntax"),
            ("questionnaires/x.yaml", "kind: questionnaire\ntitle: X\n", "yaml/missing-field"),
        ] as [(String, String, String?)]) func `mistakes elsewhere`(name: String, text: String, rule: String?) async throws
    {
        let site = try Site(["a.md": "# A\n", name: text])
        let planned = await site.plan("a.md", "b.md")
        #expect((planned.value == nil) == (rule != nil))
        if let rule { #expect(planned.diagnostics.contains { $0.rule.name == rule }) }
    }

    @Test func `a new warning is said and does not stop a move`() async throws {
        let site = try Site(["site.yaml": "title: T\nnavigation: [a]\n", "a/index.md": "# A\n", "a/p.md": "# P\n"])
        #expect(try await site.move("a/p.md", "p.md").map(\.rule) == ["site/not-in-navigation"])
        #expect(try site.files["p.md"] != nil)
    }

    /// Wherever a move is broken off, the same command does the rest.
    @Test(arguments: [("a", "b/c"), ("a/p.md", "b/p.md")]) func `a move that was broken off is finished`(old: String, new: String)
        async throws
    {
        let files = [
            "a/index.md": "# A\n\n[p](p.md) ![i](i.png)\n", "a/p.md": "# P\n\n[a](index.md) ![i](i.png)\n", "a/i.png": "i",
            "b/index.md": "# B\n\n[p](../a/p.md)\n", "x.md": "# X\n\n[p](a/p.md) ![i](a/i.png)\n",
        ]
        let whole = try Site(files)
        try await whole.move(old, new)
        let plan = try #require(await Site(files).plan(old, new).value)
        let steps = Step.all(of: plan)
        #expect(steps.count > 3)
        for count in 0..<steps.count {
            let site = try Site(files)
            for step in steps.prefix(count) { try step.take(in: site) }
            #expect(try await site.move(old, new).filter { $0.severity == .error }.map(\.message) == [], "after \(count) steps")
            #expect(try site.files == whole.files, "after \(count) steps")
        }
    }

    /// Every page of the good sites moves to the top and leads where it led.
    @Test(arguments: ["kinds", "rtl"]) func `any page can move`(name: String) async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/sites/\(name)")
        let site = try Site(copying: folder)
        let pages = try site.files.keys.filter { $0.hasSuffix(".md") && !$0.hasSuffix("index.md") }.sorted()
        #expect(!pages.isEmpty)
        for (number, page) in pages.enumerated() {
            let planned = await site.plan(page, "moved-\(number).md")
            #expect(planned.value != nil, "\(page): \(planned.diagnostics.map(\.message))")
        }
    }
}

/// One step of carrying out a plan, in the order in which it is done.
private enum Step {
    case write(String, [UInt8])
    case rename(String, String)
    case delete(String)

    static func all(of plan: MovePlan) -> [Step] {
        let moved = plan.changes.filter(\.moves)
        let stay = plan.changes.filter { !$0.moves }
        return stay.compactMap { change in change.newBytes.map { .write(change.path, $0) } }
            + moved.compactMap { change in change.newBytes.map { .write(change.newPath, $0) } }
            + moved.filter { $0.newBytes == nil }.map { .rename($0.path, $0.newPath) }
            + moved.filter { $0.newBytes != nil }.map { .delete($0.path) }
    }

    func take(in site: Site) throws {
        switch self {
        case .write(let path, let bytes): try site.write(path, Data(bytes))
        case .delete(let path): try FileManager.default.removeItem(atPath: site.path + "/Content/" + path)
        case .rename(let old, let new):
            try FileManager.default.moveItem(atPath: site.path + "/Content/" + old, toPath: site.path + "/Content/" + new)
        }
    }
}
