/// A complete value together with what was found wrong while making it.
///
/// The value is whole even when there are errors, so that the next stage can look for its own and an author sees all
/// mistakes in one run. Only the last stage, which writes, asks whether there were errors.
package struct Checked<Value: Sendable>: Sendable {
    /// As good as it could be made: check the diagnostics before it is used.
    package var value: Value
    /// In the order in which they were found.
    package var diagnostics: [Diagnostic]

    /// - Parameter diagnostics: none for a value with nothing wrong.
    package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    /// The next stage: its value, and the diagnostics of both.
    package func then<Next>(_ stage: (Value) throws -> Checked<Next>) rethrows -> Checked<Next> {
        let next = try stage(value)
        return Checked<Next>(next.value, diagnostics + next.diagnostics)
    }
}
