import Content
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// The examples in the documentation of the rules are what the program says: each "Example", put over a small good site, gives
/// the message that the page shows and no other; each "Instead", put over that, gives none.
///
/// A line "`PATH`:" before fenced code names its file; "`OLD` becomes `NEW`:" renames one; "`PATH` is deleted." deletes one. The
/// last fenced code of an example is the message: `WAYMARK_RECORD=1 swift test --filter RulePageTests` writes it anew.
@Suite struct RulePageTests {
    /// Rules of which no file on a page can be an example. Their pages say why in a line that starts with `marker`, and in words
    /// how the mistake comes about; the message is the one that a test elsewhere expects.
    private static let withoutExample: Set<String> = [
        "external/broken", "external/closed", "external/insecure", "external/later", "external/moved", "external/unreachable",
        "history/shallow", "history/unreadable", "move/name", "move/not-found", "move/place", "move/taken", "move/unclear",
        "asset/large", "content/encoding", "content/not-a-file", "content/too-large", "content/too-many", "csv/too-large",
        "environment/unreadable",
        "markdown/too-deep", "markdown/too-large", "markdown/too-many", "questionnaire/too-large", "yaml/too-large",
    ]

    private static let marker = "No file can show it: "

    private static let goodSite = [
        "Content/site.yaml": "title: Help\nchecks:\n  data/unused: off\n",
        "Content/index.md": "---\ntitle: Home\n---\n\nWelcome.\n",
    ]

    private static let rules = RuleCatalogue.rules.map(\.id.name)

    private func file(_ rule: String) -> URL {
        fixtures.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Documentation/Content/rules/\(rule).md")
    }

    private func text(_ rule: String) throws -> String {
        let data = try #require(
            FileManager.default.contents(atPath: file(rule).path),
            "write Documentation/Content/rules/\(rule).md: CONTRIBUTING.md says how")
        return String(decoding: data, as: UTF8.self)
    }

    @Test(arguments: rules.filter { !withoutExample.contains($0) })
    func `an example gives the message, and what stands instead gives none`(rule: String) async throws {
        let text = try text(rule)
        let page = RulePage(text)
        var files = RulePageTests.goodSite
        try apply(page["Example"], to: &files)
        #expect(files != RulePageTests.goodSite, "\(rule): no line `PATH`: names the file of an example")
        let diagnostics = try await found(in: files)
        #expect(diagnostics.allSatisfy { $0.rule.name == rule }, "\(rule): \(diagnostics)")
        try compare(message(diagnostics), rule, text)
        try apply(page["Instead"], to: &files)
        let left = TextFormat(usesColour: false).text(try await found(in: files))
        #expect(left == "", "\(rule): what stands instead is not right")
    }

    @Test(arguments: withoutExample.sorted())
    func `a message that no example can give is that of a test`(rule: String) async throws {
        let text = try text(rule)
        guard case .paragraph(let first) = RulePage(text)["Example"].first, first.hasPrefix(RulePageTests.marker) else {
            Issue.record("\(rule): the example starts with \"\(RulePageTests.marker)\"")
            return
        }
        guard !rule.hasPrefix("external/"), !rule.hasPrefix("move/") else {
            // Only a command that asks or moves gives these; its own tests hold their words.
            let severity = try #require(RuleCatalogue.rule(RuleID(rule))).severity.rawValue
            #expect(text.contains("```text\n\(severity)[\(rule)]: "), "\(rule): the example shows no message")
            return
        }
        try compare(try await messageOfTest(rule), rule, text)
    }

    @Test func `only those rules say that they have no example`() throws {
        let marked = try RulePageTests.rules.filter { try text($0).contains("\n" + RulePageTests.marker) }
        #expect(Set(marked) == RulePageTests.withoutExample)
    }

    /// Everything that is wrong with a site of these files.
    private func found(in files: [String: String]) async throws -> [Diagnostic] {
        let site = try TemporaryFolder(files)
        let diagnostics = await check(site.path)
        // The folder goes with its last use, which has to come after the check.
        withExtendedLifetime(site) {}
        return diagnostics
    }

    /// Changes the files of a site as the blocks of a page say.
    private func apply(_ blocks: [RulePage.Block], to files: inout [String: String]) throws {
        var line = ""
        for block in blocks {
            switch block {
            case .paragraph(let text):
                line = text
                if let match = text.wholeMatch(of: /`([^`]+)` is deleted\./) {
                    #expect(files.removeValue(forKey: String(match.1)) != nil, "there is no \(match.1)")
                }
            case .code(let code, _):
                guard let match = line.wholeMatch(of: /(?:`([^`]+)` becomes )?`([^`]+)`:/) else { continue }
                if let old = match.1 { #expect(files.removeValue(forKey: String(old)) != nil, "there is no \(old)") }
                files[String(match.2)] = code
                line = ""
            }
        }
    }

    /// The messages alone, without the count.
    private func message(_ diagnostics: [Diagnostic]) -> String {
        TextFormat(usesColour: false).text(diagnostics).components(separatedBy: "\n\n").dropLast().joined(separator: "\n\n") + "\n"
    }

    /// The first message of the rule in a broken site.
    private func messageOfTest(_ rule: String) async throws -> String {
        if let special = SpecialSiteTests.cases.first(where: { $0.rule.name == rule }) {
            let site = try SpecialSiteTests.goodSite()
            try special.change(site)
            let diagnostics = await check(site.path)
            withExtendedLifetime(site) {}
            return message(diagnostics.filter { $0.rule.name == rule }.prefix(1).map { $0 })
        }
        let path = "broken/\(rule.replacing("/", with: "-"))/expected.txt"
        let expected = try #require(
            FileManager.default.contents(atPath: fixtures.appending(path: path).path), "\(rule): no test gives it")
        let messages = String(decoding: expected, as: UTF8.self).components(separatedBy: "\n\n")
        return try #require(messages.first { $0.contains("[\(rule)]") }) + "\n"
    }

    private func compare(_ got: String, _ rule: String, _ text: String) throws {
        let instead = try #require(text.firstRange(of: "\n## Instead\n"), "\(rule)")
        let head = text[..<instead.lowerBound]
        let start = try #require(head.ranges(of: "```text\n").last, "\(rule): the example shows no message")
        if isRecording {
            try Data((head[..<start.upperBound] + got + "```\n" + text[instead.lowerBound...]).utf8).write(to: file(rule))
        } else {
            let shown = String(head[start.upperBound...]).components(separatedBy: "```")[0]
            #expect(shown == got, "\(rule):\n\(difference(shown, got))")
        }
    }
}
