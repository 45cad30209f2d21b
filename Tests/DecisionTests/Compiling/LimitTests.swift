@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

@Suite struct LimitTests {
    /// Pairs that stand far apart: every half of an answer has to be remembered.
    @Test func `an order that explodes is stopped and a better one named`() {
        let pairs = 7
        var text = "kind: questionnaire\ntitle: T\nquestions:\n"
        for side in ["a", "b"] {
            for pair in 0..<pairs { text += "  \(side)\(pair): {ask: Question?, one-of: {x: X, y: Y, z: Z}}\n" }
        }
        text += "outcomes: {yes-o: {title: Y}, no-o: {title: N}}\nmatch: first\nrules:\n"
        for pair in 0..<pairs {
            for option in ["x", "y", "z"] {
                text += "  - {if: {a\(pair): \(option), b\(pair): \(option)}, then: yes-o}\n"
            }
        }
        text += "  - {else: no-o}\n"
        var limits = CompileLimits()
        limits.functionNodes = 3000
        let found = compiled(text, limits: limits)
        #expect(found.value == nil)
        #expect(found.diagnostics.map(\.rule.name) == ["questionnaire/too-large"])
        #expect(found.diagnostics.first?.notes.first?.hasPrefix("most of it comes from") == true)
    }

    /// Where the results alone take too many states it is seen before all rows are known; a little room more, and it is not.
    @Test func `the first row of many is given up where its results are too many`() {
        let text =
            "kind: questionnaire\ntitle: T\nquestions:\n"
            + (0..<6).map { "  q\($0): {ask: Q?, number: {from: 0, to: 9}}\n" }.joined()
            + "outcomes: {x: {title: X}, y: {title: Y}, z: {title: Z}}\nmatch: first\nrules:\n"
            + (0..<18).map { row in
                let tests = (0..<3).map { "q\((row * 5 + $0 * 2) % 6): over \((row * 7 + $0 * 3) % 8)" }
                return
                    "  - {if: {\(Set(tests.map { $0.prefix(2) }).count == 3 ? tests.joined(separator: ", ") : tests[0])}, then: \(["x", "y", "z"][row % 3])}\n"
            }.joined() + "  - {else: z}\n"
        let states = compiled(text).value?.stateCount ?? 0
        #expect(states > 20)
        for (limit, fits) in [(states / 4, false), (states * 2, true)] {
            var limits = CompileLimits()
            limits.states = limit
            let found = compiled(text, limits: limits)
            #expect((found.value != nil) == fits)
            #expect(found.diagnostics.contains { $0.rule == "questionnaire/too-large" } != fits)
        }
    }

    @Test func `as many questions as are allowed do not exhaust the stack`() {
        let ids = (0..<1000).map { "q\($0)" }
        let text =
            "kind: questionnaire\ntitle: T\nquestions:\n" + ids.map { "  \($0): {ask: Q?}\n" }.joined()
            + "outcomes: {x: {title: X}, y: {title: Y}}\nrules:\n  - {if: {\(ids.map { "\($0): yes" }.joined(separator: ", "))}, then: x}\n  - {else: y}\n"
        let found = compiled(text)
        #expect(lines(found.diagnostics) == [])
        #expect(found.value?.stateCount == 1000)
    }

    @Test func `one question more is refused`() {
        let ids = (0..<1001).map { "q\($0)" }
        let text =
            "kind: questionnaire\ntitle: T\nquestions:\n" + ids.map { "  \($0): {ask: Q?}\n" }.joined()
            + "outcomes: {x: {title: X}}\nrules:\n  - {else: x}\n"
        #expect(compiled(text).diagnostics.map(\.rule.name) == ["questionnaire/too-large"])
    }
}
