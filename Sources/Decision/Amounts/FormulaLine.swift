import Forms

/// The one thing on which a formula rests: an answer, or how far two of them are apart. Its values are whole numbers.
enum FormulaLine: Sendable, Hashable {
    /// A number in units of its last digit, or a day.
    case question(Int)
    /// The first minus the second, in units of the last digit of both.
    case difference(Int, Int)
    /// Whole units from one day to another.
    case between(MovedDay, MovedDay, Span.Unit, Formula)

    /// Nil for a formula of more, or of something else.
    init?(_ formula: Formula) {
        let bases = formula.bases
        switch bases.count {
        case 1:
            guard case .question(let number)? = bases.first else { return nil }
            self = .question(number)
        case 2:
            var found: Set<FormulaLine> = []
            guard FormulaLine.collect(formula, bases, &found), found.count == 1, let line = found.first else { return nil }
            self = line
        default: return nil
        }
    }

    /// Finds the innermost parts that rest on both; whether no other part rests on one of them.
    private static func collect(_ formula: Formula, _ bases: Set<FormulaBase>, _ found: inout Set<FormulaLine>) -> Bool {
        if let (first, second) = difference(formula) {
            found.insert(.difference(first, second))
            return true
        }
        if case .between(let first, let second, let unit) = formula, let from = MovedDay(first), let to = MovedDay(second),
            from.base != to.base
        {
            found.insert(.between(from, to, unit, formula))
            return true
        }
        for part in formula.parts where !part.bases.isEmpty {
            guard part.bases == bases, collect(part, bases, &found) else { return false }
        }
        return !formula.parts.isEmpty
    }

    /// The questions of a formula that is a multiple of their difference, and a number; the lower number first.
    private static func difference(_ formula: Formula) -> (Int, Int)? {
        guard let linear = LinearFormula(formula), linear.factors.count == 2, linear.factors.values.reduce(.zero, +).isZero else {
            return nil
        }
        let questions = linear.factors.keys.compactMap { if case .question(let number) = $0 { number } else { nil } }.sorted()
        return questions.count == 2 ? (questions[0], questions[1]) : nil
    }

    /// What a part of a formula is on a stretch of the line; nil for what is made of other parts.
    ///
    /// - Parameter decimals: the digits behind the point of the line's numbers.
    func span(of formula: Formula, on run: ClosedRange<Int>, decimals: Int) -> FormulaSpan? {
        let unit = Fraction.powerOfTen(-decimals)
        let (low, high) = (Fraction(run.lowerBound) * unit, Fraction(run.upperBound) * unit)
        switch self {
        case .question(let number): return formula == .question(number) ? FormulaSpan(low, high, .up) : nil
        case .between(_, _, _, let own): return formula == own ? FormulaSpan(low, high, .up) : nil
        case .difference(let first, let second):
            guard let linear = LinearFormula(formula), linear.factors.count == 2, let factor = linear.factors[.question(first)],
                let other = linear.factors[.question(second)], (factor + other).isZero
            else { return nil }
            let ends = [low * factor + linear.rest, high * factor + linear.rest]
            return factor > .zero ? FormulaSpan(ends[0], ends[1], .up) : FormulaSpan(ends[1], ends[0], .down)
        }
    }
}
