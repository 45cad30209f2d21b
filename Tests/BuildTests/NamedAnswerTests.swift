import CommonMark
import Content
import Decision
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// What `{{ days }}` says in the text of an outcome.
@Suite struct NamedAnswerTests {
    @Test func `answers and facts stand in the text of a result`() async throws {
        let library = await load(options(fixtures.appending(path: "values").path).load).value
        let diagram = try #require(compileQuestionnaires(library).value.first?.diagram)
        let questionnaire = diagram.questionnaire
        let text = try #require(questionnaire.outcomes.first { $0.id.description == "good" }?.text)
        var names = questionnaire.wordings { .text("<\(questionnaire.name(of: $0))>") }
        for amount in questionnaire.amounts { names[amount.id.description] = .text("<\(amount.id)>") }
        #expect(text.plainText(Resolution(names: AnswerNames.resolved(names))) == "You said <months>, which is <long> and costs <fee>.")
        let html = String(decoding: text.html(Resolution(names: AnswerNames.resolved(questionnaire.placeholders))), as: UTF8.self)
        #expect(
            html
                == "<p>You said <data value=\"months\">months</data>, which is <data value=\"long\">long</data> and costs <data value=\"fee\">fee</data>.</p>\n"
        )
    }
}
