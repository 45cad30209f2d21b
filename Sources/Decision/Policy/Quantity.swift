package import Forms

/// A number as people write it: digits and one point, never rounded.
package struct ExactNumber: Sendable, Hashable {
    /// The number without its point.
    package let units: Int
    /// Digits behind the point, as few as it needs.
    package let decimals: Int

    /// Reads `12` and `-3.50`; nil for anything else, and for more than 12 digits before or 6 behind the point.
    package init?(_ text: some StringProtocol) {
        var digits = text.utf8[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...12).contains(parts[0].count) else { return nil }
        var behind = parts.count == 2 ? Array(parts[1]) : []
        guard parts.count == 1 || !behind.isEmpty else { return nil }
        while behind.last == UInt8(ascii: "0") { behind.removeLast() }
        guard behind.count <= 6, (Array(parts[0]) + behind).allSatisfy({ (48...57).contains($0) }) else { return nil }
        let value = (Array(parts[0]) + behind).reduce(0) { $0 * 10 + Int($1) - 48 }
        units = isNegative ? -value : value
        decimals = behind.count
    }

    /// The number `units / 10^decimals`; any digits that it does not need stay.
    package init(units: Int, decimals: Int) {
        self.units = units
        self.decimals = decimals
    }

    /// The least whole number of `10^-digits` that is not below this one.
    package func ceiling(digits: Int) -> Int { -(-units).floorScaled(from: decimals, to: digits) }

    /// The greatest whole number of `10^-digits` that is not above this one.
    package func floor(digits: Int) -> Int { units.floorScaled(from: decimals, to: digits) }
}

extension ExactNumber: CustomStringConvertible {
    /// As cases and links write it: `-3.5`.
    package var description: String { decimal(units, decimals: decimals) }
}

/// A whole number of `10^-decimals`, written as people do.
package func decimal(_ units: Int, decimals: Int) -> String {
    guard decimals > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var text = padded.dropLast(decimals) + "." + padded.suffix(decimals)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return (units < 0 ? "-" : "") + text
}

/// 10 to the power of a small exponent.
package func powerOfTen(_ exponent: Int) -> Int { (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 } }

extension Int {
    /// Rounds down when digits are lost.
    fileprivate func floorScaled(from: Int, to: Int) -> Int {
        if to >= from { return self * powerOfTen(to - from) }
        let divisor = powerOfTen(from - to)
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// A way along the calendar, forward or back: whole months and days, of which one is mostly zero.
package struct Shift: Sendable {
    /// Back if negative.
    package let months: Int
    /// Back if negative; added after the months.
    package let days: Int
    /// In what the author counted; nil where nobody did. Says nothing about where the way leads.
    package let unit: Span.Unit?
    /// Counted from where it leads: back from today to the first day from which so many months lead to today or later. The days
    /// come before the months. Otherwise a day that a month doesn't have is its last; here it is the first of the next month.
    package let isTurned: Bool

    /// No way at all: today itself.
    package static let none = Shift(months: 0, days: 0)

    /// - Parameters:
    ///   - unit: what the author counted in, for printing it again.
    ///   - isTurned: whether it is counted from where it leads.
    package init(months: Int, days: Int, unit: Span.Unit? = nil, isTurned: Bool = false) {
        self.isTurned = isTurned && months != 0
        self.months = months
        self.days = days
        self.unit = unit
    }

    /// - Parameter back: whether the span leads into the past.
    package init(_ span: Span, back: Bool) {
        let sign = back ? -1 : 1
        switch span.unit {
        case .days: self.init(months: 0, days: sign * span.count, unit: .days)
        case .weeks: self.init(months: 0, days: sign * span.count * 7, unit: .weeks)
        case .months: self.init(months: sign * span.count, days: 0, unit: .months)
        case .years: self.init(months: sign * span.count * 12, days: 0, unit: .years)
        }
    }

    /// The number of the day that lies so far from another, both counted from 1970-01-01.
    ///
    /// A day that the month does not have becomes its last. Beyond the calendar (years 1 to 9999) the end of it.
    package func applied(to number: Int) -> Int {
        guard months != 0 else { return number + days }
        if isTurned {
            let start = number + days
            let last = Shift(months: months, days: 0).applied(to: start)
            return last + (Shift(months: -months, days: 0).applied(to: last) < start ? 1 : 0)
        }
        guard let day = Day(number: number) else { return number }
        return (day.adding(Span(count: months, unit: .months))?.number).map { $0 + days } ?? (months < 0 ? -719_162 : 2_932_896)
    }

    /// How a day compares with another that is so far from a base: -1, 0 or 1.
    package func order(of day: Int, from base: Int) -> Int {
        isTurned
            ? (Shift(months: -months, days: 0).applied(to: day) - base - days).signum()
            : (day - applied(to: base)).signum()
    }
}

extension Shift: Hashable {
    /// Two ways are the same if they lead to the same days, whatever they are counted in.
    package static func == (left: Shift, right: Shift) -> Bool {
        left.months == right.months && left.days == right.days && left.isTurned == right.isTurned
    }

    /// Without the unit, as equality.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(months)
        hasher.combine(days)
        hasher.combine(isTurned)
    }
}

extension Shift {
    /// As far the other way.
    package var turned: Shift { Shift(months: -months, days: -days, unit: unit, isTurned: isTurned) }
}
