import Decision

/// Places of a grid as few boxes: what several cuts divide is said by the ends of each box.
///
/// A greedy cover: each place that is not covered yet grows into the largest box along one side after the other. The fewest
/// boxes would take longer to find (the problem is NP-hard), and grids of conditions are small.
enum BoxCover {
    /// Boxes that hold every wanted place and none that is not allowed; a box is a run of places along each side.
    ///
    /// - Parameters:
    ///   - wanted: a place of the grid each, the last side running fastest.
    ///   - allowed: places that a box may hold: the wanted ones, and those that no answer lies in.
    ///   - sizes: of the sides.
    static func cover(_ wanted: [Bool], allowed: [Bool], sizes: [Int]) -> [[ClosedRange<Int>]] {
        var covered = wanted.map { !$0 }
        var boxes: [[ClosedRange<Int>]] = []
        for place in covered.indices where !covered[place] {
            var box = MixedRadix.digits(of: place, sizes: sizes).map { $0...$0 }
            for side in sizes.indices {
                while box[side].upperBound + 1 < sizes[side], isAllowed(box, side, box[side].upperBound + 1, allowed, sizes) {
                    box[side] = box[side].lowerBound...box[side].upperBound + 1
                }
                while box[side].lowerBound > 0, isAllowed(box, side, box[side].lowerBound - 1, allowed, sizes) {
                    box[side] = box[side].lowerBound - 1...box[side].upperBound
                }
            }
            for inside in places(box, sizes) { covered[inside] = true }
            boxes.append(box)
        }
        return boxes
    }

    /// Whether a box may grow by the places at one more coordinate of a side.
    private static func isAllowed(
        _ box: [ClosedRange<Int>], _ side: Int, _ coordinate: Int, _ allowed: [Bool], _ sizes: [Int]
    ) -> Bool {
        var slice = box
        slice[side] = coordinate...coordinate
        return places(slice, sizes).allSatisfy { allowed[$0] }
    }

    /// The numbers of all places in a box.
    private static func places(_ box: [ClosedRange<Int>], _ sizes: [Int]) -> [Int] {
        zip(box, sizes).reduce([0]) { places, side in places.flatMap { place in side.0.map { place * side.1 + $0 } } }
    }
}
