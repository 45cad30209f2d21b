/// Which of the known names an author probably meant.
package enum Suggestion {
    /// The nearest candidate, if one is near enough: at most a third of the letters differ, and at least one agrees.
    ///
    /// Nearness is the restricted edit distance (insert, delete, replace, swap neighbours) over Unicode scalars,
    /// Damerau 1964. Among equals the first in byte order wins, so that messages do not change between runs.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let target = Array(name.unicodeScalars.prefix(lengthLimit))
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let scalars = Array(candidate.unicodeScalars.prefix(lengthLimit))
            let allowed = max(target.count, scalars.count) / 3 + (target.count < 3 ? 0 : 1)
            guard allowed > 0, abs(target.count - scalars.count) <= allowed else { continue }
            let distance = distance(target, scalars)
            guard distance <= allowed, distance < max(target.count, scalars.count) else { continue }
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

    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(
                    last[column + 1] + 1, current[column] + 1,
                    last[column] + (fold(scalar) == fold(other) ? 0 : 1))
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
    }
}

/// Suggests names of one list for a bounded number of mistakes.
///
/// Of one file no more messages are shown than the limit, and comparing each of many misspelt names with each of many known
/// ones would take time that grows with their product.
package struct Suggester: Sendable {
    /// What may be meant.
    package let names: [String]
    private var left = [Diagnostic].limitPerFile

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
