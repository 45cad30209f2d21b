/// One address being asked for: a request, perhaps a second one, the redirects that it leads through.
struct Inquiry {
    /// What comes next.
    enum Step: Equatable {
        case ask(WebAddress, isGet: Bool)
        case done(Verdict)
    }

    private(set) var current: WebAddress
    private let first: WebAddress
    private var isGet = false
    /// How far redirects for good have led, without one of another kind before them.
    private var permanent: WebAddress?
    private var isChainPermanent = true
    private var seen: Set<WebAddress> = []
    /// Whether the answer was good and only https is tried now.
    private var isTrying = false
    /// What an answer to HEAD has said already, if the one to GET does not come: that there is no such page.
    private var likely: Verdict?

    init(_ address: WebAddress) {
        first = address
        current = address
        seen = [address]
    }

    /// What is known if nothing more can be asked.
    func unasked(seconds: Int) -> Verdict { isTrying ? .good : likely ?? .later(seconds: seconds) }

    /// For how many seconds the server that gave an answer asks to be left alone; nil if it does not.
    static func rest(after answer: Client.Outcome) -> Int? {
        guard case .answered(let status, _, let retryAfter) = answer, status == 429 || (status == 503 && retryAfter > 0) else { return nil }
        return max(retryAfter, 60)
    }

    /// What the answer to the request means.
    mutating func take(_ answer: Client.Outcome) -> Step {
        switch answer {
        case .failed(let failure, let words): failed(failure, words)
        case .answered(let status, let location, let retryAfter): answered(status, location, retryAfter)
        }
    }

    private mutating func failed(_ failure: Client.Failure, _ words: String) -> Step {
        if isTrying { return .done(.good) }
        if let likely { return .done(likely) }
        // Some servers close the connection on a HEAD.
        if failure == .brokenOff, !isGet { return ask(current, isGet: true) }
        return .done(Wording.verdict(failure, words, host: current.host))
    }

    private mutating func answered(_ status: Int, _ location: String?, _ retryAfter: Int) -> Step {
        if isTrying { return .done((200..<400).contains(status) ? .insecure(current.description) : .good) }
        if let rest = Inquiry.rest(after: .answered(status: status, location: location, retryAfter: retryAfter)) {
            return .done(unasked(seconds: rest))
        }
        if (300..<400).contains(status), let location { return redirected(to: location, isPermanent: status == 301 || status == 308) }
        if (200..<300).contains(status) { return good() }
        // What a server says to HEAD is often not what it says to readers; only GET counts against an address.
        if !isGet, [404, 410].contains(status) { likely = Wording.verdict(status: status) }
        return isGet ? .done(Wording.verdict(status: status)) : ask(current, isGet: true)
    }

    private mutating func redirected(to location: String, isPermanent: Bool) -> Step {
        guard let next = WebAddress(location) else {
            return .done(.broken("it redirects to an address that readers cannot use"))
        }
        // Some sites lead so whoever does not keep what they give to browsers.
        guard seen.insert(next).inserted else {
            return .done(.closed("it redirects to itself endlessly for programs without cookies"))
        }
        guard seen.count <= Limits.redirects + 1 else {
            return .done(.broken("it redirects more than \(Limits.redirects) times"))
        }
        isChainPermanent = isChainPermanent && isPermanent
        if isChainPermanent { permanent = next }
        return ask(next, isGet: false)
    }

    private mutating func good() -> Step {
        if let permanent { return .done(.moved(permanent.description)) }
        guard let secured = first.secured else { return .done(.good) }
        // A redirect to https that is not for good says the same as asking does.
        if current.isSecure { return .done(current == secured ? .insecure(secured.description) : .good) }
        guard current == first else { return .done(.good) }
        isTrying = true
        return ask(secured, isGet: false)
    }

    private mutating func ask(_ address: WebAddress, isGet: Bool) -> Step {
        current = address
        self.isGet = isGet
        return .ask(address, isGet: isGet)
    }
}
