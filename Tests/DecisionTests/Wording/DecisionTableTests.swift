import Diagnostics
import Testing
import Words
@testable import Decision
@testable import Wording

/// Rules as a table: what has a column, what is merged, where a wide table is divided.
@Suite struct DecisionTableTests {
    private static func questionnaire(_ rules: String) throws -> Questionnaire {
        try #require(
            read(
                """
                kind: questionnaire
                title: Test
                questions:
                  colour: {ask: "Which colour?", label: Colour, one-of: {red: "Red, bright", blue: Blue or so, grey: Grey}}
                  age: {ask: Age, number: {from: 0, to: 99}}
                  keys: {ask: "Keys?", any-of: {p: House, q: Car}}
                  c: {ask: C}
                  d: {ask: D}
                  e: {ask: E}
                  f: {ask: F}
                outcomes: {x: {title: X}, y: {title: Y}}
                match: first
                rules:
                \(rules)
                """
            ).value)
    }

    /// A part a line of heads, a row a line of cells: `[2]` is a cell of two lines, `<3>` one of three columns.
    private func lines(_ rules: String) throws -> [String] {
        let questionnaire = try Self.questionnaire(rules)
        let table = questionnaire.decisions[0].table
        return DecisionTable(table, rows: table.rows.indices, of: questionnaire, .english).parts.flatMap { part in
            let heads = part.columns.map(\.head).joined(separator: " | ")
            let title = part.title.map { String(repeating: "#", count: part.depth) + " \($0)" }
            return [title, part.lines.isEmpty ? nil : heads].compactMap { $0 }
                + part.lines.map { "\($0.row + 1) " + $0.cells.map(text).joined(separator: " | ") }
        }
    }

    private func text(_ cell: DecisionTable.Cell) -> String {
        let words: String =
            switch cell.content {
            case .any: "-"
            case .words(let words): words
            case .rest(let isOfGroup): isOfGroup ? "else of group" : "else"
            }
        return words + (cell.height > 1 ? " [\(cell.height)]" : "") + (cell.width > 1 ? " <\(cell.width)>" : "")
    }

    @Test(arguments: [
        (
            "each subject has a column, called by its label or its question",
            ["- {if: {colour: red, age: at least 18}, then: x}", "- {if: {keys: {has: p}}, then: y}", "- {else: y}"],
            ["Colour | Age | Keys?", "1 Red, bright | 18 or more | -", "2 - | - | including “House”", "3 else <3>"]
        ),
        (
            "what a group demands is one cell, unless a row says more of it",
            [
                "- if: {colour: [red, blue]}", "  rules:", "  - {if: {c: yes}, then: x}", "  - {if: {c: no, d: yes}, then: y}",
                "  - {if: {colour: blue}, then: x}", "  - {else: y}", "- {else: x}",
            ],
            [
                "Colour | C | D", "1 “Red, bright” or “Blue or so” [2] | Yes | -", "2 No | Yes", "3 Blue or so | - | -",
                "4 “Red, bright” or “Blue or so” | else of group <2>", "5 else <3>",
            ]
        ),
        (
            "cells of different groups are apart, though they say the same",
            [
                "- if: {c: yes}", "  rules:", "  - {if: {d: yes}, then: x}", "- if: {c: yes}", "  rules:", "  - {if: {d: no}, then: y}",
                "  - {if: {e: no}, then: y}",
            ],
            ["C | D | E", "1 Yes | Yes | -", "2 Yes [2] | No | -", "3 - | No"]
        ),
        (
            "what has no column of its own is said in words, without brackets if it is alone",
            ["- {if: {any: [{c: yes}, {d: yes}], e: no}, then: x}", "- {else: y}"],
            ["E | Further conditions", "1 No | C: Yes; or D: Yes", "2 else <2>"]
        ),
        (
            "the author's own bounds",
            ["- {if: {age: over 17}, then: x}", "- {if: {age: from 3 to 5}, then: y}", "- {if: {age: not 9}, then: y}", "- {else: x}"],
            ["Age", "1 over 17", "2 3 to 5", "3 not 9", "4 else"]
        ),
        (
            "a wide table is divided at its groups, whose conditions are said once",
            [
                "- {if: {colour: grey}, then: y}", "- if: {colour: [red, blue]}", "  rules:", "  - {if: {age: 1, keys: none}, then: x}",
                "  - if: {c: yes}", "    rules:", "    - {if: {d: no, e: no, f: no}, then: x}", "    - {if: {colour: red}, then: y}",
                "  - {else: x}", "- {else: x}",
            ],
            [
                "Colour", "1 Grey", "# Colour: “Red, bright” or “Blue or so”", "Age | Keys?", "2 1 | neither “House” nor “Car”",
                "## C: Yes",
                "D | E | F | Colour", "3 No | No | No | “Red, bright” or “Blue or so”", "4 - | - | - | Red, bright", "## Other rules",
                "Further conditions",
                "5 else of group", "# Other rules", "Further conditions", "6 else",
            ]
        ),
    ]) func `rules as a table`(what: String, rules: [String], expected: [String]) throws {
        let lines = try lines(rules.map { "  " + $0 }.joined(separator: "\n"))
        #expect(lines == expected, "\(what): \(lines)")
    }

    @Test(arguments: Generator.Focus.allCases) func `every row is there once, and every place of the grid is taken once`(
        focus: Generator.Focus
    ) throws {
        for seed in 1...UInt64(longRun ? 1000 : 40) {
            var generator = Generator(seed: 910_000 + seed, isPlain: false, focus: focus)
            guard let questionnaire = read(generator.text()).value else { continue }
            for (_, table) in questionnaire.tables {
                for most in [1, 6] {
                    let items = RuleGroup.items(of: table, rows: table.rows.indices)
                    let parts = TableLayout(table, questionnaire, .english).parts(of: items, depth: 0, title: nil, most: most)
                    #expect(parts.flatMap(\.lines).map(\.row) == Array(table.rows.indices))
                    for part in parts { expectFilled(part) }
                }
            }
        }
    }

    private func expectFilled(_ part: DecisionTable.Part) {
        var taken = Array(repeating: 0, count: part.columns.count)
        for line in part.lines {
            for cell in line.cells {
                for column in cell.column..<cell.column + cell.width {
                    #expect(taken[column] == 0)
                    taken[column] = cell.height
                }
            }
            #expect(taken.allSatisfy { $0 > 0 })
            taken = taken.map { $0 - 1 }
        }
        #expect(taken.allSatisfy { $0 == 0 })
    }
}
