package import Decision
import Forms
package import Words

/// Puts ranges of numbers and dates into words: the one place that does, for pages, pictures, messages and commands.
struct RangeWording: Sendable {
    let questionnaire: Questionnaire

    /// The values of a range; nil where any will do.
    ///
    /// - Parameters:
    ///   - isDate: whether the values are days.
    ///   - isPast: whether they are days up to today, so that "less than 90 days ago" is said of none to come.
    func phrasing(_ range: ValueRange, isDate: Bool, isPast: Bool = false) -> Phrasing? {
        switch (range.low, range.high) {
        case (nil, nil): nil
        case (let low?, nil): self.low(low, isDate, isPast)
        case (nil, let high?): self.high(high, isDate)
        case (let low?, let high?): between(low, high, isDate, isPast)
        }
    }

    /// An open range with a lower end: `18 or more`, `after 1 May 2026`.
    private func low(_ end: Endpoint, _ isDate: Bool, _ isPast: Bool) -> Phrasing {
        if isPast, let span = end.spanAgo { return .pattern(end.side == .before ? "agoAtMost" : "agoLess", ["span": span]) }
        let name =
            switch (isDate, end.side) {
            case (true, .before): end.isDay ? "dateFrom" : "dayFrom"
            case (true, .after): end.isDay ? "dateAfter" : end.isPlain ? "dayAfter" : "dayLaterThan"
            case (false, .before): "rangeFrom"
            case (false, .after): "rangeOver"
            }
        return .pattern(name, ["from": value(end.value)])
    }

    /// An open range with an upper end: `under 18`, `90 days ago or earlier`.
    private func high(_ end: Endpoint, _ isDate: Bool) -> Phrasing {
        if let span = end.spanAgo { return .pattern(end.side == .after ? "agoFrom" : "agoOver", ["span": span]) }
        let name =
            switch (isDate, end.side) {
            case (true, .after): end.isDay ? "dateUpTo" : "dayUpTo"
            case (true, .before): end.isDay ? "dateBefore" : end.isPlain ? "dayBefore" : "dayEarlierThan"
            case (false, .after): "rangeUpTo"
            case (false, .before): "rangeUnder"
            }
        return .pattern(name, ["to": value(end.value)])
    }

    /// A range with two ends: a single value, `3 to 5` where both are included, or both ends said apart.
    private func between(_ low: Endpoint, _ high: Endpoint, _ isDate: Bool, _ isPast: Bool) -> Phrasing {
        if low.side == .before, high.side == .after, low.value == high.value { return single(low.value, isDate) }
        if let (first, last) = whole(low, high) {
            return first == last ? value(first) : .pattern(between(first, last, isDate), ends(first, last))
        }
        if low.side == .before, high.side == .after {
            return .pattern(between(low.value, high.value, isDate), ends(low.value, high.value))
        }
        return .pattern("rangeBoth", ["low": self.low(low, isDate, isPast), "high": secondHigh(high, isDate)])
    }

    /// The pattern of a range with both ends: beside calendar days many languages need other words than beside spans.
    private func between(_ first: Endpoint.Value, _ last: Endpoint.Value, _ isDate: Bool) -> String {
        guard isDate else { return "rangeBetween" }
        return switch (first.isDay, last.isDay) {
        case (true, true): "dateBetween"
        case (true, false): "dateToDay"
        case (false, true): "dayToDate"
        case (false, false): "dayBetween"
        }
    }

    /// The upper end where the lower one is said before it.
    private func secondHigh(_ end: Endpoint, _ isDate: Bool) -> Phrasing {
        if end.side == .before { return high(end, isDate) }
        if let span = end.spanAgo { return .pattern("agoAtLeast", ["span": span]) }
        return .pattern(isDate ? end.isDay ? "dateNoLater" : "dayNoLater" : "rangeAtMost", ["to": value(end.value)])
    }

    /// The first and last value of a range of whole numbers or days.
    private func whole(_ low: Endpoint, _ high: Endpoint) -> (Endpoint.Value, Endpoint.Value)? {
        switch (low.value, high.value) {
        case (.number(let from), .number(let to)) where from.decimals == 0 && to.decimals == 0:
            let first = from.moved(by: low.side == .after ? 1 : 0)
            return (.number(first), .number(to.moved(by: high.side == .before ? -1 : 0)))
        case (.day(let from), .day(let to)):
            let first = Day(number: from.number + (low.side == .after ? 1 : 0)) ?? from
            return (.day(first), .day(Day(number: to.number - (high.side == .before ? 1 : 0)) ?? to))
        default: return nil
        }
    }

    /// `3 to 5 hours`, `£3 to £5`: a unit that follows is said once.
    private func ends(_ first: Endpoint.Value, _ last: Endpoint.Value) -> [String: Phrasing] {
        var from = first
        if case .number(let number) = first, case .number(let other) = last, number.unit == other.unit,
            !(number.unit.map(NumberStyle.isCurrencySign) ?? false)
        {
            from = .number(number.bare)
        }
        return ["from": value(from), "to": value(last)]
    }

