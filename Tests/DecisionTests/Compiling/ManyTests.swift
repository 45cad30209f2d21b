@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

@Suite struct ManyTests {
    /// 90 outcomes, each with a condition of its own over two groups of 20 tick-boxes: 2^40 ways to answer.
    @Test func `90 rows over two tick-box questions stay apart`() throws {
        let options = (0..<20).map { "t\($0): Tick \($0)" }.joined(separator: ", ")
        var random = Random(seed: 90)
        var text = """
            kind: questionnaire
            title: T
            questions:
              region: {ask: Where?, one-of: {a: A, b: B, c: C, d: D}}
              work: {ask: Work?}
              ages: {ask: Ages?, any-of: {\(options)}, ask-if: {work: yes}}
              gets: {ask: Gets?, any-of: {\(options)}}
            outcomes:
              nothing: {title: Nothing}

            """
        for row in 0..<90 { text += "  o\(row): {title: Outcome \(row)}\n" }
        text += "match: many\nrules:\n"
        for row in 0..<90 {
            let some = { (random: inout Random) in (0..<3).map { _ in "t\(random.below(20))" }.joined(separator: ", ") }
            text +=
                "  - {if: {region: [a, \(random.pick(["b", "c", "d"]))], ages: {has-any: [\(some(&random))]}, not: {gets: {has-any: [\(some(&random))]}}}, then: o\(row)}\n"
        }
        text += "  - {if: {work: no}, then: nothing}\n  - {else: nothing}\n"
        let clock = ContinuousClock()
        var checked = Checked<DecisionDiagram?>(nil)
        let time = clock.measure { checked = compiled(text) }
        let diagram = try #require(checked.value, Comment(rawValue: lines(checked.diagnostics).joined(separator: "\n")))
        // In a release build it takes a fraction of a second; the bound is for a debug build on a busy machine.
        #expect(time < .seconds(30))
        #expect(diagram.decisionRoots.count == 91)
        #expect(diagram.nodes.count < 3000)
    }
}
