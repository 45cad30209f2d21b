/// Finds answers for which none of many rows holds, without joining the rows into one function: that function may be
/// huge where each row is small.
///
/// A search answer by answer in written order (Davis, Putnam, Logemann and Loveland, 1962), over the list of what is
/// left of each row: a list with a row that holds for certain is given up, one that was given up before is not tried
/// again.
struct UncoveredSearch {
    private(set) var store: DiagramStore
    private var failed: Set<[Ref]> = []
    private var steps: [DiagramStore.Step] = []
    private var budget: Int

    init(_ store: DiagramStore, budget: Int) {
        self.store = store
        self.budget = budget
    }

    /// The answers, or nil where some row holds for all of them.
    ///
    /// - Parameter rows: where each holds; what cannot be is one of them.
    mutating func search(_ rows: [Ref]) throws(TooLarge) -> [DiagramStore.Step]? {
        steps = []
        return try isUncovered(Array(Set(rows))) ? steps : nil
    }

    private mutating func isUncovered(_ given: [Ref]) throws(TooLarge) -> Bool {
        let rows = given.filter { $0 != .no }.sorted { $0.raw < $1.raw }
        // A gap of a fact is reported where the row is proved.
        if rows.contains(where: \.isTerminal) { return false }
        guard let variable = rows.map({ store.variable($0) }).min() else { return true }
        if failed.contains(rows) { return false }
        budget -= 1
        guard budget > 0 else { throw TooLarge() }
        var ways: [(block: Int, rows: [Ref])] = []
        for block in 0..<store.arity[variable] {
            let next = Set(rows.map { store.variable($0) == variable ? store.child($0, block) : $0 }).subtracting([.no])
            ways.append((block, Array(next)))
        }
        for way in ways.sorted(by: { ($0.rows.count, $0.block) < ($1.rows.count, $1.block) }) {
            steps.append((variable, [way.block]))
            if try isUncovered(way.rows) { return true }
            steps.removeLast()
        }
        failed.insert(rows)
        return false
    }
}
