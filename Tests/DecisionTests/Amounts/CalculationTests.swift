import Diagnostics
import Forms
import Testing
import Wording
import Words

@testable import Content
@testable import Decision

/// Conditions on what several answers come to: what they decide, what is proved of them, when they are settled, and what is said.
@Suite struct CalculationTests {
    /// Pay by the hour below a rate by age, with `ask-if`, `must`, a fact, a paragraph, a statement and what is impossible on it.
    private static func wage(pay: String = "{from: 0, to: 60}", hours: String = "{from: 1, to: 6}", rows: String = rows) -> String {
        """
        kind: questionnaire
        title: Are you paid the minimum wage?
        questions:
          age: {ask: How old are you?, label: Age, number: {from: 16, to: 22, unit: years}}
          hours: {ask: How many hours do you work?, label: Hours, number: \(hours)}
          pay:
            ask: What are you paid?
            label: Pay
            number: \(pay)
            must:
              - {that: {hourly: at most 50}, else: Nobody is paid so much.}
          live: {ask: Do you live there?, ask-if: {hourly: under 9}}
          rent: {ask: How much is the rent?, label: Rent, number: {from: 0, to: 5}, ask-if: {live: yes}}
        amounts:
          hourly: {label: Pay for an hour, value: "round(pay / hours, 2)", unit: £}
          left: {label: What is left, value: pay - rent * hours}
        facts:
          young: {rules: [{if: {age: under 18}, then: yes}, {else: no}]}
        impossible:
          - {if: {hourly: at least 40, young: yes}, because: Nobody does.}
        outcomes:
          enough:
            title: You are paid enough
            paragraphs:
              - {if: {hourly: over 20}, text: It is a lot.}
          little: {title: You are paid too little}
        rules:
        \(rows)
        statements:
          - {if: {hourly: over 20}, never: {result: little}}
        """
    }

    private static let rows = """
          - {if: {young: yes, hourly: at least 7.55}, then: enough}
          - {if: {young: no, hourly: at least 12.21}, then: enough}
          - {if: {young: no, hourly: under 9, live: yes, left: over 20}, then: enough}
          - {else: little}
        """

