import CCurl
import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks for addresses, several at once: the only code that calls libcurl.
@safe final class Client {
    /// How a request ended.
    struct Response {
        let number: Int
        let outcome: Outcome
        /// Whether there was a connection at all.
        let isConnected: Bool
    }

    enum Outcome {
        /// A status, where a redirect leads, and the seconds after which to come again.
        case answered(status: Int, location: String?, retryAfter: Int)
        case failed(Failure, words: String)
    }

    /// Why there is no answer.
    enum Failure { case badAddress, noHost, noConnection, timedOut, noTrust, brokenOff }

    private let curl: OpaquePointer
    private let connectTime: Duration
    private let totalTime: Duration
    /// A file with certificates to trust instead of the system's, as other programs take it.
    private let certificates: String?

    init(connectTime: Duration, totalTime: Duration) throws(EnvironmentFailure) {
        guard let opened = unsafe waymark_curl_open() else {
            throw EnvironmentFailure(
                "links to other sites cannot be checked: libcurl is not installed", help: "install it: sudo apt-get install libcurl4")
        }
        unsafe curl = opened
        self.connectTime = connectTime
        self.totalTime = totalTime
        certificates = unsafe getenv("SSL_CERT_FILE").map { unsafe String(cString: $0) }
    }

    deinit { unsafe waymark_curl_close(curl) }

    /// Starts a request; false if none can be made of the address.
    func start(_ number: Int, _ address: WebAddress, isGet: Bool) -> Bool {
        unsafe Client.userAgent.withCString { agent in
            unsafe withCertificates { certificates in
                var limits = unsafe waymark_limits(
                    connect_milliseconds: Int(connectTime / .milliseconds(1)), total_milliseconds: Int(totalTime / .milliseconds(1)),
                    body_bytes: Limits.bodyBytes, user_agent: agent, certificates: certificates)
                return unsafe waymark_curl_start(curl, Int32(number), address.description, isGet ? 1 : 0, &limits) == 0
            }
        }
    }

    private func withCertificates<Result>(_ body: (UnsafePointer<CChar>?) -> Result) -> Result {
        guard let certificates else { return body(nil) }
        return unsafe certificates.withCString { unsafe body($0) }
    }

    /// Waits until a request has ended or some time is over.
    func wait(_ time: Duration) throws(EnvironmentFailure) {
        guard unsafe waymark_curl_wait(curl, Int32(clamping: max(0, Int(time / .milliseconds(1))))) == 0 else {
            throw EnvironmentFailure("links to other sites cannot be checked: libcurl failed", help: nil)
        }
    }

    /// The next request that has ended; nil if there is none now.
    func next() -> Response? {
        var raw = unsafe waymark_answer()
        guard unsafe waymark_curl_take(curl, &raw) == 1 else { return nil }
        return unsafe Response(number: Int(raw.number), outcome: Client.outcome(raw), isConnected: raw.is_connected != 0)
    }

    private static func outcome(_ raw: waymark_answer) -> Outcome {
        if unsafe raw.failure == WAYMARK_ANSWERED {
            let location = unsafe raw.location.map { unsafe String(cString: $0) }
            return unsafe .answered(status: raw.status, location: location, retryAfter: raw.retry_after)
        }
        let failure: Failure =
            switch unsafe raw.failure {
            case WAYMARK_BAD_ADDRESS: .badAddress
            case WAYMARK_NO_HOST: .noHost
            case WAYMARK_NO_CONNECTION: .noConnection
            case WAYMARK_TIMED_OUT: .timedOut
            case WAYMARK_NO_TRUST: .noTrust
            default: .brokenOff
            }
        return .failed(failure, words: unsafe raw.words.map { unsafe String(cString: $0) } ?? "")
    }

    /// Says who asks, and where to read what it does.
    private static let userAgent = "waymark-check (checks links of a site before they are published)"
}
