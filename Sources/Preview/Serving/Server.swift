import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Answers browsers on the loop's thread: what a site says to a path, the preview's own files, and the stream of news.
///
/// Own, because a library would have to be guarded against more than it brings (see Package.swift): a preview reads
/// heads of GET and HEAD and no bodies, so the whole of HTTP that is spoken here is a few pages of code.
package final class Server: Waiter {
    private let listener: Listener
    private let hosts: HostNames
    private let head: ResponseHead
    private let site: (String) -> Answer
    /// By their descriptors.
    private var connections: [Int32: Connection] = [:]
    private var now = ContinuousClock.now
    private var lastBeat = ContinuousClock.now
    /// What every stream is told first.
    private var news: [UInt8] = []

    /// - Parameters:
    ///   - policy: the Content-Security-Policy of the site's pages.
    ///   - site: what to say to a path. Called on the loop's thread.
    package init(listener: Listener, hosts: HostNames, policy: String, site: @escaping (String) -> Answer) {
        self.listener = listener
        self.hosts = hosts
        head = ResponseHead(policy: policy)
        self.site = site
    }

    deinit {
        for descriptor in connections.keys { close(descriptor) }
    }

    /// Tells every browser the state of the site, now and whenever one comes.
    package func announce(_ news: News) {
        self.news = news.message
        for connection in connections.values where connection.phase == .streaming { push(self.news, to: connection) }
    }

    package var interests: [Interest] {
        listener.descriptors.map { Interest(descriptor: $0) } + connections.values.map(\.interest)
    }

    package var deadline: ContinuousClock.Instant? {
        let ends = connections.values.compactMap { $0.phase == .streaming && !$0.hasOutput ? nil : $0.deadline }
        let beat = connections.values.contains { $0.phase == .streaming } ? [lastBeat + RequestLimits.heartbeat] : []
        return (ends + beat).min()
    }

    package func ready(_ descriptor: Int32) {
        now = ContinuousClock.now
        if listener.descriptors.contains(descriptor) { return acceptClients(descriptor) }
        guard let connection = connections[descriptor] else { return }
        if connection.interest.reads { connection.receive() }
        advance(connection)
    }

    package func tick(_ now: ContinuousClock.Instant) {
        self.now = now
        for connection in connections.values where connection.deadline <= now {
            if connection.phase != .streaming || connection.hasOutput { drop(connection) }
        }
        guard now >= lastBeat + RequestLimits.heartbeat else { return }
        lastBeat = now
        for connection in connections.values where connection.phase == .streaming { push(News.heartbeat, to: connection) }
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
        let waiting = connections.values.filter { $0.phase != .streaming && !$0.hasOutput }
        guard let oldest = (waiting.isEmpty ? Array(connections.values) : waiting).min(by: { $0.deadline < $1.deadline })
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
            case .serving:
                if connection.closesAfterAnswer { return connection.startClosing(now) }
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
        switch RequestReader.read(connection.input) {
        case .incomplete:
            connection.noteIncompleteHead(now)
            return false
        case .refused(let refusal):
            refuse(refusal.status, connection)
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
        connection.closesAfterAnswer = true
        send(.plain(status, status.reason), .get, connection)
    }

    private func answer(_ request: Request, _ connection: Connection) {
        connection.closesAfterAnswer = !request.keepsAlive
        if request.path == BrowserFiles.eventsPath { return openStream(request, connection) }
        var answer = BrowserFiles.answer(request.path) ?? site(request.path)
        if let version = answer.version {
            answer.bytes = BrowserFiles.page(answer.bytes, version: version, notes: answer.notes)
        }
        send(answer, request.method, connection)
    }

    private func send(_ answer: Answer, _ method: Request.Method, _ connection: Connection) {
        connection.enqueue(
            head.bytes(
                answer.status, type: answer.type, length: answer.bytes.count, location: answer.location,
                closes: connection.closesAfterAnswer))
        if method == .get { connection.enqueue(answer.bytes) }
    }

    /// Server-sent events (HTML Standard, section 9.2).
    private func openStream(_ request: Request, _ connection: Connection) {
        guard request.method == .get else { return refuse(.methodNotAllowed, connection) }
        guard connections.values.count(where: { $0.phase == .streaming }) < RequestLimits.streams else {
            return refuse(.unavailable, connection)
        }
        connection.closesAfterAnswer = false
        connection.phase = .streaming
        connection.input = []
        connection.enqueue(head.bytes(.ok, type: "text/event-stream", length: nil, closes: true))
        connection.enqueue(news)
    }

    private func push(_ message: [UInt8], to connection: Connection) {
        // A browser that sleeps is told the state anew when it comes back.
        guard connection.pendingBytes < News.pendingLimit else { return drop(connection) }
        connection.enqueue(message)
        connection.flush(ContinuousClock.now)
        if connection.hasFailed { drop(connection) }
    }
}
