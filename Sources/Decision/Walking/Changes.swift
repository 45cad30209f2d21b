import Forms

/// What one other answer would lead to.
package struct Change: Sendable {
    /// The question whose answer is changed.
    package let question: Int
    /// What is changed.
    package let kind: Kind
    /// An answer of that kind.
    package let answer: Answer
    /// Where the walk is then: a result, a refusal, or one more question.
    package let leadsTo: Walk.State

    /// The other answers that lead to the same: for numbers and dates a range, for tick-boxes one tick more or less.
    package enum Kind: Sendable, Hashable {
        case option(Int)
        case ticked(Int)
        case unticked(Int)
        /// Both ends are answers.
        case range(from: Answer, to: Answer)
    }
}

extension WalkResult {
    /// Whether a reader is told the same, for whatever reasons.
    func showsTheSame(as other: WalkResult) -> Bool {
        outcomes == other.outcomes && values == other.values && paragraphs == other.paragraphs
    }
}

extension Walk {
    /// What would change the result: for each answer that was asked for every other one that leads elsewhere.
    ///
    /// The other answers stay as they are; where one more question has to be answered then, that question is what the
    /// change leads to. The last answer comes first, as it is the nearest to the result; the first ones are often what nobody can
    /// change, or what a reader wants to do.
    package func changes(_ answers: [Int: Answer]) -> [Change] {
        let here = position(answers)
        guard case .result(let result) = here.state else { return [] }
        return here.path.reversed().flatMap { given in
            alternatives(given, answers).compactMap { kind, answer in
                var changed = answers
                changed[given.question] = answer
                let state = position(changed).state
                switch state {
                case .result(let other) where other.showsTheSame(as: result):
                    return nil
                case .refused(given.question, _): return nil
                default: return Change(question: given.question, kind: kind, answer: answer, leadsTo: state)
                }
            }
        }
    }

    /// Changes without those that say that one doesn't know, where another answer to the same question is left.
    package func advisable(_ changes: [Change]) -> [Change] {
        func isUnknown(_ change: Change) -> Bool {
            if case .option(let option) = change.kind {
                diagram.questionnaire.questions[change.question].options[option].isUnknown
            } else {
                false
            }
        }
        let known = Set(changes.filter { !isUnknown($0) }.map(\.question))
        return changes.filter { !isUnknown($0) || !known.contains($0.question) }
    }

    /// The questions whose answers mattered: those with another answer that leads elsewhere; where no single answer
    /// does, all that were asked.
    package func mattering(_ answers: [Int: Answer]) -> [Int] {
        let asked = position(answers).path.map(\.question)
        let changing = Set(changes(answers).map(\.question))
        return changing.isEmpty ? asked : asked.filter(changing.contains)
    }

    /// The other answers to a question that could lead elsewhere.
    private func alternatives(_ given: GivenAnswer, _ answers: [Int: Answer]) -> [(kind: Change.Kind, answer: Answer)] {
        let question = diagram.questionnaire.questions[given.question]
        switch given.answer {
        case .option(let option):
            return question.options.indices.filter { $0 != option }.map { (.option($0), .option($0)) }
        case .ticked(let ticked):
            return question.options.indices.map { option in
                let isTicked = ticked.contains(option)
                let other = isTicked ? ticked.filter { $0 != option } : (ticked + [option]).sorted()
                return (isTicked ? .unticked(option) : .ticked(option), .ticked(other))
            }
        case .number, .day:
            return ranges(given.question, answers).filter { range in
                guard let own = number(given.answer, digits: decimals(given.question)) else { return true }
                return !range.run.contains(own)
            }.map { (.range(from: $0.answer, to: $0.last), $0.answer) }
        }
    }

    /// An interval between the values at which anything changes.
    struct AnswerRange {
        let run: ClosedRange<Int>
        /// Its first value, which represents all of them.
        let answer: Answer
        let last: Answer
    }

    /// The intervals of a number or date, with today and the other answers as they are.
    func ranges(_ number: Int, _ answers: [Int: Answer]) -> [AnswerRange] {
        let question = diagram.questionnaire.questions[number]
        guard let limits = question.limits(today: today) else { return [] }
        let cuts = thresholds(number, answers).filter { $0 > limits.lowerBound && $0 <= limits.upperBound }
        let starts = [limits.lowerBound] + cuts
        return starts.indices.compactMap { index in
            let last = index + 1 < starts.count ? starts[index + 1] - 1 : limits.upperBound
            guard let low = question.answer(numbered: starts[index]), let high = question.answer(numbered: last) else { return nil }
            return AnswerRange(run: starts[index]...last, answer: low, last: high)
        }
    }

    /// The first values of all intervals, ascending, with today and the other answers as they are.
    private func thresholds(_ question: Int, _ answers: [Int: Answer]) -> [Int] {
        var result: Set<Int> = []
        for variable in diagram.variables {
            if case .calculation(let calculation, let cuts, _) = variable, calculation.questions.contains(question) {
                result.formUnion(diagram.questionnaire.starts(of: calculation, cuts, at: question, answers, today: today))
            }
            let chains: [Chain] =
                switch variable {
                case .scale(question, let chains, _): chains
                case .order(let first, let second, let chains, _) where first == question || second == question: chains
                default: []
                }
            for chain in chains { for cut in chain.cuts { result.formUnion(threshold(cut, chain, question, answers)) } }
        }
        return result.sorted()
    }

    /// The values at which a cut is passed, near enough where months make it depend on the day: each is tried by walking.
    private func threshold(_ cut: Chain.Cut, _ chain: Chain, _ question: Int, _ answers: [Int: Answer]) -> [Int] {
        switch chain.base {
        case .zero: return [cut.days]
        case .today: return [cut.day(after: today.number)]
        case .question(let other):
            let partner = chain.subject == question ? other : chain.subject
            // Cuts count in units of the larger number of decimals of the two.
            let digits = max(decimals(question), decimals(partner))
            let unit = (0..<(digits - decimals(question))).reduce(1) { unit, _ in unit * 10 }
            guard let answer = answers[partner], let value = number(answer, digits: digits) else { return [] }
            if chain.subject == question { return [firstMultiple(cut.day(after: value), of: unit)] }
            // partner >= question + cut: from some value of the question on it no longer holds.
            let back = Shift(months: -cut.months, days: 0).applied(to: value - cut.days)
            let near = cut.months == 0 ? [back + 1] : [back - 1, back, back + 1, back + 2, back + 3, back + 4]
            return near.map { firstMultiple($0, of: unit) }
        }
    }

    /// The least number whose multiple reaches a threshold.
    private func firstMultiple(_ threshold: Int, of unit: Int) -> Int {
        threshold / unit + (threshold > 0 && threshold % unit != 0 ? 1 : 0)
    }

    private func decimals(_ question: Int) -> Int {
        diagram.questionnaire.questions[question].kind.decimals
    }

    private func number(_ answer: Answer, digits: Int) -> Int? {
        switch answer {
        case .number(let number): number.floor(digits: digits)
        case .day(let day): day.number
        case .option, .ticked: nil
        }
    }

    /// A number of days, or of the smallest parts of a number, as an answer.
    func answer(_ number: Int, to question: Int) -> Answer? { diagram.questionnaire.questions[question].answer(numbered: number) }

    /// The opposite.
    func number(of answer: Answer, to question: Int) -> Int? { number(answer, digits: decimals(question)) }
}
