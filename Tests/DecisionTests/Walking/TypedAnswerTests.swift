import Diagnostics
import Forms
import Testing
import Words
@testable import Decision
@testable import Wording

/// Answers as people type them into a terminal: read as pages read them.
@Suite struct TypedAnswerTests {
    private static let german = Phrasebook(Phrasebook.english.words.merging(Phrasebook.facts(of: "de")) { _, fact in fact }, language: "de")

    private func question(_ kind: String) throws -> Question {
        let text = """
            kind: questionnaire
            title: T
            questions:
              q: {ask: Q?, \(kind)}
            outcomes: {x: {title: X}}
            rules:
              - then: x
            """
        return try #require(read(text).value).questions[0]
    }

    private func answer(_ kind: String, _ typed: String, _ words: Phrasebook, isPlain: Bool = false) throws -> String {
        let question = try question(kind)
        switch question.answer(typed: typed, isPlain: isPlain, today: since, words) {
        case .success(let answer): return question.text(of: answer)
        case .failure(let problem): return problem.message
        }
    }

    @Test(arguments: [
        ("decimals: 3, to: 5000", "1.234", "1234"), ("decimals: 3, to: 5000", "1.500", "1500"),
        ("decimals: 3, to: 5000", "1.234 kg", "1234"), ("decimals: 2, to: 5000", "1.234", "1234"), ("to: 50000", "12.345", "12345"),
        ("decimals: 2, to: 5000", "1,5", "1.5"), ("decimals: 2, to: 5000", "1.5", "1.5"), ("decimals: 2, to: 5000", "3", "3"),
        (
            "decimals: 2, to: 5000", "1,234", "“1,234” can be read in two ways. Type 1234 if you mean that."
        ),
    ])
    func `numbers are read by the language of the site`(_ range: String, _ typed: String, _ expected: String) throws {
        #expect(try answer("number: {from: 0, \(range), unit: kg}", typed, Self.german) == expected)
    }

    @Test(arguments: [
        ("one-of: {y: Ja, n: Nein}", "ja", "y"), ("one-of: {y: Ja, n: Nein}", " NEIN ", "n"), ("one-of: {ja: Nein, n: Ja}", "ja", "ja"),
        ("any-of: {p: Pass, r: Letzte Rechnung}", "pass, letzte rechnung", "p,r"), ("any-of: {p: Pass, r: Rechnung}", "none", "none"),
    ])
    func `options are read by what readers see`(_ kind: String, _ typed: String, _ expected: String) throws {
        #expect(try answer(kind, typed, Self.german) == expected)
    }

    @Test func `what reports write is read as it is`() throws {
        let kind = "number: {from: 0, to: 5000, decimals: 3}"
        #expect(try answer(kind, "1.234", Self.german, isPlain: true) == "1.234")
        #expect(try answer(kind, "1.500", Self.german, isPlain: true) == "1500")
        #expect(try answer(kind, "1,5", Self.german, isPlain: true) == "1.5")
    }

    @Test(arguments: [
        ("number: {from: 0, to: 5000}", "100000000000000000000", "The answer must be between 0 and 5,000"),
        ("number: {from: 0, to: 5000}", "3.500", "“3.500” can be read in two ways. Type 3500 if you mean that."),
        ("number: {from: 0, to: 5000}", "1.1234567", "Enter a whole number, such as 20"),
        (
            "number: {from: 0, to: 5000, decimals: 1}", "1.1234567",
            "Enter a number with at most one digit after the decimal point, such as 20.5"
        ),
        (
            "number: {from: 0, to: 5000, decimals: 2}", "1.1234567",
            "Enter a number with at most 2 digits after the decimal point, such as 20.50"
        ),
        ("date: {from: 2026-01-01, to: 2026-12-31}", "3/4/2026", "“3/4/2026” can be read in two ways. Type 3 April 2026 or 4 March 2026."),
        ("date: {from: 2026-04-01, to: 2026-12-31}", "3/4/2026", "“3/4/2026” can be read in two ways. Type 3 April 2026 if you mean that."),
        ("date: {from: 2026-01-01, to: 2026-03-31}", "3/4/2026", "“3/4/2026” can be read in two ways. Type 4 March 2026 if you mean that."),
        ("date: {from: 2026-05-01, to: 2026-12-31}", "3/4/2026", "Enter a date from 1 May 2026 to 31 December 2026"),
    ])
    func `only what the question takes is offered`(_ kind: String, _ typed: String, _ expected: String) throws {
        #expect(try answer(kind, typed, .english) == expected)
    }

    @Test(arguments: [
        ("number: {from: 0, to: 10, decimals: 1}", "3,5", "write 3.5"), ("number: {from: 0, to: 5000}", "1,500", "write 1500"),
        ("number: {from: 0, to: 5000}", "many", "write it in figures, with a point before decimals"),
        ("date: {from: 2026-01-01, to: today}", "1 May 2026", "write 2026-05-01"),
        ("date: {from: 2026-01-01, to: today}", "soon", "write the year, month and day with hyphens"),
    ])
    func `an answer of a case that cannot be read is shown as it is to be written`(_ kind: String, _ text: String, _ help: String) throws {
        guard case .failure(let problem) = try question(kind).answer(text) else {
            Issue.record("\(text) is read")
            return
        }
        #expect(problem.help == help)
    }
}
