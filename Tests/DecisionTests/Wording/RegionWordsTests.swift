import Content
import Diagnostics
import Forms
import Testing
import Words
@testable import Decision
@testable import Wording

/// A sentence names each question once, however many tests of a diagram or groups of rows are about it.
@Suite struct RegionWordsTests {
    @Test(arguments: [
        ("{keys: {has: [p, q], lacks: r}}", "Keys? both House and Car, and without Bike"),
        ("{keys: {has: p, lacks: [q, r]}}", "Keys? including House, and neither Car nor Bike"), ("{keys: none}", "Keys? none of them"),
        ("{age: from 2 to 5, keys: {has: p}}", "Age: 2 to 5; Keys? including House"), ("{age: [1, 7]}", "Age: 1, or 7"),
        ("{low: over 3, high: over low}", "Low? 4 to 8; High? over “Low?”"),
        ("{high: [1, over 7, low]}", nil),
    ]) func `who gets an outcome`(condition: String, expected: String?) throws {
        let diagram = try #require(
            compiled(
                """
                kind: questionnaire
                title: Test
                questions:
                  age: {ask: Age, number: {from: 0, to: 9}}
                  keys: {ask: "Keys?", any-of: {p: House, q: Car, r: Bike}}
                  low: {ask: "Low?", number: {from: 0, to: 9}}
                  high: {ask: "High?", number: {from: 0, to: 9}}
                outcomes: {a: {title: A}, b: {title: B}}
                rules:
                  - {if: \(condition), then: a}
                  - {else: b}
                """
            ).value)
        let texts = try #require(diagram.regions(of: 0, in: 0)).map { Phrasebook.english.text(DiagramWording(diagram).region($0)) }
        if let expected { #expect(texts == [expected]) }
        expectNamedOnce(diagram, isRow: true)
    }

    @Test func `what a group and its rows demand is said together`() throws {
        let questionnaire = try #require(
            read(
                """
                kind: questionnaire
                title: Test
                questions:
                  colour: {ask: "Colour?", one-of: {red: Red, blue: Blue, grey: Grey}}
                  keys: {ask: "Keys?", any-of: {p: House, q: Car}}
                outcomes: {a: {title: A}, b: {title: B}}
                rules:
                  - if: {colour: [red, blue], keys: {has: p}}
                    rules:
                      - {if: {keys: {lacks: q}, colour: [blue, grey]}, then: a}
                      - {else: b}
                  - {else: b}
                """
            ).value)
        let row = RuleWording(questionnaire, .english).row(questionnaire.decisions[0].table.rows[0])
        #expect(row == "Colour? Blue; Keys? including House, and without Car")
    }

    @Test(arguments: Generator.Focus.allCases) func `regions of generated questionnaires name each question once`(focus: Generator.Focus) {
        var count = 0
        for seed in 1...UInt64(longRun ? 1000 : 40) {
            var generator = Generator(seed: 700_000 + seed, isPlain: false, focus: focus)
            guard let diagram = compiled(generator.text()).value else { continue }
            expectNamedOnce(diagram, isRow: false)
            count += 1
        }
        #expect(count > 0)
    }

    @Test func `the policies of this site name each question once`() async throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        let resolved = await load(LoadOptions(site: root, includesDrafts: false, today: since, jobs: 1)).value
        #expect(!resolved.library.questionnaires.isEmpty)
        for files in resolved.library.questionnaires {
            let read = readQuestionnaire(files.source, name: files.name, library: resolved) { name in
                resolved.library.spreadsheets[name]
                    ?? .failure(.init(diagnostic: Diagnostic("csv/unreadable", "there is no \(name)", at: nil)))
            }
            let questionnaire = try #require(read.value)
            expectNamedOnce(try #require(compile(questionnaire, since: since).value), isRow: true)
        }
    }

    /// - Parameter isRow: whether rows are looked at beside regions; conditions within `any` may name a question again.
    private func expectNamedOnce(_ diagram: DecisionDiagram, isRow: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
        let questionnaire = diagram.questionnaire
        let (wording, rules) = (DiagramWording(diagram), RuleWording(questionnaire, .english))
        var texts: [String] = []
        for number in questionnaire.decisions.indices {
            for outcome in questionnaire.outcomes.indices {
                texts += (diagram.regions(of: outcome, in: number) ?? []).map { Phrasebook.english.text(wording.region($0)) }
            }
        }
        let cover = ElseRegions(questionnaire, since: since)
        for (name, table) in questionnaire.tables {
            for row in table.rows.indices {
                texts += cover?.lines(ofRow: row, in: name, limit: 60, .english)?.lines ?? []
                if isRow { texts.append(rules.row(table.rows[row])) }
            }
        }
        for text in texts {
            for question in questionnaire.questions.map(\.asking) {
                let count = "; \(text)".ranges(of: "; \(question) ").count
                #expect(count <= 1, "\(question) in \(text)", sourceLocation: sourceLocation)
            }
        }
    }
}
