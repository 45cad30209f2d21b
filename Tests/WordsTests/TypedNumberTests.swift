import Forms
import Foundation
import Testing
@testable import Words

/// Numbers and days as people type and read them, by the vectors that the browser's twin passes too.
@Suite struct TypedNumberTests {
    @Test func `numbers are read by the language of the site`() throws {
        let vectors: [NumberVector] = try vectors("numbers")
        #expect(vectors.count >= 120)
        for vector in vectors {
            let reader = NumberReader(
                phrasebook(vector.language).numbers, decimals: vector.decimals, unit: vector.unit, range: vector.from...vector.to)
            #expect(reader.read(vector.typed) == vector.expected, "\(vector)")
        }
    }

    /// What a message offers is read as what it says, and the question takes it.
    @Test(arguments: ["en", "de", "de-CH", "fr", "en-IN", "sv"])
    func `what is offered can be typed`(language: String) {
        let typed = ["1.234", "1,234", "3.500", "3,500", "-1.000", "-1,000", "12,345.6", "1.000.000", "999.999", "1 000,500"]
        for decimals in 0...4 {
            for range in [0.0...5, 0...500, 0...5000, 2...5000, -2...1e7, -5000...0] {
                let reader = NumberReader(phrasebook(language).numbers, decimals: decimals, unit: nil, range: range)
                for text in typed {
                    let offered: [String] =
                        switch reader.read(text) {
                        case .either(let one, let other): [one, other]
                        case .perhaps(let one): [one]
                        case .exact, .currency, .none: []
                        }
                    for offer in offered {
                        guard case .exact(let exact) = reader.read(offer), let number = Double(exact) else {
                            Issue.record("\(offer) for \(text) in \(language)")
                            continue
                        }
                        let digits = exact.split(separator: ".").dropFirst().first?.count ?? 0
                        #expect(range.contains(number) && digits <= decimals, "\(offer) for \(text) in \(language)")
                    }
                }
            }
        }
    }

    @Test func `numbers are written by the language of the site`() throws {
        for vector in try vectors("printed-numbers") as [PrintedVector] {
            let quantity = Quantity(
                units: vector.units, decimals: vector.decimals, unit: vector.unit, isPlain: vector.isPlain ?? false)
            #expect(phrasebook(vector.language).numbers.text(quantity) == vector.printed)
        }
    }

    @Test func `days are read by the language of the site`() throws {
        for vector in try vectors("dates") as [DayVector] {
            #expect(DayReader(phrasebook(vector.language).days).read(vector.typed) == vector.expected, "\(vector)")
        }
    }

    /// What is printed is read back, in every language of the table.
    @Test(arguments: ["en", "de", "de-CH", "fr", "es", "pt-PT", "sv", "en-IN", "ja", "pl", "lt"])
    func `what is written is read`(language: String) {
        let book = phrasebook(language)
        for units in [0, 5, 1234, -1234, 150_040, 12_345_678, 99_999_999] {
            for decimals in [0, 1, 2] {
                for unit in [nil, "£", "%", "chassis"] {
                    let printed = book.numbers.text(Quantity(units: units, decimals: decimals, unit: unit))
                    let reader = NumberReader(book.numbers, decimals: decimals, unit: unit, range: -1e9...1e9)
                    #expect(reader.read(printed) == .exact(exact(units, decimals)), "\(printed)")
                }
            }
        }
        for text in ["2026-11-21", "2024-02-29", "2026-01-01", "2026-05-03", "2026-12-31"] {
            let day = Day(text)
            #expect(day.map { DayReader(book.days).read(book.days.text($0)) } == day.map { .day($0) })
        }
    }

    /// What the browser's twin is told of each language, as pages tell it: written anew with `WAYMARK_RECORD=1`.
    @Test func `the styles of the vectors are those of the languages`() throws {
        let numbers = (try vectors("numbers") as [NumberVector]).map(\.language)
        let printed = (try vectors("printed-numbers") as [PrintedVector]).map(\.language)
        let dates = (try vectors("dates") as [DayVector]).map(\.language)
        var styles: [String: [String: String]] = [:]
        let units =
            (try vectors("numbers") as [NumberVector]).compactMap(\.unit)
            + (try vectors("printed-numbers") as [PrintedVector]).compactMap(\.unit)
        for language in Set(numbers + printed + dates) {
            let book = phrasebook(language)
            styles[language] = style(book.words)
            styles[language]?["units"] = book.numbers.units.json(units)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(styles), as: UTF8.self) + "\n"
        let file = fixture("language-styles")
        if ProcessInfo.processInfo.environment["WAYMARK_RECORD"] != nil { try text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    /// The attributes of `questionnaire.mustache`.
    private func style(_ words: [String: String]) -> [String: String] {
        let names = [
            "decimal": "numberDecimal", "group": "numberGroup", "grouping": "numberGrouping", "groupFrom": "numberGroupFrom",
            "minus": "numberMinus", "money": "numberMoney", "percent": "numberPercent", "quantity": "numberUnit",
            "moneyWords": "numberMoneyWords", "order": "dateOrder",
        ]
        var style = names.compactMapValues { words[$0] }
        style["months"] = (1...12).compactMap { words["month\($0)"] }.joined(separator: ";")
        return style
    }

    private func exact(_ units: Int, _ decimals: Int) -> String {
        let digits = String(repeating: "0", count: max(0, decimals + 1 - String(abs(units)).count)) + String(abs(units))
        var text = String(digits.dropLast(decimals)) + "." + digits.suffix(decimals)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return (units < 0 ? "-" : "") + text
    }

    private func phrasebook(_ language: String) -> Phrasebook {
        let units = [
            "pl": ["numberOne": "osoby osoba; dni robocze = dzień roboczy", "numberMany": "osoby osób; dni robocze = dni roboczych"],
            "cs": ["numberOne": "dní den", "numberFew": "dní dny", "numberMany": "dní dne"],
        ]
        let own = Phrasebook.facts(of: language).merging(units[language] ?? [:]) { _, units in units }
        return Phrasebook(Phrasebook.english.words.merging(own) { _, own in own }, language: language)
    }

    private func vectors<Vector: Decodable>(_ name: String) throws -> [Vector] {
        try JSONDecoder().decode([Vector].self, from: Data(contentsOf: fixture(name)))
    }

    private func fixture(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
    }
}

private struct NumberVector: Decodable {
    let language: String
    let typed: String
    let decimals: Int
    let unit: String?
    let from: Double
    let to: Double
    let exact: String?
    let either: [String]?
    let perhaps: String?
    let problem: String?

    var expected: NumberReader.Reading {
        if let exact { return .exact(exact) }
        if let perhaps { return .perhaps(perhaps) }
        if let either { return .either(either[0], either[1]) }
        return problem == "currency" ? .currency : .none
    }
}

private struct PrintedVector: Decodable {
    let language: String
    let units: Int
    let decimals: Int
    let unit: String?
    let isPlain: Bool?
    let printed: String
}

private struct DayVector: Decodable {
    let language: String
    let typed: String
    let day: String?
    let either: [String]?
    let problem: String?

    var expected: DayReader.Reading {
        if let day = day.flatMap({ Day($0) }) { return .day(day) }
        if let either, let first = Day(either[0]), let second = Day(either[1]) { return .either(first, second) }
        return problem == "shortYear" ? .shortYear : .none
    }
}
