import Forms

extension Cuts {
    /// Cuts the first of two compared questions where the range and the cuts of the other end.
    ///
    /// So that the diagram knows as soon as the first is answered whether the other can still make a difference: beside
    /// a question from 1 to 2, `at least FIRST` is certain for 0 and 1. From the last question to the first, as cuts that
    /// are found so count for earlier ones.
    mutating func cutFirstOfTwo(_ questionnaire: Questionnaire) {
        let answerLimits = questionnaire.questions.map { AnswerLimits($0) }
        let numbers = questionnaire.questions.indices
        for second in numbers.reversed() {
            for first in partners(of: second) where first < second { cut(first, by: second, answerLimits[second]) }
        }
        // Where an `ask-if` names a later question, the later of two may be asked first; where the two are compared by what
        // is impossible, the first need not be asked at all.
        let dependencies = Dependencies(questionnaire)
        let isAnyOrder = numbers.contains { number in dependencies.questionsOfAskIf[number].contains { $0 > number } }
        let excluded = questionnaire.impossible.map { dependencies.questions(of: $0.condition) }
        for first in numbers {
            for second in partners(of: first)
            where first < second && (isAnyOrder || excluded.contains { $0.isSuperset(of: [first, second]) }) {
                cut(second, by: first, answerLimits[first])
            }
        }
    }

    /// Cuts a question where the answers of a partner's blocks begin and end.
    private mutating func cut(_ question: Int, by partner: Int, _ limits: AnswerLimits) {
        for end in ends(of: partner, limits) {
            for cut in between[[partner, question]] ?? [] { add(firstAbove(end, cut, question, partner), to: question) }
            for cut in between[[question, partner]] ?? [] { add(firstFrom(end, cut, question, partner), to: question) }
        }
    }

    private mutating func add(_ end: End?, to question: Int) {
        switch end {
        case .value(let value)?: fixed[question, default: []].insert(Chain.Cut(months: 0, days: value))
        case .today(let cut)?: today[question, default: []].insert(cut)
        case nil: break
        }
    }

    /// A value that does not move, or one that moves with today.
    private enum End: Hashable {
        case value(Int)
        case today(Chain.Cut)

        func moved(by days: Int) -> End {
            switch self {
            case .value(let value): .value(value + days)
            case .today(let cut): .today(Chain.Cut(months: cut.months, days: cut.days + days, isTurned: cut.isTurned))
            }
        }
    }

    /// The first and last answers of all blocks of a question.
    private func ends(of number: Int, _ limits: AnswerLimits) -> Set<End> {
        let range = limits.bounds.map { bound -> End in
            switch bound {
            case .day(let day): .value(day.number)
            case .today(let shift): .today(Chain.Cut(months: shift.months, days: shift.days, isTurned: shift.isTurned))
            }
        }
        let fixedEnds = [limits.absolute.from, limits.absolute.to].compactMap { $0 }.map(End.value)
        let starts = (fixed[number] ?? []).map { End.value($0.days) } + (today[number] ?? []).map { End.today($0) }
        return Set(range + fixedEnds + starts + starts.map { $0.moved(by: -1) })
    }

    /// The least answer to the question with which `partner >= question + cut` is false for a partner's answer.
    private func firstAbove(_ end: End, _ cut: Chain.Cut, _ question: Int, _ partner: Int) -> End? {
        switch end {
        case .value(let value):
            let (own, other) = units(question, partner)
            let shift = Shift(months: cut.months, days: 0)
            guard cut.months != 0 else { return .value((value * other - cut.days).floored(by: own) + 1) }
            // Months of other lengths may be off by days.
            let back = Shift(months: -cut.months, days: 0).applied(to: value - cut.days)
            return (back - 5...back + 5).first { shift.applied(to: $0) + cut.days > value }.map(End.value)
        case .today(let other):
            guard cut.months == 0 else { return nil }
            return .today(Chain.Cut(months: other.months, days: other.days - cut.days + 1, isTurned: other.isTurned))
        }
    }

    /// The least answer to the question with which `question >= partner + cut` is true for a partner's answer.
    private func firstFrom(_ end: End, _ cut: Chain.Cut, _ question: Int, _ partner: Int) -> End? {
        switch end {
        case .value(let value):
            let (own, other) = units(question, partner)
            guard cut.months != 0 else { return .value(-(-(value * other + cut.days)).floored(by: own)) }
            return .value(Shift(months: cut.months, days: 0).applied(to: value) + cut.days)
        case .today(let other):
            if cut.months == 0 { return .today(Chain.Cut(months: other.months, days: other.days + cut.days, isTurned: other.isTurned)) }
            return other.months == 0 && other.days == 0 ? .today(cut) : nil
        }
    }

    /// How many of the smallest parts of both are in one of each.
    private func units(_ question: Int, _ partner: Int) -> (own: Int, other: Int) {
        (
            powerOfTen(max(0, decimals[partner] - decimals[question])),
            powerOfTen(max(0, decimals[question] - decimals[partner]))
        )
    }
}

extension Int {
    /// Divided and rounded down.
    fileprivate func floored(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
