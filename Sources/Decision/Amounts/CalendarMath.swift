import Forms

/// Arithmetic of days, numbered from 1970-01-01, within the years 1 to 9999: what lies beyond them is their first or last day.
///
/// A day that a month doesn't have is the last of that month.
enum CalendarMath {
    /// The first and the last day of all.
    static let days = -719_162...2_932_896

    /// - Parameter count: whole; how large it is doesn't matter.
    static func shifted(_ day: Int, by count: BigInteger, _ unit: Span.Unit) -> Int {
        let most = 10_000_000
        let count = min(max(count.int ?? (count.isNegative ? -most : most), -most), most)
        switch unit {
        case .days: return clamped(day + count)
        case .weeks: return clamped(day + 7 * count)
        case .months, .years: return clamped(Shift(months: count * (unit == .years ? 12 : 1), days: 0).applied(to: day))
        }
    }

    /// How many whole months lie between two days; negative if the second is earlier.
    static func months(from first: Int, to second: Int) -> Int {
        guard first <= second else { return -months(from: second, to: first) }
        guard let start = Day(number: first), let end = Day(number: second) else { return 0 }
        let months = (end.year - start.year) * 12 + end.month - start.month
        return Shift(months: months, days: 0).applied(to: first) <= second ? months : months - 1
    }

    /// A day of which the parts are calculated.
    static func day(year: BigInteger, month: BigInteger, day: BigInteger) -> Int {
        guard let year = year.int, year >= 1 else { return days.lowerBound }
        guard year <= 9999 else { return days.upperBound }
        let month = min(max(month.int ?? 12, 1), 12)
        let last = Day.length(ofMonth: month, year: year)
        return Day(year: year, month: month, day: min(max(day.int ?? last, 1), last))?.number ?? days.lowerBound
    }

    /// The last day of the same month.
    static func endOfMonth(_ day: Int) -> Int {
        guard let found = Day(number: day) else { return day }
        return day - found.day + Day.length(ofMonth: found.month, year: found.year)
    }

    private static func clamped(_ day: Int) -> Int { min(max(day, days.lowerBound), days.upperBound) }
}
