import Diagnostics
import Testing
import Words
@testable import Decision
@testable import Wording

/// The row that led to a result is said in lines, without a bracket.
@Suite struct ReasonWordingTests {
    @Test(arguments: [
        ("{o: red, n: under 3}", ["Colour? Red", "Age? under 3"]),
        ("{o: [red, blue]}", ["Colour? “Red” or “Blue”"]),
        // Where few are left, these are named.
        ("{o: not red}", ["Colour? “Green”, “Blue” or “Grey”"]), ("{o: {not: [red, blue]}}", ["Colour? “Green” or “Grey”"]),
        ("{sure: not yes}", ["Sure? No"]), ("{t: {has: p}}", ["Papers? including “Passport”"]),
        (
            "{o: red, any: [{sure: no}, {all: [{t: {has: q}}, {n: under 3}]}]}",
            ["Colour? Red", "At least one of these:", "– Sure? No", "– Papers? including “Bill”; Age? under 3"]
        ),
        (
            "{any: [{sure: no}, {all: [{o: red}, {any: [{t: {has: p}}, {n: 3}]}]}]}",
            [
                "At least one of these:", "– Sure? No", "– Colour? Red", "– At least one of these:", "– – Papers? including “Passport”",
                "– – Age? 3",
            ]
        ),
    ]) func `each condition has a line`(condition: String, expected: [String]) throws {
        #expect(try reason(ConditionGenerator.text(condition)).split(separator: "\n").map(String.init) == expected)
    }

    @Test func `a row without a condition is for everyone`() throws {
        #expect(try reason(ConditionGenerator.text("{t: {only: [p, q, r]}}")) == "Papers? any answer")
    }

    /// A row that joins conditions in any way; only what a question that isn't asked has in place of an answer is in brackets.
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `no condition is in brackets`(seed: UInt64) throws {
        var generator = ConditionGenerator(seed: seed)
        let said = try reason(generator.text())
        let bare = said.replacing(/\((not asked|answered|not possible)\)/, with: "")
        // Within one answer there are brackets: (3, or over 5), and not 7.
        #expect(!bare.split(separator: "\n").contains { $0.contains("; (") || $0.hasPrefix("(") || $0.contains("– (") }, "\(said)")
    }

    private func reason(_ text: String) throws -> String {
        let found = read(text)
        let questionnaire = try #require(found.value, "\(lines(found.diagnostics))\n\(text)")
        return ReasonWording(questionnaire, .english).text(questionnaire.decisions[0].table.rows[0])
    }
}
