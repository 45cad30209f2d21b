@testable import Serving
import Testing

/// A storm is one change, and even an endless one is looked at.
@Suite struct DebouncerTests {
    private let start = ContinuousClock.now

    @Test func `nothing is due before anything happens`() {
        #expect(Debouncer().deadline == nil)
    }

    @Test func `each change puts it off`() {
        var debouncer = Debouncer()
        debouncer.note(.done, at: start)
        #expect(debouncer.deadline == start + Debouncer.quiet)
        debouncer.note(.done, at: start + .milliseconds(5))
        #expect(debouncer.deadline == start + .milliseconds(5) + Debouncer.quiet)
    }

    @Test func `an open file is waited for longer, until it is closed`() {
        var debouncer = Debouncer()
        debouncer.note(.begun, at: start)
        #expect(debouncer.deadline == start + Debouncer.quietWhileOpen)
        debouncer.note(.done, at: start + .milliseconds(1))
        #expect(debouncer.deadline == start + .milliseconds(1) + Debouncer.quiet)
    }

    @Test func `patience ends`() {
        var debouncer = Debouncer()
        for time in stride(from: 0, to: 1000, by: 5) { debouncer.note(.done, at: start + .milliseconds(time)) }
        #expect(debouncer.deadline == start + Debouncer.patience)
        debouncer.reset()
        #expect(debouncer.deadline == nil)
    }
}
