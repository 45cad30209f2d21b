@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// A question without options, and facts that are only yes or no, are said in the words of the site's language.
@Suite struct YesNoTests {
    @Test func `yes and no come from the language of the site`() throws {
        let style = ValueStyle(smallNumbers: [], yes: "Ja", no: "Nein") { _, _ in nil }
        let (data, values) = readDataFiles([], style: style) { _ in
            .failure(InputFile.Refusal(diagnostic: Diagnostic("environment/unreadable", "no", at: nil)))
        }
        let library = ResolvedLibrary(
            Library(settings: .none, pages: [], drafts: [], data: data.value, values: values, assets: [], today: since))
        let text = """
            kind: questionnaire
            title: Frage
            questions:
              new: {ask: Ist es neu?}
            facts:
              good:
                rules:
                  - {if: {new: yes}, then: yes}
                  - {else: no}
            outcomes: {a: {title: A}, b: {title: B}}
            rules:
              - {if: {good: yes}, then: a}
              - {else: b}
            """
        let questionnaire = try #require(read(text, library: library).value)
        #expect(questionnaire.questions[0].options.map(\.label) == ["Ja", "Nein"])
        #expect(questionnaire.facts[0].values.map(\.label) == ["Ja", "Nein"])
    }
}
