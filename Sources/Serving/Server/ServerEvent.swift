/// A message on the stream of events (HTML Standard, section 9.2).
package struct ServerEvent: Sendable {
    /// What browsers listen for.
    package let name: String
    /// Its data: a line each, without line ends in them.
    package let lines: [String]

    /// An event of some name.
    package init(name: String, lines: [String]) {
        self.name = name
        self.lines = lines
    }

    /// As it is sent.
    var bytes: [UInt8] { Array(("event: \(name)\n" + lines.map { "data: \($0)\n" }.joined() + "\n").utf8) }

    /// A line that means nothing, sent to notice clients that are gone.
    static let heartbeat = Array(":\n\n".utf8)

    /// Bytes that may wait for a client before it is taken to be gone.
    static let pendingLimit = 1 << 20
}
