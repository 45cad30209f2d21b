import Forms

/// A formula, or a part of one, with what is known of it and where it is written.
struct TypedFormula {
    let formula: Formula
    let type: FormulaType
    let run: Range<Int>
    /// Behind a number: `90 days`, which only a date can be moved by.
    var span: Span.Unit?
}

/// What formulas may combine, and what comes of it.
enum FormulaRules {
    /// Numbers of a formula have at most so many digits: more are a mistake, and would take long.
    static let mostDigits = 1000

    static func sum(_ left: TypedFormula, _ right: TypedFormula, isMinus: Bool) throws(FormulaFault) -> TypedFormula {
        let run = left.run.lowerBound..<right.run.upperBound
        if left.type.kind == .day || right.span != nil { return try moved(left, right, isMinus: isMinus) }
        try requireNumbers([left, right], isMinus ? "subtracted from" : "added to")
        let unit = try commonUnit([left, right], isMinus ? "subtracted" : "added")
        let other = isMinus ? (-right.type.high, -right.type.low) : (right.type.low, right.type.high)
        let type = FormulaType(
            kind: .number, unit: unit, decimals: most(left.type.decimals, right.type.decimals), low: left.type.low + other.0,
            high: left.type.high + other.1, digits: left.type.digits + right.type.digits + 1)
        return try checked(isMinus ? .difference(left.formula, right.formula) : .sum(left.formula, right.formula), type, run)
    }

    /// A date plus or minus a span.
    private static func moved(_ day: TypedFormula, _ count: TypedFormula, isMinus: Bool) throws(FormulaFault) -> TypedFormula {
        let run = day.run.lowerBound..<count.run.upperBound
        guard day.type.kind == .day else {
            throw FormulaFault(
                message: "a span of time can only be added to a date, and this is \(day.type.words)",
                help: "write a question with a date, `today` or date(…) before it", run: day.run)
        }
        guard let unit = count.span else {
            throw FormulaFault(
                message: count.type.kind == .day
                    ? "two dates cannot be \(isMinus ? "subtracted" : "added")"
                    : "a number cannot be \(isMinus ? "subtracted from" : "added to") a date",
                help: count.type.kind == .day
                    ? "write days-between(…, …), months-between or years-between" : "say what it counts: days, weeks, months or years",
                run: count.run)
        }
        let sign = isMinus ? -1 : 1
        let ends = [count.type.low, count.type.high].map { sign == 1 ? $0.numerator : -$0.numerator }.sorted()
        let days = day.type.days
        let formula: Formula =
            if case .number(let number) = count.formula, isMinus {
                .number(ExactNumber(units: -number.units, decimals: number.decimals))
            } else {
                isMinus ? .difference(.number(ExactNumber(units: 0, decimals: 0)), count.formula) : count.formula
            }
        let type = FormulaType.day(
            CalendarMath.shifted(days.lowerBound, by: ends[0], unit), CalendarMath.shifted(days.upperBound, by: ends[1], unit))
        return TypedFormula(formula: .shifted(day.formula, by: formula, unit), type: type, run: run)
    }

    static func product(_ left: TypedFormula, _ right: TypedFormula) throws(FormulaFault) -> TypedFormula {
        try requireNumbers([left, right], "multiplied by")
        for part in [left, right] where part.type.unit == "%" {
            throw FormulaFault(message: "this is in percent", help: "divide it by 100 first: (… / 100)", run: part.run)
        }
        if FormulaType.isMoney(left.type.unit), FormulaType.isMoney(right.type.unit) {
            throw FormulaFault(
                message: "two sums of money cannot be multiplied", help: "multiply one of them by a number without a currency",
                run: left.run.lowerBound..<right.run.upperBound)
        }
        let ends = corners(left.type, right.type, *)
        let unit = [left.type.unit, right.type.unit].first(where: FormulaType.isMoney) ?? nil
        let type = FormulaType(
            kind: .number, unit: unit, decimals: left.type.decimals.flatMap { own in right.type.decimals.map { own + $0 } },
            low: ends.low, high: ends.high, digits: left.type.digits + right.type.digits)
        return try checked(.product(left.formula, right.formula), type, left.run.lowerBound..<right.run.upperBound)
    }

