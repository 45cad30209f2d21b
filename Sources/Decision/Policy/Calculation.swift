/// What several answers come to together, as conditions compare it: a whole number of units of its last digit, or a day.
///
/// An amount of one answer, or of how far two are apart, is compared by ranges of those. Any other is a variable of its own, whose ranges
/// lie between the numbers that it is compared with, and which is calculated where its answers are known.
package struct Calculation: Sendable, Hashable {
    /// How it is calculated; it names no amounts.
    package let formula: Formula
    /// The questions that it rests on, ascending: one at least.
    package let questions: [Int]
    /// The digits behind the point that it may have; none for a day.
    package let decimals: Int
    /// Whether it is a day.
    package let isDay: Bool

    /// Nil for a formula of no answers.
    init?(_ formula: Formula, decimals: Int, isDay: Bool) {
        let questions = formula.questions.sorted()
        guard !questions.isEmpty else { return nil }
        self.init(formula: formula, questions: questions, decimals: decimals, isDay: isDay)
    }

    private init(formula: Formula, questions: [Int], decimals: Int, isDay: Bool) {
        (self.formula, self.questions, self.decimals, self.isDay) = (formula, questions, decimals, isDay)
    }

    /// The same with other numbers for the questions.
    func renumbered(_ places: [Int]) -> Calculation {
        Calculation(
            formula: formula.renumbered(places), questions: questions.map { places[$0] }.sorted(), decimals: decimals, isDay: isDay)
    }
}

// What it comes to.
extension Calculation {
    /// Bounds of its value in units of the last digit, where what it rests on lies between bounds; exact where that is one value each.
    ///
    /// - Parameter known: bounds of an answer as a fraction, or of today's number.
    /// - Returns: nil where that is not known.
    func range(_ known: @escaping (FormulaBase) -> ClosedRange<Fraction>?) -> ClosedRange<Int>? {
        let spans = FormulaSpans { part in
            part.base.flatMap(known).map { FormulaSpan($0.lowerBound, $0.upperBound, .mixed) }
        }
        guard let span = spans.span(formula) else { return nil }
        let low = span.low.units(digits: decimals, .ceil).clamped
        return low...max(low, span.high.units(digits: decimals, .floor).clamped)
    }

    /// The same, with bounds of answers in units of the last digit of each, and of today.
    ///
    /// - Parameter digits: the digits behind the point of the answers to a question.
    func range(_ known: @escaping (FormulaBase) -> ClosedRange<Int>?, digits: @escaping (Int) -> Int) -> ClosedRange<Int>? {
        if let quick = WordSpans(known: known, digits: digits).units(of: formula, decimals: decimals) { return quick }
        return range { base in
            guard let run = known(base) else { return nil }
            let digits = if case .question(let number) = base { digits(number) } else { 0 }
            return Fraction(
                ExactNumber(units: run.lowerBound, decimals: digits))...Fraction(
                    ExactNumber(units: run.upperBound, decimals: digits))
        }
    }
}

extension BigInteger {
    /// As a machine word: what is beyond is its least or greatest.
    fileprivate var clamped: Int { int ?? (isNegative ? -Int.max : Int.max) }
}
