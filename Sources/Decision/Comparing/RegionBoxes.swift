/// Boxes of answers that do not overlap, and that together are all for which a function is `yes`.
///
/// Each path of the diagram is one; boxes that differ in one variable alone are joined. There may be fewer, and finding the fewest
/// is hard; those who read them need few.
enum RegionBoxes {
    /// A condition on every variable that matters: the blocks that fit.
    typealias Box = [Int: [Int]]

    /// A list that is longer helps nobody.
    private static let most = 200

    /// The boxes, and whether they are all.
    static func covering(_ ref: Ref, in store: DiagramStore) -> (boxes: [Box], isComplete: Bool) {
        var reaching: [Ref: Bool] = [:]
        var boxes: [Box] = []
        let isComplete = collect(ref, [:], store, &reaching, &boxes)
        return (joined(boxes), isComplete)
    }

    /// The function that is `yes` in a box.
    static func function(_ box: Box, in store: inout DiagramStore) throws(TooLarge) -> Ref {
        var result = Ref.yes
        for (variable, blocks) in box.sorted(by: { $0.key > $1.key }) {
            var children = Array(repeating: Ref.no, count: store.arity[variable])
            for block in blocks { children[block] = result }
            result = try store.node(variable, children)
        }
        return result
    }

    private static func collect(_ ref: Ref, _ box: Box, _ store: DiagramStore, _ reaching: inout [Ref: Bool], _ boxes: inout [Box]) -> Bool
    {
        guard reaches(ref, store, &reaching) else { return true }
        guard !ref.isTerminal else {
            boxes.append(box)
            return boxes.count < most
        }
        for (blocks, child) in store.branches(ref) {
            guard collect(child, box.merging([store.variable(ref): blocks]) { $1 }, store, &reaching, &boxes) else { return false }
        }
        return true
    }

    private static func reaches(_ ref: Ref, _ store: DiagramStore, _ known: inout [Ref: Bool]) -> Bool {
        if ref.isTerminal { return ref == .yes }
        if let result = known[ref] { return result }
        var result = false
        for child in store.children(ref) where !result { result = reaches(child, store, &known) }
        known[ref] = result
        return result
    }

    /// Joins boxes while two differ in one variable alone.
    private static func joined(_ boxes: [Box]) -> [Box] {
        var boxes = boxes
        var changed = true
        while changed {
            changed = false
            search: for first in boxes.indices {
                for second in boxes.indices where second > first {
                    guard let both = joined(boxes[first], boxes[second]) else { continue }
                    boxes[first] = both
                    boxes.remove(at: second)
                    changed = true
                    break search
                }
            }
        }
        return boxes
    }

    private static func joined(_ one: Box, _ other: Box) -> Box? {
        guard one.keys == other.keys else { return nil }
        let different = one.keys.filter { one[$0] != other[$0] }
        guard different.count == 1, let variable = different.first, let blocks = one[variable], let more = other[variable] else {
            return nil
        }
        return one.merging([variable: (blocks + more).sorted()]) { $1 }
    }
}
