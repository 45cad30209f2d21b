/// Bounds of formulas by interval arithmetic in machine words: the same as ``FormulaSpans`` gives, a hundred times as quick, and none where
/// a number becomes too long or a formula calculates with the calendar.
struct WordSpans {
    /// Bounds of an answer in units of its last digit, or of today.
    let known: (FormulaBase) -> ClosedRange<Int>?
    /// The digits behind the point of the answers to a question.
    let digits: (Int) -> Int

    private typealias Span = (low: WordFraction, high: WordFraction)

    /// Whole numbers of units that lie between the bounds of a formula.
    func units(of formula: Formula, decimals: Int) -> ClosedRange<Int>? {
        guard let span = span(formula), let low = span.low.units(decimals, .ceil), let high = span.high.units(decimals, .floor) else {
            return nil
        }
        return low...max(low, high)
    }

    private func span(_ formula: Formula) -> Span? {
        switch formula {
        case .number(let number): return WordFraction(number.units, decimals: number.decimals).map { ($0, $0) }
        case .day(let day): return (WordFraction(day), WordFraction(day))
        case .today, .question:
            guard let base = formula.base, let run = known(base) else { return nil }
            let digits = if case .question(let number) = base { digits(number) } else { 0 }
            guard let low = WordFraction(run.lowerBound, decimals: digits), let high = WordFraction(run.upperBound, decimals: digits)
            else { return nil }
            return (low, high)
        case .sum(let left, let right): return corners(left, right) { $0.plus($1) }
        case .difference(let left, let right): return corners(left, right) { $0.plus($1.negative) }
        case .product(let left, let right): return corners(left, right) { $0.times($1) }
        case .quotient(let left, let right):
            guard let divisor = span(right), divisor.low.up > 0 || divisor.high.up < 0 else { return nil }
            return corners(left, right) { one, other in other.inverse.flatMap { one.times($0) } }
        case .least(let list): return extreme(list) { $0.min() }
        case .greatest(let list): return extreme(list) { $0.max() }
        case .rounded(let inner, let rounding, let digits):
            guard let span = span(inner), let low = span.low.rounded(digits, rounding), let high = span.high.rounded(digits, rounding)
            else { return nil }
            return (low, high)
        case .amount, .shifted, .between, .date, .part, .endOfMonth: return nil
        }
    }

    private func corners(
        _ left: Formula, _ right: Formula, _ combine: (WordFraction, WordFraction) -> WordFraction?
    ) -> Span? {
        guard let one = span(left), let other = span(right), let first = combine(one.low, other.low),
            let second = combine(one.low, other.high), let third = combine(one.high, other.low), let last = combine(one.high, other.high)
        else { return nil }
        return (min(min(first, second), min(third, last)), max(max(first, second), max(third, last)))
    }

    private func extreme(_ list: [Formula], _ pick: ([WordFraction]) -> WordFraction?) -> Span? {
        var (lows, highs): ([WordFraction], [WordFraction]) = ([], [])
        for part in list {
            guard let span = span(part) else { return nil }
            lows.append(span.low)
            highs.append(span.high)
        }
        guard let low = pick(lows), let high = pick(highs) else { return nil }
        return (low, high)
    }
}

/// An exact number of two machine words, in lowest terms.
struct WordFraction: Comparable {
    let up: Int
    /// More than zero.
    let down: Int

    init(_ value: Int) { (up, down) = (value, 1) }

    init?(_ units: Int, decimals: Int) { self.init(units, over: powerOfTen(decimals)) }

    /// Nil for what is too long.
    private init?(_ up: Int, over down: Int) {
        guard up > Int.min, down > Int.min, down != 0 else { return nil }
        var (rest, divisor) = (abs(up), abs(down))
        while divisor != 0 { (rest, divisor) = (divisor, rest % divisor) }
        let sign = down < 0 ? -rest : rest
        (self.up, self.down) = (up / sign, down / sign)
    }

    var negative: WordFraction { WordFraction(negativeOf: self) }
    var inverse: WordFraction? { WordFraction(down, over: up) }

    private init(negativeOf other: WordFraction) { (up, down) = (-other.up, other.down) }

    func plus(_ other: WordFraction) -> WordFraction? {
        let (one, isOver) = up.multipliedReportingOverflow(by: other.down)
        let (two, isTwoOver) = other.up.multipliedReportingOverflow(by: down)
        let (sum, isSumOver) = one.addingReportingOverflow(two)
        let (below, isBelowOver) = down.multipliedReportingOverflow(by: other.down)
        return isOver || isTwoOver || isSumOver || isBelowOver ? nil : WordFraction(sum, over: below)
    }

    func times(_ other: WordFraction) -> WordFraction? {
        let (above, isOver) = up.multipliedReportingOverflow(by: other.up)
        let (below, isBelowOver) = down.multipliedReportingOverflow(by: other.down)
        return isOver || isBelowOver ? nil : WordFraction(above, over: below)
    }

    /// In units of the last of some digits.
    func units(_ digits: Int, _ rounding: Formula.Rounding) -> Int? {
        guard let power = digits >= 0 ? WordFraction(powerOfTen(digits)) : WordFraction(1, over: powerOfTen(-digits)),
            let scaled = times(power)
        else { return nil }
        switch rounding {
        case .floor: return WordFraction.floored(scaled.up, scaled.down)
        case .ceil: return -WordFraction.floored(-scaled.up, scaled.down)
        case .round:
            let (double, isOver) = abs(scaled.up).multipliedReportingOverflow(by: 2)
            let (sum, isSumOver) = double.addingReportingOverflow(scaled.down)
            let (divisor, isDivisorOver) = scaled.down.multipliedReportingOverflow(by: 2)
            guard !isOver, !isSumOver, !isDivisorOver else { return nil }
            return scaled.up < 0 ? -(sum / divisor) : sum / divisor
        }
    }

    func rounded(_ digits: Int, _ rounding: Formula.Rounding) -> WordFraction? {
        guard let units = units(digits, rounding) else { return nil }
        if digits >= 0 { return WordFraction(units, decimals: digits) }
        let (number, isOver) = units.multipliedReportingOverflow(by: powerOfTen(-digits))
        return isOver ? nil : WordFraction(number)
    }

    private static func floored(_ number: Int, _ divisor: Int) -> Int {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }

    static func < (left: WordFraction, right: WordFraction) -> Bool {
        let (one, other) = (left.up.multipliedFullWidth(by: right.down), right.up.multipliedFullWidth(by: left.down))
        return (one.high, one.low) < (other.high, other.low)
    }
}
