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
        let isMonths: Bool
    }

    private var cuts: [Key: Set<Chain.Cut>] = [:]

    mutating func add(_ cut: Chain.Cut, subject: Int, base: Chain.Base) {
        cuts[Key(subject: subject, base: base, isMonths: cut.months != 0), default: []].insert(cut)
    }

    /// In an order that is the same for the same cuts.
    var chains: [Chain] {
        cuts.sorted { $0.key.order < $1.key.order }.map { Chain(subject: $0.key.subject, base: $0.key.base, cuts: $0.value.sorted()) }
    }
}

extension JointChains.Key {
    fileprivate var order: (Int, Int, Int) {
        let rank =
            switch base {
            case .zero: -2
            case .today: -1
            case .question(let other): other
            }
        return (subject, rank, isMonths ? 1 : 0)
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
        subject == other.subject && base == other.base && (cuts.first?.months == 0) == (other.cuts.first?.months == 0)
    }
}
