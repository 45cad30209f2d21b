package import Diagnostics
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns SIGINT and SIGTERM into a call on the loop's thread.
package final class SignalHandler: EventHandler {
    private let pipe: Pipe
    private let act: () -> Void

    /// - Parameter act: called on the loop's thread. There can be one such handler at a time.
    package init(_ act: @escaping () -> Void) throws(EnvironmentFailure) {
        pipe = try Pipe()
        self.act = act
        signalled.store(pipe.input, ordering: .sequentiallyConsistent)
        for number in [SIGINT, SIGTERM] { _ = signal(number, handleSignal) }
        // A client that is gone is an error of the call that writes to it, not the end of the program.
        _ = signal(SIGPIPE, SIG_IGN)
    }

    deinit {
        signalled.store(-1, ordering: .sequentiallyConsistent)
        for number in [SIGINT, SIGTERM] { _ = signal(number, SIG_DFL) }
    }

    /// Whether a signal has come.
    package var interests: [Interest] { [Interest(descriptor: pipe.output)] }
    /// None: a signal comes when it comes.
    package var deadline: ContinuousClock.Instant? { nil }

    /// Acts once, however many signals came.
    package func ready(_ descriptor: Int32) {
        pipe.drain()
        act()
    }

    /// Nothing is due at a time.
    package func tick(_ now: ContinuousClock.Instant) {}
}

/// Where the handler writes: all that it can reach, as it runs in the middle of anything.
private let signalled = Atomic<Int32>(-1)

private func handleSignal(_ number: Int32) {
    var byte: UInt8 = 1
    let descriptor = signalled.load(ordering: .sequentiallyConsistent)
    if descriptor >= 0 { _ = unsafe write(descriptor, &byte, 1) }
}
