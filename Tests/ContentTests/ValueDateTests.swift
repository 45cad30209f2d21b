import CommonMark
import Diagnostics
import Forms
import Testing

@testable import Content

/// Values and questions that are in force on some days only.
@Suite struct ValueDateTests {
    private static func read(_ text: String, kind: String = "values", on day: String = "2026-12-01") -> (
        DataFile?, [Diagnostic], ValueTable
    ) {
        guard let name = Identifier("fees") else { return (nil, [], .pending) }
        let (files, values) = readDataFiles(
            [(name, "data/fees.yaml")], style: ValueStyle(smallNumbers: []) { _, _ in nil }, today: Day(day)
        ) { path in .success(SourceFile(path: path, text: "kind: \(kind)\ntitle: Fees\n" + text)) }
        return (files.value.first, files.diagnostics, values)
    }

    private static func words(_ values: ValueTable, _ name: String) -> String {
        switch values.answer(name) {
        case .wording(let text, _): text
        case .problem(let message, let help, _): "\(message): \(help)"
        case .open: "open"
        }
    }

    private static let fees = """
        values:
          charger:
            - {value: 25, unit: euros, until: 2026-12-31}
            - {value: 30, unit: euros, from: 2027-01-01, until: 2027-06-30}
            - {value: 20, unit: euros, from: 2027-07-01}
          both: {value: 1, text: "{{ fees.charger }} and more"}
          next:
            - {value: 4, until: 2026-12-31}
            - {value: 5, from: 2027-01-01}

        """

    @Test(arguments: [
        ("2026-12-01", "charger", "25 euros"), ("2026-12-31", "charger", "25 euros"), ("2027-01-01", "charger", "30 euros"),
        ("2026-12-31", "both", "25 euros and more"), ("2027-01-01", "both", "30 euros and more"), ("2027-06-30", "next", "5"),
        ("2027-07-01", "charger", "20 euros"), ("2025-01-01", "next", "4"),
    ])
    func `each day has its value`(day: String, name: String, words: String) throws {
        let (_, diagnostics, values) = Self.read(Self.fees, on: day)
        #expect(diagnostics.isEmpty)
        #expect(Self.words(values, "fees.\(name)") == words)
        // The table of another day, asked for this one, says the same.
        let (_, _, present) = Self.read(Self.fees)
        let other = present.on(try #require(Day(day)))
        #expect(Self.words(other, "fees.\(name)") == words)
    }

    @Test func `the days of a change are those of values that a text names, and of values in these`() {
        let (file, _, values) = Self.read(Self.fees)
        let days = { (text: String) in
            values.changes(namedIn: [SourceFile(path: "q.yaml", text: text)]).map(\.description).sorted()
        }
        #expect(days("at most fees.charger") == ["2027-01-01", "2027-07-01"])
        #expect(days("{{ fees.both }}") == ["2027-01-01", "2027-07-01"])
        #expect(days("fees.next") == ["2027-01-01"])
        #expect(days("fees.other") == [])
        #expect(file?.changes.map(\.description).sorted() == ["2027-01-01", "2027-07-01"])
    }

    @Test(arguments: [
        (
            "  a:\n    - {value: 1, until: 2026-12-31}\n    - {value: 2, from: 2027-01-02}\n",
            "6:24 there is no value between 2026-12-31, when the one before it ends, and 2027-01-02",
            "write `from: 2027-01-01`, or change when the one before it ends"
        ),
        (
            "  a:\n    - {value: 1, until: 2026-12-31}\n    - {value: 2, from: 2026-12-31}\n",
            "6:24 this value begins on 2026-12-31, while the one before it is in force until 2026-12-31",
            "write `from: 2027-01-01`, or change when the one before it ends"
        ),
        (
            "  a:\n    - {value: 1}\n    - {value: 2, from: 2026-12-31}\n",
            "6:7 this value applies together with the one before it",
            "write `until:` on the first and `from:`, the day after, on the second"
        ),
        (
            "  a: {value: 1, until: 2027-01-01}\n", "4:24 there is no value after 2027-01-01",
            "delete this line, or write the value for the days after it"
        ),
        (
            "  a:\n    - {value: 1, from: 2027-01-01}\n", "5:24 there is no value before 2027-01-01",
            "delete this line, or write the value for the days before it"
        ),
        (
            "  a: {value: 1, from: 2027-01-01, until: 2026-01-01}\n",
            "4:42 this ends before its first day, so it is never in force", "correct `from` or `until`"
        ),
    ])
    func `gaps and overlaps are errors`(text: String, message: String, help: String) {
        let found = Self.read("values:\n" + text).1
        #expect(found.map { "\($0.range.map { "\($0.start.line):\($0.start.column) " } ?? "")\($0.message)" } == [message])
        #expect(found.map(\.help) == [help])
        #expect(found.allSatisfy { $0.rule == "value/dates" && $0.severity == .error })
    }

    @Test func `a question is shown while it is in force`() throws {
        let text = """
            groups:
              one:
                title: One
                questions:
                  a: {question: A?, answer: A., until: 2026-12-31}
                  b: {question: B?, answer: B., from: 2027-01-01}
              two: {title: Two, questions: {c: {question: C?, answer: C., from: 2027-01-01}}}

            """
        func shown(_ day: String) -> [String] {
            let body = Self.read(text, kind: "faq", on: day).0?.body as? FAQ
            return (body?.groups ?? []).flatMap { group in group.value.questions.map { "\(group.id) \($0.id)" } }
        }
        #expect(shown("2026-12-31") == ["one a"])
        #expect(shown("2027-01-01") == ["one b", "two c"])
        // Links in later answers are checked before.
        #expect(Self.read(text, kind: "faq").0?.texts.count == 3)
        let wrong = Self.read(
            "groups: {one: {title: One, questions: {a: {question: A?, answer: A., from: 2027-01-01, until: 2026-01-01}}}}\n", kind: "faq"
        ).1
        #expect(wrong.map(\.message) == ["this ends before its first day, so it is never in force"])
    }
}
