@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

@Suite struct FactReasonTests {
    private let policy = """
        kind: questionnaire
        title: T
        questions:
          order: {ask: Is there an order?}
          receipt: {ask: Is there a receipt?, ask-if: {order: no}}
          seller: {ask: Who sold it?, one-of: {shop: A shop, other: Somebody}}
        facts:
          proved:
            rules:
              - {if: {order: yes}, then: yes}
              - {if: {receipt: yes}, then: yes}
              - {else: no}
          licensed:
            match: first
            rules:
              - {if: {seller: shop}, then: yes}
              - {if: {proved: yes}, then: yes}
              - {else: no}
        outcomes: {x: {title: X}, y: {title: Y}}
        rules:
          - {if: {licensed: yes}, then: x}
          - {else: y}
        """

    @Test(arguments: [
        // By the shop alone; by the proof, which has a row of its own; by neither.
        (["order": "no", "receipt": "no", "seller": "shop"], ["licensed-1"]),
        (["order": "yes", "seller": "other"], ["licensed-2", "proved-1"]),
        (["order": "no", "receipt": "yes", "seller": "other"], ["licensed-2", "proved-2"]),
        (["order": "no", "receipt": "no", "seller": "other"], []),
    ]) func `the rows of the facts that a row rests on`(given: [String: String], expected: [String]) throws {
        let diagram = try #require(compiled(policy).value)
        let questionnaire = diagram.questionnaire
        let reasons = try #require(FactReasons(questionnaire, since: since))
        var answers: [Int: Answer] = [:]
        for (number, question) in questionnaire.questions.enumerated() {
            if let text = given[question.id.description] { answers[number] = try question.answer(text).get() }
        }
        guard case .result(let result) = Walk(diagram, today: since).position(answers).state else {
            Issue.record("no result")
            return
        }
        let row = questionnaire.decisions[0].table.rows[try #require(result.because.first).row]
        let rows = reasons.rows(under: row, given: answers, today: since)
        #expect(rows.map { "\(questionnaire.facts[$0.fact].id)-\($0.row + 1)" } == expected)
    }
}
