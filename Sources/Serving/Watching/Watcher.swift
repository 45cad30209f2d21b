package import Diagnostics

/// Tells that something below some folders has changed, once things are quiet again. What changed is for others to find.
package final class Watcher: EventHandler {
    private let source: any ChangeSource
    private var debouncer: Debouncer
    private let report: () -> Void

    /// - Parameters:
    ///   - folders: watched with all that is in them, and also before they exist. The folder above each has to exist.
    ///   - report: called on the loop's thread.
    package init(_ folders: [String], report: @escaping () -> Void) throws(EnvironmentFailure) {
        #if os(Linux)
            source = try InotifySource(folders)
        #else
            source = PollingSource(folders)
        #endif
        debouncer = Debouncer()
        self.report = report
    }

    /// What the system tells, if it does.
    package var interests: [Interest] { source.descriptor.map { [Interest(descriptor: $0)] } ?? [] }
    /// When things have been quiet for long enough, or the files are to be looked at.
    package var deadline: ContinuousClock.Instant? { [debouncer.deadline, source.deadline].compactMap { $0 }.min() }

    /// Notes what has changed, and waits for quiet.
    package func ready(_ descriptor: Int32) { note(ContinuousClock.now) }

    /// Reports changes that are over.
    package func tick(_ now: ContinuousClock.Instant) {
        if let time = source.deadline, time <= now { note(now) }
        guard let due = debouncer.deadline, due <= now else { return }
        debouncer.reset()
        report()
    }

    private func note(_ now: ContinuousClock.Instant) {
        if let change = source.takeChange() { debouncer.note(change, at: now) }
    }
}

/// What a source of changes knows about a change.
enum Change: Sendable, Comparable {
    /// Somebody is writing to a file and has it open.
    case begun
    /// A file is written, renamed or gone.
    case done
}

/// Where news of changed files comes from.
protocol ChangeSource: AnyObject {
    /// What can be read when there is news; nil if one has to look.
    var descriptor: Int32? { get }
    /// When to look next.
    var deadline: ContinuousClock.Instant? { get }
    /// All that happened since the last call, as the strongest of it; nil for nothing.
    func takeChange() -> Change?
}
