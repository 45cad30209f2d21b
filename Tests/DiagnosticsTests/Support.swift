import Diagnostics

/// A diagnostic at a run of a file's text.
func finding(
    _ rule: RuleID, _ message: String = "wrong", in file: SourceFile, at bytes: Range<Int>,
    severity: Diagnostic.Severity = .error
) -> Diagnostic {
    Diagnostic(rule, message, at: SourceRange(file, bytes), severity: severity)
}

/// A file and the byte range of the text between `⟦` and `⟧`, which are taken out: the place that a test is about.
func marked(_ text: String) -> (file: SourceFile, range: SourceRange) {
    let parts = text.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false) : [""]
    let before = String(parts[0])
    let inside = String(rest[0])
    let file = SourceFile(path: "Content/page.md", text: before + inside + (rest.count > 1 ? String(rest[1]) : ""))
    let start = before.utf8.count
    return (file, SourceRange(file, start..<start + inside.utf8.count))
}
