/// How messages lead to the documentation of their rules: by a command, as that is there offline and matches the program.
package enum ExplainHint {
    /// Rules that one line names; if there are more, the first is the example.
    private static let namedRules = 3

    /// One line for a run, whatever the number of its messages: `more: waymark explain link/draft page/no-title`.
    package static func line(_ diagnostics: [Diagnostic]) -> String {
        var rules: [String] = []
        for diagnostic in diagnostics where !rules.contains(diagnostic.rule.name) { rules.append(diagnostic.rule.name) }
        let isLong = rules.count > namedRules
        return isLong
            ? "more about each rule: waymark explain RULE, such as waymark explain \(rules.first ?? "")"
            : "more: waymark explain \(rules.joined(separator: " "))"
    }
}
