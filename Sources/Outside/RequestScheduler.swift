import Diagnostics

/// Asks for many addresses: one request a host at a time with a pause after it, several hosts at once.
struct RequestScheduler {
    /// What was asked for, and what came out.
    struct Result {
        var verdicts: [WebAddress: Verdict] = [:]
        /// Whether a single server answered.
        var isConnected = false
        /// The first failure in words, for a machine that reaches nobody.
        var failure: String?
    }

    private struct Host {
        /// Numbers of inquiries whose next request goes to it.
        var queue: [Int] = []
        var isBusy = false
        var nextStart: ContinuousClock.Instant
        /// It asks not to be asked, for so many seconds.
        var rest: Int?
    }

    private let client: Client
    private let addresses: [WebAddress]
    private var inquiries: [Inquiry]
    private var steps: [(address: WebAddress, isGet: Bool)]
    private var hosts: [String: Host] = [:]
    private var deadHosts: Set<String> = []
    private var running = 0
    private var result = Result()
    private let clock = ContinuousClock()
    private let progress: (Int, Int) -> Void

    /// - Parameter progress: told how many addresses are known, of how many.
    init(_ addresses: [WebAddress], client: Client, progress: @escaping (Int, Int) -> Void) {
        self.addresses = addresses
        self.client = client
        self.progress = progress
        inquiries = addresses.map(Inquiry.init)
        steps = addresses.map { ($0, false) }
    }

    mutating func run() throws(EnvironmentFailure) -> Result {
        let end = clock.now + Limits.time
        for number in addresses.indices { queue(number) }
        while result.verdicts.count < addresses.count, clock.now < end, !isNetworkDead {
            let pause = start()
            try client.wait(pause)
            while let answer = client.next() { take(answer) }
        }
        for (number, address) in addresses.enumerated() where result.verdicts[address] == nil {
            result.verdicts[address] = inquiries[number].unasked(seconds: 0)
        }
        return result
    }

    private var isNetworkDead: Bool { !result.isConnected && deadHosts.count >= Limits.deadHosts }

    private mutating func queue(_ number: Int) {
        let host = steps[number].address.host
        if let rest = hosts[host]?.rest { return finish(number, inquiries[number].unasked(seconds: rest)) }
        let now = clock.now
        hosts[host, default: Host(nextStart: now)].queue.append(number)
    }

    /// Starts what may start now.
    ///
    /// - Returns: the time until something else may.
    private mutating func start() -> Duration {
        let now = clock.now
        var pause: Duration = .seconds(1)
        // In the order of names, so that two runs ask alike.
        for name in hosts.keys.sorted() {
            guard running < Limits.requests, var host = hosts[name], !host.isBusy, !host.queue.isEmpty else { continue }
            guard host.nextStart <= now else {
                pause = min(pause, host.nextStart - now)
                continue
            }
            let number = host.queue.removeFirst()
            let isStarted = client.start(number, steps[number].address, isGet: steps[number].isGet)
            host.isBusy = isStarted
            hosts[name] = host
            if isStarted { running += 1 } else { finish(number, .broken("its address is incomplete")) }
        }
        return max(pause, .milliseconds(1))
    }

    private mutating func take(_ answer: Client.Response) {
        running -= 1
        let name = steps[answer.number].address.host
        let next = clock.now + Limits.pause
        hosts[name]?.isBusy = false
        hosts[name]?.nextStart = next
        if answer.isConnected { result.isConnected = true } else { deadHosts.insert(name) }
        if case .failed(_, let words) = answer.outcome, result.failure == nil { result.failure = words }
        switch inquiries[answer.number].take(answer.outcome) {
        case .ask(let address, let isGet):
            steps[answer.number] = (address, isGet)
            queue(answer.number)
        case .done(let verdict): finish(answer.number, verdict)
        }
        if let rest = Inquiry.rest(after: answer.outcome) { leave(name, for: rest) }
    }

    /// A host that asks for a rest is not asked for the other addresses either.
    private mutating func leave(_ name: String, for seconds: Int) {
        let waiting = hosts[name]?.queue ?? []
        hosts[name]?.rest = seconds
        hosts[name]?.queue = []
        for number in waiting { finish(number, inquiries[number].unasked(seconds: seconds)) }
    }

    private mutating func finish(_ number: Int, _ verdict: Verdict) {
        result.verdicts[addresses[number]] = verdict
        progress(result.verdicts.count, addresses.count)
    }
}
