package import Diagnostics

/// The state of the site as browsers are told it.
package struct News: Sendable {
    /// Changes whenever pages may have changed.
    package let version: String
    /// Changes whenever anything may have changed, messages too: what pages about the site's state go by.
    package let state: String
    /// What keeps the site from being published.
    package let errors: [Diagnostic]

    package init(version: String, state: String, errors: [Diagnostic]) {
        self.version = version
        self.state = state
        self.errors = errors
    }

    /// More errors than fit on a screen are counted.
    private static let shownErrors = 20

    /// One event: a line with the version, the state and the number of errors, then a line for each of the first errors.
    var message: [UInt8] {
        let fields: [(String, JSONValue)] = [
            ("version", .string(version)), ("state", .string(state)), ("errors", .number(errors.count)),
        ]
        let head = JSONValue.object(fields).text() + "\n"
        let lines = (head + JSONFormat.text(Array(errors.prefix(News.shownErrors)))).split(separator: "\n")
        return Array(("event: state\n" + lines.map { "data: \($0)\n" }.joined() + "\n").utf8)
    }

    /// A line that means nothing, sent to notice clients that are gone.
    static let heartbeat = Array(":\n\n".utf8)

    /// Bytes that may wait for a client before it is taken to be gone.
    static let pendingLimit = 1 << 20
}
