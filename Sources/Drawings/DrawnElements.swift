/// Counts what a browser draws once every `<use>` is followed.
struct DrawnElements {
    /// An element with an id, which can be used elsewhere, with all in it that has none.
    private struct Part {
        var count = 1
        var parts: [Int] = []
        var used: [String] = []
        let place: Range<Int>
    }

    private var parts: [Part] = []
    /// The first part of an id counts.
    private var named: [String: Int] = [:]
    /// Of each open element, the part that it belongs to.
    private var open: [Int] = []

    /// More than any drawing nests, and little enough for the stack.
    private static let depth = 1024

    mutating func start(_ name: ExpandedName, _ attributes: [(name: ExpandedName, value: String)], at place: Range<Int>) {
        let id = attributes.first { $0.name.name == "id" }?.value
        if let above = open.last, id == nil {
            parts[above].count += 1
            open.append(above)
        } else {
            if let above = open.last { parts[above].parts.append(parts.count) }
            if let id, named[id] == nil { named[id] = parts.count }
            open.append(parts.count)
            parts.append(Part(place: place))
        }
        if name.name == "use", let own = open.last, let address = attributes.first(where: { $0.name.name == "href" })?.value {
            parts[own].used.append(String(address.drop { $0 != "#" }.dropFirst()))
        }
    }

    mutating func end() { _ = open.popLast() }

    /// Where the drawing starts, if it is made of too many parts.
    func excess() -> Range<Int>? {
        guard let first = parts.first else { return nil }
        var known = [Int?](repeating: nil, count: parts.count)
        return count(0, &known, depth: 0) > Limits.drawnElements ? first.place : nil
    }

    /// Browsers stop at a circle, and so does this.
    private func count(_ number: Int, _ known: inout [Int?], depth: Int) -> Int {
        if let known = known[number] { return known }
        guard depth <= DrawnElements.depth else { return Limits.drawnElements + 1 }
        known[number] = 0
        var total = parts[number].count
        for next in parts[number].parts + parts[number].used.compactMap({ named[$0] }) where total <= Limits.drawnElements {
            total += count(next, &known, depth: depth + 1)
        }
        known[number] = total
        return total
    }
}
