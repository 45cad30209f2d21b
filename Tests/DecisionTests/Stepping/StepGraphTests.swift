import Diagnostics
import Testing
@testable import Decision

/// Pages without script refuse what the form refuses.
@Suite struct StepGraphTests {
    private func ways(least: Int) throws -> [String] {
        let diagram = try #require(
            compiled(
                """
                kind: questionnaire
                title: Test
                questions:
                  has: {ask: Which do you have?, any-of: {x: X, y: Y}, at-least: \(least)}
                outcomes: {a: {title: A}, b: {title: B}}
                match: many
                rules:
                  - {if: {has: {has: x}}, then: a}
                  - {if: {has: {has: y}}, then: b}
                """
            ).value)
        return try #require(StepGraph(diagram, limit: 20)).pages.enumerated().flatMap { number, page -> [String] in
            guard case .question(let step) = page else { return [] }
            return step.choices.map { "\(number) \($0.label == .yes ? "yes" : "no") \($0.page)" }
        }
    }

    @Test func `boxes that have to be ticked are not all left empty`() throws {
        let one = try ways(least: 1)
        #expect(one == ["0 yes 1", "0 no 2", "1 yes 3", "1 no 4", "2 yes 5"])
    }
}
