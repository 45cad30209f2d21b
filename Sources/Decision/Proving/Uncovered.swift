/// Finds answers for which none of many rows holds, without joining the rows into one function: that function may be
/// huge where each row is small.
///
/// A search answer by answer in written order (Davis, Putnam, Logemann and Loveland, 1962), over the list of what is
/// left of each row: a list with a row that holds for certain is given up, one that was given up before is not tried
/// again. Each failure names the rows that it rests on, so that an answer on which none of them rests is not tried in
/// other ways (conflict-directed backjumping, Prosser 1993).
///
/// The question is the satisfiability of "no row holds", so the worst case takes exponential time. The budget ends it;
/// callers say what an unfinished search means to them.
struct UncoveredSearch {
    /// The lists that were given up, with the rows on which that rests.
    private var failed: [[Ref]: Set<Ref>] = [:]
    private var steps: [DiagramStore.Step] = []
    /// How many lists may still be looked at.
    private var budget: Int

    init(budget: Int) { self.budget = budget }

    /// The answers, or nil where some row holds for all of them.
    ///
    /// - Parameter rows: where each holds; what cannot be is one of them.
    mutating func search(_ rows: [Ref], in store: DiagramStore) throws(TooLarge) -> [DiagramStore.Step]? {
        steps = []
        return try covering(Set(rows), store) == nil ? steps : nil
    }

    /// Rows of which one holds for each answer that is left; nil where the steps lead to answers without any.
    private mutating func covering(_ given: Set<Ref>, _ store: DiagramStore) throws(TooLarge) -> Set<Ref>? {
        // A gap of a fact is reported where the row is proved.
        if let certain = given.first(where: { $0.isTerminal && $0 != .no }) { return [certain] }
        let rows = given.filter { $0 != .no }.sorted { $0.raw < $1.raw }
        guard let variable = rows.map({ store.variable($0) }).min() else { return nil }
        if let known = failed[rows] { return known }
        budget -= 1
        guard budget > 0 else { throw TooLarge() }
        let split = rows.filter { store.variable($0) == variable }
        let rest = Set(rows.filter { store.variable($0) != variable })
        var ways: [(block: Int, rows: Set<Ref>)] = []
        for block in 0..<store.arity[variable] {
            ways.append((block, rest.union(split.map { store.child($0, block) }).subtracting([.no])))
        }
        var resting: Set<Ref> = []
        for way in ways.sorted(by: { ($0.rows.count, $0.block) < ($1.rows.count, $1.block) }) {
            steps.append((variable, [way.block]))
            guard let found = try covering(way.rows, store) else { return nil }
            steps.removeLast()
            if found.isSubset(of: rest) {
                resting = found
                break
            }
            resting.formUnion(found.intersection(rest))
            resting.formUnion(split.filter { found.contains(store.child($0, way.block)) })
        }
        failed[rows] = resting
        return resting
    }
}
