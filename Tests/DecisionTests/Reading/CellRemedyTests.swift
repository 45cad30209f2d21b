@testable import Decision
import Diagnostics
import Testing

/// What a message offers to write is read without a fault, and means what the refused words say.
@Suite struct CellRemedyTests {
    private static func policy(_ condition: String) -> String {
        """
        kind: questionnaire
        title: T
        questions:
          o: {ask: Which?, one-of: {red: Red, green: The green one, blue: Blue}}
          b: {ask: Do you?}
          t: {ask: What have you?, any-of: {x: X, y: Why, z: Z}}
          n: {ask: How many?, number: {from: 0, to: 100}}
          cost: {ask: How much?, number: {from: 0, to: 100000, decimals: 2}}
          d: {ask: When?, date: {from: 2000-01-01, to: 2040-12-31}}
        outcomes: {u: {title: U}, v: {title: V}}
        rules:
          - if:
              \(condition)
            then: u
          - {else: v}

        """
    }

    /// Refused words, and for each line that is offered a condition in plain entries that means the same.
    private static let refused: [(words: [String], means: [String])] = [
        (["o: not red or blue", "o: not red nor blue", "o: not red and blue", "o: neither red nor blue"], ["o: green"]),
        (
            ["o: not Red or Blue", "o: none of red, blue", "o: anything but red, blue", "o: not one of red/blue", "o: not red, not blue"],
            ["o: green"]
        ),
        (["o: {not: Red}", "o: not Red", "o: is not red", "o: other than Red", "o: '!= red'", "o: except red"], ["not: {o: red}"]),
        (["o: Red", "o: is red", "o: '== red'", "o: only red", "o: {in: red}"], ["o: red"]),
        (
            ["o: red or the green one", "o: 'red, green'", "o: either red or green", "o: one of red; green", "o: in red, green"],
            ["not: {o: blue}"]
        ),
        (["o: any", "o: anything"], ["o: asked"]),
        (["b: true", "b: Y", "b: Yes"], ["b: yes"]),
        (["b: not true", "b: not Yes"], ["b: no"]),
        (["t: x and y", "t: both x and why", "t: {has: x and y}", "t: all of x, y"], ["all: [{t: {has: x}}, {t: {has: y}}]"]),
        (
            ["t: x or y", "t: any of x, y", "t: {has: x or y}", "t: [x, y]", "t: {has-any: x or y}"],
            ["any: [{t: {has: x}}, {t: {has: y}}]"]
        ),
        (["t: x", "t: X", "t: with x", "t: {has: X}"], ["t: {has: x}"]),
        (["t: without x", "t: neither x", "t: not X", "t: no x", "t: {has: not x}", "t: {not: x}"], ["not: {t: {has: x}}"]),
        (
            ["t: neither x nor y", "t: not x or y", "t: none of x, y", "t: {lacks: x or y}", "t: without x or y"],
            ["not: {any: [{t: {has: x}}, {t: {has: y}}]}"]
        ),
        (
            ["t: not x and y", "t: not has x and y", "t: {lacks: x and y}", "t: {not: [x, y]}"],
            ["not: {any: [{t: {has: x}}, {t: {has: y}}]}", "not: {all: [{t: {has: x}}, {t: {has: y}}]}"]
        ),
        (["t: 'x, y'"], ["all: [{t: {has: x}}, {t: {has: y}}]", "any: [{t: {has: x}}, {t: {has: y}}]"]),
        (["t: any", "t: {has: any}", "t: 1 or more"], ["any: [{t: {has: x}}, {t: {has: y}}, {t: {has: z}}]"]),
        (["t: {has: all}", "t: everything"], ["all: [{t: {has: x}}, {t: {has: y}}, {t: {has: z}}]"]),
        (["t: {has: none}", "t: nothing"], ["t: none"]),
        (["n: any"], ["n: asked"]),
        (["n: {from: 3, to: 5}", "n: from 5 to 3", "n: 5-3"], ["all: [{n: at least 3}, {n: at most 5}]"]),
        (["n: {at least: 3, at most: 5}"], ["all: [{n: at least 3}, {n: at most 5}]"]),
        (["n: {at least: 3}"], ["n: at least 3"]),
        (["n: under 3 and over 5"], ["any: [{n: under 3}, {n: over 5}]"]),
        (["n: neither 3 nor 4", "n: not 3 and 4", "n: other than 3 or 4"], ["all: [{not: {n: 3}}, {not: {n: 4}}]"]),
        (["n: 3 and 4"], ["any: [{n: 3}, {n: 4}]"]),
        (
            ["n: not over 3 and under 5"],
            ["all: [{n: at most 3}, {n: under 5}]", "any: [{n: at most 3}, {n: at least 5}]"]
        ),
        (["cost: at least 20.505"], ["cost: at least 20505"]),
        (["cost: over 1.250", "cost: 'over 1,250'"], ["cost: over 1250", "cost: over 1.25"]),
        (["cost: not over 1.500,50"], ["cost: at most 1500.5"]),
        (["t: {not: {has: x and y}}"], ["not: {all: [{t: {has: x}}, {t: {has: y}}]}"]),
        (["n: not before 3"], ["n: at least 3"]),
        (["d: not before 1 May 2026"], ["d: on or after 2026-05-01"]),
        (["cost: over 1.500,50", "cost: 'over 1,500.50'"], ["cost: over 1500.5"]),
        (["d: before 2020-02-30"], ["d: before 2020-02-29"]),
        (["d: from 2026-05-01 to 2026-04-01"], ["all: [{d: on or after 2026-04-01}, {d: on or before 2026-05-01}]"]),
        (["d: before 1 May 2026", "d: before 2026-5-1"], ["d: before 2026-05-01"]),
        // In braces a comma ends the value.
        (["all: [{n: not 3, 4}]"], ["all: [{not: {n: 3}}, {not: {n: 4}}]"]),
        (["all: [{n: 3, 4}]"], ["any: [{n: 3}, {n: 4}]"]),
        (["all: [{o: red, blue}]"], ["not: {o: green}"]),
        (["all: [{o: not red, blue}]"], ["o: green"]),
        (["all: [{t: has x, y}]"], ["all: [{t: {has: x}}, {t: {has: y}}]"]),
        (["all: [{t: not x, y}]"], ["not: {any: [{t: {has: x}}, {t: {has: y}}]}"]),
        (["all: [{t: x, y}]"], ["all: [{t: {has: x}}, {t: {has: y}}]", "any: [{t: {has: x}}, {t: {has: y}}]"]),
        (["all: [{cost: over 1.500,50}]"], ["cost: over 1500.5"]),
    ]

