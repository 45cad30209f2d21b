@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing
import Wording
import Words

@Suite struct EarlierDecisionTests {
    private func text(_ parts: String) -> String {
        """
        kind: questionnaire
        title: T
        questions:
          bought: {ask: When was it bought?, number: {from: 0, to: 40, unit: months}}
          opened: {ask: Was it opened?}
          parts: {ask: Which parts are left?, any-of: {box: The box, cable: The cable}}
        outcomes:
          active: {title: Under warranty, tone: good}
          over: {title: The warranty is over, tone: bad}
          free: {title: It costs nothing, tone: good}
          paid: {title: You pay for it, tone: caution}
        \(parts)
        """
    }

    private func chained(_ rows: String, extra: String = "") -> String {
        text(
            """
            \(extra)
            decisions:
              support:
                title: Support
                rules:
                  - {if: {bought: at most 24}, then: active}
                  - {else: over}
              repair:
                title: Repair
                rules:
            \(rows.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
            """)
    }

    @Test func `a row that names an earlier decision holds where that leads to the outcome`() throws {
        let found = compiled(chained("- {if: {support: active, opened: no}, then: free}\n- {else: paid}"))
        #expect(lines(found.diagnostics).filter { !$0.contains("unused-question") } == [])
        let walk = Walk(try #require(found.value), today: since)
        func outcomes(_ months: Int, _ opened: Int?) -> [[Int]]? {
            var answers: [Int: Answer] = [0: .number(ExactNumber(units: months, decimals: 0))]
            if let opened { answers[1] = .option(opened) }
            guard case .result(let result) = walk.position(answers).state else { return nil }
            return result.outcomes
        }
        #expect(outcomes(24, 1) == [[0], [2]])
        #expect(outcomes(24, 0) == [[0], [3]])
        // Whether it was opened is not asked where the warranty is over.
        #expect(outcomes(25, nil) == [[1], [3]])
        #expect(outcomes(24, nil) == nil)
    }

    @Test func `a row in words names the decision and its outcome`() throws {
        let diagram = try #require(compiled(chained("- {if: {support: active, opened: no}, then: free}\n- {else: paid}")).value)
        let row = diagram.questionnaire.decisions[1].table.rows[0]
        let words = RuleWording(diagram.questionnaire, .english, isShort: true).row(row)
        #expect(words == "Support: Under warranty; Was it opened? No")
    }

    @Test(
        "what is proved of a row that names a decision",
        arguments: [
            (
                "- {if: {support: active}, then: free}",
                ["questionnaire/gap: no rule of repair covers these answers: When was it bought? over 24 months"]
            ),
            (
                "- {if: {support: active}, then: free}\n- {if: {bought: over 20}, then: paid}",
                [
                    "questionnaire/conflict: rows 1 and 2 lead to \"It costs nothing\" and \"You pay for it\" for these answers: When was it bought? 21 to 24 months | row 1 is on line 22"
                ]
            ),
            (
                "- {if: {support: active, bought: over 24}, then: free}\n- {else: paid}",
                ["questionnaire/dead-rule: row 1 can never decide: its answers cannot be given together"]
            ),
            ("- {if: {support: free}, then: free}\n- {else: paid}", ["questionnaire/unknown-name: support has no outcome \"free\""]),
        ])
    func proved(rows: String, expected: [String]) {
        let found = compiled(chained(rows)).diagnostics.filter {
            !["questionnaire/unused-question", "questionnaire/unused-option", "questionnaire/unreachable-outcome"].contains($0.rule.name)
        }
        let shown = lines(found).map { String($0.drop { $0 != " " }.dropFirst().prefix { $0 != "=" }.dropLast()) }
        #expect(shown == expected)
    }

    @Test func `a decision that adds every outcome is tested like tick-boxes`() throws {
        let many = """
            decisions:
              first:
                match: many
                rules:
                  - {if: {opened: no}, then: active}
                  - {if: {parts: {has: box}}, then: free}
                  - {else: over}
              second:
                rules:
                  - {if: {first: {has-all: [active, free]}}, then: free}
                  - {if: {first: {has: over}}, then: over}
                  - {else: paid}
            """
        let found = compiled(text(many))
        let walk = Walk(try #require(found.value, "\(lines(found.diagnostics))"), today: since)
        func outcomes(_ opened: Int, _ parts: [Int]) -> [[Int]]? {
            guard case .result(let result) = walk.position([1: .option(opened), 2: .ticked(parts)]).state else { return nil }
            return result.outcomes
        }
        #expect(outcomes(1, [0]) == [[0, 2], [2]])
        #expect(outcomes(1, []) == [[0], [3]])
        #expect(outcomes(0, [1]) == [[1], [1]])
        let plain = compiled(text(many.replacing("{has: over}", with: "over"))).diagnostics
        #expect(plain.contains { $0.message == "first takes several outcomes, so a plain value is ambiguous" })
    }

    @Test func `facts, questions, paragraphs and what is refused may name a decision`() throws {
        let whole = """
            kind: questionnaire
            title: T
            questions:
              bought: {ask: When was it bought?, number: {from: 0, to: 40}}
              opened: {ask: Was it opened?, ask-if: {support: active}}
              sent:
                ask: Was it sent?
                must: [{if: {support: over}, that: {sent: no}, else: Keep it}]
            facts:
              easy: {rules: [{if: {support: active, opened: no}, then: yes}, {else: no}]}
            outcomes:
              active: {title: Active}
              over: {title: Over}
              free: {title: Free, paragraphs: [{if: {support: active}, text: It is under warranty.}]}
              paid: {title: Paid}
            decisions:
              support: {rules: [{if: {bought: at most 24}, then: active}, {else: over}]}
              repair: {rules: [{if: {easy: yes}, then: free}, {if: {easy: no, sent: yes}, then: paid}, {else: free}]}
            """
        let found = compiled(whole)
        #expect(lines(found.diagnostics) == [])
        let walk = Walk(try #require(found.value), today: since)
        let old: [Int: Answer] = [0: .number(ExactNumber(units: 30, decimals: 0))]
        guard case .question(2, _) = walk.position(old).state else {
            Issue.record("whether it was opened is asked though the warranty is over")
            return
        }
        guard case .refused(2, _) = walk.position(old.merging([2: .option(0)]) { $1 }).state else {
            Issue.record("an answer is accepted that the row refuses")
            return
        }
        guard case .result(let result) = walk.position(old.merging([2: .option(1)]) { $1 }).state else {
            Issue.record("no result")
            return
        }
        #expect(result.outcomes == [[1], [2]] && result.paragraphs.isEmpty)
        let new: [Int: Answer] = [0: .number(ExactNumber(units: 3, decimals: 0)), 1: .option(1), 2: .option(1)]
        guard case .result(let shown) = walk.position(new).state else {
            Issue.record("no result")
            return
        }
        #expect(shown.outcomes == [[0], [2]] && shown.paragraphs == [0])
    }

    @Test(
        "decisions are read in written order",
        arguments: [
            (
                "  one: {rules: [{if: {two: active}, then: over}, {else: active}]}\n  two: {rules: [{if: {opened: yes}, then: active}, {else: over}]}",
                "the decision one depends on the later decision two",
                "write two before one: decisions are read in written order"
            ),
            (
                "  one: {rules: [{if: {one: active}, then: over}, {else: active}]}\n  two: {rules: [{if: {opened: yes}, then: active}, {else: over}]}",
                "the decision one depends on itself", "name earlier decisions only, or what its rows look at"
            ),
            (
                "  one: {rules: [{if: {late: yes}, then: over}, {else: active}]}\n  two: {rules: [{if: {opened: yes}, then: active}, {else: over}]}",
                "the decision one depends on the fact late, which depends on a later decision, two",
                "write two before one: decisions are read in written order"
            ),
            (
                "  two: {rules: [{if: {late: yes}, then: active}, {else: over}]}\n  three: {rules: [{if: {opened: yes}, then: active}, {else: over}]}",
                "the decision two depends on the fact late, which depends on two",
                "name earlier decisions only, or what its rows look at"
            ),
        ])
    func order(decisions: String, message: String, help: String) {
        let found = compiled(
            text("facts:\n  late: {rules: [{if: {two: active}, then: yes}, {else: no}]}\ndecisions:\n\(decisions)"))
        let cycle = found.diagnostics.first { $0.rule == "questionnaire/cycle" }
        #expect(cycle?.message == message)
        #expect(cycle?.help == help)
        #expect(cycle?.range.map { $0.start.line > 13 } == true)
    }

    @Test func `a question that is asked by a decision which looks at its answer waits for itself`() {
        let found = compiled(
            """
            kind: questionnaire
            title: T
            questions:
              opened: {ask: Was it opened?}
              sent: {ask: Was it sent?, ask-if: {one: active}}
            outcomes: {active: {title: A}, over: {title: B}}
            decisions:
              one: {rules: [{if: {opened: yes, sent: yes}, then: active}, {else: over}]}
              two: {rules: [{if: {opened: yes}, then: active}, {else: over}]}
            """)
        #expect(found.diagnostics.contains { $0.rule == "questionnaire/cycle" }, "\(lines(found.diagnostics))")
    }

    @Test(
        "where a decision cannot be named",
        arguments: [
            (
                "facts:\n  f: {rules: [{if: {opened: yes}, then: {same-as: one}}, {else: no}]}",
                "a fact takes over one of several options, and one is something else"
            ),
            (
                "amounts:\n  a: {value: one * 2}",
                "one is a decision, and cannot be calculated with"
            ),
        ])
    func elsewhere(part: String, message: String) {
        let decisions = "decisions:\n  one: {rules: [{if: {opened: yes}, then: active}, {else: over}]}"
        let found = compiled(text(part + "\n" + decisions)).diagnostics
        #expect(found.contains { $0.message == message }, "\(lines(found))")
    }

    @Test func `a text does not show a decision`() {
        let decisions = "decisions:\n  one: {rules: [{if: {opened: yes}, then: active}, {else: over}]}"
        let shown = text(decisions).replacing("title: You pay for it,", with: "title: You pay for it, text: \"{{ one }}\",")
        #expect(compiled(shown).diagnostics.contains { $0.message == "a text shows answers, facts and amounts, and one is a decision" })
    }

    @Test func `a questionnaire with one table names no decision`() {
        let found = compiled(text("rules:\n  - {if: {result: active}, then: over}\n  - {else: active}")).diagnostics
        #expect(found.contains { $0.message == "there is no question or fact \"result\"" })
    }

    @Test("a change that a case notices row by row leads elsewhere", arguments: 0..<(longRun ? 100 : 3))
    func notices(batch: Int) throws {
        for seed in 0..<30 {
            var generator = Generator(seed: UInt64(400_000 + batch * 1000 + seed), isPlain: true, focus: .decisions)
            let text = generator.text()
            guard let questionnaire = read(text).value, let diagram = compile(questionnaire, since: since).value else { continue }
            let walk = Walk(diagram, today: since)
            let reference = Reference(questionnaire: questionnaire, today: since)
            let positions = reference.combinations().prefix(40).map { answers in
                walk.position(Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($0, $1) }))
            }
            for mutant in PolicyMutants(questionnaire).all.prefix(60) {
                let changed = mutant.applied(to: questionnaire)
                for position in positions {
                    guard var reading = CaseReading(position, questionnaire, today: since), reading.notices(mutant, changed),
                        let other = compile(changed, since: since).value
                    else { continue }
                    let end = Walk(other, today: since).position(position.answers)
                    try #require(!position.endsLike(end), "\(text)\n\(mutant)\n\(position.answers)\n\(end.state)")
                    break
                }
            }
        }
    }
}
