/// What is said of two versions, in no format: each format prints the same.
package indirect enum ReportBlock: Sendable {
    /// Of level 1 to 3.
    case heading(Int, String)
    case paragraph(String)
    /// Items, each with what belongs to it.
    case list([ReportItem])
    /// Lines that are no longer there, and lines that are new.
    case change(old: [String], new: [String])
    /// What most readers of the report pass over.
    case details(String, [ReportBlock])
}

/// An item of a list.
package struct ReportItem: Sendable {
    /// One sentence, or a part of one.
    package let text: String
    /// What a command takes, such as answers.
    package var code: String?
    /// What belongs to it.
    package var inner: [ReportBlock] = []

    /// - Parameter code: none if it is empty.
    init(_ text: String, code: String? = nil, _ inner: [ReportBlock] = []) {
        self.text = text
        self.code = code.flatMap { $0.isEmpty ? nil : $0 }
        self.inner = inner
    }
}
