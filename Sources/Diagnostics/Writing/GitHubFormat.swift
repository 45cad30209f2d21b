/// Diagnostics as workflow commands, which a Git host shows next to the lines of a change.
///
/// Format: GitHub Docs, "Workflow commands for GitHub Actions", setting an error or warning message.
package enum GitHubFormat {
    /// - Parameter folder: where the site is in the repository, by whose root the host names files: `docs`, or nothing.
    package static func text(_ diagnostics: [Diagnostic], below folder: String = "") -> String {
        diagnostics.map { line($0, below: folder) + "\n" }.joined()
    }

    private static func line(_ diagnostic: Diagnostic, below folder: String) -> String {
        var properties: [String] = []
        if let path = diagnostic.path { properties.append("file=" + property(folder.isEmpty ? path : "\(folder)/\(path)")) }
        if let range = diagnostic.range {
            let (start, end) = (range.start, range.end)
            properties += [
                "line=\(start.line)", "endLine=\(end.line)", "col=\(start.column)", "endColumn=\(end.column)",
            ]
        }
        properties.append("title=" + property(diagnostic.rule.name))
        let lines = [diagnostic.message] + diagnostic.notes + [diagnostic.help].compactMap { $0 } + [ExplainHint.line([diagnostic])]
        let message = lines.joined(separator: "\n")
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(data(message))"
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
