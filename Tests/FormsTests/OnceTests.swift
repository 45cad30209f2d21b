import Forms
import Synchronization
import Testing

/// A value that is made when it is first asked for.
@Suite struct OnceTests {
    @Test func `it is made once, and not before anybody asks`() async {
        let made = Atomic(0)
        let once = Once { made.add(1, ordering: .relaxed).newValue }
        #expect(made.load(ordering: .relaxed) == 0)
        let values = await inParallel(Array(0..<100), jobs: 4) { _ in once.value }
        #expect(values == Array(repeating: 1, count: 100) && made.load(ordering: .relaxed) == 1)
    }
}
