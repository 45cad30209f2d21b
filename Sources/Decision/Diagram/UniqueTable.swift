/// Hash-consing: equal values get equal numbers, counted in the order in which they first come.
///
/// The unique table of decision diagrams (Brace, Rudell and Bryant, 1990), for whatever else has to exist only once: sets of
/// rows, pairs of terminals, and the nodes and terminals of a diagram that is being built. ``DiagramStore`` has a table of
/// its own for nodes, which are too many for a dictionary.
struct UniqueTable<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func index(of value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
