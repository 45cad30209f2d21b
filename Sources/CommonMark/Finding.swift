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
    var suggestion: (@Sendable () -> String?)?
    /// Whether it holds only where the text is in the source as it is: a backslash makes such a mark plain text.
    var isOfMark = false

    init(
        _ rule: RuleID, _ message: String, node: Int, severity: Diagnostic.Severity = .error, notes: [String] = [],
        help: String? = nil, suggestion: (@Sendable () -> String?)? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.node = node
        self.notes = notes
        self.help = help
        self.suggestion = suggestion
    }
}

extension [Finding] {
    /// The findings as diagnostics, in document order, at most as many as the limit.
    func located(in tree: Tree, _ source: SourceText) -> [Diagnostic] {
        guard !isEmpty else { return [] }
        let places = NodePlaces(tree: tree, source: source)
        let bytes = source.bytes
        let sorted = enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }.map(\.element)
            .filter { !$0.isOfMark || !$0.isEscaped(places[$0.node], tree, bytes) }
        var diagnostics = sorted.prefix(Limits.diagnostics).map { finding in
            Diagnostic(
                finding.rule, finding.message, at: source.range(of: places[finding.node]),
                severity: finding.severity, notes: finding.notes, help: finding.help, suggestion: finding.suggestion)
        }
        if sorted.count > Limits.diagnostics, let last = diagnostics.last {
            diagnostics.append(
                Diagnostic(
                    "markdown/too-many", "this text has \(sorted.count - Limits.diagnostics) more mistakes", at: last.range,
                    help: "fix the first \(Limits.diagnostics), then build again"))
        }
        return diagnostics
    }
}

extension Finding {
    /// Whether a backslash or an entity is in or before the text that is meant.
    fileprivate func isEscaped(_ place: Range<Int>, _ tree: Tree, _ source: [UInt8]) -> Bool {
        let text = tree[tree.nodes[node].text]
        let before = source[..<place.lowerBound].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        return before % 2 == 1 || !source[place].elementsEqual(text) && place.count < 5 * text.count + 8
    }
}
