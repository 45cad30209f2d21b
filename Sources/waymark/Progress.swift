import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A line on the terminal that says how far a long build is; nothing for a short one.
final class Progress: Sendable {
    private let isShown: Bool
    private let start = ContinuousClock().now
    private let hasShown = Atomic(false)

    init(isShown: Bool) { self.isShown = isShown }

    /// Short builds are over before anybody reads a line about them.
    func show(_ done: Int, of all: Int, _ things: String = "pages") {
        guard isShown, ContinuousClock().now - start > .milliseconds(400) else { return }
        hasShown.store(true, ordering: .relaxed)
        Output.write("\r\(done) of \(all) \(things)\u{1B}[K", to: STDERR_FILENO)
    }

    /// Takes the line away.
    func clear() {
        if hasShown.load(ordering: .relaxed) { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}
