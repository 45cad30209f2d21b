import Diagnostics
import Testing
import Words
@testable import Wording
@testable import Decision

/// What an `else` takes in few words, and which rows can decide with an answer.
@Suite struct RegionCoverTests {
    /// A compiled questionnaire for each seed that makes one.
    private static func generated(_ focus: Generator.Focus, from start: UInt64) -> [DecisionDiagram] {
        (1...UInt64(longRun ? 1000 : 40)).compactMap { seed in
            var generator = Generator(seed: start + seed, isPlain: false, focus: focus)
            return compiled(generator.text()).value
        }
    }

    @Test(arguments: Generator.Focus.allCases) func `the regions of an else hold what it takes and nothing else`(focus: Generator.Focus) {
        var random = Random(seed: 31)
        for compiled in Self.generated(focus, from: 920_000) {
            guard let cover = ElseRegions(compiled.questionnaire, since: since) else { continue }
            for (name, table) in compiled.questionnaire.tables {
                for row in table.rows.indices {
                    guard let regions = cover.regions(ofRow: row, in: name), let root = cover.root(ofRow: row, in: name) else { continue }
                    for _ in 0..<50 {
                        let place = cover.diagram.variables.indices.map { _ in random.below(1_000) }
                        guard let isTaken = cover.diagram.isTaken(root, place) else { continue }
                        let isIn = regions.contains { region in
                            region.conditions.allSatisfy { $0.blocks.contains(place[$0.variable] % cover.diagram.blockCount($0.variable)) }
                        }
                        #expect(isIn == isTaken)
                    }
                }
            }
        }
    }

    @Test func `they are said without what other regions rule out`() throws {
        let questionnaire = try #require(
            read(
                """
                kind: questionnaire
                title: Test
                questions:
                  a: {ask: A, label: First}
                  b: {ask: B}
                  c: {ask: C, one-of: {x: X, y: "Y, so", z: Z}}
                outcomes: {x: {title: X}, y: {title: Y}}
                rules:
                  - {if: {a: yes, b: yes, c: x}, then: x}
                  - {else: y}
                """
            ).value)
        let cover = try #require(ElseRegions(questionnaire, since: since))
        let lines = cover.lines(ofRow: 1, in: .decision(0), limit: 9, .english)?.lines
        #expect(lines == ["C: “Y, so” or “Z”", "B: No", "First: No"])
    }

    @Test(arguments: Generator.Focus.allCases) func `a row that decides can decide with each of the answers given`(focus: Generator.Focus) {
        for diagram in Self.generated(focus, from: 930_000) {
            guard let deciding = RowsOfAnswer(diagram.questionnaire, since: since) else { continue }
            var sampler = WalkSampler(diagram, seed: 5)
            for answers in sampler.paths(upTo: 60) {
                let position = Walk(diagram, today: since).position(answers)
                guard case .result(let result) = position.state else { continue }
                for given in position.path {
                    let options: [Int] =
                        switch given.answer {
                        case .option(let option): [option]
                        case .ticked(let ticked): Array(ticked)
                        case .number, .day: []
                        }
                    for option in options {
                        let rows = deciding.rows(deciding: given.question, option)
                        #expect(rows.isSuperset(of: result.because))
                    }
                }
            }
        }
    }

    @Test func `a row that an answer excludes is not among its rows`() throws {
        let diagram = try #require(compiled(device, library: deviceLibrary).value)
        let deciding = try #require(RowsOfAnswer(diagram.questionnaire, since: since))
        let other = deciding.rows(deciding: 0, 2).map(\.row).sorted()
        #expect(other == [3, 4, 5, 6])
    }
}

extension DecisionDiagram {
    fileprivate func blockCount(_ variable: Int) -> Int { nodes.first { $0.variable == variable }?.children.count ?? 1 }

    /// Where numbers lead that stand for blocks; nil where nobody can answer so.
    fileprivate func isTaken(_ root: Target, _ place: [Int]) -> Bool? {
        var next = root
        while case .node(let number) = next {
            let node = nodes[number]
            next = node.children[place[node.variable] % node.children.count]
        }
        guard case .terminal(let terminal) = next else { return nil }
        return if case .rows = terminals[terminal] { true } else { false }
    }
}
