/// A day of the calendar (proleptic Gregorian), without time or zone.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 1 to 9999.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    /// Nil for a day that does not exist, and outside the years 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Day.length(ofMonth: month, year: year) else { return nil }
        self.init(unchecked: year, month, day)
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-11-21`, nothing else.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { part -> Int? in
            part.reduce(Optional(0)) { sum, byte in
                guard let sum, (48...57).contains(byte) else { return nil }
                return sum * 10 + Int(byte) - 48
            }
        }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// ISO 8601, extended format: `2026-11-21`.
    package var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// Earlier days come first.
    package static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Day {
    /// Days since 1970-01-01; negative before.
    ///
    /// Algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    package var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day with this number of days since 1970-01-01; nil outside the years 1 to 9999.
    ///
    /// The reverse of ``number``: `civil_from_days` of the same source.
    package init?(number: Int) {
        guard (-719_162...2_932_896).contains(number) else { return nil }
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let index = (5 * dayOfYear + 2) / 153
        let month = index < 10 ? index + 3 : index - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * index + 2) / 5 + 1
        )
    }

    /// The day a span later; a day that the month does not have becomes its last. Nil beyond the year 9999.
    package func adding(_ span: Span) -> Day? {
        switch span.unit {
        case .days: return Day(number: number + span.count)
        case .weeks: return Day(number: number + span.count * 7)
        case .months, .years:
            let months = year * 12 + month - 1 + span.count * (span.unit == .years ? 12 : 1)
            guard months >= 12, months < 120_000 else { return nil }
            let (year, month) = (months / 12, months % 12 + 1)
            return Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
        }
    }

    /// In days; February of a leap year has 29.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// A length of time in calendar units: `6 months`.
package struct Span: Hashable, Sendable {
    /// The units that people name; months and years differ in length.
    package enum Unit: String, CaseIterable, Sendable { case days, weeks, months, years }

    /// How many of the unit.
    package let count: Int
    /// What is counted.
    package let unit: Unit

    /// Any count, also none or a negative one.
    package init(count: Int, unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Reads `1 day`, `6 months`: a whole number from 1 to 9999 and a unit.
    package init?(_ text: some StringProtocol) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let count = Int(words[0]), (1...9999).contains(count) else { return nil }
        guard let unit = Unit.allCases.first(where: { $0.rawValue == words[1] || $0.rawValue.dropLast() == words[1] })
        else { return nil }
        self.init(count: count, unit: unit)
    }
}
