@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// Options that are compared by their written order.
@Suite struct OrderedOptionTests {
    private func text(_ cell: String, isOrdered: Bool = true, rules: String? = nil) -> String {
        """
        kind: questionnaire
        title: T
        questions:
          level:
            ask: Which level?
            one-of: {bronze: Bronze, silver: Silver, gold: Gold, top: The top level}
            \(isOrdered ? "ordered: yes" : "label: Level")
        facts: {size: {values: {small: Small, large: Large}, rules: [{if: {level: top}, then: large}, {else: small}]}}
        outcomes: {x: {title: X}, y: {title: Y}}
        rules: \(rules ?? "[{if: {\(cell)}, then: x}, {else: y}]")
        """
    }

    @Test(
        "comparisons are lists of options",
        arguments: [
            ("at least silver", [1, 2, 3]), ("under gold", [0, 1]), ("from bronze to silver", [0, 1]), ("at most bronze", [0]),
            ("over silver", [2, 3]), ("\">= silver\"", [1, 2, 3]), ("silver or more", [1, 2, 3]), ("under silver or over gold", [0, 3]),
            ("over bronze and under top", [1, 2]), ("between silver and gold", [1, 2]), ("[bronze, over gold]", [0, 3]),
        ])
    func cells(cell: String, options: [Int]) throws {
        let source = read(text("level: \(cell)"))
        let row = try #require(source.value, "\(lines(source.diagnostics))").decisions[0].table.rows[0]
        guard case .test(let test) = row.entries.conditions[0], case .oneOf(let found) = test.cell else {
            Issue.record("no list of options: \(row.entries.conditions[0])")
            return
        }
        #expect(found == options)
    }

    @Test func `a spreadsheet compares them too`() throws {
        let csv = ["r.csv": "level,then\nat least gold,x\nnot at least silver,x\nunder silver|silver,y\nbronze,x\n"]
        let source = read(text("", rules: "{from: r.csv}"), csv: csv)
        let rows = try #require(source.value, "\(lines(source.diagnostics))").decisions[0].table.rows
        #expect(rows.map { "\($0.entries.conditions[0])".contains("oneOf") } == [true, true, true, true])
        let compiled = compiled(text("", rules: "{from: r.csv}"), csv: csv)
        #expect(compiled.diagnostics.map(\.rule.name) == ["questionnaire/conflict", "questionnaire/unused-fact"])
    }

    @Test(
        "what cannot be compared is refused with what to write",
        arguments: [
            (
                true, "level: under bronze",
                "no answer to level is under bronze = its answers, from the least to the greatest, are bronze, silver, gold and top"
            ),
            (
                true, "level: at most The top level",
                "\"at most The top level\" is not how options of level are compared = write `at most top`"
            ),
            (true, "level: before gold", "\"before gold\" is not how options of level are compared = write `under gold`"),
            (true, "level: not after gold", "\"not after gold\" is not how options of level are compared = write `not over gold`"),
            (
                true, "level: at least platinum",
                "level is neither a number nor a date and cannot be compared by \"at least platinum\" = it takes bronze, silver, gold or top"
            ),
            (
                false, "level: at least silver",
                "\"at least silver\" compares options of level, which have no order = write `level: [silver, gold, top]`, or add `ordered: yes` to level if its options go from the least to the greatest"
            ),
            (true, "size: at least large", "\"at least large\" compares options of size, which have no order = write `size: large`"),
        ])
    func refused(isOrdered: Bool, cell: String, message: String) {
        let found = read(text(cell, isOrdered: isOrdered)).diagnostics
        #expect(found.map { "\($0.message)" + ($0.help.map { " = \($0)" } ?? "") } == [message])
    }

    @Test func `only options of which one is chosen have an order`() {
        let found = read(
            text("level: [yes, no]").replacing("one-of: {bronze: Bronze, silver: Silver, gold: Gold, top: The top level}", with: "hint: H"))
        #expect(found.diagnostics.first?.message == "`ordered` is only for options of which one is chosen")
    }
}
