package import Forms

/// Reads days as people type them: `21 November 2026`, `21/11/2026`, `21.11.2026`, `2026-11-21`.
///
/// The browser's twin is `readDay` in `questionnaire-dates.js`; both are held to `Tests/Fixtures/dates.json`.
package struct DayReader: Sendable {
    private let style: DayStyle

    /// - Parameter style: which tells in what order a day is typed.
    package init(_ style: DayStyle) { self.style = style }

    /// What was typed, understood.
    package enum Reading: Sendable, Hashable {
        case day(Day)
        /// Day and month may change places.
        case either(Day, Day)
        /// The year has two figures, and may lie in two centuries.
        case shortYear
        case none
    }

    /// - Parameter typed: whatever a person put into a field.
    package func read(_ typed: String) -> Reading {
        let parts = DayReader.parts(TypedText.plain(typed))
        let named = parts.lazy.compactMap { month(of: $0) }.first
        let numbers = parts.filter { $0.first.map { ("0"..."9").contains($0) } ?? false }
        // `21st of November`: words of two letters say nothing.
        guard parts.allSatisfy({ numbers.contains($0) || month(of: $0) != nil || $0.count <= 2 }) else { return .none }
        guard numbers.count == (named == nil ? 3 : 2) else { return .none }
        guard let year = numbers.first(where: { $0.count == 4 }).flatMap({ Int($0) }) else {
            return numbers.allSatisfy { $0.count <= 2 } ? .shortYear : .none
        }
        let others = numbers.filter { $0.count != 4 }.compactMap { Int($0) }
        if let named { return others.first.flatMap { Day(year: year, month: named, day: $0) }.map(Reading.day) ?? .none }
        guard others.count == 2, numbers[1].count != 4 else { return .none }
        if numbers[0].count == 4 { return Day(year: year, month: others[0], day: others[1]).map(Reading.day) ?? .none }
        return turned(year, others)
    }

    /// Day and month in the orders of the language; else in any that gives a day.
    private func turned(_ year: Int, _ others: [Int]) -> Reading {
        let dayFirst = Day(year: year, month: others[1], day: others[0])
        let monthFirst = Day(year: year, month: others[0], day: others[1])
        let own = style.orders.compactMap { $0.first { $0 != "y" } == "m" ? monthFirst : dayFirst }
        guard let first = own.first ?? dayFirst ?? monthFirst else { return .none }
        return own.first { $0 != first }.map { .either(first, $0) } ?? .day(first)
    }

    /// Runs of digits and runs of letters.
    private static func parts(_ text: String) -> [String] {
        var parts: [String] = []
        var kind: Bool?
        for character in text.lowercased() {
            let isDigit = ("0"..."9").contains(character)
            guard isDigit || character.isLetter else {
                kind = nil
                continue
            }
            if kind == isDigit { parts[parts.count - 1].append(character) } else { parts.append(String(character)) }
            kind = isDigit
        }
        return parts
    }

    /// The month of a name or of its first three letters or more.
    private func month(of word: String) -> Int? {
        guard let first = word.first, first.isLetter else { return nil }
        let names = style.months.map { DayReader.parts($0.lowercased()).joined() }
        if let whole = names.firstIndex(of: word) { return whole + 1 }
        let begun = names.indices.filter { word.count >= 3 && names[$0].hasPrefix(word) }
        return begun.count == 1 ? begun[0] + 1 : nil
    }
}
