@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// How many questions are asked, against walking with every combination of answers.
@Suite struct AskedCountsTests {
    @Test("least, most and mean are those of all combinations", arguments: 0..<(longRun ? 100 : 2))
    func counts(batch: Int) throws {
        var tried = 0
        for seed in 0..<80 {
            var generator = Generator(
                seed: UInt64(400_000 + batch * 1000 + seed), isPlain: true, focus: seed % 3 == 1 ? .paragraphs : .anything)
            let text = generator.text()
            guard !text.contains("today"), let diagram = compiled(text).value else { continue }
            let found = try #require(AskedCounts(diagram, today: since))
            let walk = Walk(diagram, today: since)
            let lengths = Reference(questionnaire: diagram.questionnaire, today: since).combinations().map { answers in
                asked(walk, answers)
            }
            tried += 1
            #expect(found.least == lengths.min() && found.most == lengths.max(), Comment(rawValue: text))
            let mean = Double(lengths.reduce(0, +)) / Double(lengths.count)
            #expect(abs(found.mean - mean) < 0.000_001, Comment(rawValue: text))
        }
        #expect(tried > 5)
    }

    /// Asks one after the other, as answers given ahead would leave questions out.
    private func asked(_ walk: Walk, _ answers: Reference.Everything) -> Int {
        var given: [Int: Answer] = [:]
        while case .question(let question, _) = walk.position(given).state { given[question] = answers[question] }
        return given.count
    }

    @Test func `the move that asks fewest is found`() throws {
        let diagram = try #require(
            compiled(
                """
                kind: questionnaire
                title: T
                questions:
                  size: {ask: How large?, one-of: {small: Small, large: Large}}
                  age: {ask: How old?, number: {from: 0, to: 9}}
                  listed: {ask: Is it on the list?}
                outcomes: {yes: {title: Y}, no: {title: N}}
                rules:
                  - {if: {listed: no}, then: no}
                  - {if: {listed: yes, size: small, age: under 5}, then: yes}
                  - {if: {listed: yes, size: small, age: at least 5}, then: no}
                  - {if: {listed: yes, size: large}, then: yes}
                """
            ).value)
        let now = try #require(AskedCounts(diagram, today: since))
        #expect((now.least, now.most, now.mean) == (2, 3, 2.25))
        let move = try #require(QuestionMove(best: diagram, now: now, since: since))
        #expect((move.question, move.beside, move.isBefore) == (2, 0, true))
        #expect((move.counts.least, move.counts.most, move.counts.mean) == (1, 3, 1.75))
    }
}
