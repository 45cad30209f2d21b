@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

@Suite struct ReferenceWalkTests {
    @Test("the next question and the result are those of rule 2", arguments: 0..<(longRun ? 200 : 8))
    func order(batch: Int) throws {
        for seed in 0..<60 {
            var generator = Generator(
                seed: UInt64(50_000 + batch * 1000 + seed), isPlain: true, focus: [.anything, .paragraphs, .amounts, .decisions][seed % 4])
            let text = generator.text()
            // One diagram serves every day: with cuts that move, a question is asked that could matter on another day.
            guard !text.contains("today"), let questionnaire = read(text).value,
                let diagram = compile(questionnaire, since: since).value
            else { continue }
            let reference = ReferenceWalk(questionnaire, diagram, today: since)
            let walk = Walk(diagram, today: since)
            for number in stride(from: seed % 3, to: reference.count, by: 1 + reference.count / 12) {
                try compare(walk, reference, number, text)
            }
        }
    }

    private func compare(_ walk: Walk, _ reference: ReferenceWalk, _ number: Int, _ text: String) throws {
        let answers = reference.answers(number)
        let expected = reference.walk(number)
        let position = walk.position(Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($0, $1) }))
        let report = Comment(rawValue: text + "\n\(answers)\n\(position)\n\(expected)")
        try #require(position.path.map(\.question) == expected.path, report)
        guard case .result(let result) = position.state else {
            Issue.record(report)
            return
        }
        var outcomes: [[Int]] = result.outcomes.map { _ in [] }
        for (track, end) in zip(walk.diagram.decisionRoots, expected.ends) {
            if let outcome = end?.outcome { outcomes[track.decision].append(outcome) }
        }
        for (decision, otherwise) in walk.diagram.otherwise.enumerated() where outcomes[decision].isEmpty {
            if let otherwise { outcomes[decision] = [otherwise.outcome] }
        }
        try #require(result.outcomes == outcomes, report)
        try #require(result.paragraphs == Set(expected.ends.flatMap { $0?.paragraphs ?? [] }).sorted(), report)
        // Stopping before the last answer asks for it.
        if let last = expected.path.last {
            var fewer = Dictionary(uniqueKeysWithValues: expected.path.map { ($0, answers[$0]) })
            fewer[last] = nil
            guard case .question(last, _) = walk.position(fewer).state else {
                Issue.record(report)
                return
            }
        }
    }

    /// Found by the long run: an answer that a later one makes needless for the decision is asked for where the result shows it.
    @Test func `an answer that the result shows is asked for, whatever was answered ahead`() throws {
        let text = """
            kind: questionnaire
            title: T
            questions:
              a: {ask: A?, any-of: {p: P, q: Q}}
              b: {ask: B?, one-of: {r: R, s: S}}
            outcomes:
              x: {title: X}
              y: {title: Y, text: "It is {{ a }}."}
            rules:
              - {if: {a: {has-any: [p, q]}, b: s}, then: x}
              - {else: y}

            """
        let diagram = try #require(compiled(text).value)
        guard case .question(0, _) = Walk(diagram, today: since).position([1: .option(0)]).state else {
            Issue.record("the first question is not asked")
            return
        }
    }

    @Test("one answer after the other leads where all of them lead", arguments: 0..<(longRun ? 100 : 4))
    func stepwise(batch: Int) throws {
        for seed in 0..<60 {
            guard let (_, diagram, text) = generated(130_000 + batch * 1000 + seed) else { continue }
            let walk = Walk(diagram, today: since)
            let samples = CaseSamples(walks: [walk])
            var random = Random(seed: UInt64(seed))
            for _ in 0..<12 {
                var position = walk.position([:])
                while case .question(let question, _) = position.state {
                    guard let answer = samples.answers(to: question, given: position.answers).randomElement(using: &random) else { break }
                    position = walk.position(position, then: answer)
                    let whole = walk.position(position.answers)
                    let report = Comment(rawValue: text + "\n\(position)\n\(whole)")
                    try #require(position == whole, report)
                    try #require(walk.position(along: position) == whole, report)
                }
            }
        }
    }

    /// A questionnaire of any kind that compiles; nil if that of the seed doesn't.
    private func generated(_ seed: Int) -> (Questionnaire, DecisionDiagram, text: String)? {
        var generator = Generator(seed: UInt64(seed), isPlain: false)
        let text = generator.text()
        guard let questionnaire = read(text).value, let diagram = compile(questionnaire, since: since).value else { return nil }
        return (questionnaire, diagram, text)
    }

    @Test("whatever is possible ends where the tables say", arguments: 0..<(longRun ? 200 : 8))
    func ends(batch: Int) throws {
        for seed in 0..<60 {
            guard let (questionnaire, diagram, text) = generated(90_000 + batch * 1000 + seed) else { continue }
            let today = Day(number: since.number + seed % 4) ?? since
            let reference = ReferenceWalk(questionnaire, diagram, today: today)
            let walk = Walk(diagram, today: today)
            for number in 0..<reference.count { try end(walk, reference, number, text) }
        }
    }

    private func end(_ walk: Walk, _ reference: ReferenceWalk, _ number: Int, _ text: String) throws {
        let answers = reference.answers(number)
        guard let track = walk.diagram.decisionRoots.first, reference.result(0, number) != nil else { return }
        let position = walk.position(Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($0, $1) }))
        let report = Comment(rawValue: text + "\n\(answers)\n\(position)")
        try #require(position.path.allSatisfy { reference.isAsked($0.question, number) }, report)
        guard case .result(let result) = position.state else {
            Issue.record(report)
            return
        }
        for index in walk.diagram.decisionRoots.indices {
            let track = walk.diagram.decisionRoots[index]
            let outcome = reference.result(index, number)?.outcome
            if let outcome {
                try #require(result.outcomes[track.decision].contains(outcome), report)
            } else if let own = track.outcome, walk.diagram.otherwise[track.decision]?.outcome != own {
                try #require(!result.outcomes[track.decision].contains(own), report)
            }
        }
        try #require(!result.because.isEmpty || result.outcomes[track.decision].isEmpty, report)
    }
}
