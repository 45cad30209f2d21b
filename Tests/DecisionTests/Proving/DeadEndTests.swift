@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// What `must` and `impossible` leave nobody an answer to.
@Suite struct DeadEndTests {
    private static func text(_ questions: String, impossible: String? = nil, rules: String? = nil) -> String {
        let lines = questions.split(separator: "\n").map { "  \($0)\n" }.joined()
        let excluded = impossible.map { "impossible: [{if: \($0), because: R}]\n" } ?? ""
        let table = rules ?? "  - {if: {c: yes}, then: x}\n  - {if: {c: no}, then: y}\n"
        return
            "kind: questionnaire\ntitle: T\nquestions:\n\(lines)  c: {ask: C?}\n\(excluded)outcomes: {x: {title: X}, y: {title: Y}}\nrules:\n\(table)"
    }

    private func messages(_ text: String) -> [String] {
        compiled(text).diagnostics.filter { $0.rule == "questionnaire/dead-end" }.map(\.message)
    }

    /// Which row leaves no answer to its own question, and after which answers.
    @Test(
        "rows of `must` that nobody can meet",
        arguments: [
            "a: {ask: A?}\nn: {ask: N?, number: {from: 1, to: 10}, must: [{if: {a: yes}, that: {all: [{n: over 5}, {n: under 5}]}, else: E}]}",
            "a: {ask: A?}\nn: {ask: N?, number: {from: 1, to: 10}, ask-if: {a: yes}, must: [{that: {all: [{n: over 5}, {n: under 5}]}, else: E}]}",
            "a: {ask: A?}\nn: {ask: N?, must: [{if: {a: yes}, that: {n: not asked}, else: E}]}",
            "a: {ask: A?}\nn: {ask: N?, one-of: {u: U, v: V}, must: [{if: {a: yes}, that: {n: [u]}, else: E}, {if: {a: yes, n: u}, that: {n: v}, else: E}]}",
            "a: {ask: A?}\nn: {ask: N?, any-of: {u: U, v: V}, must: [{if: {a: yes}, that: {n: {has: u, only: [v]}}, else: E}]}",
        ])
    func unmeetable(questions: String) {
        #expect(messages(Self.text(questions)) == ["no answer to n is accepted after these answers: A? Yes"])
    }

    @Test(
        "rows of `must` that some answer meets, and rows that refuse a combination",
        arguments: [
            "a: {ask: A?}\nn: {ask: N?, one-of: {none: N, u: U}, must: [{if: {a: yes}, that: {n: not none}, else: E}]}",
            "n: {ask: N?, number: {from: 0, to: 120}, must: [{that: {n: at least 18}, else: E}]}",
            "m: {ask: M?, number: {from: 0, to: 4}}\nn: {ask: N?, number: {from: 0, to: 4}, must: [{that: {n: over m}, else: E}]}",
            "a: {ask: A?}\nb: {ask: B?}\nn: {ask: N?, must: [{if: {a: yes, b: yes}, that: {n: yes}, else: E}]}",
            "a: {ask: A?, must: [{that: {a: no}, else: E}]}\nn: {ask: N?, number: {from: 1, to: 9}, must: [{if: {a: yes}, that: {all: [{n: over 5}, {n: under 5}]}, else: E}]}",
        ])
    func meetable(questions: String) { #expect(messages(Self.text(questions)) == []) }

    @Test func `what is impossible leaves no answer either`() {
        let questions = "a: {ask: A?}\nn: {ask: N?, must: [{if: {a: yes}, that: {n: yes}, else: E}]}"
        #expect(
            messages(Self.text(questions, impossible: "{a: yes, n: yes}"))
                == ["no answer to n is accepted after these answers: A? Yes"])
    }

    /// An answer that is given only after another does not count where that leads elsewhere.
    @Test func `an answer that is not asked is in nobody's way`() {
        let questions =
            "d: {ask: D?, number: {from: 0, to: 9}, ask-if: {n: yes}}\nn: {ask: N?, must: [{that: {n: yes}, else: E}]}"
        #expect(messages(Self.text(questions, impossible: "{d: under 5}")) == [])
    }

    @Test(
        "days on which nobody gets a result",
        arguments: [
            (
                "{from: 2026-11-19, to: 2026-11-24}",
                ["on 2026-11-24 nobody gets a result: `must` or `impossible` leaves no answers on that day"]
            ),
            ("{from: 2026-11-19, to: today + 5 days}", []),
        ])
    func days(range: String, expected: [String]) {
        let questions = "d: {ask: D?, date: \(range), ask-if: {n: yes}}\nn: {ask: N?, must: [{that: {n: not no}, else: E}]}"
        #expect(messages(Self.text(questions, impossible: "{d: before today + 1 day}")) == expected)
    }

    /// A range that ends refuses nobody; its question cannot be answered any more.
    @Test func `a range that ends is no refusal`() {
        #expect(messages(Self.text("d: {ask: D?, date: {from: today, to: 2026-12-24}}")) == [])
    }

    /// Of two answers that cannot be given together the first need not be asked.
    @Test func `an answer that nothing can go with is refused where it is given`() throws {
        let questions = "m: {ask: M?, number: {from: 0, to: 4}}\nn: {ask: N?, number: {from: 0, to: 4}}"
        let rules = "  - {if: {n: at least 3}, then: x}\n  - {else: y}\n"
        let diagram = try #require(compiled(Self.text(questions, impossible: "{n: at most m}", rules: rules)).value)
        for value in 0...4 {
            let number = try #require(ExactNumber(decimal(value, decimals: 0)))
            let state = Walk(diagram, today: since).position([1: .number(number)]).state
            if case .refused(let question, _) = state {
                #expect(question == 1 && value == 0)
            } else {
                #expect(value > 0)
            }
        }
    }

    @Test func `what a condition names is not to be used in one`() {
        let questions = "n: {ask: N?}\nm: {ask: M?}"
        let found = compiled(Self.text(questions, impossible: "{n: yes}")).diagnostics
            .filter { $0.rule == "questionnaire/unused-question" }.map(\.help)
        #expect(
            found == [
                "no condition that names it makes a difference: correct those, show it in a text, or delete it",
                "use it in a condition or a text, or delete it",
            ])
    }

    @Test func `a question that names itself is told so, also where others wait for it`() {
        let found = compiled(
            Self.text(
                "a: {ask: A?, ask-if: {a: yes, b: yes}}\nb: {ask: B?, ask-if: {a: yes, b: yes}}")
        ).diagnostics
        #expect(found.map(\.message) == ["the `ask-if` of a waits for its own answer"])
    }
}
