import Diagnostics
import Foundation
import Testing

/// What programs read.
@Suite struct MachineFormatTests {
    private let diagnostics: [Diagnostic] = {
        let (_, range) = marked("one\nü ⟦two: 100%,\nthree⟧")
        return [
            Diagnostic(
                "link/unknown-page", "no \"page\" at 100%", at: range, notes: ["a, b: c", "second"],
                help: "did you mean it?"),
            Diagnostic("site/no-settings", "missing", at: nil, severity: .warning, path: "Content/my, site:1.yaml"),
            Diagnostic("page/address", "nowhere\nto be found", at: nil),
        ]
    }()

    @Test func `JSON is one object a line`() throws {
        #expect(
            JSONFormat.text(diagnostics) == #"""
                {"rule":"link/unknown-page","severity":"error","message":"no \"page\" at 100%","file":"Content/page.md","line":2,"column":3,"endLine":3,"endColumn":6,"notes":["a, b: c","second"],"help":"did you mean it?"}
                {"rule":"site/no-settings","severity":"warning","message":"missing","file":"Content/my, site:1.yaml","line":null,"column":null,"endLine":null,"endColumn":null,"notes":[],"help":null}
                {"rule":"page/address","severity":"error","message":"nowhere\nto be found","file":null,"line":null,"column":null,"endLine":null,"endColumn":null,"notes":[],"help":null}

                """#)
        #expect(JSONFormat.text([]) == "")
    }

    @Test func `GitHub takes commands`() {
        #expect(
            GitHubFormat.text(diagnostics) == """
                ::error file=Content/page.md,line=2,endLine=3,col=3,endColumn=6,title=link/unknown-page::no "page" at 100%25%0Aa, b: c%0Asecond%0Adid you mean it?%0Amore: waymark explain link/unknown-page
                ::warning file=Content/my%2C site%3A1.yaml,title=site/no-settings::missing%0Amore: waymark explain site/no-settings
                ::error title=page/address::nowhere%0Ato be found%0Amore: waymark explain page/address

                """)
    }

    @Test func `files are named from the root of the repository`() {
        #expect(GitHubFormat.text(diagnostics, below: "docs").contains("file=docs/Content/page.md,"))
        #expect(SARIFFormat.text(diagnostics, below: "my docs").contains("\"uri\":\"my%20docs/Content/page.md\""))
    }

    @Test func `SARIF is one log`() {
        let text = SARIFFormat.text(diagnostics)
        #expect(
            text.hasPrefix(
                #"{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"waymark","rules":[{"id":"link/unknown-page","shortDescription":{"text":"The page that a link points to exists."},"fullDescription":{"text":""#
            ))
        #expect(
            text.hasSuffix(
                #"""
                ]}},"columnKind":"unicodeCodePoints","results":[{"ruleId":"link/unknown-page","level":"error","message":{"text":"no \"page\" at 100%\na, b: c\nsecond\ndid you mean it?"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"Content/page.md"},"region":{"startLine":2,"startColumn":3,"endLine":3,"endColumn":6}}}]},{"ruleId":"site/no-settings","level":"warning","message":{"text":"missing"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"Content/my%2C%20site%3A1.yaml"}}}]},{"ruleId":"page/address","level":"error","message":{"text":"nowhere\nto be found"}}]}]}

                """#))
    }

    @Test func `SARIF has of each rule what the documentation says`() throws {
        struct Log: Decodable {
            struct Run: Decodable { let tool: Tool }
            struct Tool: Decodable { let driver: Driver }
            struct Driver: Decodable { let rules: [Rule] }
            struct Rule: Decodable {
                let id: String
                let fullDescription: Text
                let defaultConfiguration: Configuration
                let help: Text
            }
            struct Configuration: Decodable { let level: String }
            struct Text: Decodable {
                let text: String
                let markdown: String?
            }
            let runs: [Run]
        }
        let diagnostics = ["yaml/anchor", "page/expired"].map { Diagnostic(RuleID($0), "wrong", at: nil) }
        let log = try JSONDecoder().decode(Log.self, from: Data(SARIFFormat.text(diagnostics).utf8))
        let rules = try #require(log.runs.first).tool.driver.rules
        #expect(rules.map(\.id) == ["page/expired", "yaml/anchor"])
        #expect(rules.map(\.defaultConfiguration.level) == ["warning", "error"])
        let anchor = try #require(rules.last)
        #expect(anchor.fullDescription.text == "YAML files don't use anchors such as `&name` to name parts of the file.")
        #expect(anchor.help.text.hasPrefix("What it checks\n\nYAML files don't"))
        #expect(anchor.help.text.contains("\n    title: &Help Help and more\n"))
        #expect(anchor.help.markdown?.contains("aren't allowed (yaml/alias).") == true)
        #expect(anchor.help.markdown?.contains("```yaml\ntitle: &Help Help and more\n```") == true)
    }

    @Test(arguments: [
        (JSONValue.string("a\"\\/\n\r\t"), #""a\"\\/\n\r\t""#),
        (.string("\u{0}\u{1F}\u{7F}\u{2028}\u{2029}"), #""\u0000\u001f\u007f\u2028\u2029""#),
        (.string("é日👍"), "\"é日👍\""), (.string("</script>&"), "\"</script>&\""), (.number(-12), "-12"),
        (.bool(true), "true"),
        (.bool(false), "false"), (.null, "null"), (.array([]), "[]"), (.object([]), "{}"),
        (.array([.number(1), .string("x"), .null]), #"[1,"x",null]"#),
        (.object([("b", .number(1)), ("a", .array([.bool(true)]))]), #"{"b":1,"a":[true]}"#),
        (.object([("\"", .null)]), #"{"\"":null}"#),
    ])
    func `a value is written`(value: JSONValue, expected: String) {
        #expect(value.text() == expected)
    }

    @Test func `in HTML nothing can end the script`() {
        let value = JSONValue.object([("</script>", .string("<!--&\u{2028}"))])
        #expect(value.text(forHTML: true) == #"{"\u003c/script\u003e":"\u003c!--\u0026\u2028"}"#)
    }

    @Test func `what is written is read back the same`() throws {
        let text = String(String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0) })) + "\"\\e\u{301}"
        for forHTML in [false, true] {
            let data = Data(JSONValue.array([.string(text)]).text(forHTML: forHTML).utf8)
            let back = try #require(try JSONSerialization.jsonObject(with: data) as? [String]).first
            #expect(back.map { Array($0.utf8) } == Array(text.utf8))
        }
    }
}

@Suite struct RuleCatalogueTests {
    @Test func `rules stand in the order of their ids, each once`() {
        let names = RuleCatalogue.rules.map(\.id.name)
        #expect(names == Set(names).sorted())
    }

    @Test func `each rule has a summary that is a sentence`() {
        for rule in RuleCatalogue.rules {
            #expect(rule.summary.hasSuffix(".") && rule.summary.first?.isUppercase == true, "\(rule.id)")
        }
    }

    @Test func `what may be switched off exists`() {
        #expect(
            RuleCatalogue.rules.filter(\.isSwitchable).map(\.id.name) == [
                "asset/large", "asset/type", "data/unused", "data/unused-note", "external/broken", "external/closed", "external/insecure",
                "external/later", "external/moved", "external/unreachable", "history/shallow", "history/unreadable",
                "markdown/skipped-heading", "markdown/unused-footnote", "markdown/vague-words", "page/duplicate-title",
                "page/expired", "page/review-due", "questionnaire/cue", "questionnaire/dead-rule", "questionnaire/not-asked",
                "questionnaire/undated-case", "questionnaire/unreachable-outcome", "questionnaire/unused-fact",
                "questionnaire/unused-option", "questionnaire/unused-question", "questionnaire/unused-shared", "site/no-source",
                "site/not-in-navigation",
                "template/untranslated", "template/unused-words", "yaml/comment", "yaml/folded-list",
            ])
    }
}
