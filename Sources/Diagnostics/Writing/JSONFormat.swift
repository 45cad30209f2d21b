/// Diagnostics for programs: one JSON object a line.
package enum JSONFormat {
    /// One line for each diagnostic, with the fields `rule`, `severity`, `message`, `file`, `line`, `column`, `endLine`,
    /// `endColumn`, `notes` and `help`; those that do not apply are null.
    package static func text(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { value($0).text() + "\n" }.joined()
    }

    private static func value(_ diagnostic: Diagnostic) -> JSONValue {
        let start = diagnostic.range?.start
        let end = diagnostic.range?.end
        return .object([
            ("rule", .string(diagnostic.rule.name)), ("severity", .string(diagnostic.severity.rawValue)),
            ("message", .string(diagnostic.message)), ("file", diagnostic.path.map(JSONValue.string) ?? .null),
            ("line", start.map { .number($0.line) } ?? .null), ("column", start.map { .number($0.column) } ?? .null),
            ("endLine", end.map { .number($0.line) } ?? .null), ("endColumn", end.map { .number($0.column) } ?? .null),
            ("notes", .array(diagnostic.notes.map(JSONValue.string))),
            ("help", diagnostic.help.map(JSONValue.string) ?? .null),
        ])
    }
}
