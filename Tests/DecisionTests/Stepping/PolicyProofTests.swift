import Diagnostics
import Forms
import Testing
import Words
@testable import Decision
@testable import Wording

/// The figures of a proof, and the sentences made of them.
@Suite struct PolicyProofTests {
    @Test(arguments: Generator.Focus.allCases) func `ways to answer are as many as walks find`(focus: Generator.Focus) {
        var tried = 0
        for seed in 1...UInt64(longRun ? 2000 : 80) {
            var generator = Generator(seed: 940_000 + seed, isPlain: true, focus: focus)
            guard let diagram = compiled(generator.text()).value, diagram.questionnaire.outcomes.flatMap(\.allNames).isEmpty,
                // Numbers are counted by ranges and ticks by those that matter, which only the diagram knows.
                diagram.questionnaire.questions.allSatisfy({ if case .one = $0.kind { true } else { false } }),
                let graph = StepGraph(diagram, limit: 20_000)
            else { continue }
            tried += 1
            let walked = ends(Walk(diagram, today: since), [:])
            #expect(graph.wayCount == walked.count)
        }
        #expect(tried > 0 || ![.anything, .refusals].contains(focus))
    }

    /// The ends of all walks, as the answers on the way.
    private func ends(_ walk: Walk, _ answers: [Int: Answer]) -> Set<[Int: Answer]> {
        let position = walk.position(answers)
        guard case .question(let number, let closed) = position.state else {
            if case .result = position.state { return [answers] }
            return []
        }
        let question = walk.diagram.questionnaire.questions[number]
        var found: Set<[Int: Answer]> = []
        for answer in self.answers(question, closed) { found.formUnion(ends(walk, answers.merging([number: answer]) { $1 })) }
        return found
    }

    private func answers(_ question: Question, _ closed: [Int]) -> [Answer] {
        switch question.kind {
        case .one(let choices): choices.options.indices.filter { !closed.contains($0) }.map { .option($0) }
        case .any, .number, .date: []
        }
    }

    private func sentences(_ text: String) throws -> [String] {
        let diagram = try #require(compiled(text).value)
        let proof = PolicyProof(diagram, steps: nil, cases: [])
        let wording = ProofWording(proof, of: diagram.questionnaire, .english)
        return [wording.summary] + wording.details + wording.cases
    }

    private func policy(_ questions: String, _ rules: String) -> String {
        """
        kind: questionnaire
        title: Test
        questions:
          t: {ask: T, any-of: {\((0..<13).map { "o\($0): O" }.joined(separator: ", "))}}
          \(questions)
        outcomes: {x: {title: X}, y: {title: Y}}
        \(rules)
        """
    }

    @Test func `large numbers are grouped, and what is counted is said`() throws {
        let has = (0..<13).map { "{if: {t: {has: o\($0)}}, then: x}" }.joined(separator: ", ")
        let one = try sentences(policy("a: {ask: A}", "match: first\nrules: [\(has), {if: {a: yes}, then: y}, {else: x}]"))
        // Once a box is ticked, the rest of them doesn't matter: 13 ways, and two where none is.
        #expect(one[0].hasPrefix("The questions can be answered in 15 ways. Every combination of answers leads to exactly one outcome,"))
        #expect(one[1].contains("proved on 21 November 2026 for version "))
        #expect(one[2...] == ["There are no cases."])
        let each = (0..<13).map { "{if: {t: {has: o\($0)}}, then: \($0 % 2 == 0 ? "x" : "y")}" }.joined(separator: ", ")
        let many = try sentences(
            policy("n: {ask: N, number: {from: 1, to: 9}}", "match: many\nrules: [\(each), {if: {n: over 5}, then: x}, {else: y}]"))
        #expect(many[0].contains("For every combination of answers, the rules say exactly which outcomes apply, and nobody"))
        #expect(many[1].hasPrefix("Numbers and dates are counted by the ranges"))
    }

    @Test func `a number that a machine word cannot hold is said to be more`() throws {
        let options = (0..<70).map { "q\($0): {ask: Q, one-of: {a: A, b: B, c: C}}" }.joined(separator: "\n  ")
        let rules = (0..<70).map { "{if: {q\($0): c}, then: y}" }.joined(separator: ", ")
        let diagram = try #require(
            compiled(
                """
                kind: questionnaire
                title: Test
                questions:
                  \(options)
                outcomes: {x: {title: X}, y: {title: Y}}
                match: first
                rules: [\(rules), {else: x}]
                """
            ).value)
        #expect(PolicyProof(diagram, steps: nil, cases: []).ways == .moreThan(1_000_000_000_000_000_000))
    }
}
