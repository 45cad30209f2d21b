/// Counts the commonest of things whose number nobody knows before, in bounded memory.
///
/// Exact until there are too many different ones. Then the rarer half is forgotten, and what may be missing from every
/// number is known: the most that one of them had, added up each time (after Manku and Motwani 2002, "Approximate frequency
/// counts over data streams").
package struct Frequencies: Sendable {
    private var counts: [String: Int] = [:]
    private let capacity: Int
    /// The most that can be missing from a number; 0 while all are exact.
    package private(set) var missing = 0

    /// - Parameter capacity: how many different things are kept in mind.
    package init(capacity: Int = 20_000) { self.capacity = capacity }

    /// Counts a thing once more; forgets the rarest when there are too many.
    package mutating func add(_ name: String) {
        counts[name, default: 0] += 1
        if counts.count > 2 * capacity { forget() }
    }

    private mutating func forget() {
        let limit = counts.values.sorted(by: >)[capacity]
        missing += limit
        counts = counts.filter { $0.value > limit }
    }

    /// The commonest, in the order of their numbers, then of their names.
    package func top(_ count: Int) -> [(name: String, count: Int)] {
        let sorted = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        return sorted.prefix(count).map { ($0.key, $0.value) }
    }

    /// How many different things were seen and not forgotten.
    package var different: Int { counts.count }
}
