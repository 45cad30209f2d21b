import Synchronization

/// Which of the known names an author probably meant.
package enum Suggestion {
    /// The nearest candidate, if one is near enough: at most a third of the letters differ, and at least one agrees.
    ///
    /// Nearness is the restricted edit distance (insert, delete, replace, swap neighbours) over Unicode scalars,
    /// Damerau 1964. Among equals the first in byte order wins, so that messages do not change between runs.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let target = Array(name.unicodeScalars.prefix(lengthLimit).map(fold))
        let letters = Letters(target)
        var table = DistanceTable()
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let scalars = candidate.unicodeScalars.prefix(lengthLimit).map(fold)
            let longest = max(target.count, scalars.count)
            // As far as what is found, so that the first in byte order wins.
            let allowed = min(longest / 3 + (target.count < 3 ? 0 : 1), longest - 1, best?.distance ?? .max)
            // Other letters alone: `Q` for `q`.
            if scalars == target {
                if best.map({ (0, candidate) < ($0.distance, $0.name) }) ?? true { best = (0, candidate) }
                continue
            }
            guard allowed > 0, abs(target.count - scalars.count) <= allowed, letters.differences(from: Letters(scalars)) <= allowed,
                let distance = table.distance(target, scalars, atMost: allowed)
            else { continue }
            if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// The remedy in words: `did you mean "title"?`, or nil.
    package static func help(for name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean \($0)?" }
    }

    /// Longer names are compared by their start: the table below grows with the square of the length.
    private static let lengthLimit = 64

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
    }
}

/// Which letters a name has. Each that another name lacks takes a change to become it, which tells most names apart at once.
private struct Letters {
    private var bits: UInt64 = 0

    init(_ scalars: [Unicode.Scalar]) { for scalar in scalars { bits |= 1 << UInt64(scalar.value & 63) } }

    func differences(from other: Letters) -> Int { max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount) }
}

/// The rows of the table by which a distance is worked out, kept from one name to the next.
private struct DistanceTable {
    private var beforeLast: [Int] = []
    private var last: [Int] = []
    private var current: [Int] = []

    /// Nil if it is greater than the limit.
    mutating func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        last = Array(0...right.count)
        beforeLast = last
        current = last
        for row in left.indices {
            current[0] = row + 1
            var least = row + 1
            for column in right.indices {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current[column + 1] = cost
                least = min(least, cost)
            }
            // Two rows on, a swap of neighbours comes from this one.
            if least > limit + 1 { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}

/// Suggests names for a bounded number of mistakes in one file.
///
/// Of one file no more messages are shown than the limit, and comparing each of many misspelt names with each of many known
/// ones, or only listing the known ones for each, would take time that grows with their product.
package final class FileSuggester: Sendable {
    private let left = Mutex([Diagnostic].limitPerFile)

    /// For the mistakes of one more file.
    package init() {}

    /// Whether a message may still be shown; counts it.
    package func isShown() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }

    /// The nearest name; nil if none is near enough, and after very many mistakes, for which the names are not listed.
    package func nearest(to name: String, among names: @autoclosure () -> [String]) -> String? {
        isShown() ? Suggestion.nearest(to: name, among: names()) : nil
    }

    /// The remedy in words: `did you mean title?`; else what to say of all names, and nil after very many mistakes.
    package func help(
        for name: String, among names: @autoclosure () -> [String], otherwise: ([String]) -> String? = { _ in nil }
    ) -> String? {
        guard isShown() else { return nil }
        let names = names()
        return Suggestion.help(for: name, among: names) ?? otherwise(names)
    }
}

/// Suggests names of one list for a bounded number of mistakes, like ``FileSuggester``.
package struct Suggester: Sendable {
    /// What may be meant.
    package let names: [String]
    private var left = [Diagnostic].limitPerFile

    /// - Parameter names: those that exist.
    package init(_ names: [String]) { self.names = names }

    /// The nearest name; nil if none is near enough, and after very many mistakes.
    package mutating func nearest(to name: String) -> String? {
        guard left > 0 else { return nil }
        left -= 1
        return Suggestion.nearest(to: name, among: names)
    }

    /// The remedy in words: `did you mean title?`, or nil.
    package mutating func help(for name: String) -> String? { nearest(to: name).map { "did you mean \($0)?" } }
}
