/// The machine refused something: a full disk, a missing permission. Not the author's fault, so no diagnostic.
package struct EnvironmentFailure: Error, Sendable {
    /// What was tried, on what, and the operating system's words.
    package let message: String
    /// What to do about it; nil where nobody can know.
    package let help: String?

    /// - Parameter message: in one sentence without a full stop.
    package init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }
}
