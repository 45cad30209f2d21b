import Diagnostics
import Forms
import Testing

@testable import Decision

/// What a result says is missing for a better one.
@Suite struct UnmetTests {
    @Test func `the nearest better outcome can be reached by what is missing, and by no single other answer`() throws {
        var found = 0
        // Rules without gaps; in long runs, those that have some are tried as well.
        let whole = [
            140, 180, 207, 213, 244, 247, 251, 310, 328, 332, 342, 344, 347, 368, 378, 394, 447, 451, 495, 510, 513, 530, 533, 557, 559,
            587,
        ]
        for (seed, isTurned) in (longRun ? Array(100..<2000) : whole).flatMap({ [($0, false), ($0, true)] }) {
            var generator = Generator(seed: 300_000 + UInt64(seed), isPlain: false)
            var text = generator.text()
            if isTurned {
                text.replace("tone: bad", with: "tone: good")
                text.replace("Outcome 0\n    tone: good", with: "Outcome 0\n    tone: bad")
            }
            guard let diagram = compiled(text).value else { continue }
            var sampler = WalkSampler(diagram, seed: UInt64(seed))
            let walk = Walk(diagram, today: since)
            for answers in sampler.anyAnswers(20) {
                let position = walk.position(answers)
                for unmet in walk.unmet(position) {
                    found += 1
                    check(unmet, position, walk, "seed \(seed), \(answers)")
                }
            }
        }
        #expect(found > 50, "only \(found)")
    }

