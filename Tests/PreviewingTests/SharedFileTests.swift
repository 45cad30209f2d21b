@testable import Previewing
import Serving
import Testing

/// A file that several questionnaires use, changed while the site is looked at.
@Suite struct SharedFileTests {
    private func shared(_ ask: String, _ limit: String) -> String {
        """
        kind: rules
        questions:
          years: {ask: \(ask), number: {from: 0, to: 120}}
        facts:
          old: {rules: [{if: {years: at least \(limit)}, then: yes}, {else: no}]}

        """
    }

    private let policy = """
        kind: questionnaire
        title: May I go?
        use: [{rules: age}]
        outcomes: {yes: {title: You may}, no: {title: You may not}}
        rules: [{if: {age-old: yes}, then: yes}, {else: no}]

        """

    private func text(_ site: PreviewedSite, _ path: String) async -> String { await responder(await site.refresh()).body(path).text }

    @Test func `a questionnaire is proved and shown again when a file changes that it uses`() async throws {
        let site = try PreviewedSite([
            "Content/questionnaires/go.yaml": policy, "Content/questionnaires/shared/age.yaml": shared("How old are you?", "18"),
        ])
        #expect(await text(site, "questionnaires/go/").contains("How old are you?"))
        #expect(await text(site, "questionnaires/go/policy/").contains("18"))
        try site.write("Content/questionnaires/shared/age.yaml", shared("What is your age?", "21"))
        #expect(await text(site, "questionnaires/go/").contains("What is your age?"))
        let policy = await text(site, "questionnaires/go/policy/")
        #expect(policy.contains("21") && !policy.contains("18 "))
        try site.write("Content/questionnaires/shared/age.yaml", shared("What is your age?", "soon"))
        #expect(await text(site, PreviewPaths.folder).contains("Content/questionnaires/shared/age.yaml:5"))
    }
}
