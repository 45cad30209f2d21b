import Diagnostics
import Foundation
import Testing

/// Each folder of `Fixtures/broken` is a tiny site with one kind of mistake, named by its rule (`link-unknown-page-…`),
/// and `expected.txt` is exactly what `waymark check` says about it.
///
/// After a change of words, `WAYMARK_RECORD=1 swift test --filter BrokenSiteTests` writes all of them anew; read the
/// difference before it is committed, as an editor in a hurry would.
@Suite struct BrokenSiteTests {
    @Test(arguments: sites("broken"))
    func `a broken site is told what is wrong`(name: String) async throws {
        let folder = fixtures.appending(path: "broken/\(name)")
        let file = folder.appending(path: "expected.txt")
        let got = TextFormat(usesColour: false).text(await BrokenSites.checked.diagnostics(of: name))
        if isRecording {
            try Data(got.utf8).write(to: file)
        } else {
            let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            #expect(expected == got, "\(name):\n\(difference(expected, got))")
        }
        #expect(
            rules(in: got).contains {
                name == $0.replacing("/", with: "-") || name.hasPrefix($0.replacing("/", with: "-") + "-")
            },
            "\(name) does not give the rule that it is named by")
    }

    @Test func `every rule has a broken site`() throws {
        var seen = Set(SpecialSiteTests.cases.map(\.rule.name))
        for name in sites("broken") {
            seen.formUnion(rules(in: try expected(name)))
        }
        // About what a command is asked to do and what other sites say: shown by the tests of these.
        let ofCommands = ["external/", "move/"]
        let missing = RuleCatalogue.rules.map(\.id.name).filter { !seen.contains($0) }
        #expect(missing.filter { rule in !ofCommands.contains { rule.hasPrefix($0) } } == [])
        #expect(seen.subtracting(RuleCatalogue.rules.map(\.id.name)) == [])
    }

    /// Where the settings of the site do not say otherwise.
    @Test func `each message is as severe as the catalogue says`() throws {
        for name in sites("broken") where name != "site-unknown-rule" {
            for match in try expected(name).matches(of: /(?m)^(error|warning)\[([a-z\/-]+)\]/) {
                #expect(RuleCatalogue.rule(RuleID(String(match.2)))?.severity.rawValue == String(match.1), "\(name): \(match.2)")
            }
        }
    }

    /// A message of `yaml/type` says it by what it expects.
    @Test func `each message says what to do`() throws {
        for name in sites("broken") {
            for message in try expected(name).split(separator: "\n\n").dropLast()
            where !message.contains("[yaml/type]: expected ") {
                #expect(message.contains(/\n *= (?!note:)/), "\(name):\n\(message)")
            }
        }
    }

    private func expected(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: fixtures.appending(path: "broken/\(name)/expected.txt")), as: UTF8.self)
    }
}

/// What `waymark check` finds in each broken site: checked once, whichever test asks first.
actor BrokenSites {
    static let checked = BrokenSites()

    private var checks: [String: Task<[Diagnostic], Never>] = [:]

    func diagnostics(of name: String) async -> [Diagnostic] {
        let running = checks[name] ?? Task { await check(fixtures.appending(path: "broken/\(name)").path) }
        checks[name] = running
        return await running.value
    }
}
