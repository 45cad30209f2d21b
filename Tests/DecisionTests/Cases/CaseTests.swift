@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing
import Wording
import Words

@Suite struct CaseTests {
    private func run(_ text: String) throws -> (Checked<[CaseResult]>, DecisionDiagram) {
        let diagram = try #require(compiled(device, library: deviceLibrary).value)
        let file = readCases(SourceFile(path: "q.cases.yaml", text: text), of: diagram.questionnaire)
        let results = runCases([file.value], diagram, today: since)
        return (Checked(results.value, file.diagnostics + results.diagnostics), diagram)
    }

    @Test func `cases that hold`() throws {
        let (found, diagram) = try run(
            """
            - {name: Damaged, answers: {origin: other, damaged: yes}, outcome: certs}
            - {name: No proof, answers: {origin: other, damaged: no, model: s1, proofs: []}, outcome: licence}
            - {name: In time, today: 2026-11-21, answers: {origin: refresh, bought: 2026-11-01, proofs: [order]}, outcome: warranty}
            - {name: Later, today: 2027-11-21, answers: {origin: refresh, bought: 2026-11-01, proofs: [order]}, outcome: ready}
            - {name: First, answers: {}, asks: origin}
            - {name: Too early, answers: {origin: refresh, bought: 1980-01-01}, refused: bought}

            """)
        #expect(lines(found.diagnostics) == [])
        #expect(found.value.map(\.passed) == [true, true, true, true, true, true])
        let coverage = Coverage(found.value, diagram)
        #expect(coverage.outcomes.filter { !$0.isReached }.map(\.id) == ["inspect", "contact"])
        #expect(coverage.rows.filter { !$0.isReached }.map(\.id) == ["result-1", "result-6", "result-7"])
        // Both sellers always lead to the same, and so do all products of the list.
        let options = coverage.options.map { "\($0.id) \($0.alike) \($0.isReached)" }
        #expect(
            options == [
                "origin=authorised 1 true", "origin=other 0 true", "damaged=yes 0 true", "damaged=no 0 true",
                "model=s1 2 true", "model=other 0 false", "proofs=order 0 true", "proofs=receipt 0 false",
            ])
    }

    @Test func `a case that fails names the path and the row`() throws {
        let (found, _) = try run(
            "- {name: Wrong, answers: {origin: other, damaged: yes, proofs: []}, outcome: licence}\n")
        #expect(
            lines(found.diagnostics) == [
                "1:56 questionnaire/not-asked: proofs is never asked in this case = delete the answer, or correct the ones before it",
                "1:78 questionnaire/case-failed: the case \"Wrong\" expects licence but gets certs | the path: origin=other damaged=yes | row 4 decided, on line 62 of q.yaml = correct the rules, or the case if the policy has changed",
            ])
    }

    @Test func `faults of cases`() throws {
        let (found, _) = try run(
            "- {name: A, answers: {orgin: other}, outcome: licence}\n- {name: B, answers: {origin: othr}, outcome: certs}\n- {name: C, answers: {}}\n"
        )
        #expect(
            lines(found.diagnostics).map { String($0.split(separator: "=")[0].dropLast()) } == [
                "1:23 questionnaire/unknown-name: there is no question \"orgin\"",
                "2:31 questionnaire/unknown-name: origin has no answer \"othr\"",
                "3:10 yaml/missing-field: this case expects nothing",
            ])
    }

    @Test func `suggested cases reach everything, read back, and leave nothing missing`() async throws {
        let diagram = try #require(compiled(device, library: deviceLibrary).value)
        let suggested = await suggestCases(diagram, existing: [], today: since).cases
        #expect(suggested.count < 40)
        let text = CaseText(diagram.questionnaire, .english).text(suggested)
        let (found, _) = try run(text)
        #expect(lines(found.diagnostics) == [], Comment(rawValue: text))
        #expect(found.value.count == suggested.count && found.value.allSatisfy(\.passed))
        #expect(Set(found.value.map(\.name)).count == suggested.count)
        let coverage = Coverage(found.value, diagram)
        for items in [coverage.rows, coverage.factRows, coverage.outcomes, coverage.options, coverage.asking] {
            #expect(items.filter { !$0.isReached }.map(\.id) == [])
        }
        #expect(await suggestCases(diagram, existing: found.value, today: since).cases.isEmpty)
        // Whoever bought 90 days ago counts from today, whoever has no proof does not.
        #expect(text.contains("today: 2026-11-21") && text.contains("bought: 2026-08-23") && text.contains("bought: 2026-08-24"))
        #expect(suggested.contains { $0.today == nil })
    }

    @Test(
        "answers are found that show any change of where readers end",
        arguments: [
            ("then: x, ", "then: y, "), ("{else: y}", "{else: x}"), ("at least 5", "at least 6"), ("n: at most 3", "n: at most 4"),
        ])
    func distinguishing(_ old: String, _ new: String) throws {
        let text = """
            kind: questionnaire
            title: T
            questions:
              a: {ask: A?, one-of: {p: P, q: Q}}
              n: {ask: N?, number: {from: 0, to: 9}, must: [{that: {any: [{n: at most 3}, {a: p}]}, else: Too many}]}
              m: {ask: M?, number: {from: 0, to: 9}}
            outcomes: {x: {title: X}, y: {title: Y}, z: {title: Z}}
            match: many
            rules:
              - {then: x, if: {m: at least 5}}
              - {then: z, if: {a: q, n: 2}}
              - {else: y}

            """
        #expect(text.contains(old))
        let diagrams = try [text, text.replacing(old, with: new)].map { try #require(compiled($0).value) }
        var steps = 1_000
        let search = DistinguishingSearch(walk: Walk(diagrams[0], today: since), other: Walk(diagrams[1], today: since))
        let position = try #require(search.answers(steps: &steps))
        #expect(!position.endsLike(Walk(diagrams[1], today: since).position(position.answers)))
        #expect(steps > 900)
    }

    @Test("a case is decided as of its own day, whatever the day of the build", arguments: ["2026-11-21", "2026-12-15", "2027-03-01"])
    func ownDay(_ build: String) throws {
        let questionnaire = try #require(read(device, library: deviceLibrary).value)
        let diagram = try #require(compile(questionnaire, since: day(build)).value)
        let text = """
            - {name: In time, today: 2026-11-21, answers: {origin: refresh, bought: 2026-11-01, proofs: [order]}, outcome: warranty}
            - {name: Damaged, answers: {origin: other, damaged: yes}, outcome: certs, values: {licensed: no}}

            """
        let file = readCases(SourceFile(path: "q.cases.yaml", text: text), of: questionnaire)
        let results = runCases([file.value], diagram, today: day(build))
        #expect(results.value.first?.passed == true)
        #expect(!results.diagnostics.contains { $0.rule == "questionnaire/undated-case" })
    }

    @Test func `codes of a table are options`() throws {
        let table = "kind: table\ntitle: R\ncolumns:\n  id: Code\n  floor: {label: F, type: choice, options: {low: L, high: H}}\nrows:\n"
        let text = """
            kind: questionnaire
            title: R
            questions:
              r: {ask: Which?, one-of: {from: rooms, other: No}}
            outcomes: {x: {title: X}, y: {title: Y}}
            rules:
              - {if: {r.floor: low}, then: x}
              - {else: y}

            """
        let good = read(
            text, library: library(data: ["rooms": table + "  - {id: C9300-48T, floor: low}\n  - {id: Library, floor: high}\n"]))
        #expect(good.value?.questions[0].options.map(\.id.description) == ["c9300-48t", "library", "other"])
        let bad = read(
            text, library: library(data: ["rooms": table + "  - {id: Library}\n  - {id: library}\n  - {floor: low}\n  - {id: '?'}\n"]))
        #expect(
            bad.diagnostics.map(\.message) == [
                "\"Library\" and \"library\" in rooms make the same option, library",
                "this row of rooms has no id, so it cannot be an option",
                "no option can be made of \"?\" in rooms",
            ])
    }
}
