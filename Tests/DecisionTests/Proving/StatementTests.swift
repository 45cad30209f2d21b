@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

@Suite struct StatementTests {
    private func text(_ statements: String, tables: String? = nil) -> String {
        """
        kind: questionnaire
        title: T
        questions:
          plan: {ask: Which plan?, one-of: {basic: Basic, full: Full}}
          leave: {ask: Is leave left?, ask-if: {plan: full}}
          days: {ask: How many days?, number: {from: 0, to: 30}}
        facts:
          long: {rules: [{if: {days: over 20}, then: yes}, {else: no}]}
        outcomes: {none: {title: No notice}, short: {title: Short notice}, thirty: {title: Thirty days}}
        \(tables ?? """
            decisions:
              notice: {title: Notice, rules: [{if: {leave: yes, days: over 9}, then: thirty}, {else: none}]}
              grants: {match: many, rules: [{if: {plan: full}, then: short}, {if: {long: yes}, then: thirty}, {else: none}]}
            """)
        statements:
          \(statements)
        """
    }

    @Test(
        "a statement is proved, refuted with the smallest example, or says nothing",
        arguments: [
            ("- {never: {plan: basic, notice: thirty}}", []),
            ("- {if: {plan: basic}, always: {notice: none}}", []),
            ("- {always: {grants: {has-any: [none, short, thirty]}}}", []),
            ("- {never: {grants: {has-all: [none, short]}}}", []),
            ("- {if: {days: at most 20, plan: basic}, always: {grants: {only: none}}}", []),
            // What is not asked for is not spoken of.
            ("- {always: {leave: yes, notice: thirty}, if: {leave: yes, days: over 9}}", []),
            ("- {if: {leave: not asked}, always: {notice: not thirty}}", []),
            ("- {if: {long: yes}, always: {days: from 21 to 30}}", []),
            (
                "- {never: {leave: yes, notice: thirty}}",
                [
                    "questionnaire/statement: this statement does not hold for these answers: Which plan? Full; Is leave left? Yes; How many days? over 9 | notice is then \"Thirty days\""
                ]
            ),
            (
                "- {if: {plan: full}, always: {grants: {lacks: thirty}}, because: So}",
                ["questionnaire/statement: this statement does not hold for these answers: Which plan? Full; How many days? over 20"]
            ),
            (
                "- {never: {long: yes, days: under 30}}",
                ["questionnaire/statement: this statement does not hold for these answers: How many days? 21 to 29 | long is then \"Yes\""]
            ),
            (
                "- {never: {plan: basic, leave: yes}}",
                ["questionnaire/dead-rule: this statement guarantees nothing: this entry alone is never true"]
            ),
            (
                "- {if: {notice: thirty, days: under 5}, always: {plan: full}}",
                ["questionnaire/dead-rule: this statement guarantees nothing: its `if` is never true"]
            ),
            (
                "- {if: {days: under 5}, never: {plan: full, notice: thirty}}",
                ["questionnaire/dead-rule: this statement guarantees nothing: this entry alone is never true"]
            ),
            ("- {if: {days: under 5}, never: {notice: thirty}}", []),
            (
                "- {never: {notice: short}}",
                ["questionnaire/unknown-name: notice has no outcome \"short\" = did you mean thirty?"]
            ),
            (
                "- {never: {notise: none}}",
                ["questionnaire/unknown-name: there is no question, fact or decision \"notise\" = did you mean notice?"]
            ),
            ("- {never: {grants: none}}", []),
            (
                "- {never: {grants: short}}",
                [
                    "questionnaire/type: grants takes several outcomes, so a plain value is ambiguous = write `grants: {has: short}`, or use has-all, lacks, only or none"
                ]
            ),
            ("- {because: So}", ["questionnaire/type: this statement says nothing = add `never:` or `always:` with a condition"]),
            (
                "- {never: {plan: full}, always: {plan: basic}}",
                [
                    "questionnaire/type: `never` and `always` cannot be used together = write two statements, one with `never` and one with `always`"
                ]
            ),
        ])
    func statements(statement: String, expected: [String]) {
        let found = compiled(text(statement)).diagnostics.filter { $0.range.map { $0.start.line >= 13 } ?? true }
        let shown = lines(found).map { line in
            let text = line.drop { $0 != " " }.dropFirst()
            return String(text.contains("/unknown-name") || text.contains("/type") ? text[...] : text.prefix { $0 != "=" }.dropLast())
        }
        #expect(shown == expected, Comment(rawValue: statement))
    }

