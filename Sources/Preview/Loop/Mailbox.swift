package import Diagnostics
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Brings messages from other threads into the loop.
package final class Mailbox<Message: Sendable>: Waiter {
    private let slot: Slot
    private let receive: (Message) -> Void

    /// The end that other threads hold.
    package final class Slot: Sendable {
        private let messages = Mutex<[Message]>([])
        fileprivate let pipe: Pipe

        fileprivate init(_ pipe: Pipe) { self.pipe = pipe }

        /// Wakes the loop with a message.
        package func post(_ message: Message) {
            messages.withLock { $0.append(message) }
            pipe.signal()
        }

        fileprivate func takeAll() -> [Message] {
            messages.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
        }
    }

    /// - Parameter receive: called on the loop's thread for each message, in the order in which they came.
    package init(_ receive: @escaping (Message) -> Void) throws(EnvironmentFailure) {
        slot = Slot(try Pipe())
        self.receive = receive
    }

    /// Where other threads put their messages.
    package var entrance: Slot { slot }

    package var interests: [Interest] { [Interest(descriptor: slot.pipe.output)] }
    package var deadline: ContinuousClock.Instant? { nil }

    package func ready(_ descriptor: Int32) {
        slot.pipe.drain()
        for message in slot.takeAll() { receive(message) }
    }

    package func tick(_ now: ContinuousClock.Instant) {}
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
