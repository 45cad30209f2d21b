/// The line of numbers or days, cut exactly at what an answer is compared with.
///
/// Cuts that move with today, or with another answer, are kept apart from fixed ones: how they are ordered depends on
/// the day of reading. So a block is one interval of each chain of cuts, and only combinations of intervals that can
/// occur on some day from `since` on are blocks. What is proved holds on every such day, and the cuts are looked up
/// on the day of reading.
struct Scale: Sendable {
    let chains: [Chain]
    /// For each block its interval in each chain, in lexicographic order.
    let blocks: [[Int]]
    /// The block of every combination of intervals, the last chain running fastest. Combinations that cannot occur
    /// have the block nearest to them.
    let blockOfTuple: [Int]
}

/// Cuts with one base, ascending on every day.
package struct Chain: Sendable, Hashable {
    /// What the cuts are counted from.
    package enum Base: Sendable, Hashable {
        /// Nothing: the cuts are numbers, or days since 1970-01-01.
        case zero
        case today
        /// The answer to another question.
        case question(Int)
    }

    /// A cut lies before the value `base + months + days`.
    package struct Cut: Sendable, Hashable, Comparable {
        /// Whole months from the base, by the calendar.
        package let months: Int
        /// Days beyond the months; units of the last digit for numbers.
        package let days: Int
        /// Whether the days come first, and a day that a month doesn't have is the first of the next: see ``Shift/isTurned``.
        package let isTurned: Bool

        /// - Parameters:
        ///   - months: 0 for a cut of numbers.
        ///   - days: or units of the last digit.
        ///   - isTurned: whether the days come first.
        package init(months: Int, days: Int, isTurned: Bool = false) {
            self.months = months
            self.days = days
            self.isTurned = isTurned
        }

        /// By months first: the order holds on every day only among cuts of the same number of months.
        package static func < (left: Cut, right: Cut) -> Bool { (left.months, left.days) < (right.months, right.days) }

        /// As a way from the base.
        package var shift: Shift { Shift(months: months, days: days, isTurned: isTurned) }

        /// The day from which on the cut is passed.
        package func day(after base: Int) -> Int { shift.applied(to: base) }

        /// The least and greatest number of days from the base to the cut, over all bases.
        ///
        /// A month has 30.436875 days on average (146,097 days in 400 years) and n months never differ from that by
        /// more than three days: a bound, so that no combination of intervals that can occur is left out.
        var reach: ClosedRange<Int> {
            guard months != 0 else { return days...days }
            let average = months * 146_097 / 4800
            return average + days - 4...average + days + 4
        }
    }

    /// The question whose answer is cut.
    package let subject: Int
    /// What its cuts are counted from.
    package let base: Base
    /// Ascending, each once.
    package let cuts: [Cut]

    /// - Parameter cuts: either all in months or all in days, ascending.
    package init(subject: Int, base: Base, cuts: [Cut]) {
        self.subject = subject
        self.base = base
        self.cuts = cuts
    }

    /// The values `subject - base` that an interval may hold; nil where it is open.
    func span(_ interval: Int) -> Span {
        Span(
            from: interval == 0 ? nil : cuts[interval - 1].reach.lowerBound,
            to: interval == cuts.count ? nil : cuts[interval].reach.upperBound - 1)
    }

    /// Whether no subject and base of two runs are in an interval, by its cuts in months: those are as long as they are
    /// after these days, which ``span(_:)`` cannot know. A later base has no earlier cut, so its ends decide.
    func isEmpty(_ interval: Int, subject: Span, base: Span) -> Bool {
        if interval > 0, cuts[interval - 1].months != 0, let last = subject.to, let from = base.from,
            last < cuts[interval - 1].day(after: from)
        {
            return true
        }
        guard interval < cuts.count, cuts[interval].months != 0, let first = subject.from, let to = base.to else { return false }
        return first >= cuts[interval].day(after: to)
    }

    /// A run of whole numbers, open where nil.
    struct Span: Sendable, Hashable {
        var from: Int?
        var to: Int?

        static let all = Span(from: nil, to: nil)

        func intersection(_ other: Span) -> Span {
            Span(from: [from, other.from].compactMap { $0 }.max(), to: [to, other.to].compactMap { $0 }.min())
        }

        var isEmpty: Bool {
            guard let from, let to else { return false }
            return from > to
        }

        /// All sums of a value of this run and one of the other.
        func plus(_ other: Span) -> Span {
            Span(
                from: from.flatMap { low in other.from.map { low + $0 } }, to: to.flatMap { high in other.to.map { high + $0 } })
        }

        /// All differences of a value of this run and one of the other.
        func minus(_ other: Span) -> Span {
            Span(
                from: from.flatMap { low in other.to.map { low - $0 } },
                to: to.flatMap { high in other.from.map { high - $0 } })
        }
    }
}

extension Scale {
    /// - Parameter isPossible: whether the intervals of a combination can meet.
    init(chains: [Chain], isPossible: ([Int]) -> Bool) {
        let sizes = chains.map { $0.cuts.count + 1 }
        let count = sizes.reduce(1, *)
        var blocks: [[Int]] = []
        var numbers = Array(repeating: -1, count: count)
        for number in 0..<count {
            let tuple = MixedRadix.digits(of: number, sizes: sizes)
            guard isPossible(tuple) else { continue }
            numbers[number] = blocks.count
            blocks.append(tuple)
        }
        if blocks.isEmpty {
            blocks = [MixedRadix.digits(of: 0, sizes: sizes)]
            numbers[0] = 0
        }
        for number in 0..<count where numbers[number] < 0 {
            let tuple = MixedRadix.digits(of: number, sizes: sizes)
            let distances = blocks.map { block in zip(block, tuple).reduce(0) { $0 + abs($1.0 - $1.1) } }
            numbers[number] = distances.indices.min { (distances[$0], $0) < (distances[$1], $1) } ?? 0
        }
        self.chains = chains
        self.blocks = blocks
        blockOfTuple = numbers
    }

    /// Whether no answers of two runs are in a block of the order of two questions.
    func isEmpty(_ block: [Int], _ first: Int, _ one: Chain.Span, _ other: Chain.Span) -> Bool {
        zip(chains, block).contains { chain, interval in
            let isFirst = chain.subject == first
            return chain.isEmpty(interval, subject: isFirst ? one : other, base: isFirst ? other : one)
        }
    }

    /// The blocks on one side of a cut.
    func blocks(_ chain: Int, atOrAbove cut: Chain.Cut) -> [Bool] {
        let place = chains[chain].cuts.firstIndex(of: cut) ?? 0
        return blocks.map { $0[chain] > place }
    }
}
