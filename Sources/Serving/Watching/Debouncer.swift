/// Waits until a storm of changes is over, but not for ever.
struct Debouncer {
    /// Between the events of one save, by a rename or in place, there are microseconds; a checkout of a branch writes
    /// a file every tenth of a millisecond.
    static let quiet = Duration.milliseconds(12)
    /// A file that is open is mostly half written: its end comes as an event of its own.
    static let quietWhileOpen = Duration.milliseconds(60)
    /// After this time it is looked at even though it goes on.
    static let patience = Duration.milliseconds(250)

    private var first: ContinuousClock.Instant?
    private var next: ContinuousClock.Instant?

    /// When the changes are to be looked at; nil without any.
    var deadline: ContinuousClock.Instant? {
        guard let first, let next else { return nil }
        return min(next, first + Debouncer.patience)
    }

    /// Puts the look off.
    mutating func note(_ change: Change, at now: ContinuousClock.Instant) {
        first = first ?? now
        next = now + (change == .done ? Debouncer.quiet : Debouncer.quietWhileOpen)
    }

    /// To be called when it is looked.
    mutating func reset() {
        first = nil
        next = nil
    }
}
