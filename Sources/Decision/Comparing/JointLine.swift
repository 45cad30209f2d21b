import Forms

/// The values of a number or a date on one day, cut wherever either version cuts them.
struct JointLine: Sendable {
    /// The cuts, and which combinations of their intervals occur.
    let scale: Scale
    /// For each block of the scale its values.
    let values: [ClosedRange<Int>]

    /// - Parameter today: the day as a number, from which cuts are counted that move with it.
    init(_ range: ClosedRange<Int>, _ chains: [Chain], today: Int) {
        let places = chains.map { chain in chain.cuts.map { $0.place(in: chain, today: today) } }
        let starts = Set(places.flatMap(\.self).filter { range.lowerBound < $0 && $0 <= range.upperBound } + [range.lowerBound]).sorted()
        var valuesOf: [[Int]: ClosedRange<Int>] = [:]
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : range.upperBound
            valuesOf[places.map { cuts in cuts.count { $0 <= start } }] = start...end
        }
        scale = Scale(chains: chains) { valuesOf[$0] != nil }
        values = scale.blocks.map { valuesOf[$0] ?? range }
    }
}

extension Chain.Cut {
    /// The first value that is not below it, for a cut that no other answer moves.
    fileprivate func place(in chain: Chain, today: Int) -> Int {
        guard case .today = chain.base else { return days }
        return day(after: today)
    }
}

/// Gathers cuts of the same kind from two versions.
struct JointChains {
    fileprivate struct Key: Hashable {
        let subject: Int
        let base: Chain.Base
        let kind: Chain.Cut.Kind
    }

    private var cuts: [Key: Set<Chain.Cut>] = [:]

    /// Adds all cuts of some chains.
    mutating func add(_ chains: [Chain]) {
        for chain in chains {
            for cut in chain.cuts { cuts[Key(subject: chain.subject, base: chain.base, kind: cut.kind), default: []].insert(cut) }
        }
    }

    /// Adds a cut before a number or a day of the calendar.
    mutating func add(_ value: Int, subject: Int) {
        add([Chain(subject: subject, base: .zero, cuts: [Chain.Cut(months: 0, days: value)])])
    }

    /// In an order that is the same for the same cuts.
    var chains: [Chain] {
        cuts.sorted { $0.key.order < $1.key.order }.map { Chain(subject: $0.key.subject, base: $0.key.base, cuts: $0.value.sorted()) }
    }
}

extension JointChains.Key {
    fileprivate var order: (Int, Int, Int, Int) {
        let rank =
            switch base {
            case .zero: -2
            case .today: -1
            case .question(let other): other
            }
        switch kind {
        case .days: return (subject, rank, 0, 0)
        case .months(let isTurned): return (subject, rank, isTurned ? 2 : 1, 0)
        case .daysAfter(let months, let isTurned): return (subject, rank, isTurned ? 4 : 3, months)
        }
    }
}

extension Chain {
    /// The chain with questions numbered otherwise and values counted in smaller units.
    func renumbered(_ number: (Int) -> Int, units: Int) -> Chain {
        let base: Base = if case .question(let other) = base { .question(number(other)) } else { base }
        return Chain(
            subject: number(subject), base: base, cuts: cuts.map { $0.months == 0 ? Cut(months: 0, days: $0.days * units) : $0 })
    }

    /// Whether the cuts of another chain are of the same kind.
    func isLike(_ other: Chain) -> Bool {
        subject == other.subject && base == other.base && cuts.first?.kind == other.cuts.first?.kind
    }
}

extension Chain.Cut {
    /// Cuts of one kind are in the same order on every day, so that they can be in one chain.
    fileprivate enum Kind: Hashable {
        case days
        /// Whole months, before or after the day that they lead to.
        case months(isTurned: Bool)
        /// Days beside so many months.
        case daysAfter(months: Int, isTurned: Bool)
    }

    fileprivate var kind: Kind {
        guard months != 0 else { return .days }
        return (0...1).contains(days) ? .months(isTurned: isTurned) : .daysAfter(months: months, isTurned: isTurned)
    }
}
