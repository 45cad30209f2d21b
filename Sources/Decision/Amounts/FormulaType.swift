import Forms

/// What is known of a formula before anything is answered.
struct FormulaType: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case number, day }

    var kind: Kind
    /// What is counted; nil for what may be anything, such as a number as it is written.
    var unit: String?
    /// The most digits behind the point; nil if they may never end.
    var decimals: Int?
    /// The least value, of a day its number.
    var low: Fraction
    /// The greatest value.
    var high: Fraction
    /// A bound on the digits that its exact value takes.
    var digits: Int

    /// Between two days.
    static func day(_ low: Int, _ high: Int) -> FormulaType {
        FormulaType(kind: .day, unit: nil, decimals: 0, low: Fraction(low), high: Fraction(high), digits: 7)
    }

    /// A whole number between two.
    static func count(_ low: Int, _ high: Int, unit: String? = nil) -> FormulaType {
        FormulaType(kind: .number, unit: unit, decimals: 0, low: Fraction(low), high: Fraction(high), digits: 20)
    }

    /// Any day.
    static let anyDay = FormulaType.day(CalendarMath.days.lowerBound, CalendarMath.days.upperBound)

    /// A number that is known.
    static func number(_ number: ExactNumber, unit: String? = nil) -> FormulaType {
        let value = Fraction(number)
        return FormulaType(kind: .number, unit: unit, decimals: number.decimals, low: value, high: value, digits: 20)
    }

    /// The answers of a question that can be calculated with; nil for others.
    init?(_ kind: Question.Kind) {
        switch kind {
        case .one, .any: return nil
        case .number(let range):
            self.init(
                kind: .number, unit: range.unit, decimals: range.decimals, low: Fraction(range.from), high: Fraction(range.to), digits: 20)
        case .date(let range):
            let ends = [range.from, range.to].map { bound in
                if case .day(let day) = bound { day.number...day.number } else { CalendarMath.days }
            }
            self = .day(ends[0].lowerBound, ends[1].upperBound)
        }
    }

    init(kind: Kind, unit: String?, decimals: Int?, low: Fraction, high: Fraction, digits: Int) {
        (self.kind, self.unit, self.decimals) = (kind, unit, decimals)
        (self.low, self.high, self.digits) = (low, high, digits)
    }

    /// Whether all its values are whole.
    var isWhole: Bool { decimals == 0 }
    /// Whether it has one value only.
    var isKnown: Bool { low == high }
    /// Both ends as days.
    var days: ClosedRange<Int> {
        let (low, high) = (low.numerator.int ?? 0, high.numerator.int ?? 0)
        return low...max(low, high)
    }

    /// In words, for messages.
    var words: String { kind == .day ? "a date" : unit.map { "in \($0)" } ?? "a number" }

    /// Its values in words, for messages.
    var range: String {
        let ends = [low, high].map { end in
            if kind == .day { return end.numerator.int.flatMap { Day(number: $0)?.description } ?? "" }
            return end.exact(decimals: 6)?.description ?? end.rounded(digits: 2, .round).exact(decimals: 2)?.description ?? "a huge number"
        }
        return ends[0] == ends[1] ? ends[0] : "from \(ends[0]) to \(ends[1])"
    }
}

extension FormulaType {
    /// Whether two units say the same: one that is not said fits every other, and one day has another form than two.
    static func isSame(_ one: String?, _ other: String?) -> Bool {
        guard let one = one?.lowercased(), let other = other?.lowercased() else { return true }
        let single: (String) -> Substring = { $0.hasSuffix("s") ? $0.dropLast() : $0[...] }
        return single(one) == single(other)
    }

    /// Whether a unit is a currency: by its sign, or by a code of three capitals.
    static func isMoney(_ unit: String?) -> Bool {
        guard let unit else { return false }
        return unit.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
            || unit.utf8.count == 3 && unit.utf8.allSatisfy { (65...90).contains($0) }
    }

    /// The digits behind the point of what is divided by a number; nil if there may be no end of them.
    static func decimals(of decimals: Int?, over divisor: FormulaType) -> Int? {
        guard let decimals, divisor.isKnown, !divisor.low.isZero else { return nil }
        let inverse = Fraction.one / divisor.low
        return (0...18).first { (inverse * Fraction.powerOfTen($0)).denominator == .one }.map { decimals + $0 }
    }
}