    /// Each combination of answers, one after the other, against the evaluator that was written from the contract.
    @Test func `a policy of pay by the hour decides as listing all combinations does`() throws {
        let text = CalculationTests.wage(pay: "{from: 0, to: 60}", hours: "{from: 1, to: 3}")
        let questionnaire = try #require(read(text).value, Comment(rawValue: lines(read(text).diagnostics).joined(separator: "\n")))
        let found = compile(questionnaire, since: since)
        let diagram = try #require(found.value, Comment(rawValue: lines(found.diagnostics).joined(separator: "\n")))
        #expect(found.diagnostics.isEmpty, Comment(rawValue: lines(found.diagnostics).joined(separator: "\n")))
        let reference = Reference(questionnaire: questionnaire, today: since)
        let walk = Walk(diagram, today: since)
        var ends: Set<String> = []
        for answers in reference.combinations() where answers[0] != .number(ExactNumber(units: 19, decimals: 0)) {
            let asked = reference.asked(answers)
            let all = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($0, $1) })
            let state = walk.position(all).state
            guard reference.isPossible(asked, answers) else { continue }
            if reference.isRefused(asked, answers) {
                ends.insert("refused")
                guard case .refused = state else {
                    Issue.record("\(answers) are not refused")
                    return
                }
                continue
            }
            let rows = reference.rows(questionnaire.decisions[0].table, asked, answers)
            let outcomes = Set(
                rows.indices.filter { rows[$0] == .yes }.map { ReferenceVerdict.outcome(questionnaire.decisions[0].table.rows[$0]) })
            guard case .result(let result) = state else {
                Issue.record("\(answers) lead to no result")
                return
            }
            try #require(Set(result.outcomes[0]) == outcomes, "\(answers)")
            try #require(result.paragraphs == reference.told(result.outcomes[0][0], asked, answers).paragraphs, "\(answers)")
            var interpreter = PolicyInterpreter(questionnaire, answers: all, today: since)
            let found = interpreter.rows(of: questionnaire.decisions[0].table).prefix(3).map { $0 == true }
            try #require(found == rows.prefix(3).map { $0 == .yes }, "\(answers)")
            ends.insert("\(outcomes) \(result.paragraphs)")
        }
        #expect(ends.count == 4)
    }

    @Test func `a gap is shown with numbers that fit`() throws {
        let rows = CalculationTests.rows.replacing("  - {else: little}", with: "  - {if: {hourly: under 7.55}, then: little}")
        for (pay, hours, numbers) in [
            ("{from: 0, to: 60}", "{from: 1, to: 6}", "How many hours do you work?"),
            ("{from: 0, to: 60000, decimals: 2}", "{from: 1, to: 100, decimals: 1}", "How many hours do you work?"),
        ] {
            let gaps = compiled(CalculationTests.wage(pay: pay, hours: hours, rows: rows)).diagnostics.filter {
                $0.rule == "questionnaire/gap"
            }
            let gap = try #require(gaps.first)
            #expect(gap.message.contains("Pay for an hour:"), Comment(rawValue: gap.message))
            let note = try #require(gap.notes.first)
            #expect(note.hasPrefix("for example: ") && note.contains(numbers), Comment(rawValue: note))
            // The numbers of the note are a reader for whom no row holds.
            let found = note.matches(of: /\? (?<number>[0-9,.]+)/).compactMap { Double($0.output.number.replacing(",", with: "")) }
            try #require(found.count >= 2, Comment(rawValue: note))
            let hourly = (found[1] / found[0] * 100).rounded() / 100
            #expect((7.55..<12.21).contains(hourly), "\(hourly)")
        }
    }

    /// Two products that bounds don't tell apart: what is left is taken as possible, and said so.
    @Test func `what may be impossible is said to be`() throws {
        let text = CalculationTests.policy(
            "{from: 1, to: 10000, decimals: 2}", "{from: 1, to: 10000, decimals: 2}",
            amounts: "p: {value: \"x * x + y * y - 2 * x * y\"}", rules: ["{if: {p: at least 0}, then: a}"])
        let gap = try #require(compiled(text).diagnostics.first { $0.rule == "questionnaire/gap" })
        #expect(gap.notes == ["it may be impossible: no numbers or dates were found that fit all of them"])
        // With few values all of them are tried.
        let few = text.replacing("10000, decimals: 2", with: "300")
        #expect(!compiled(few).diagnostics.contains { $0.rule == "questionnaire/gap" })
    }

    private static func policy(_ x: String, _ y: String, amounts: String, rules: [String]) -> String {
        """
        kind: questionnaire
        title: T
        questions:
          x: {ask: x?, number: \(x)}
          y: {ask: y?, number: \(y)}
        amounts:
          \(amounts)
        outcomes: {a: {title: A}, b: {title: B}}
        rules:
        \(rules.map { "  - \($0)" }.joined(separator: "\n"))
        """
    }

    @Test func `nobody is asked for what cannot change the range`() throws {
        let text = CalculationTests.policy(
            "{from: 0, to: 500}", "{from: 1, to: 500}", amounts: "area: {value: x * y}",
            rules: ["{if: {area: at least 5000}, then: a}", "{else: b}"])
        let diagram = try #require(compiled(text).value, Comment(rawValue: lines(compiled(text).diagnostics).joined(separator: "\n")))
        let walk = Walk(diagram, today: since)
        func state(_ x: Int, _ y: Int? = nil) -> Walk.State {
            var answers: [Int: Answer] = [0: .number(ExactNumber(units: x, decimals: 0))]
            if let y { answers[1] = .number(ExactNumber(units: y, decimals: 0)) }
            return walk.position(answers).state
        }
        // 9 × 500 is less, and 10 × 500 isn't.
        for x in [0, 1, 9] {
            if case .result(let result) = state(x) { #expect(result.outcomes == [[1]]) } else { Issue.record("asks beside \(x)") }
        }
        #expect(state(10) == .question(1, closed: []))
        if case .result(let result) = state(10, 500) { #expect(result.outcomes == [[0]]) } else { Issue.record("no result") }
        if case .result(let result) = state(13, 384) { #expect(result.outcomes == [[1]]) } else { Issue.record("no result") }
        if case .result(let result) = state(13, 385) { #expect(result.outcomes == [[0]]) } else { Issue.record("no result") }
        // What would change it: from which length on, and which width.
        let changes = walk.changes([0: .number(ExactNumber(units: 13, decimals: 0)), 1: .number(ExactNumber(units: 384, decimals: 0))])
        let ranges = changes.map { change -> String in
            guard case .range(.number(let from), .number(let to)) = change.kind else { return "" }
            return "\(change.question): \(from) to \(to)"
        }
        #expect(ranges == ["1: 385 to 500", "0: 14 to 500"])
    }

    @Test func `a row that can never decide is found among few values`() throws {
        let text = CalculationTests.policy(
            "{from: 0, to: 30}", "{from: 0, to: 30}", amounts: "p: {value: x * y}",
            rules: ["{if: {p: 31}, then: a}", "{if: {p: not 31}, then: b}"])
        let dead = compiled(text).diagnostics.filter { $0.rule == "questionnaire/dead-rule" && $0.message.contains("row 1") }
        #expect(dead.count == 1, Comment(rawValue: lines(compiled(text).diagnostics).joined(separator: "\n")))
    }

    @Test func `mutants of a calculation are reported or killed`() throws {
        let text = CalculationTests.wage()
        let questionnaire = try #require(read(text).value)
        let mutants = ConditionMutants(questionnaire: questionnaire).entries(questionnaire.decisions[0].table.rows[1].entries)
        #expect(mutants.count > 6)
    }

    @Test func `two versions are compared value by value`() throws {
        let rules = ["{if: {area: at least 50}, then: a}", "{else: b}"]
        let old = CalculationTests.policy("{from: 0, to: 20}", "{from: 0, to: 20}", amounts: "area: {value: x * y}", rules: rules)
        let new = old.replacing("at least 50", with: "at least 60")
        let diagrams = try [old, new].map { try #require(compiled($0).value) }
        let diff = try #require(compareQuestionnaires(diagrams[0], diagrams[1], days: [since, since]))
        var changed = 0
        for x in 0...20 { for y in 0...20 where (50..<60).contains(x * y) { changed += 1 } }
        #expect(diff.changed == .exactly(BigInteger(changed)) && diff.all == .exactly(BigInteger(441)))
        #expect(diff.changes.count == 1 && diff.changes[0].readers.regions.count == 1)
        let words = ComparedWording(diff, .english).readers(diff.changes[0].readers.regions[0].region)
        #expect(words == "area: 50 to 59")
        // What is too much to count is said to be.
        let large = try [old, new].map { try #require(compiled($0.replacing("to: 20", with: "to: 200000, decimals: 2")).value) }
        let whole = try #require(compareQuestionnaires(large[0], large[1], days: [since, since]))
        #expect(whole.changed == .uncounted, "\(whole.changed)")
        #expect(whole.changes.count == 1)
    }

    @Test func `pages without script have a link for each range`() throws {
        let text = CalculationTests.policy(
            "{from: 0, to: 500}", "{from: 1, to: 500}", amounts: "area: {label: Area, value: x * y}",
            rules: ["{if: {area: at least 5000}, then: a}", "{else: b}"])
        let diagram = try #require(compiled(text).value)
        let graph = try #require(StepGraph(diagram, limit: 10))
        #expect(graph.pages.count == 3)
        guard case .question(let step)? = graph.pages.first else { return }
        let wording = DiagramWording(diagram)
        let labels = step.choices.map { choice -> String in
            guard case .blocks(let variable, let blocks) = choice.label else { return "" }
            return Phrasebook.english.text(wording.edge(variable, blocks, asking: step.question))
        }
        #expect(labels == ["under 5,000", "5,000 or more"])
        guard case .blocks(let variable, _)? = step.choices.first?.label else { return }
        #expect(wording.calculation(variable, .english) == "Area (x? × y?)")
    }
}