    @Test("what is offered means what was written", arguments: refused)
    func meaning(_ words: [String], _ means: [String]) throws {
        let wanted = try means.map { try #require(Self.meaning($0), Comment(rawValue: $0)) }
        for condition in words {
            let errors = compiled(Self.policy(condition)).diagnostics.filter { $0.severity == .error }
            let error = try #require(errors.first, Comment(rawValue: condition))
            #expect(errors.count == 1, "\(condition): \(lines(errors))")
            let name = condition.replacing("all: [{", with: "").prefix { $0 != ":" }
            let offered = (error.help ?? "").matches(of: /`([^`]+)`/).map { match in
                match.1.hasPrefix("\(name):") ? String(match.1) : "\(name): \(match.1)"
            }
            #expect(offered.map(Self.meaning) == wanted, "\(condition): \(error.help ?? "")")
        }
    }

    private static func meaning(_ condition: String) -> String? {
        compiled(policy(condition)).value.map { JSON.object(CompiledForm.deciding($0)).text }
    }

    @Test(
        "where nothing is sure, nothing is offered",
        arguments: [
            ("o: red or not blue", "its answers are red, green and blue"), ("o: both red and blue", "its answers are red, green and blue"),
            ("b: not yes or no", "its answers are yes and no"), ("o: purple", "its answers are red, green and blue"),
            ("t: foo", "its answers are x, y and z"), ("t: not only x and not y", "its answers are x, y and z"),
            ("o: not in reds", "write the options themselves in a list, or a list of this name under `sets:`"),
            ("n: 200", "write what lies within these limits, or change them under n"),
            ("n: over 100", "write what lies within these limits, or change them under n"),
            ("n: [3, 200]", "write what lies within these limits, or change them under n"),
            ("d: before 1999-01-01", "write what lies within these limits, or change them under d"),
            ("t: {count: at least 2}", "this version of Waymark does not support it; express it in another way"),
        ])
    func unsure(_ condition: String, _ help: String) {
        let errors = compiled(Self.policy(condition)).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.help) == [help])
    }

    @Test(
        "cells of spreadsheets are offered as spreadsheets write them",
        arguments: [
            ("t", "x", "write `has x`"), ("t", "X", "write `has x`"), ("t", "{has: x}", "write `has x`"),
            ("t", "x and y", "write `has-all x|y`"),
            ("t", "neither x nor y", "write `lacks x|y`"), ("o", "Red", "write `red`"), ("o", "red or blue", "write `red|blue`"),
            ("o", "not red or blue", "write `not red|blue`"), ("cost", "\"at most 1,500\"", "write `at most 1500` or `at most 1.5`"),
        ])
    func spreadsheets(_ column: String, _ cell: String, _ help: String) throws {
        let text = Self.policy("").split(separator: "\n").prefix(10).joined(separator: "\n") + "\nrules: {from: r.csv}\n"
        let errors = compiled(text, csv: ["r.csv": "\(column),then\n\(cell),u\nelse,v\n"]).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.help) == [help])
        for match in help.matches(of: /`([^`]+)`/) {
            let again = compiled(text, csv: ["r.csv": "\(column),then\n\(match.1),u\nelse,v\n"]).diagnostics
            #expect(again.filter { $0.severity == .error }.isEmpty, "\(match.1)")
        }
    }
}
