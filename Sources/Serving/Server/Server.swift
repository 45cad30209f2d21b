package import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An HTTP server on the loop's thread: paths to responses, and one stream of events for all who listen.
///
/// Written here, because a library would have to be guarded against more than it brings (see Package.swift): a preview
/// reads heads of GET and HEAD and no bodies, so all the HTTP that it needs is a few pages of code.
package final class Server: EventHandler {
    private let listener: Listener
    private let hosts: HostNames
    private let head: ResponseHead
    private let respond: (String) -> Reply
    /// Responses that were made elsewhere.
    private let finished: MessageQueue<FinishedResponse>
    private var lastTicket = 0
    /// By their descriptors.
    private var connections: [Int32: Connection] = [:]
    private var now = ContinuousClock.now
    private var lastBeat = ContinuousClock.now
    /// What every stream is told first: the last event.
    private var lastEvent: [UInt8] = []

    /// A response that was made elsewhere, and who waits for it.
    private struct FinishedResponse: Sendable {
        let descriptor: Int32
        let ticket: Int
        let response: Response
    }

    /// - Parameters:
    ///   - policy: the Content-Security-Policy of all pages.
    ///   - respond: how a request for a path is answered. Called on the loop's thread.
    package init(
        listener: Listener, hosts: HostNames, policy: String, respond: @escaping (String) -> Reply
    ) throws(EnvironmentFailure) {
        self.listener = listener
        self.hosts = hosts
        head = ResponseHead(policy: policy)
        self.respond = respond
        finished = try MessageQueue()
    }

    deinit {
        for descriptor in connections.keys { close(descriptor) }
    }

    /// Sends an event to every browser that listens, and to those that come later until there is another.
    package func announce(_ event: ServerEvent) {
        lastEvent = event.bytes
        for connection in connections.values where connection.phase == .streaming { push(lastEvent, to: connection) }
    }

    /// New clients, finished responses, and what each client can read or write now.
    package var interests: [Interest] {
        (listener.descriptors + [finished.descriptor]).map { Interest(descriptor: $0) } + connections.values.map(\.interest)
    }

    /// When the next client has been silent for too long, or the next sign of life is due.
    package var deadline: ContinuousClock.Instant? {
        let ends = connections.values.compactMap { $0.hasDeadline ? $0.deadline : nil }
        let beat = connections.values.contains { $0.phase == .streaming } ? [lastBeat + RequestLimits.heartbeat] : []
        return (ends + beat).min()
    }

    /// Goes on with whatever can be done without waiting.
    package func ready(_ descriptor: Int32) {
        now = ContinuousClock.now
        if listener.descriptors.contains(descriptor) { return acceptClients(descriptor) }
        if descriptor == finished.descriptor { return sendFinished() }
        guard let connection = connections[descriptor] else { return }
        let interest = connection.interest
        // Woken though nothing was waited for: the client is gone.
        guard interest.reads || interest.writes else { return drop(connection) }
        if interest.reads { connection.receive() }
        advance(connection)
    }

    /// Closes silent connections, and finds out which listeners are gone.
    package func tick(_ now: ContinuousClock.Instant) {
        self.now = now
        for connection in connections.values where connection.hasDeadline && connection.deadline <= now { drop(connection) }
        guard now >= lastBeat + RequestLimits.heartbeat else { return }
        lastBeat = now
        for connection in connections.values where connection.phase == .streaming { push(ServerEvent.heartbeat, to: connection) }
    }

    private func acceptClients(_ descriptor: Int32) {
        while true {
            let client = accept(descriptor, nil, nil)
            guard client >= 0 else {
                // Out of descriptors: the one that waits longest gives up its own, and the next turn tries again.
                if errno == EMFILE || errno == ENFILE { dropOldest() }
                return
            }
            prepare(client)
            if connections.count >= RequestLimits.connections { dropOldest() }
            connections[client] = Connection(client, now: now)
        }
    }

    /// Half requests and idle connections give way to a new one: the nearest deadline is that of the longest wait.
    private func dropOldest() {
        let idle = connections.values.filter { $0.hasDeadline && !$0.hasOutput }
        guard let oldest = (idle.isEmpty ? Array(connections.values) : idle).min(by: { $0.deadline < $1.deadline })
        else { return }
        drop(oldest)
    }

    private func drop(_ connection: Connection) {
        connections[connection.descriptor] = nil
        close(connection.descriptor)
    }

    /// Does all that can be done for a connection without waiting.
    private func advance(_ connection: Connection) {
        while true {
            connection.flush(now)
            if connection.hasFailed { return drop(connection) }
            guard !connection.hasOutput else { return }
            switch connection.phase {
            case .streaming, .closing:
                if connection.isAtEnd { drop(connection) }
                return
            case .waiting: return
            case .serving:
                if connection.closesAfterResponse { return connection.startClosing(now) }
                guard answerNext(connection) else {
                    if connection.isAtEnd { drop(connection) }
                    return
                }
            }
        }
    }

    /// Answers the next request of a connection.
    ///
    /// - Returns: false if there is none yet.
    private func answerNext(_ connection: Connection) -> Bool {
        switch RequestParser.parse(connection.input) {
        case .incomplete:
            connection.noteIncompleteHead(now)
            return false
        case .refused(let error):
            refuse(error.status, connection)
        case .request(let request, let length):
            connection.consume(length)
            guard hosts.contains(request.host) else {
                refuse(.misdirected, connection)
                return true
            }
            answer(request, connection)
        }
        return true
    }

    private func refuse(_ status: Status, _ connection: Connection) {
        connection.closesAfterResponse = true
        send(.plain(status), .get, connection)
    }

    private func answer(_ request: Request, _ connection: Connection) {
        connection.closesAfterResponse = !request.keepsAlive
        switch respond(request.path) {
        case .ready(let response): send(response, request.method, connection)
        case .later(let make): wait(for: make, request.method, connection)
        case .events: openStream(request, connection)
        }
    }

    /// Lets a response be made on other threads, and sends it when it is there.
    private func wait(for make: @escaping @Sendable () async -> Response, _ method: Request.Method, _ connection: Connection) {
        lastTicket += 1
        let (ticket, descriptor) = (lastTicket, connection.descriptor)
        connection.phase = .waiting(ticket: ticket, method)
        // A low priority has threads of its own: what an editor waits for does not wait behind it.
        Task.detached(priority: .low) { [finished] in
            finished.post(FinishedResponse(descriptor: descriptor, ticket: ticket, response: await make()))
        }
    }

    private func sendFinished() {
        for finished in finished.takeAll() {
            guard let connection = connections[finished.descriptor],
                case .waiting(finished.ticket, let method) = connection.phase
            else { continue }
            connection.resume(now)
            send(finished.response, method, connection)
            advance(connection)
        }
    }

    private func send(_ response: Response, _ method: Request.Method, _ connection: Connection) {
        connection.enqueue(
            head.bytes(
                response.status, type: response.type, length: response.bytes.count, location: response.location,
                closes: connection.closesAfterResponse))
        if method == .get { connection.enqueue(response.bytes) }
    }

    private func openStream(_ request: Request, _ connection: Connection) {
        guard request.method == .get else { return refuse(.methodNotAllowed, connection) }
        guard connections.values.count(where: { $0.phase == .streaming }) < RequestLimits.streams else {
            return refuse(.unavailable, connection)
        }
        connection.closesAfterResponse = false
        connection.phase = .streaming
        connection.input = []
        connection.enqueue(head.bytes(.ok, type: "text/event-stream", length: nil, closes: true))
        connection.enqueue(lastEvent)
    }

    private func push(_ message: [UInt8], to connection: Connection) {
        // A browser that sleeps is told the state anew when it comes back.
        guard connection.pendingBytes < ServerEvent.pendingLimit else { return drop(connection) }
        connection.enqueue(message)
        connection.flush(ContinuousClock.now)
        if connection.hasFailed { drop(connection) }
    }
}
