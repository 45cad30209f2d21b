/// Where on a line of whole numbers a formula is below, at or above zero, exactly over all of it.
///
/// A stretch on which interval arithmetic settles it is taken as a whole. One on which the formula only rises or falls is cut where
/// it passes zero, found by halving; any other is halved, down to single points.
struct FormulaRanges {
    private let relation: Relation
    private let span: (ClosedRange<Int>) -> FormulaSpan?
    private var steps = 0
    private var found: [ClosedRange<Int>] = []

    /// Stretches that are looked at: so many take a second or two.
    private static let mostSteps = 20_000
    /// Ranges that are told apart: more are no policy.
    private static let mostRanges = 1000

    /// Ascending, apart from one another; nil where they are too many.
    ///
    /// - Parameters:
    ///   - relation: how the formula compares with zero.
    ///   - span: what it comes to on a stretch.
    static func ranges(
        on line: ClosedRange<Int>, _ relation: Relation, _ span: @escaping (ClosedRange<Int>) -> FormulaSpan?
    ) -> [ClosedRange<Int>]? {
        var ranges = FormulaRanges(relation: relation, span: span)
        return ranges.collect(line) ? ranges.found : nil
    }

    private init(relation: Relation, span: @escaping (ClosedRange<Int>) -> FormulaSpan?) {
        (self.relation, self.span) = (relation, span)
    }

    /// Whether it was possible.
    private mutating func collect(_ run: ClosedRange<Int>) -> Bool {
        steps += 1
        guard steps <= FormulaRanges.mostSteps, found.count <= FormulaRanges.mostRanges, let span = span(run) else { return false }
        let signs = span.low.sign...span.high.sign
        if signs.allSatisfy(relation.fits) {
            add(run)
            return true
        }
        if !signs.contains(where: relation.fits) { return true }
        switch span.course {
        case .constant: return false
        case .up: return cut(run, turn: 1)
        case .down: return cut(run, turn: -1)
        case .mixed:
            let middle = run.lowerBound + (run.upperBound - run.lowerBound) / 2
            guard run.lowerBound < run.upperBound else { return false }
            return collect(run.lowerBound...middle) && collect(middle + 1...run.upperBound)
        }
    }

    /// - Parameter turn: 1 where the formula only rises, -1 where it only falls.
    private mutating func cut(_ run: ClosedRange<Int>, turn: Int) -> Bool {
        guard let zero = first(in: run, { $0 * turn >= 0 }), let above = first(in: run, { $0 * turn > 0 }) else { return false }
        for (start, end, sign) in [(run.lowerBound, zero - 1, -1), (zero, above - 1, 0), (above, run.upperBound, 1)]
        where start <= end && relation.fits(sign * turn) { add(start...end) }
        return true
    }

    /// The first point whose sign fits, where all later ones do; the one after the last if there is none.
    private func first(in run: ClosedRange<Int>, _ fits: (Int) -> Bool) -> Int? {
        var (low, high) = (run.lowerBound, run.upperBound + 1)
        while low < high {
            let middle = low + (high - low) / 2
            guard let sign = span(middle...middle)?.low.sign else { return nil }
            if fits(sign) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Joined to the one before where they touch.
    private mutating func add(_ run: ClosedRange<Int>) {
        if let last = found.last, last.upperBound + 1 == run.lowerBound {
            found[found.count - 1] = last.lowerBound...run.upperBound
        } else {
            found.append(run)
        }
    }
}

extension Fraction {
    /// -1, 0 or 1.
    var sign: Int { numerator.isZero ? 0 : numerator.isNegative ? -1 : 1 }
}
