import Forms

/// A comparison of what several answers come to with a number, or of a day with a day.
package struct CalculatedComparison: Sendable {
    /// What is compared.
    package let calculation: Calculation
    /// What it is compared with; a day by its number.
    package let number: ExactNumber

    /// A comparison that names amounts, as one of a single calculation: two things that are calculated are compared by their difference.
    ///
    /// - Parameters:
    ///   - kind: what a question or an amount is answered with, or comes to.
    ///   - formula: how an amount is calculated.
    /// - Returns: nil where the formula becomes too long, or rests on no answers.
    init?(_ subject: Subject, _ term: Term, kind: (Subject) -> Question.Kind?, formula: (Int) -> Formula?) {
        let isDate = if case .date? = kind(subject) { true } else { false }
        guard let left = Formula(subject).expanded(formula) else { return nil }
        let decimals = kind(subject)?.decimals ?? 0
        let zero = ExactNumber(units: 0, decimals: 0)
        switch term {
        case .number(let number):
            guard let calculation = Calculation(left, decimals: decimals, isDay: false) else { return nil }
            (self.calculation, self.number) = (calculation, number)
        case .bound(.day(let day)):
            guard let calculation = Calculation(left, decimals: 0, isDay: true) else { return nil }
            (self.calculation, number) = (calculation, ExactNumber(units: day.number, decimals: 0))
        case .bound(.today), .question, .amount:
            let other: Int =
                switch term {
                case .question(let number, _): kind(.question(number))?.decimals ?? 0
                case .amount(let number, _): kind(.amount(number))?.decimals ?? 0
                case .number, .bound: 0
                }
            guard let right = Formula(term).expanded(formula),
                let calculation = Calculation(
                    isDate ? .between(right, left, .days) : .difference(left, right), decimals: max(decimals, other), isDay: false)
            else { return nil }
            (self.calculation, number) = (calculation, zero)
        }
    }
}

extension Questionnaire {
    /// A comparison that names amounts, as one of a single calculation; nil for others.
    package func calculated(_ subject: Subject, _ term: Term) -> CalculatedComparison? {
        let kind = { (subject: Subject) -> Question.Kind? in
            switch subject {
            case .question(let number): questions[number].kind
            case .amount(let number): amounts[number].answerKind
            case .attribute, .fact, .decision, .calculation: nil
            }
        }
        return CalculatedComparison(subject, term, kind: kind) { amounts[safe: $0]?.formula }
    }

    /// The ends of what a comparison of a calculation accepts, in units of its last digit: from the first, if there is one, up to but without
    /// the second.
    package func ends(_ comparison: CalculatedComparison, _ relation: Relation) -> (from: Int?, below: Int?) {
        Cuts.ends(comparison.calculation, relation, .number(comparison.number))
    }
}

extension Formula {
    /// What a condition looks at.
    init(_ subject: Subject) {
        switch subject {
        case .question(let number): self = .question(number)
        case .amount(let number): self = .amount(number)
        case .attribute, .fact, .decision, .calculation: self = .number(ExactNumber(units: 0, decimals: 0))
        }
    }

    /// What something is compared with.
    init(_ term: Term) {
        switch term {
        case .number(let number): self = .number(number)
        case .bound(.day(let day)): self = .day(day.number)
        case .bound(.today(let shift)): self = Formula.today.moved(shift)
        case .question(let number, let shift): self = Formula.question(number).moved(shift)
        case .amount(let number, let shift): self = Formula.amount(number).moved(shift)
        }
    }

    private func moved(_ shift: Shift) -> Formula {
        var result = self
        for (count, unit) in [(shift.months, Span.Unit.months), (shift.days, .days)] where count != 0 {
            result = .shifted(result, by: .number(ExactNumber(units: count, decimals: 0)), unit)
        }
        return result
    }
}