    private func check(_ unmet: UnmetConditions, _ position: Walk.Position, _ walk: Walk, _ name: String) {
        let diagram = walk.diagram
        guard case .result(let result) = position.state else { return }
        #expect(result.outcomes[unmet.decision].allSatisfy { diagram.questionnaire.outcomes[$0].tone == .bad }, "\(name)")
        if let outcome = unmet.outcome {
            #expect(isBetter(outcome, diagram), "\(name)")
        }
        #expect(!unmet.conditions.isEmpty && unmet.conditions.allSatisfy { !$0.needed.isEmpty }, "\(name)")
        var changed = position.answers
        for condition in unmet.conditions {
            changed[condition.question] = answers(condition, changed[condition.question]).first
        }
        #expect(reaches(unmet, changed, walk), "\(name)")
        // A name is a promise: whatever else is answered, it is what follows.
        if let outcome = unmet.outcome {
            let ends = diagram.decisionRoots.filter { $0.decision == unmet.decision }.map { root in
                walk.evaluator.terminals(root.root, beside: diagram.possible, changed).allSatisfy { end in
                    switch diagram.terminals[end] {
                    case .outcome(outcome, _, _), .refused: true
                    default: false
                    }
                }
            }
            #expect(ends.contains(true), "\(name)")
        }
        if let only = unmet.conditions.first, unmet.conditions.count == 1 {
            for other in answers(only, position.answers[only.question]) {
                #expect(reaches(unmet, position.answers.merging([only.question: other]) { $1 }, walk), "\(name): \(other)")
            }
        }
        let isCompared = diagram.variables.contains { if case .order = $0 { true } else { false } }
        guard !isCompared, let first = position.path.first?.question else { return }
        let isNear = walk.changes(position.answers).contains { change in
            guard change.question != first, case .result(let other) = change.leadsTo else { return false }
            return other.outcomes[unmet.decision].contains { diagram.questionnaire.outcomes[$0].tone == .good }
        }
        if isNear { #expect(unmet.conditions.count == 1, "\(name)") }
    }

    /// Answers that meet a condition: any of the first of each kind, or all boxes as they have to be.
    private func answers(_ condition: UnmetConditions.Condition, _ given: Answer?) -> [Answer] {
        var ticked: Set<Int> = if case .ticked(let options)? = given { Set(options) } else { [] }
        var found: [Answer] = []
        for kind in condition.needed {
            switch kind {
            case .option(let option): found.append(.option(option))
            case .range(let from, let to): found += [from, to]
            case .ticked(let option): ticked.insert(option)
            case .unticked(let option): ticked.remove(option)
            }
        }
        return found.isEmpty ? [.ticked(ticked.sorted())] : found
    }

    /// Whether the outcome can still follow, or any better one where none is named, with open answers being anything.
    private func reaches(_ unmet: UnmetConditions, _ answers: [Int: Answer], _ walk: Walk) -> Bool {
        let diagram = walk.diagram
        return diagram.decisionRoots.filter { $0.decision == unmet.decision }.contains { root in
            walk.evaluator.terminals(root.root, beside: diagram.possible, answers).contains { end in
                guard case .outcome(let outcome, _, _) = diagram.terminals[end] else { return false }
                return unmet.outcome.map { $0 == outcome } ?? isBetter(outcome, diagram)
            }
        }
    }

    private func isBetter(_ outcome: Int, _ diagram: DecisionDiagram) -> Bool {
        [.good, .caution].contains(diagram.questionnaire.outcomes[outcome].tone)
    }

    private static let policy = """
        kind: questionnaire
        title: Test
        questions:
          wish: {ask: Wish?, one-of: {rent: Rent, heating: Heating}}
          income: {ask: Income?, number: {from: 0, to: 90000, decimals: 2, unit: £}}
          lives: {ask: Lives here?}
          owns: {ask: Owns?, one-of: {no: No, yes: Yes, unknown: Unknown}}
        outcomes: {rent: {title: Rent, tone: good}, heating: {title: Heating, tone: good}, ask: {title: Ask, tone: caution}, none: {title: None, tone: bad}}
        rules:
          - {if: {wish: rent, income: at most 33500, lives: yes}, then: rent}
          - {if: {wish: heating, lives: yes, owns: no}, then: heating}
          - {if: {wish: heating, lives: yes, owns: unknown}, then: ask}
          - {else: none}
        """

    @Test(
        "what is missing is told of what the reader came for",
        arguments: [
            // Whether the reader lives there isn't known yet.
            (["rent", "35000"], nil, ["income: 0 to 33500"]),
            (["rent", "35000", "no"], nil, ["income: 0 to 33500"]),
            (["rent", "200", "no"], "rent", ["lives: 0"]),
            (["heating", "no"], nil, ["lives: 0"]),
            (["heating", "yes", "yes"], "heating", ["owns: 0"]),
        ])
    func example(_ given: [String], _ outcome: String?, _ needed: [String]) throws {
        let diagram = try #require(compiled(Self.policy).value)
        let questionnaire = diagram.questionnaire
        let walk = Walk(diagram, today: since)
        var answers: [Int: Answer] = [:]
        for text in given {
            guard case .question(let question, _) = walk.position(answers).state else { break }
            answers[question] = try questionnaire.questions[question].answer(text).get()
        }
        let unmet = try #require(walk.unmet(walk.position(answers)).first)
        #expect(unmet.outcome.map { questionnaire.outcomes[$0].id.description } == outcome)
        let found = unmet.conditions.map { condition in
            let question = questionnaire.questions[condition.question]
            let kinds = condition.needed.map { kind in
                switch kind {
                case .option(let option), .ticked(let option), .unticked(let option): "\(option)"
                case .range(let from, let to): "\(question.text(of: from)) to \(question.text(of: to))"
                }
            }
            return "\(question.id): \(kinds.joined(separator: " "))"
        }
        #expect(found == needed)
    }

    @Test func `pages without script say what is missing where everybody who comes there lacks it`() throws {
        let diagram = try #require(compiled(Self.policy).value)
        let graph = try #require(StepGraph(diagram, limit: 50))
        let trails = StepTrails(graph).trails
        let bad = graph.pages.indices.filter { if case .result(let outcomes, _, _) = graph.pages[$0] { outcomes == [[3]] } else { false } }
        // All who get nothing come to one page, and no answer is the same for them: that is all that can be said.
        #expect(bad.count == 1 && bad.allSatisfy { graph.unmet($0, after: trails[$0], in: diagram).map(\.conditions.count) == [0] })
        let strict = Self.policy.replacing("then: ask}", with: "then: none}").replacing("tone: caution", with: "tone: bad")
            .replacing("- {else: none}", with: "- {if: {wish: heating, lives: yes, owns: yes}, then: ask}\n  - {else: none}")
        let other = try #require(compiled(strict).value)
        let pages = try #require(StepGraph(other, limit: 50))
        let ways = StepTrails(pages).trails
        let found = pages.pages.indices.flatMap { pages.unmet($0, after: ways[$0], in: other) }.filter { !$0.conditions.isEmpty }
        let unmet = try #require(found.first)
        #expect(found.count == 1 && unmet.outcome.map { other.questionnaire.outcomes[$0].id.description } == "heating")
        #expect(unmet.conditions.map { [$0.given?.question, $0.blocks.count] } == [[3, 1]])
    }

    private static let device = """
        kind: questionnaire
        title: Test
        questions:
          origin: {ask: Origin?, one-of: {new: New, used: Used, leased: Leased}}
          broken: {ask: Broken?, one-of: {yes: Yes, no: No, unknown: I don't know}}
          licence: {ask: Licence?, one-of: {yes: Yes, unsure: I don't know}}
        match: first
        outcomes: {new: {title: New, tone: good}, used: {title: Used, tone: good}, fee: {title: Fee, tone: caution}, none: {title: None, tone: bad}}
        rules:
          - {if: {origin: new}, then: new}
          - {if: {broken: yes}, then: none}
          - {if: {origin: used, licence: yes}, then: used}
          - {if: {origin: leased, licence: yes}, then: fee}
          - {else: fee}
        """

    @Test func `nobody is told to say that they don't know`() throws {
        let diagram = try #require(compiled(Self.device).value)
        let walk = Walk(diagram, today: since)
        let position = walk.position([0: .option(1), 1: .option(0)])
        let unmet = try #require(walk.unmet(position).first)
        // Either answer about the licence leads to something else that is better.
        #expect(unmet.outcome == nil && unmet.rows.isEmpty)
        #expect(unmet.conditions == [UnmetConditions.Condition(question: 1, needed: [.option(1)])])
        let changes = walk.changes(position.answers).filter { $0.question == 1 }
        #expect(changes.count == 2 && walk.advisable(changes).map(\.kind) == [.option(1)])
    }

    @Test func `a page that several ways lead to names only what helps everybody who comes there`() throws {
        let diagram = try #require(compiled(Self.device).value)
        let graph = try #require(StepGraph(diagram, limit: 50))
        let trails = StepTrails(graph).trails
        let found = graph.pages.indices.flatMap { graph.unmet($0, after: trails[$0], in: diagram) }
        for unmet in found { #expect(unmet.outcome == nil && unmet.conditions.map(\.question) == [1]) }
        #expect(found.count == 1)
    }

    @Test func `where not everybody can come to the nearest better outcome, a page names what all of them lack`() throws {
        let rules = "- {if: {broken: yes}, then: none}\n  - {if: {origin: leased}, then: ask}\n  - {else: new}"
        let start = try #require(Self.device.firstRange(of: "rules:\n  ")?.upperBound)
        let text =
            Self.device[..<start].replacing(
                "used: {title: Used, tone: good}, fee: {title: Fee, tone: caution}", with: "ask: {title: Ask, tone: neutral}"
            )
            .replacing("licence: {ask: Licence?, one-of: {yes: Yes, unsure: I don't know}}", with: "") + rules + "\n"
        let found = compiled(String(text))
        let diagram = try #require(found.value, "\(lines(found.diagnostics))")
        let graph = try #require(StepGraph(diagram, limit: 50))
        let trails = StepTrails(graph).trails
        let unmet = graph.pages.indices.flatMap { graph.unmet($0, after: trails[$0], in: diagram) }
        #expect(unmet.map(\.outcome) == [nil])
        #expect(unmet.first?.conditions.map { [$0.question, $0.given?.question] } == [[1, 1]])
    }
}
