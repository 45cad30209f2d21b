import Diagnostics
import Testing

@testable import Decision

/// What pages without script know of the answers so far.
@Suite struct StepTrailsTests {
    /// Ways meet after `b` and `c`, and at the outcomes.
    private static let policy = """
        kind: questionnaire
        title: Test
        questions:
          first: {ask: First?, one-of: {a: A, b: B, c: C}}
          second: {ask: Second?}
          third: {ask: Third?, any-of: {x: X, y: Y}}
          fourth: {ask: Fourth?, number: {from: 0, to: 9}}
        outcomes: {one: {title: One}, two: {title: Two}, three: {title: Three}, four: {title: Four}}
        rules:
          - {if: {first: a}, then: one}
          - {if: {first: not a, second: yes, third: {has: x}}, then: two}
          - {if: {first: b, second: no, fourth: under 5}, then: three}
          - {else: four}
        """

    @Test func `every page knows what all ways to it have in common`() throws {
        let diagram = try #require(compiled(Self.policy).value)
        let graph = try #require(StepGraph(diagram, limit: 50))
        let trails = StepTrails(graph).trails
        var ways = [[Way]](repeating: [], count: graph.pages.count)
        collect(0, Way(), graph, &ways)
        for (number, trail) in trails.enumerated() {
            let all = ways[number]
            let answers = all.dropFirst().reduce(Set(try #require(all.first).answers)) { $0.intersection($1.answers) }
            #expect(Set(trail.answers) == answers && trail.answers.count == answers.count, "page \(number)")
            #expect(trail.isWhole == all.allSatisfy { $0.answers.count == answers.count }, "page \(number)")
            let pages = all.dropFirst().reduce(Set(try #require(all.first).pages)) { $0.intersection($1.pages) }
            #expect(trail.before == all.first?.pages.last(where: pages.contains), "page \(number)")
            #expect(trail.isDirect == (Set(all.map(\.pages.last)).count == 1), "page \(number)")
        }
        #expect(trails.contains { !$0.isWhole } && trails.contains { $0.isWhole && $0.answers.count > 1 })
        #expect(trails.contains { !$0.isDirect } && trails.first?.before == nil)
    }

    private struct Way {
        var answers: [StepTrails.Given] = []
        var pages: [Int] = []
    }

    private func collect(_ page: Int, _ way: Way, _ graph: StepGraph, _ ways: inout [[Way]]) {
        ways[page].append(way)
        guard case .question(let step) = graph.pages[page] else { return }
        for choice in step.choices {
            var next = way
            next.answers.append(StepTrails.Given(question: step.question, option: step.option, label: choice.label))
            next.pages.append(page)
            collect(choice.page, next, graph, &ways)
        }
    }
}
