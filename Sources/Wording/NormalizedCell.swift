import Decision

/// A cell as it is said: what it denies is pushed down to single options and comparisons, and `all` and `any` hold no list of
/// their own kind.
///
/// This is negation normal form, with two differences that make it readable: choices are merged into one list of options,
/// and options are named as those that fit as long as possible.
///
/// Tells only what an answer has to be; what holds without an answer is said beside it, by `NormalizedTest`.
indirect enum NormalizedCell: Sendable, Hashable {
    /// All of no cells always holds.
    case all([NormalizedCell])
    /// Any of no cells never holds.
    case any([NormalizedCell])
    /// One of these options, or none of them.
    case choice([Int], isNot: Bool)
    case tick(Int, isNot: Bool)
    case comparison(Relation, Term, isNot: Bool)

    static let always = NormalizedCell.all([])
    static let never = NormalizedCell.any([])

    /// What holds of an answer where a cell does.
    init(_ cell: Cell) {
        switch cell {
        case .asked: self = .always
        case .notAsked: self = .never
        case .oneOf(let options): self = .choice(options, isNot: false)
        case .has(let option): self = .tick(option, isNot: false)
        case .compare(let relation, let term): self = .comparison(relation, term, isNot: false)
        case .all(let list): self = NormalizedCell.joined(list.map { NormalizedCell($0) }, isAll: true)
        case .any(let list): self = NormalizedCell.joined(list.map { NormalizedCell($0) }, isAll: false)
        case .not(let inner): self = NormalizedCell(inner).negated
        }
    }

    /// What holds of an answer where this does not.
    var negated: NormalizedCell {
        switch self {
        case .all(let list): .any(list.map(\.negated))
        case .any(let list): .all(list.map(\.negated))
        case .choice(let options, let isNot): .choice(options, isNot: !isNot)
        case .tick(let option, let isNot): .tick(option, isNot: !isNot)
        case .comparison(let relation, let term, let isNot): .comparison(relation, term, isNot: !isNot)
        }
    }

    /// All or any of some cells, as one.
    static func joined(_ cells: [NormalizedCell], isAll: Bool) -> NormalizedCell {
        var parts: [NormalizedCell] = []
        for part in cells.flatMap({ $0.parts(isAll) }) where !parts.contains(part) { parts.append(part) }
        let deciding = isAll ? never : always
        if parts.contains(deciding) { return deciding }
        // Cells of one subject are all choices, or none of them is one.
        if case .choice? = parts.first {
            return isAll
                ? parts.reduce(always, both) : parts.map(\.negated).reduce(always, both).negated
        }
        return parts.count == 1 ? parts[0] : isAll ? .all(parts) : .any(parts)
    }

    /// The cells that it joins, if it joins them so.
    private func parts(_ isAll: Bool) -> [NormalizedCell] {
        switch self {
        case .all(let list) where isAll: list
        case .any(let list) where !isAll: list
        default: [self]
        }
    }

    /// Two choices as one, in the author's way of saying it: an option is named as one that fits as long as possible.
    private static func both(_ one: NormalizedCell, _ other: NormalizedCell) -> NormalizedCell {
        guard case .choice(let first, let isNot) = one else { return one == always ? other : one }
        guard case .choice(let second, let isOtherNot) = other else { return other == always ? one : other }
        switch (isNot, isOtherNot) {
        case (true, true): return .choice(Set(first + second).sorted(), isNot: true)
        case (false, false): return fitting(first.filter(second.contains))
        case (false, true): return fitting(first.filter { !second.contains($0) })
        case (true, false): return fitting(second.filter { !first.contains($0) })
        }
    }

    private static func fitting(_ options: [Int]) -> NormalizedCell { options.isEmpty ? never : .choice(options, isNot: false) }
}
