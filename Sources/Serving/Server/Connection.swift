#if canImport(Glibc)
    import Glibc
    /// A client that is gone is an error of the call that writes to it, not the end of the program.
    private let noSignal = Int32(MSG_NOSIGNAL)
#else
    import Darwin
    // Here the same is said once for the whole program, by `SignalHandler`.
    private let noSignal: Int32 = 0
#endif

/// One client: the bytes that came and that are to go.
final class Connection {
    /// What the connection is for at present.
    enum Phase: Equatable {
        /// Requests and their responses.
        case serving
        /// A response is being made elsewhere; further requests wait for it, as responses keep the order of requests.
        ///
        /// The ticket tells it from responses for an earlier client on the same descriptor.
        case waiting(ticket: Int, Request.Method)
        /// Messages until the client goes.
        case streaming
        /// All is said; waits that the client reads it, because closing at once could destroy it on its way.
        case closing
    }

    /// The client's socket.
    let descriptor: Int32
    /// What it is for.
    var phase = Phase.serving
    /// Bytes that came and that are not understood yet.
    var input: [UInt8] = []
    /// Whether to close once all is sent.
    var closesAfterResponse = false
    /// When it is closed if nothing happens.
    var deadline: ContinuousClock.Instant
    /// Whether the client has sent all it will.
    private(set) var isAtEnd = false
    /// Whether the client is gone.
    private(set) var hasFailed = false
    private var output: [[UInt8]] = []
    /// Bytes of the first piece that are sent.
    private var sent = 0
    /// Whether the deadline is that of a head that has begun.
    private var isInHead = false

    init(_ descriptor: Int32, now: ContinuousClock.Instant) {
        self.descriptor = descriptor
        deadline = now + RequestLimits.headTime
    }

    /// Whether something waits to be sent.
    var hasOutput: Bool { !output.isEmpty }
    /// How much waits to be sent.
    var pendingBytes: Int { output.reduce(-sent) { $0 + $1.count } }

    /// Whether a response is being made for it.
    var isWaiting: Bool { if case .waiting = phase { true } else { false } }
    /// Whether it is closed at its deadline: a stream, and a client that waits for us, may be silent for as long as it takes.
    var hasDeadline: Bool { hasOutput || (phase != .streaming && !isWaiting) }

    /// What to wait for: while a response is on its way, further requests wait in the operating system.
    var interest: Interest {
        let isFull = (phase == .serving && hasOutput) || (takesRequests && input.count >= RequestLimits.waitingBytes)
        return Interest(descriptor: descriptor, reads: !isAtEnd && !isFull, writes: hasOutput)
    }

    /// Takes in what has come.
    func receive() {
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
            let got = unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
            isAtEnd = isAtEnd || got == 0
            hasFailed = hasFailed || (got < 0 && errno != EAGAIN && errno != EINTR)
            count = max(0, got)
        }
        // What comes to a stream or after a refusal is of no interest.
        if takesRequests { input += piece }
    }

    private var takesRequests: Bool { phase == .serving || isWaiting }

    /// A request begins with its first byte and has to be complete soon; more bytes do not win more time.
    func noteIncompleteHead(_ now: ContinuousClock.Instant) {
        guard !isInHead, !input.isEmpty else { return }
        isInHead = true
        deadline = now + RequestLimits.headTime
    }

    /// Takes a request from the bytes that came.
    func consume(_ length: Int) {
        input.removeFirst(length)
        isInHead = false
    }

    /// Goes on after a response was made elsewhere.
    func resume(_ now: ContinuousClock.Instant) {
        phase = .serving
        deadline = now + RequestLimits.answerTime
    }

    /// Puts bytes after those that wait.
    func enqueue(_ bytes: [UInt8]) {
        if !bytes.isEmpty { output.append(bytes) }
    }

    /// Sends what the client takes now.
    func flush(_ now: ContinuousClock.Instant) {
        guard hasOutput else { return }
        while let piece = output.first {
            let count = unsafe piece.withUnsafeBytes { bytes in
                unsafe send(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, noSignal)
            }
            guard count > 0 else {
                hasFailed = hasFailed || (errno != EAGAIN && errno != EINTR)
                return
            }
            sent += count
            deadline = now + RequestLimits.answerTime
            if sent == piece.count {
                output.removeFirst()
                sent = 0
            }
        }
        if phase == .serving { deadline = now + RequestLimits.idleTime }
    }

    /// Says that nothing more comes, and waits for the client to go.
    func startClosing(_ now: ContinuousClock.Instant) {
        shutdown(descriptor, Int32(SHUT_WR))
        phase = .closing
        input = []
        deadline = now + RequestLimits.closingTime
    }
}
