/// Links in the pages of rules lead to the pages of other rules: `[its own](dead-rule.md)`, `[drafts](../link/draft.md)`.
package enum RuleLink {
    /// The rule that a link on a rule's page leads to; nil for any other link.
    package static func target(of destination: String, on rule: RuleID) -> RuleCatalogue.Rule? {
        guard destination.hasSuffix(".md") else { return nil }
        let path = destination.dropLast(3)
        let name = path.hasPrefix("../") ? String(path.dropFirst(3)) : rule.name.prefix { $0 != "/" } + "/" + path
        return RuleCatalogue.rule(RuleID(name))
    }

    /// A text with its links written out: the words, then the rule in brackets. For places where nothing can be followed.
    static func writtenOut(_ text: String, on rule: RuleID) -> String {
        text.replacing(/\[([^\[\]]+)\]\(([^()\s]+\.md)\)/) { link in
            target(of: String(link.2), on: rule).map { "\(link.1) (\($0.id))" } ?? String(link.0)
        }
    }
}
