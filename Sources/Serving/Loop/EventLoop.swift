#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waits for everything on one thread, and hands out what happens.
///
/// `poll` rather than `epoll` or `kqueue`: the same on every system, and with some hundred descriptors as fast.
package final class EventLoop {
    private let handlers: [any EventHandler]
    private var isRunning = true

    /// A loop that does not run yet; it lives on the thread that runs it.
    package init(_ handlers: [any EventHandler]) { self.handlers = handlers }

    /// Lets `run` end after the present turn.
    package func stop() { isRunning = false }

    /// Runs until it is stopped.
    package func run() {
        while isRunning { turn(upTo: .seconds(60)) }
    }

    /// Waits once, and deals with what happened.
    package func turn(upTo limit: Duration) {
        var entries: [pollfd] = []
        var owners: [any EventHandler] = []
        for handler in handlers {
            for interest in handler.interests {
                let events = (interest.reads ? Int16(POLLIN) : 0) | (interest.writes ? Int16(POLLOUT) : 0)
                entries.append(pollfd(fd: interest.descriptor, events: events, revents: 0))
                owners.append(handler)
            }
        }
        let count = unsafe poll(&entries, nfds_t(entries.count), milliseconds(limit))
        if count > 0 {
            for (entry, owner) in zip(entries, owners) where entry.revents != 0 { owner.ready(entry.fd) }
        }
        let now = ContinuousClock.now
        for handler in handlers { handler.tick(now) }
    }

    /// The time to the next deadline, rounded up so that it has passed when the wait ends.
    private func milliseconds(_ limit: Duration) -> Int32 {
        let now = ContinuousClock.now
        let next = handlers.compactMap(\.deadline).min().map { now.duration(to: $0) } ?? limit
        let wait = max(.zero, min(next, limit))
        return Int32(wait / .milliseconds(1)) + (wait > .zero ? 1 : 0)
    }
}
