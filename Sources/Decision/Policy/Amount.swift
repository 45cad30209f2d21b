package import Diagnostics
package import Forms

/// A number or day that is calculated from answers, and shown in texts.
package struct Amount: Sendable {
    /// Unique among questions, facts and amounts.
    package let id: Identifier
    /// The id of the amount, for messages.
    package let place: SourceRange
    /// What explanations call it.
    package let label: String
    /// How it is calculated.
    package let formula: Formula
    /// What it comes to.
    package let kind: Kind
    /// The questions that it rests on, through other amounts too, ascending.
    package let questions: [Int]
    /// Whether it rests on today, through other amounts too.
    package let restsOnToday: Bool

    /// What an amount comes to, whatever is answered.
    package enum Kind: Sendable, Hashable {
        /// A number with so many digits behind the point, from the least to the greatest in units of the last digit.
        case number(decimals: Int, unit: String?, from: Int, to: Int)
        case day
    }
}

extension Amount {
    /// As a question is that is answered with such a number or day.
    package var answerKind: Question.Kind {
        switch kind {
        case .number(let decimals, let unit, let from, let to):
            .number(
                NumberRange(
                    from: ExactNumber(units: from, decimals: decimals), to: ExactNumber(units: to, decimals: decimals),
                    decimals: decimals, unit: unit))
        // Its ends are not known before the day of reading.
        case .day: .date(DateRange(from: .today(.none), to: .today(.none)))
        }
    }
}

/// What an amount comes to for a reader.
package enum AmountValue: Sendable, Hashable {
    /// With the digits behind the point that its amount may have.
    case number(ExactNumber)
    case day(Day)
}

extension AmountValue {
    /// As commands and cases write it: `800`, `12.5`, `2026-11-21`.
    package var text: String {
        switch self {
        case .number(let number): number.description
        case .day(let day): day.description
        }
    }
}

extension Questionnaire {
    /// What an amount comes to; nil where an answer is missing that it rests on.
    package func value(ofAmount number: Int, _ answers: [Int: Answer], today: Day) -> AmountValue? {
        let evaluator = FormulaEvaluator(
            today: today, answer: { answers[$0].flatMap(FormulaValue.init) }, amount: { amounts[$0].formula })
        switch (evaluator.value(amounts[number].formula), amounts[number].kind) {
        case (.day(let day)?, .day): return Day(number: day).map(AmountValue.day)
        case (.number(let value)?, .number(let decimals, _, _, _)):
            return value.units(digits: decimals, .round).int.map { .number(ExactNumber(units: $0, decimals: decimals)) }
        default: return nil
        }
    }

    /// What several answers come to, in units of the last digit; nil where one is missing.
    func value(of calculation: Calculation, _ answers: [Int: Answer], today: Day) -> Int? {
        calculation.range(
            { base in
                switch base {
                case .today: today.number...today.number
                case .question(let number): answers[number].flatMap { questions[number].number(of: $0) }.map { $0...$0 }
                }
            }, digits: { questions[$0].kind.decimals })?.lowerBound
    }

    /// In which of the intervals between some cuts that lies, and where some answers are missing, if it is the same whatever they are.
    ///
    /// - Returns: nil while it is not settled; none of its answers settles nothing.
    func interval(of calculation: Calculation, _ cuts: [Int], _ answers: [Int: Answer], today: Day) -> Int? {
        guard calculation.questions.contains(where: { answers[$0] != nil }) else { return nil }
        let range = calculation.range(
            { base in
                switch base {
                case .today: return today.number...today.number
                case .question(let number):
                    guard let answer = answers[number] else { return questions[number].limits(today: today) }
                    return questions[number].number(of: answer).map { $0...$0 }
                }
            }, digits: { questions[$0].kind.decimals })
        guard let range else { return nil }
        let place = cuts.count { $0 <= range.lowerBound }
        return place == cuts.count { $0 <= range.upperBound } ? place : nil
    }

    /// The values of a question at which what several answers come to goes from one interval to another, or is settled whatever the answers are
    /// that are missing; and its least.
    ///
    /// Bounds settle most of the line; the rest is halved, down to single values.
    func starts(of calculation: Calculation, _ cuts: [Int], at question: Int, _ answers: [Int: Answer], today: Day) -> [Int] {
        guard let limits = questions[question].limits(today: today) else { return [] }
        return CalculatedLine.pieces(of: limits, mostSteps: CalculatedLine.mostSteps) { run in
            calculation.range(
                { base in
                    switch base {
                    case .today: today.number...today.number
                    case .question(question): run
                    case .question(let number):
                        answers[number].map { questions[number].number(of: $0).map { $0...$0 } } ?? questions[number].limits(today: today)
                    }
                }, digits: { questions[$0].kind.decimals }
            ).map { range in
                (cuts.count { $0 <= range.lowerBound }, cuts.count { $0 <= range.upperBound })
            }
        }.map(\.start)
    }

    /// The amount of a name.
    package func amount(named name: String) -> Int? { amounts.firstIndex { $0.id.description == name } }
}

extension FormulaValue {
    /// An answer that can be calculated with.
    fileprivate init?(_ answer: Answer) {
        switch answer {
        case .number(let number): self = .number(Fraction(number))
        case .day(let day): self = .day(day.number)
        case .option, .ticked: return nil
        }
    }
}
