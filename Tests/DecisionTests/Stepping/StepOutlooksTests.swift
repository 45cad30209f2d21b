import Diagnostics
import Testing

@testable import Decision

/// What pages without script say is certain and still open.
@Suite struct StepOutlooksTests {
    @Test func `a page says what all and some of the results have to which it leads`() throws {
        let texts = [
            """
            kind: questionnaire
            title: Test
            questions:
              first: {ask: First?, one-of: {a: A, b: B, c: C}}
              second: {ask: Second?}
              third: {ask: Third?, any-of: {x: X, y: Y}}
            outcomes: {one: {title: One}, two: {title: Two}, three: {title: Three}, none: {title: None}}
            match: many
            rules:
              - {if: {first: a}, then: one}
              - {if: {first: [a, b], second: yes}, then: two}
              - {if: {first: not c, third: {has: x}}, then: three}
              - {else: none}
            """,
            """
            kind: questionnaire
            title: Test
            questions:
              first: {ask: First?, one-of: {a: A, b: B, c: C}}
              second: {ask: Second?}
            outcomes: {one: {title: One}, two: {title: Two}, three: {title: Three}}
            decisions:
              left: {title: Left, rules: [{if: {first: a}, then: one}, {else: two}]}
              right: {title: Right, rules: [{if: {second: yes}, then: two}, {else: three}]}
            """,
        ]
        for text in texts {
            let diagram = try #require(compiled(text).value)
            let graph = try #require(StepGraph(diagram, limit: 50))
            let outlooks = StepOutlooks(graph).pages
            for page in graph.pages.indices {
                let results = results(page, graph)
                for (decision, outlook) in outlooks[page].enumerated() {
                    let sets = results.map { Set($0[decision]) }
                    #expect(outlook.possible == sets.reduce([]) { $0.union($1) }, "page \(page)")
                    #expect(outlook.certain == sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }, "page \(page)")
                }
            }
            #expect(outlooks.joined().contains { !$0.certain.isEmpty && $0.certain != $0.possible || $0.possible.count == 1 })
        }
    }

    private func results(_ page: Int, _ graph: StepGraph) -> [[[Int]]] {
        switch graph.pages[page] {
        case .result(let outcomes, _, _): [outcomes]
        case .question(let step): step.choices.flatMap { results($0.page, graph) }
        }
    }
}