    @Test func `one table is named result, and two meanings of a name are an error`() {
        let rules = "rules: [{if: {days: over 9}, then: thirty}, {else: none}]"
        #expect(!compiled(text("- {if: {days: 3}, always: {result: none}}", tables: rules)).diagnostics.hasErrors)
        let both = "decisions: {long: {rules: [{if: {days: over 9}, then: thirty}, {else: none}]}}"
        let found = compiled(text("- {never: {long: yes}}", tables: both)).diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.message) == ["\"long\" is the name of a decision and of something else"])
    }

    @Test func `what statements compare changes nothing else`() throws {
        let statement = "- {if: {days: over 17}, always: {long: [yes, no]}}"
        let with = try #require(compiled(text(statement)).value)
        let without = try #require(compiled(text(statement).replacing("statements:\n  \(statement)", with: "")).value)
        #expect(with.version == without.version)
    }
}

/// Statements about questionnaires made at random, against trying every answer.
@Suite struct StatementReferenceTests {
    @Test("what is proved of statements agrees with trying every answer", arguments: 0..<(longRun ? 100 : 4))
    func statements(batch: Int) throws {
        for seed in 0..<60 {
            var generator = Generator(seed: UInt64(300_000 + batch * 1000 + seed), isPlain: seed % 2 == 0)
            let text = generator.text()
            let plain = try #require(read(text).value, Comment(rawValue: text))
            guard !compile(plain, since: since).diagnostics.hasErrors else { continue }
            for _ in 0..<3 {
                let whole = text + "statements:\n  - \(generator.statement(plain))\n"
                let read = read(whole)
                let questionnaire = try #require(read.value, "\(lines(read.diagnostics))\n\(whole)")
                let found = compile(questionnaire, since: since).diagnostics
                let refuted = found.filter { $0.rule == "questionnaire/statement" }
                let isBroken = isBroken(questionnaire)
                // Comparisons of two answers are taken as independent of one another: such examples say that they may be impossible.
                let isDoubtful = refuted.contains { $0.notes.contains { $0.hasPrefix("it may be impossible") } }
                try #require(isBroken != refuted.isEmpty || isDoubtful, "\(lines(found))\n\(whole)")
            }
        }
    }

    /// Whether some reader's answers break the statement, on any of a week's days.
    private func isBroken(_ questionnaire: Questionnaire) -> Bool {
        guard let statement = questionnaire.statements.first else { return false }
        for day in (0...6).map({ day(since.number + $0) }) {
            let reference = Reference(questionnaire: questionnaire, today: day)
            for answers in reference.combinations() {
                let asked = reference.asked(answers)
                guard reference.isAccepted(asked, answers) else { continue }
                if breaks(statement, reference, asked, answers) { return true }
            }
        }
        return false
    }

    private func breaks(
        _ statement: Statement, _ reference: Reference, _ asked: [Reference.Asked], _ answers: Reference.Everything
    ) -> Bool {
        // Whether everything that the statement names is asked and has a value; what it asks about being asked aside.
        var named: Set<Int> = []
        var aboutAsking: Set<Int> = []
        var hasValues = true
        for condition in [statement.condition, statement.said].compactMap(\.self) {
            condition.forEachTest { test in
                if case .question(let number) = test.subject {
                    if "\(test.cell)".contains("sked") { aboutAsking.insert(number) }
                    named.insert(number)
                }
                if case .fact(let number) = test.subject {
                    if case .value = reference.value(number, asked, answers) {} else { hasValues = false }
                }
            }
        }
        for condition in [statement.condition, statement.said].compactMap(\.self) {
            condition.forEachTest { test in
                if case .question(let number) = test.subject, aboutAsking.contains(number) { return }
                test.cell.forEachComparison { if case .question(let other, _) = $1, asked[other] != .yes { hasValues = false } }
            }
        }
        let isSpokenOf = hasValues && named.subtracting(aboutAsking).allSatisfy { asked[$0] == .yes }
        guard isSpokenOf, statement.condition.map({ reference.truth($0, asked, answers) == .yes }) ?? true else { return false }
        return reference.truth(statement.said, asked, answers) == (statement.claim == .never ? .yes : .no)
    }
}
