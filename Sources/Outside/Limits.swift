/// What may be asked of others, and for how long.
package enum Limits {
    /// Requests under way at once; of one host there is never more than one.
    static let requests = 16
    /// Between the end of a request and the start of the next to the same host.
    static let pause: Duration = .milliseconds(500)
    /// Redirects followed from one address, as many as browsers bear at least.
    static let redirects = 10
    /// Bytes of a page that are taken, where its server does not answer to HEAD.
    static let bodyBytes = 16 << 10
    /// All together: what is not asked by then is asked the next time.
    static let time: Duration = .seconds(600)
    /// Addresses in one run.
    static let addresses = 10_000
    /// Hosts that fail, with none that answers, before the network is taken to be away.
    static let deadHosts = 8
    /// Answers that are kept, the youngest of them.
    static let answers = 50_000
    /// For an answer, unless the caller says otherwise.
    package static let timeout: Duration = .seconds(20)
    /// For a connection.
    static let connectTime: Duration = .seconds(10)
}
