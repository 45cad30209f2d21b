import Forms

/// What a formula comes to.
enum FormulaValue: Sendable, Hashable {
    case number(Fraction)
    /// Counted from 1970-01-01.
    case day(Int)

    var number: Fraction? { if case .number(let number) = self { number } else { nil } }
    var day: Int? { if case .day(let day) = self { day } else { nil } }
}

/// Calculates formulas, as `questionnaire-formula.js` does; the same vectors hold both to it.
struct FormulaEvaluator {
    let today: Day
    /// Of a question; nil where it has none, or one that can't be calculated with.
    let answer: (Int) -> FormulaValue?
    /// Of another amount.
    let amount: (Int) -> Formula?

    /// Nil where an answer is missing. Types fit, and no divisor is zero: that is proved before.
    func value(_ formula: Formula) -> FormulaValue? {
        switch formula {
        case .number(let number): return .number(Fraction(number))
        case .day(let day): return .day(day)
        case .today: return .day(today.number)
        case .question(let number): return answer(number)
        case .amount(let number): return amount(number).flatMap(value)
        case .sum(let left, let right): return numbers([left, right]).map { .number($0[0] + $0[1]) }
        case .difference(let left, let right): return numbers([left, right]).map { .number($0[0] - $0[1]) }
        case .product(let left, let right): return numbers([left, right]).map { .number($0[0] * $0[1]) }
        case .quotient(let left, let right):
            guard let both = numbers([left, right]), !both[1].isZero else { return nil }
            return .number(both[0] / both[1])
        case .least(let list): return extreme(list, isLeast: true)
        case .greatest(let list): return extreme(list, isLeast: false)
        case .rounded(let inner, let rounding, let digits):
            return value(inner)?.number.map { .number($0.rounded(digits: digits, rounding)) }
        case .shifted, .between, .date, .part, .endOfMonth: return calendar(formula)
        }
    }

    private func calendar(_ formula: Formula) -> FormulaValue? {
        switch formula {
        case .shifted(let day, let count, let unit):
            guard let day = value(day)?.day, let count = value(count)?.number else { return nil }
            return .day(CalendarMath.shifted(day, by: count.numerator, unit))
        case .between(let first, let second, let unit):
            guard let first = value(first)?.day, let second = value(second)?.day else { return nil }
            return .number(Fraction(FormulaEvaluator.between(first, second, unit)))
        case .date(let year, let month, let day):
            guard let parts = numbers([year, month, day])?.map(\.numerator) else { return nil }
            return .day(CalendarMath.day(year: parts[0], month: parts[1], day: parts[2]))
        case .part(let part, let day):
            guard let found = value(day)?.day.flatMap({ Day(number: $0) }) else { return nil }
            return .number(Fraction(part == .year ? found.year : part == .month ? found.month : found.day))
        case .endOfMonth(let day): return value(day)?.day.map { .day(CalendarMath.endOfMonth($0)) }
        default: return nil
        }
    }

    static func between(_ first: Int, _ second: Int, _ unit: Span.Unit) -> Int {
        switch unit {
        case .days: second - first
        case .weeks: (second - first) / 7
        case .months: CalendarMath.months(from: first, to: second)
        case .years: CalendarMath.months(from: first, to: second) / 12
        }
    }

    private func numbers(_ list: [Formula]) -> [Fraction]? {
        let found = list.compactMap { value($0)?.number }
        return found.count == list.count ? found : nil
    }

    private func extreme(_ list: [Formula], isLeast: Bool) -> FormulaValue? {
        let values = list.compactMap(value)
        guard values.count == list.count, let first = values.first else { return nil }
        if first.day != nil {
            let days = values.compactMap(\.day)
            return (isLeast ? days.min() : days.max()).map(FormulaValue.day)
        }
        let numbers = values.compactMap(\.number)
        return (isLeast ? numbers.min() : numbers.max()).map(FormulaValue.number)
    }
}
