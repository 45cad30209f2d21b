@testable import Decision
import Diagnostics
import Testing

/// What is of the wrong form deep inside conditions and rows is named, never passed over.
@Suite struct MalformedTests {
    private static let head = """
        kind: questionnaire
        title: T
        questions:
          parts: {ask: Which parts?, any-of: {fan: Fan, card: Card}}
          used: {ask: Is it used?}
        outcomes: {x: {title: X}, y: {title: Y}}
        rules:

        """

    @Test(arguments: [
        (
            "if: {parts: {has: {a: b}}}, then: x",
            "8:24 yaml/type: expected an option, found a map of keys = write the id of an option, or a list of ids"
        ),
        (
            "if: {parts: {has-any: [fan, {a: b}]}}, then: x",
            "8:34 yaml/type: expected an option, found a map of keys = write the id of an option, or a list of ids"
        ),
        (
            "if: {parts: {has: []}}, then: x",
            "8:24 yaml/empty: this list is empty, so it requires nothing = write the ids of options"
        ),
        (
            "if: {parts: {}}, then: x",
            "8:18 yaml/empty: this map is empty, so it says nothing about parts = write what parts has to be, or delete the entry"
        ),
        (
            "if: {any: []}, then: x",
            "8:16 yaml/empty: there is no condition under `any` = write one, or delete the entry"
        ),
        (
            "if: {used: yes}, rules: []",
            "8:30 yaml/empty: this group has no rows = write a row `- {if: …, then: …}`"
        ),
        (
            "if: {used: yes}, then: x, cites: {a: b}",
            "8:39 yaml/type: expected a list, found a map of keys = write each entry on a line of its own, after `- `"
        ),
    ])
    func `one message at the place`(_ row: String, _ expected: String) {
        let found = compiled(Self.head + "  - {\(row)}\n  - {else: y}\n")
        let all = lines(found.diagnostics.filter { $0.severity == .error })
        #expect(all == [expected], Comment(rawValue: all.joined(separator: "\n")))
    }

    /// A question whose kind of answers cannot be read takes no yes or no: its rules say nothing more.
    @Test(arguments: [
        ("number: {from: 0}", "5:30 yaml/missing-field: the field \"to\" is missing here = add `to: …`: the greatest number"),
        ("one-of: 3", nil),
        ("date: {to: today}", nil), ("any-of: []", nil),
    ])
    func `a question that cannot be read is told of once`(_ kind: String, _ expected: String?) {
        let text = Self.head.replacing("used: {ask: Is it used?}", with: "used: {ask: Used?, \(kind)}")
        let all = lines(
            compiled(text + "  - {if: {used: at least 3}, then: x}\n  - {if: {used: no}, then: y}\n  - {else: y}\n").diagnostics)
        #expect(all.allSatisfy { $0.contains(" yaml/") } && !all.isEmpty, Comment(rawValue: all.joined(separator: "\n")))
        if let expected, kind.hasPrefix("number") { #expect(all == [expected]) }
    }

    @Test func `a spreadsheet without a name`() {
        let head = Self.head.split(separator: "\n").dropLast().joined(separator: "\n")
        let all = lines(compiled(head + "\nrules: {from: [a, b]}\n").diagnostics)
        #expect(all == ["7:15 yaml/type: expected the name of a CSV file, found a list = write `from: rules.csv`"])
    }
}
