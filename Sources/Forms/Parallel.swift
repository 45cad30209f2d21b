/// Does the same work on every item, on several processors; the results are in the order of the items.
///
/// - Parameters:
///   - jobs: how many run at once, at least 1.
///   - progress: told after each piece how many items are done; never called from two places at once.
package func inParallel<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, progress: (Int) -> Void = { _ in }, _ work: @escaping @Sendable (Item) -> Result
) async -> [Result] {
    // Enough pieces that a slow one does not leave a processor idle at the end, few enough to cost nothing.
    let size = max(1, items.count / (max(1, jobs) * 8))
    let starts = Array(stride(from: 0, to: items.count, by: size))
    guard jobs > 1, starts.count > 1 else { return items.map(work) }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
        var pieces = [[Result]](repeating: [], count: starts.count)
        var next = 0
        var done = 0
        func start() {
            guard next < starts.count else { return }
            let piece = next
            next += 1
            let slice = items[starts[piece]..<min(starts[piece] + size, items.count)]
            group.addTask { (piece, slice.map(work)) }
        }
        for _ in 0..<jobs { start() }
        for await (piece, results) in group {
            pieces[piece] = results
            done += results.count
            progress(done)
            start()
        }
        return pieces.flatMap { $0 }
    }
}
