/// How text is shown on a terminal: painted where it takes colours, and without what it would obey.
package struct TerminalStyle: Sendable {
    /// What text can be painted with, by its number in ECMA-48 (SGR).
    package enum Paint: String, Sendable { case bold = "1", red = "31", green = "32", yellow = "33" }

    private let usesColour: Bool

    /// - Parameter usesColour: whether the terminal takes colours.
    package init(usesColour: Bool) { self.usesColour = usesColour }

    /// The text painted, or as it is where there are no colours.
    package func painted(_ text: String, _ paint: Paint) -> String {
        usesColour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Without controls and invisible direction marks, which could make a terminal show something else than there is.
    package static func clean(_ text: String) -> String { clean(text.unicodeScalars) }

    /// The same for scalars.
    static func clean(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            let category = scalar.properties.generalCategory
            result.append(scalar != "\t" && (category == .control || category == .format) ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }
}
