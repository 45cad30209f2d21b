import Diagnostics
import Foundation
import Site
import Testing

/// What is said of files that several questionnaires use.
@Suite struct SharedFileTests {
    private static let age = """
        kind: rules
        with: {limit: number}
        questions:
          years: {ask: How old are you?, hint: "See [the rules](../../rules.md).", number: {from: 0, to: 120}}
          parent: {ask: Does a parent agree?}
        facts:
          old: {rules: [{if: {years: at least limit}, then: yes}, {else: no}]}
          allowed: {rules: [{if: {old: yes}, then: yes}, {if: {parent: yes}, then: yes}, {else: no}], cites: []}

        """.replacing(", cites: []", with: "")

    private func policy(_ fact: String, limit: Int = 18, more: String = "") -> String {
        """
        kind: questionnaire
        title: May I go to \(fact)?
        use: [{rules: age, with: {limit: \(limit)}}]
        \(more)outcomes: {yes: {title: Yes}, no: {title: No}}
        rules: [{if: {age-\(fact): yes}, then: yes}, {else: no}]

        """
    }

    private func messages(_ files: [String: String]) async throws -> [String] {
        let whole = [
            "Content/site.yaml": "title: T\n", "Content/index.md": "---\ntitle: Home\n---\n\nWelcome.\n",
            "Content/rules.md": "---\ntitle: Rules\n---\n\nWords.\n", "Content/questionnaires/shared/age.yaml": Self.age,
        ].merging(files) { $1 }
        let site = try TemporaryFolder(whole)
        let built = try await build(options(site.path), into: site.path + "/Public")
        return built.diagnostics.map { diagnostic in
            let place = "\(diagnostic.path ?? ""):\(diagnostic.range?.start.line ?? 0)"
            return "\(place) \(diagnostic.rule): \(diagnostic.message)" + diagnostic.notes.map { " | \($0)" }.joined()
        }
    }

    @Test func `what one questionnaire does not need and another does is no fault`() async throws {
        let both = ["Content/questionnaires/one.yaml": policy("old"), "Content/questionnaires/two.yaml": policy("allowed", limit: 21)]
        #expect(try await messages(both) == [])
        let file = "Content/questionnaires/shared/age.yaml"
        #expect(
            try await messages(["Content/questionnaires/one.yaml": policy("old"), "Content/questionnaires/two.yaml": policy("old")]) == [
                "\(file):5 questionnaire/unused-question: the answer to age-parent never matters, so it is never asked | used by Content/questionnaires/one.yaml",
                "\(file):8 questionnaire/unused-fact: nothing uses the fact age-allowed | used by Content/questionnaires/one.yaml",
            ])
    }

    @Test func `a file that only a draft uses is used, and one that nobody uses is reported`() async throws {
        let file = "Content/questionnaires/shared/age.yaml"
        #expect(try await messages(["Content/questionnaires/one.yaml": policy("allowed", more: "draft: yes\n")]) == [])
        #expect(try await messages([:]) == ["\(file):1 questionnaire/unused-shared: no questionnaire uses this file"])
    }

    @Test func `a gap is told at its place, with the questionnaire in which it is one`() async throws {
        let files = [
            "Content/questionnaires/one.yaml": policy("old"), "Content/questionnaires/two.yaml": policy("allowed"),
            "Content/questionnaires/shared/age.yaml": Self.age.replacing(
                "{years: at least limit}, then: yes}, {else: no}]", with: "{years: at least limit}, then: yes}]"),
        ]
        let found = try await messages(files).filter { $0.contains("questionnaire/gap") }
        #expect(found.count == 1)
        let message = "age.yaml:7 questionnaire/gap: the fact age-old has no value for these answers: How old are you? under 18"
        #expect(found.first?.contains(message) == true)
        #expect(found.first?.contains("used by Content/questionnaires/one.yaml") == true)
    }
}
