package import Forms

/// Why a question doesn't take an answer. A value rather than a sentence: each language has its own words for it.
package enum AnswerFault: Sendable, Hashable {
    /// It is none of the options.
    case unknownOption
    /// Some of what is ticked is none of the options.
    case unknownOptions
    /// Fewer boxes are ticked than the question asks for: so many.
    case tooFew(Int)
    /// It has more digits behind the point than the question takes.
    case tooManyDigits
    /// It is less than the first or more than the last answer that the question takes.
    case outside(from: Answer, to: Answer)
    /// It is of another kind, or no answer can be given.
    case closed
}

extension Question {
    /// Why an answer lies outside what the question takes; nil when it does not.
    ///
    /// - Parameter today: the reader's day, from which dates that move are counted.
    package func fault(of answer: Answer, today: Day) -> AnswerFault? {
        switch (kind, answer) {
        case (.one(let choices), .option(let index)):
            return choices.options.indices.contains(index) ? nil : .unknownOption
        case (.any(let choices, let least, _), .ticked(let indices)):
            guard indices.allSatisfy(choices.options.indices.contains) else { return .unknownOptions }
            return indices.count >= least ? nil : .tooFew(least)
        case (.number(let range), .number(let number)):
            let (low, high) = (number.floor(digits: range.decimals), number.ceiling(digits: range.decimals))
            guard low == high else { return .tooManyDigits }
            guard low >= range.from.ceiling(digits: range.decimals), low <= range.to.floor(digits: range.decimals) else {
                return range.outside
            }
            return nil
        case (.date(let range), .day(let day)):
            let (from, to) = (range.from.number(today: today), range.to.number(today: today))
            guard day.number < from || day.number > to else { return nil }
            guard let first = Day(number: from), let last = Day(number: to) else { return .closed }
            return .outside(from: .day(first), to: .day(last))
        default: return .closed
        }
    }
}

extension NumberRange {
    /// The fault of a number beyond the limits.
    package var outside: AnswerFault { .outside(from: .number(from), to: .number(to)) }
}
