package import Diagnostics
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Brings messages from other threads into the loop.
package final class Mailbox<Message: Sendable>: EventHandler {
    private let queue: MessageQueue<Message>
    private let receive: (Message) -> Void

    /// - Parameter receive: called on the loop's thread for each message, in the order in which they came.
    package init(_ receive: @escaping (Message) -> Void) throws(EnvironmentFailure) {
        queue = try MessageQueue()
        self.receive = receive
    }

    /// Where other threads put their messages.
    package var sender: MessageQueue<Message> { queue }

    /// Whether there are messages.
    package var interests: [Interest] { [Interest(descriptor: queue.descriptor)] }
    /// None: messages come when they come.
    package var deadline: ContinuousClock.Instant? { nil }

    /// Hands the messages out.
    package func ready(_ descriptor: Int32) {
        for message in queue.takeAll() { receive(message) }
    }

    /// Nothing is due at a time.
    package func tick(_ now: ContinuousClock.Instant) {}
}

/// Messages that wait for the loop; a pipe wakes it.
package final class MessageQueue<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])
    private let pipe: Pipe

    init() throws(EnvironmentFailure) { pipe = try Pipe() }

    /// What can be read when there are messages.
    var descriptor: Int32 { pipe.output }

    /// Puts a message at the end, and wakes the loop. To be called on any thread.
    package func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        pipe.signal()
    }

    /// The messages so far, which are in the queue no longer.
    func takeAll() -> [Message] {
        pipe.drain()
        return messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}

/// A pipe whose bytes mean nothing but "look".
final class Pipe: Sendable {
    /// Where the loop looks.
    let output: Int32
    /// Where others signal.
    let input: Int32

    init() throws(EnvironmentFailure) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw systemFailure("cannot make a pipe") }
        output = ends[0]
        input = ends[1]
        for end in ends { prepare(end) }
    }

    deinit {
        close(output)
        close(input)
    }

    /// A full pipe is signal enough.
    func signal() {
        var byte: UInt8 = 1
        _ = unsafe write(input, &byte, 1)
    }

    /// Takes all signals out.
    func drain() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while unsafe read(output, &bytes, bytes.count) > 0 {}
    }
}
