import Forms

// Which combinations of intervals answers can lie in.

extension Frame {
    /// The limits of the answers that lie in one interval of each chain.
    func within(_ chains: [Chain], _ tuple: [Int]) -> Frame {
        var frame = self
        for (chain, interval) in zip(chains, tuple) {
            switch chain.base {
            case .zero: frame.absolute = frame.absolute.intersection(chain.span(interval))
            case .today: frame.fromToday = frame.fromToday.intersection(chain.span(interval))
            case .question: break
            }
        }
        return frame
    }

    /// Whether there is such an answer on some day from `since` on.
    func isReached(since: Day) -> Bool {
        // The day is `answer - (answer - today)`.
        let days = absolute.minus(fromToday).intersection(Chain.Span(from: since.number, to: 2_500_000))
        return !absolute.isEmpty && !fromToday.isEmpty && !days.isEmpty
    }

    /// What `answer - other` may be, by the fixed limits of both and by those that move with today.
    func distance(to other: Frame) -> (absolute: Chain.Span, fromToday: Chain.Span) {
        let own = powerOfTen(max(0, other.decimals - decimals))
        let others = powerOfTen(max(0, decimals - other.decimals))
        return (absolute.scaled(own).minus(other.absolute.scaled(others)), fromToday.minus(other.fromToday))
    }

    /// Whether two answers can lie in a combination of intervals.
    ///
    /// - Parameter question: of the answers within this frame, the other ones being within `other`.
    func meets(_ other: Frame, _ chains: [Chain], _ tuple: [Int], of question: Int) -> Bool {
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
