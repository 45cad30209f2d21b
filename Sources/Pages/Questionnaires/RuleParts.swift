import Decision

/// The rows of rules and facts that one page shows: a policy of thousands of rows is a page that no phone loads and nobody reads.
///
/// Rows are counted through all decisions and then all facts; the script of results counts in the same way.
struct RulePart {
    /// Decisions and facts by number, each with the rows of it that are here.
    var decisions: [(number: Int, rows: Range<Int>)] = []
    var facts: [(number: Int, rows: Range<Int>)] = []
    private var count = 0

    /// A policy in parts of so many rows, at least one.
    static func parts(of questionnaire: Questionnaire, size: Int = Limits.shownRules) -> [RulePart] {
        var parts = [RulePart()]
        for (number, decision) in questionnaire.decisions.enumerated() {
            add(decision.table.rows.count, to: &parts, size) { $0.decisions.append((number, $1)) }
        }
        for (number, fact) in questionnaire.facts.enumerated() {
            add(fact.table.rows.count, to: &parts, size) { $0.facts.append((number, $1)) }
        }
        return parts
    }

    private static func add(_ count: Int, to parts: inout [RulePart], _ size: Int, _ append: (inout RulePart, Range<Int>) -> Void) {
        var start = 0
        repeat {
            if parts[parts.count - 1].count >= size { parts.append(RulePart()) }
            let room = size - parts[parts.count - 1].count
            let end = min(count, start + room)
            append(&parts[parts.count - 1], start..<end)
            parts[parts.count - 1].count += end - start
            start = end
        } while start < count
    }
}