    /// A range of one value; of another answer it is said that both are the same.
    private func single(_ value: Endpoint.Value, _ isDate: Bool) -> Phrasing {
        switch value {
        case .answer, .amount: break
        case .number, .day, .today: return self.value(value)
        }
        return .pattern(isDate ? "daySame" : "rangeSame", ["value": self.value(value)])
    }

    /// What an end is told by: `£3`, `18 years ago`, `3 days after the answer to …`.
    private func value(_ value: Endpoint.Value) -> Phrasing {
        switch value {
        case .number(let number): return .number(number)
        case .day(let day): return .day(day)
        case .today(.none): return .word("today")
        case .today(let shift): return .pattern(shift.isBack ? "spanAgo" : "spanAhead", ["span": shift.phrasing])
        case .amount(let other, let shift):
            let base = Phrasing.text(questionnaire.amounts[other].label)
            if shift == .none { return base }
            return .pattern(shift.isBack ? "spanBefore" : "spanAfter", ["span": shift.phrasing, "base": base])
        case .answer(let other, let distance):
            let base = Phrasing.pattern("answerTo", ["question": .text(questionnaire.questions[other].ask.string)])
            switch distance {
            case .shift(.none): return base
            case .shift(let shift):
                return .pattern(shift.isBack ? "spanBefore" : "spanAfter", ["span": shift.phrasing, "base": base])
            case .number(let number):
                let name = number.units < 0 ? "numberLess" : "numberPlus"
                return .pattern(name, ["base": base, "number": .number(number.absolute)])
            }
        }
    }
}

extension Question {
    /// The answers that a question for a number or a date takes.
    package func limits(_ questionnaire: Questionnaire) -> Phrasing {
        let ends: (Endpoint.Value, Endpoint.Value)
        switch kind {
        case .number(let range): ends = (.number(range.quantity(range.from)), .number(range.quantity(range.to)))
        case .date(let range): ends = (range.from.value, range.to.value)
        case .one, .any: return .word("rangeAny")
        }
        let isDate = if case .date = kind { true } else { false }
        let range = ValueRange(low: Endpoint(ends.0, .before), high: Endpoint(ends.1, .after))
        return RangeWording(questionnaire: questionnaire).phrasing(range, isDate: isDate) ?? .word("rangeAny")
    }
}

extension DateBound {
    /// What an end of a range is told by.
    var value: Endpoint.Value {
        switch self {
        case .day(let day): .day(day)
        case .today(let shift): .today(shift)
        }
    }
}

extension Question {
    /// A date that lies in the past, or is today.
    var takesNoLaterThanToday: Bool {
        guard case .date(let range) = kind, case .today(let shift) = range.to else { return false }
        return shift == .none || shift.isBack
    }
}

extension Endpoint {
    /// How long ago it is, of days counted back from today.
    fileprivate var spanAgo: Phrasing? {
        guard case .today(let shift) = value, shift != .none, shift.isBack else { return nil }
        return shift.phrasing
    }

    /// Told by a day of the calendar.
    fileprivate var isDay: Bool { value.isDay }

    /// Told by a day or an answer itself, so that before and after go with it.
    fileprivate var isPlain: Bool {
        switch value {
        case .number, .day, .today(.none), .answer(_, .shift(.none)), .amount(_, .none): true
        case .today, .answer, .amount: false
        }
    }
}

extension Endpoint.Value {
    /// A day of the calendar, and not one that is counted from today or from another answer.
    fileprivate var isDay: Bool { if case .day = self { true } else { false } }
}

extension Quantity {
    fileprivate func moved(by count: Int) -> Quantity {
        Quantity(units: units + count, decimals: decimals, unit: unit, isPlain: isPlain)
    }

    fileprivate var absolute: Quantity { Quantity(units: abs(units), decimals: decimals, unit: unit, isPlain: isPlain) }
}

extension Shift {
    /// Whether it leads back, the longer part deciding.
    var isBack: Bool { months == 0 ? days < 0 : months < 0 }

    /// How long it is: `18 years`, `6 weeks`, `18 years less a day`.
    var phrasing: Phrasing {
        let isYears = unit.map { $0 == .years } ?? (months % 12 == 0)
        let long = Phrasing.counted(abs(isYears ? months / 12 : months), isYears ? "spanYear" : "spanMonth")
        let isWeeks = unit == .weeks && days % 7 == 0
        let short = Phrasing.counted(abs(isWeeks ? days / 7 : days), isWeeks ? "spanWeek" : "spanDay")
        if days == 0 { return long }
        if months == 0 { return short }
        if (months < 0) == (days < 0) { return .pattern("spanAnd", ["long": long, "short": short]) }
        return .pattern(abs(days) == 1 ? "spanLessDay" : "spanLess", ["long": long, "short": short])
    }
}
