import Diagnostics
import Forms

/// The functions of formulas.
enum FormulaFunctions {
    /// For "did you mean".
    static let names = [
        "min", "max", "round", "floor", "ceil", "days-between", "weeks-between", "months-between", "years-between", "date", "year", "month",
        "day", "end-of-month",
    ]

    /// What a call comes to.
    static func call(_ name: String, _ arguments: [TypedFormula], _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        switch name {
        case "min", "max": return try extreme(name, arguments, run)
        case "round", "floor", "ceil": return try rounded(name, arguments, run)
        case "date": return try date(arguments, run)
        case "year", "month", "day": return try part(name, arguments, run)
        case "end-of-month":
            let day = try days(name, arguments, count: 1, run)[0]
            let ends = day.type.days
            let type = FormulaType.day(CalendarMath.endOfMonth(ends.lowerBound), CalendarMath.endOfMonth(ends.upperBound))
            return TypedFormula(formula: .endOfMonth(day.formula), type: type, run: run)
        default:
            guard let unit = Span.Unit.allCases.first(where: { name == "\($0.rawValue)-between" }) else {
                throw FormulaFault(
                    message: "there is no function \"\(name)\"",
                    help: Suggestion.help(for: name, among: names) ?? Suggestion.thereAre(names),
                    run: run, isUnknownName: true)
            }
            return try between(unit, days(name, arguments, count: 2, run), run)
        }
    }

    private static func extreme(_ name: String, _ list: [TypedFormula], _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        guard list.count > 1 else {
            throw FormulaFault(message: "\(name) compares two or more numbers", help: "write \(name)(x, 100)", run: run)
        }
        let isDay = list.contains { $0.type.kind == .day }
        if isDay {
            for part in list where part.type.kind != .day || part.span != nil {
                throw FormulaFault(message: "\(name) cannot compare a date with a number", help: "compare dates with dates", run: part.run)
            }
        } else {
            try FormulaRules.requireNumbers(list, "compared with")
        }
        let pick: ([Fraction]) -> Fraction = { (name == "min" ? $0.min() : $0.max()) ?? .zero }
        let type = FormulaType(
            kind: isDay ? .day : .number, unit: try FormulaRules.commonUnit(list, "compared"),
            decimals: list.reduce(0) { FormulaRules.most($0, $1.type.decimals) }, low: pick(list.map(\.type.low)),
            high: pick(list.map(\.type.high)), digits: list.map(\.type.digits).max() ?? 0)
        let formulas = list.map(\.formula)
        return TypedFormula(formula: name == "min" ? .least(formulas) : .greatest(formulas), type: type, run: run)
    }

    private static func rounded(_ name: String, _ list: [TypedFormula], _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        guard let first = list.first, list.count <= 2, let rounding = Formula.Rounding(rawValue: name) else {
            throw FormulaFault(
                message: "\(name) takes a number, and how many digits to keep behind the point", help: "write \(name)(x) or \(name)(x, 2)",
                run: run)
        }
        try FormulaRules.requireNumbers([first], "rounded like")
        var digits = 0
        if let second = list.dropFirst().first {
            guard case .number(let number) = second.formula, number.decimals == 0, (-6...6).contains(number.units) else {
                throw FormulaFault(
                    message: "the digits to keep have to be a whole number from -6 to 6", help: "write \(name)(x, 2)", run: second.run)
            }
            digits = number.units
        }
        let ends = [first.type.low, first.type.high].map { $0.rounded(digits: digits, rounding) }
        let type = FormulaType(
            kind: .number, unit: first.type.unit, decimals: max(0, digits), low: ends[0], high: ends[1],
            digits: min(first.type.digits, [ends[0], ends[1]].map { $0.numerator.limbs.count * 10 }.max() ?? 0) + 8)
        return TypedFormula(formula: .rounded(first.formula, rounding, digits: digits), type: type, run: run)
    }

    private static func date(_ list: [TypedFormula], _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        guard list.count == 3 else {
            throw FormulaFault(message: "date takes a year, a month and a day", help: "write date(2026, 11, 21)", run: run)
        }
        try FormulaRules.requireNumbers(list, "used as a part of")
        for (part, (name, most)) in zip(list, [("year", 9999), ("month", 12), ("day", 31)]) {
            guard part.type.isWhole, part.type.low >= .one, part.type.high <= Fraction(most) else {
                throw FormulaFault(
                    message: "a \(name) is a whole number from 1 to \(most), and this may be \(part.type.range)",
                    help: "limit it with min and max, or round it", run: part.run)
            }
        }
        let ends = [\FormulaType.low, \.high].map { end in
            let parts = list.map { $0.type[keyPath: end].numerator }
            return CalendarMath.day(year: parts[0], month: parts[1], day: parts[2])
        }
        return TypedFormula(
            formula: .date(list[0].formula, list[1].formula, list[2].formula), type: .day(ends[0], ends[1]), run: run)
    }

    private static func part(_ name: String, _ list: [TypedFormula], _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        let day = try days(name, list, count: 1, run)[0]
        guard let part = Formula.DatePart(rawValue: name) else { return day }
        let years = [day.type.days.lowerBound, day.type.days.upperBound].map { Day(number: $0)?.year ?? 1 }
        let type: FormulaType =
            switch part {
            case .year: .count(years[0], years[1])
            case .month: .count(1, 12)
            case .day: .count(1, 31)
            }
        return TypedFormula(formula: .part(part, day.formula), type: type, run: run)
    }

    private static func between(_ unit: Span.Unit, _ list: [TypedFormula], _ run: Range<Int>) -> TypedFormula {
        let (first, second) = (list[0].type.days, list[1].type.days)
        let type = FormulaType.count(
            FormulaEvaluator.between(first.upperBound, second.lowerBound, unit),
            FormulaEvaluator.between(first.lowerBound, second.upperBound, unit), unit: unit.rawValue)
        return TypedFormula(formula: .between(list[0].formula, list[1].formula, unit), type: type, run: run)
    }

    private static func days(
        _ name: String, _ list: [TypedFormula], count: Int, _ run: Range<Int>
    ) throws(FormulaFault) -> [TypedFormula] {
        guard list.count == count else {
            throw FormulaFault(
                message: "\(name) takes \(count == 1 ? "one date" : "two dates")",
                help: count == 1 ? "write \(name)(today)" : "write \(name)(FROM, TO), with the earlier date first", run: run)
        }
        for part in list where part.type.kind != .day || part.span != nil {
            throw FormulaFault(
                message: "\(name) takes dates, and this is \(part.type.words)",
                help: "name a question with a date, `today` or a date such as 2026-11-21",
                run: part.run)
        }
        return list
    }
}
