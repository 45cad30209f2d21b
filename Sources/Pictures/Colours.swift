import Decision

/// The colours of a box and of the lines that lead to it.
struct Colours {
    let fill: String
    let line: String
    /// A class by which a page that holds the drawing gives it colours of its own, as an attribute; empty for a question.
    let mark: String

    /// - Parameter tone: nil for a question.
    init(_ tone: Outcome.Tone?) {
        mark = tone.map { " class=\"tone-\($0.rawValue)\"" } ?? ""
        (fill, line) =
            switch tone {
            case .good: ("#e3f1e7", "#2b6b45")
            case .caution: ("#fdf1d8", "#80590c")
            case .bad: ("#fae3e0", "#9b3128")
            case .neutral: ("#eceff1", "#566570")
            case nil: ("#ffffff", "#3f3f3f")
            }
    }
}
