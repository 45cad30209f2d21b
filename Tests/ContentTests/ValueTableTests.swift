import CommonMark
import Diagnostics
import Forms
import Testing

@testable import Content

/// What values say, and how many entries are counted.
@Suite struct ValueTableTests {
    private static let files = [
        "limits": """
        kind: values
        title: Limits
        values:
          days: {value: 90, unit: days}
          plain: ninety
          worded: {value: 90, unit: days, text: "three months ({{ limits.days }})"}
          counted: "{{ count things }} things"
          round: {value: 1, text: "{{ limits.trip }}"}
          trip: {value: 1, text: "{{ limits.round }}"}
          hollow: {value: 1, text: "{{ limits.missing }}"}
        """,
        "things": """
        kind: products
        title: Things
        attributes: {size: {label: Size, values: {big: Big, small: Small}}}
        categories: {first: First, second: Second}
        groups:
          a: {category: first, size: big, products: {x: X, y: Y}}
          b: {category: second, size: big, products: {z: Z}}
        """,
        "asked": """
        kind: faq
        title: Asked
        groups:
          one: {title: One, questions: {p: {question: P?, answer: P.}}}
          two: {title: Two, questions: {q: {question: Q?, answer: Q.}, r: {question: R?, answer: R.}}}
        """,
        "faulty": "kind: faq\ntitel: x\n",
    ]

    private static func read(_ files: [String: String] = files) -> (files: Checked<[DataFile]>, values: ValueTable) {
        let names = files.keys.sorted().compactMap { name in Identifier(name).map { ($0, "data/\(name).yaml") } }
        return readDataFiles(names, style: ValueStyle(smallNumbers: ["no", "one", "two", "three"]) { _, _ in nil }) { path in
            .success(SourceFile(path: path, text: files[String(path.dropFirst(5).dropLast(5))] ?? ""))
        }
    }

    private func words(_ answer: ValueAnswer) -> String {
        switch answer {
        case .wording(let text, let atStart): text == atStart ? text : "\(text)/\(atStart)"
        case .problem(let message, let help, let suggestion): "\(message): \(suggestion?() ?? help)"
        case .open: "open"
        }
    }

    @Test(arguments: [
        ("limits.days", "90 days"), ("limits.plain", "ninety"), ("limits.worded", "three months (90 days)"),
        ("limits.counted", "three things"), ("count things", "three/Three"), ("count things category=first", "two/Two"),
        ("count things category=second size=big", "one/One"), ("count things size=small", "no/No"),
        ("count asked group=two", "two/Two"), ("count limits", "7"), ("faulty.a", "open"), ("count faulty", "open"),
        ("limits.dayz", "there is no value \"limits.dayz\": did you mean {{ limits.days }}?"),
        ("count thingz", "there is no data file \"thingz\" to count: did you mean {{ count things }}?"),
        ("count things colour=red", "this data cannot be selected by \"colour\": select by category or size"),
        ("count things size=huge", "there is no size \"huge\" here: choose from big and small"),
        ("limits.round", "the value \"limits.round\" depends on itself: write out the fact in one of these places"),
    ])
    func `a value says`(name: String, said: String) {
        #expect(words(Self.read().values.answer(name)).hasPrefix(said))
    }

    @Test func `a value that rests on itself or on nothing is told where it is written`() {
        let found = Self.read().files.diagnostics.filter { $0.rule == "value/unknown" }.map { "\($0.range?.start.line ?? 0) \($0.message)" }
        #expect(
            found == [
                "9 the value \"limits.round\" depends on itself", "10 there is no value \"limits.missing\"",
            ], "\(found)")
    }

    @Test func `values that double one another end in a message, not in memory`() {
        var text = "kind: values\ntitle: Many\nvalues:\n  v0: \(String(repeating: "x", count: 100))\n"
        for number in 1...30 { text += "  v\(number): \"{{ many.v\(number - 1) }}{{ many.v\(number - 1) }}\"\n" }
        let read = Self.read(["many": text])
        #expect(words(read.values.answer("many.v30")).utf8.count < 30_000)
        #expect(words(read.values.answer("many.v7")).hasPrefix("the value \"many.v7\" is longer than 10000 bytes"))
        #expect(read.files.diagnostics.hasErrors)
    }
}