    static func quotient(_ left: TypedFormula, _ right: TypedFormula) throws(FormulaFault) -> TypedFormula {
        try requireNumbers([left, right], "divided by")
        guard right.type.low > .zero || right.type.high < .zero else {
            throw FormulaFault(
                message: right.type.isKnown ? "nothing can be divided by 0" : "this may be 0: it is \(right.type.range)",
                help: right.type.isKnown
                    ? "divide by another number" : "let the question start above 0, or divide by max(…, 1)", run: right.run)
        }
        let ends = corners(left.type, right.type, /)
        let money = FormulaType.isMoney(left.type.unit) && !FormulaType.isMoney(right.type.unit)
        let type = FormulaType(
            kind: .number, unit: money ? left.type.unit : nil, decimals: FormulaType.decimals(of: left.type.decimals, over: right.type),
            low: ends.low, high: ends.high, digits: left.type.digits + right.type.digits)
        return try checked(.quotient(left.formula, right.formula), type, left.run.lowerBound..<right.run.upperBound)
    }

    static func negative(_ part: TypedFormula, _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        let zero = TypedFormula(
            formula: .number(ExactNumber(units: 0, decimals: 0)), type: .number(ExactNumber(units: 0, decimals: 0)), run: run)
        guard case .number(let number) = part.formula else {
            let found = try sum(zero, part, isMinus: true)
            return TypedFormula(formula: found.formula, type: found.type, run: run)
        }
        let turned = ExactNumber(units: -number.units, decimals: number.decimals)
        return TypedFormula(formula: .number(turned), type: .number(turned), run: run)
    }

    /// The least and greatest of what comes of the ends of two ranges.
    private static func corners(
        _ left: FormulaType, _ right: FormulaType, _ combine: (Fraction, Fraction) -> Fraction
    ) -> (low: Fraction, high: Fraction) {
        let first = combine(left.low, right.low)
        let all = [first, combine(left.low, right.high), combine(left.high, right.low), combine(left.high, right.high)]
        return (all.min() ?? first, all.max() ?? first)
    }

    /// The more digits, if both end.
    static func most(_ left: Int?, _ right: Int?) -> Int? { left.flatMap { own in right.map { max(own, $0) } } }

    /// Numbers that are too long are refused.
    static func checked(_ formula: Formula, _ type: FormulaType, _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        guard type.digits <= mostDigits else {
            throw FormulaFault(
                message: "this may have more than \(mostDigits) digits", help: "round what is multiplied or divided: round(…, 2)", run: run)
        }
        return TypedFormula(formula: formula, type: type, run: run)
    }

    /// - Parameter what: such as "added to".
    static func requireNumbers(_ parts: [TypedFormula], _ what: String) throws(FormulaFault) {
        for part in parts {
            if part.span != nil {
                throw FormulaFault(
                    message: "a span of time cannot be \(what) anything here",
                    help: "write the number without its unit, or put the span after a date: today + 90 days", run: part.run)
            }
            guard part.type.kind == .day else { continue }
            throw FormulaFault(
                message: "a date cannot be \(what) a number",
                help: "use days-between(…, …), year(…) or another function that makes a number of it", run: part.run)
        }
    }

    /// The unit of parts that are added or compared.
    static func commonUnit(_ parts: [TypedFormula], _ what: String) throws(FormulaFault) -> String? {
        var unit: String?
        for part in parts {
            guard FormulaType.isSame(unit, part.type.unit) else {
                throw FormulaFault(
                    message: "\(unit ?? "") and \(part.type.unit ?? "") cannot be \(what)",
                    help: "give both the same unit, or multiply one of them by what the other costs or counts", run: part.run)
            }
            unit = unit ?? part.type.unit
        }
        return unit
    }
}
