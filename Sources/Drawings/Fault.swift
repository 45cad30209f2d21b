/// Why a drawing isn't published.
package struct Fault: Hashable, Sendable {
    /// In bytes of the text.
    package let place: Range<Int>
    /// What is wrong, in one sentence without a full stop.
    package let message: String
    /// What to do about it.
    package let help: String

    init(_ message: String, at place: Range<Int>, help: String) {
        self.message = message
        self.place = place
        self.help = help
    }
}
