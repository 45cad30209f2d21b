/// Where on a line of whole numbers something that is calculated lies in which interval.
enum CalculatedLine {
    /// Looking at more takes longer than a reader waits.
    static let mostSteps = 2_000

    /// Of fewer values, each is looked at where nothing is settled.
    static let single = 64

    /// The first values of the pieces, each with its interval or none where that is not settled, ascending; those found in so many steps.
    ///
    /// - Parameter intervals: the first and the last that values of a run may lie in; nil where that is not known.
    static func pieces(
        of run: ClosedRange<Int>, mostSteps: Int, _ intervals: (ClosedRange<Int>) -> (first: Int, last: Int)?
    ) -> [(start: Int, interval: Int?)] {
        var found: [(start: Int, interval: Int?)] = []
        func isOpen(_ value: Int) -> Bool { intervals(value...value).map { $0.first != $0.last } ?? true }
        var open = [run]
        var steps = 0
        while let next = open.popLast(), steps < mostSteps {
            steps += 1
            guard let (first, last) = intervals(next) else { break }
            let middle = next.lowerBound + (next.upperBound - next.lowerBound) / 2
            let isSettled = first == last
            if isSettled || next.count == 1 || next.count > single && [next.lowerBound, middle, next.upperBound].allSatisfy(isOpen) {
                let interval = isSettled ? first : nil
                if found.isEmpty || found[found.count - 1].interval != interval { found.append((next.lowerBound, interval)) }
                continue
            }
            open += [middle + 1...next.upperBound, next.lowerBound...middle]
        }
        return found
    }
}
