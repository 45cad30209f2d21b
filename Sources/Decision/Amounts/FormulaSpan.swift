import Forms

/// What a formula comes to on a stretch of a line: bounds of its values, and which way they go.
struct FormulaSpan: Sendable {
    /// Not more than any value; a day by its number.
    let low: Fraction
    /// Not less than any value.
    let high: Fraction
    let course: Course

    /// Which way values go along the line.
    enum Course: Sendable {
        case constant, up, down
        /// Both ways, or it isn't known.
        case mixed

        var flipped: Course {
            switch self {
            case .up: .down
            case .down: .up
            case .constant, .mixed: self
            }
        }

        /// Of what goes up with both.
        static func joined(_ courses: [Course]) -> Course {
            courses.reduce(.constant) { joint, next in
                joint == .constant ? next : next == .constant || next == joint ? joint : .mixed
            }
        }
    }

    init(_ low: Fraction, _ high: Fraction, _ course: Course) {
        (self.low, self.high) = (low, high)
        self.course = low == high ? .constant : course
    }
}

/// Bounds of formulas by interval arithmetic, and whether they only rise or only fall.
///
/// Exact where a stretch is one point, and where a formula only rises or falls and none of its parts goes the other way; elsewhere as wide
/// as it may be. Halving a stretch makes the bounds closer.
struct FormulaSpans {
    /// What a part of a formula is on the line itself; nil for what is made of other parts.
    let known: (Formula) -> FormulaSpan?

    /// Nil for what rests on something that is not on the line, and for divisors that may be zero.
    func span(_ formula: Formula) -> FormulaSpan? {
        if let known = known(formula) { return known }
        switch formula {
        case .number(let number): return FormulaSpan(Fraction(number), Fraction(number), .constant)
        case .day(let day): return FormulaSpan(Fraction(day), Fraction(day), .constant)
        case .today, .question, .amount: return nil
        case .product: return spans(formula).map { product($0[0], $0[1]) }
        case .quotient: return spans(formula).flatMap { quotient($0[0], $0[1]) }
        case .sum: return spans(formula).map { FormulaSpan($0[0].low + $0[1].low, $0[0].high + $0[1].high, .joined($0.map(\.course))) }
        case .difference:
            return spans(formula).map {
                FormulaSpan($0[0].low - $0[1].high, $0[0].high - $0[1].low, .joined([$0[0].course, $0[1].course.flipped]))
            }
        case .least, .greatest:
            let isLeast = if case .least = formula { true } else { false }
            return spans(formula).map { parts in
                let (lows, highs) = (parts.map(\.low), parts.map(\.high))
                return FormulaSpan(
                    (isLeast ? lows.min() : lows.max()) ?? .zero, (isLeast ? highs.min() : highs.max()) ?? .zero,
                    .joined(parts.map(\.course)))
            }
        case .rounded(let inner, let rounding, let digits):
            return span(inner).map {
                FormulaSpan($0.low.rounded(digits: digits, rounding), $0.high.rounded(digits: digits, rounding), $0.course)
            }
        case .shifted, .between, .date, .part, .endOfMonth: return calendar(formula)
        }
    }

    private func spans(_ formula: Formula) -> [FormulaSpan]? {
        var found: [FormulaSpan] = []
        for part in formula.parts {
            guard let span = span(part) else { return nil }
            found.append(span)
        }
        return found
    }

    private func product(_ left: FormulaSpan, _ right: FormulaSpan) -> FormulaSpan {
        let ends = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high]
        return FormulaSpan(
            ends.min() ?? .zero, ends.max() ?? .zero,
            .joined([scaled(left.course, by: right), scaled(right.course, by: left)]))
    }

    private func quotient(_ left: FormulaSpan, _ right: FormulaSpan) -> FormulaSpan? {
        guard right.low > .zero || right.high < .zero else { return nil }
        let ends = [left.low / right.low, left.low / right.high, left.high / right.low, left.high / right.high]
        return FormulaSpan(
            ends.min() ?? .zero, ends.max() ?? .zero,
            .joined([scaled(left.course, by: right), scaled(right.course.flipped, by: left)]))
    }

    /// Which way a factor's part goes, by the sign of the other.
    private func scaled(_ course: FormulaSpan.Course, by other: FormulaSpan) -> FormulaSpan.Course {
        if course == .constant { return .constant }
        return other.low >= .zero ? course : other.high <= .zero ? course.flipped : .mixed
    }

    private func calendar(_ formula: Formula) -> FormulaSpan? {
        guard let parts = spans(formula) else { return nil }
        let (lows, highs) = (parts.map(\.low.numerator), parts.map(\.high.numerator))
        let days = { (ends: [BigInteger], index: Int) in ends[index].int ?? 0 }
        let made = { (low: Int, high: Int, course: FormulaSpan.Course) in FormulaSpan(Fraction(low), Fraction(high), course) }
        switch formula {
        case .shifted(_, _, let unit):
            return made(
                CalendarMath.shifted(days(lows, 0), by: lows[1], unit), CalendarMath.shifted(days(highs, 0), by: highs[1], unit),
                .joined(parts.map(\.course)))
        case .between(_, _, let unit):
            return made(
                FormulaEvaluator.between(days(highs, 0), days(lows, 1), unit),
                FormulaEvaluator.between(days(lows, 0), days(highs, 1), unit),
                .joined([parts[0].course.flipped, parts[1].course]))
        case .date:
            return made(
                CalendarMath.day(year: lows[0], month: lows[1], day: lows[2]),
                CalendarMath.day(year: highs[0], month: highs[1], day: highs[2]),
                .joined(parts.map(\.course)))
        case .endOfMonth:
            return made(CalendarMath.endOfMonth(days(lows, 0)), CalendarMath.endOfMonth(days(highs, 0)), parts[0].course)
        case .part(let part, _):
            guard let low = Day(number: days(lows, 0)), let high = Day(number: days(highs, 0)) else { return nil }
            switch part {
            case .year: return made(low.year, high.year, parts[0].course)
            case .month: return low.year == high.year ? made(low.month, high.month, parts[0].course) : made(1, 12, .mixed)
            case .day:
                return low.year == high.year && low.month == high.month ? made(low.day, high.day, parts[0].course) : made(1, 31, .mixed)
            }
        default: return nil
        }
    }
}
