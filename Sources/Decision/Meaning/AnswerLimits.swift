package import Forms

/// The limits of a question's answers, absolute and as seen from today.
///
/// Both hold at once: a day of birth after 1900 and at least 18 years ago. Of limits in months only bounds in days are
/// known, since months differ in length; they are taken as wide as they can be, so that nothing possible is excluded.
package struct AnswerLimits: Sendable {
    /// As days since 1970-01-01, or in units of the last digit.
    var absolute = Chain.Span.all
    /// The same as days after today, for limits that move with it.
    var fromToday = Chain.Span.all
    /// The ends of a range of dates, as they are written.
    private(set) var bounds: [DateBound] = []
    /// The digits behind the point of a number.
    private(set) var decimals = 0

    /// The whole range that a question takes.
    package init(_ question: Question) {
        switch question.kind {
        case .number(let range):
            decimals = range.decimals
            absolute = Chain.Span(
                from: range.from.ceiling(digits: range.decimals), to: range.to.floor(digits: range.decimals))
        case .date(let range):
            bounds = [range.from, range.to]
            set(range.from) { $0.from = $1.lowerBound }
            set(range.to) { $0.to = $1.upperBound }
        case .one, .any: break
        }
    }

    private mutating func set(_ bound: DateBound, _ change: (inout Chain.Span, ClosedRange<Int>) -> Void) {
        switch bound {
        case .day(let day): change(&absolute, day.number...day.number)
        case .today(let shift): change(&fromToday, Chain.Cut(months: shift.months, days: shift.days).reach)
        }
    }
}

// Which combinations of intervals answers can lie in.
extension AnswerLimits {
    /// The limits of the answers that lie in one interval of each chain.
    package func within(_ chains: [Chain], _ tuple: [Int]) -> AnswerLimits {
        var limits = self
        for (chain, interval) in zip(chains, tuple) {
            switch chain.base {
            case .zero: limits.absolute = limits.absolute.intersection(chain.span(interval))
            case .today: limits.fromToday = limits.fromToday.intersection(chain.span(interval))
            case .question: break
            }
        }
        return limits
    }

    /// The days on which an answer can lie so, both seen from today and on the calendar.
    var days: Chain.Span { absolute.minus(fromToday) }

    /// Whether there is such an answer on some day from `since` to the last day of a period; nil for a period without end.
    package func isReached(since: Day, until: Day?) -> Bool {
        // The day is `answer - (answer - today)`.
        let days = self.days.intersection(Chain.Span(from: since.number, to: until?.number ?? 2_500_000))
        return !absolute.isEmpty && !fromToday.isEmpty && !days.isEmpty
    }

    /// What `answer - other` may be, by the fixed limits of both and by those that move with today.
    func distance(to other: AnswerLimits) -> (absolute: Chain.Span, fromToday: Chain.Span) {
        let own = powerOfTen(max(0, other.decimals - decimals))
        let others = powerOfTen(max(0, decimals - other.decimals))
        return (absolute.scaled(own).minus(other.absolute.scaled(others)), fromToday.minus(other.fromToday))
    }

    /// Whether two answers can lie in a combination of intervals.
    ///
    /// - Parameter question: of the answers within this limits, the other ones being within `other`.
    package func meets(_ other: AnswerLimits, _ chains: [Chain], _ tuple: [Int], of question: Int) -> Bool {
        let (absolute, fromToday) = distance(to: other)
        let difference = Chain.difference(chains, tuple, first: question)
        return !difference.intersection(absolute).intersection(fromToday).isEmpty
    }
}

extension Chain {
    /// What `first - second` may be in a combination of intervals.
    static func difference(_ chains: [Chain], _ tuple: [Int], first: Int) -> Span {
        zip(chains, tuple).reduce(Span.all) { span, pair in
            let part = pair.0.span(pair.1)
            let turned = Span(from: part.to.map { -$0 }, to: part.from.map { -$0 })
            return span.intersection(pair.0.subject == first ? part : turned)
        }
    }
}
