@testable import Content
@testable import Decision
@testable import Wording
import Diagnostics
import Forms
import Testing
import Words

/// Rules and facts from spreadsheets.
@Suite struct TableFileTests {
    private static let head = """
        kind: questionnaire
        title: T
        questions:
          kind: {ask: Which?, one-of: {a: A, b: B, c: C}}
          size: {ask: How large?, number: {from: 0, to: 100}}
        outcomes: {x: {title: X}, y: {title: Y}}
        rules: {from: rules.csv}

        """

    @Test func `cells, alternatives and else`() throws {
        let found = compiled(Self.head, csv: ["rules.csv": "kind,size,then\na|b,under 10,x\nc,,y\nelse,,y\n"])
        #expect(lines(found.diagnostics) == [])
        let rows = try #require(found.value?.questionnaire.decisions.first?.table.rows)
        let words = RuleWording(try #require(found.value).questionnaire, .english)
        #expect(rows.map(words.row) == ["Which? A or B; How large? under 10", "Which? C", "in all other cases"])
    }

    @Test func `one not before several means all of them`() throws {
        let found = compiled(Self.head, csv: ["rules.csv": "kind,then\nnot a|b,x\nelse,y\n"])
        let rows = try #require(found.value?.questionnaire.decisions.first?.table.rows)
        let words = RuleWording(try #require(found.value).questionnaire, .english)
        #expect(rows.map(words.row) == ["Which? neither A nor B", "in all other cases"])
    }

    @Test(arguments: [
        (
            "kind,sise,then\na,,x\nelse,,y\n",
            "1:6 questionnaire/unknown-name: there is no question or fact \"sise\" = did you mean size?"
        ),
        (
            "kind,size,then\nd,,x\nelse,,y\n",
            "2:1 questionnaire/unknown-name: kind has no answer \"d\" = its answers are a, b and c"
        ),
        (
            "kind,size,then\na,much,x\nelse,,y\n",
            "2:3 questionnaire/unknown-name: there is no question \"much\" = there are kind and size"
        ),
        (
            "kind,size,then\na,,z\nelse,,y\n",
            "2:4 questionnaire/unknown-name: there is no outcome \"z\" = there are x and y"
        ),
        (
            "kind,size,then\na,,x\nelse,3,y\n",
            "3:6 questionnaire/type: a row with `else` covers whatever the rows before it leave open, so it has no condition = empty this cell, or replace `else` with a condition or nothing"
        ),
        (
            "kind,size,then\na,,x\nElse,,y\n", "3:1 questionnaire/type: `else` must be in lower case = write `else`"
        ),
        (
            "kind,size,then\nelse,,x\na,,y\n", "2:1 questionnaire/type: `else` must be the last row of its table = move it to the end"
        ),
        (
            "then,kind,size\nx,a,\ny,else,3\n",
            "3:8 questionnaire/type: a row with `else` covers whatever the rows before it leave open, so it has no condition = empty this cell, or replace `else` with a condition or nothing"
        ),
        (
            "kind,size,then\nA,,x\nelse,,y\n", "2:1 questionnaire/unknown-name: kind has no answer \"A\" = write `a`"
        ),
        (
            "kind,size,then\nneither a nor b,,x\nelse,,y\n",
            "2:1 questionnaire/unknown-name: kind has no answer \"neither a nor b\" = write `not a|b`"
        ),
        (
            "kind,size,then\na,200,x\nelse,,y\n",
            "2:3 questionnaire/type: size goes from 0 to 100, so no answer is 200 = write what lies within these limits, or change them under size"
        ),
        (
            "kind,size,then\na,7-3,x\nelse,,y\n", "2:3 questionnaire/type: no answer to size is \"7-3\" = write `from 3 to 7`"
        ),
        ("kind,size,then\na,,\nelse,,y\n", "2:1 csv/row: this row has nothing under \"then\" = write what it leads to"),
        (
            "kind,size\na,\n",
            "1:1 csv/unknown-column: there is no column \"then\" = name the columns after the questions, and one `then`"
        ),
        (
            "kind,size,then\na,over 5,x\n",
            "7:1 questionnaire/gap: no rule covers these answers: Which? B or C = add a row for them or an `else`; if no reader can give them, list them under `impossible:`"
        ),
    ])
    func `faults with row and column`(_ csv: String, _ expected: String) {
        let found = compiled(Self.head, csv: ["rules.csv": csv])
        let all = lines(found.diagnostics.filter { $0.severity == .error })
        #expect(all == [expected], Comment(rawValue: all.joined(separator: "\n")))
    }
}
