internal import Diagnostics

/// A mistake at a node; its place in the source is looked for only when the whole text is understood.
struct Finding {
    /// As in a diagnostic, like the rest.
    var rule: RuleID
    var severity = Diagnostic.Severity.error
    var message: String
    /// The node in the final tree.
    var node: Int
    var notes: [String] = []
    var help: String?

    init(
        _ rule: RuleID, _ message: String, node: Int, severity: Diagnostic.Severity = .error, notes: [String] = [],
        help: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.node = node
        self.notes = notes
        self.help = help
    }
}

extension [Finding] {
    /// The findings as diagnostics, in document order, at most as many as the limit.
    func located(in tree: Tree, _ source: SourceText) -> [Diagnostic] {
        guard !isEmpty else { return [] }
        var locator = Locator(tree: tree, source: source)
        let first = enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
            .prefix(Limits.diagnostics).map(\.element)
        var diagnostics = first.map { finding in
            Diagnostic(
                finding.rule, finding.message, at: source.range(of: locator.bytes(of: finding.node)),
                severity: finding.severity, notes: finding.notes, help: finding.help)
        }
        if count > Limits.diagnostics, let last = diagnostics.last {
            diagnostics.append(
                Diagnostic(
                    "markdown/too-many", "this text has \(count - Limits.diagnostics) more mistakes", at: last.range,
                    help: "mend the first \(Limits.diagnostics), then build again"))
        }
        return diagnostics
    }
}
