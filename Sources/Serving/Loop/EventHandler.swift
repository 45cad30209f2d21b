/// Something that handles events of the loop: connections, changes of files, signals.
///
/// All handlers of a loop live on its thread, so none of them needs a lock.
package protocol EventHandler: AnyObject {
    /// The descriptors to wait for; asked before each wait.
    var interests: [Interest] { get }
    /// When it wants to be woken though nothing has happened.
    var deadline: ContinuousClock.Instant? { get }
    /// One of its descriptors can be read or written, or has failed.
    func ready(_ descriptor: Int32)
    /// A wait is over, and everything that was ready is dealt with.
    func tick(_ now: ContinuousClock.Instant)
}

/// A descriptor, and what to wait for on it.
package struct Interest {
    /// A file or socket that never makes its reader wait.
    let descriptor: Int32
    /// Wait until there is something to read.
    var reads = true
    /// Wait until something can be written.
    var writes = false
}
