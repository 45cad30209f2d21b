package import Decision
package import Words

/// The row that led to a result, in words for the reader who got there.
///
/// A sentence with brackets in brackets is for machines. Here each condition has a line of its own, and where one of several has
/// to hold, these follow line by line, each after a dash. Options that are named together are in quotation marks, as their labels
/// may hold commas and "or".
package struct ReasonWording: Sendable {
    private let rules: RuleWording
    private let words: Phrasebook

    /// - Parameter words: the language to say it in.
    package init(_ questionnaire: Questionnaire, _ words: Phrasebook) {
        self.words = words
        rules = RuleWording(questionnaire, words, cells: .init(isQuoted: true, isAffirmative: true))
    }

    /// The lines with line breaks between them.
    ///
    /// Of an `else` it says that no other row fits: which cases it takes says nothing to somebody who is one of them.
    package func text(_ row: Row) -> String {
        var lines = lines(rules.normalized(row.condition), level: 0)
        if row.rest != nil { lines.append(words.filled(lines.isEmpty ? "ruleNoOther" : "ruleNoOtherOfThese")) }
        return lines.isEmpty ? words.filled("ruleEveryone") : lines.joined(separator: "\n")
    }

    private func lines(_ condition: NormalizedCondition, level: Int) -> [String] {
        switch condition {
        case .all(let list):
            // Simple conditions of one alternative fit in its line.
            let (tests, groups) = (list.filter(\.isTest), list.filter { !$0.isTest })
            let own = level == 0 ? tests.flatMap { lines($0, level: 0) } : line(.all(tests), level).map { [$0] } ?? []
            return own + groups.flatMap { lines($0, level: level) }
        case .any(let list):
            let head = dashes(level) + words.filled("ruleOneOf")
            return [head] + list.flatMap { lines($0, level: level + 1) }
        case .test: return [line(condition, level)].compactMap(\.self)
        }
    }

    private func line(_ condition: NormalizedCondition, _ level: Int) -> String? {
        if case .all(let list) = condition, list.isEmpty { return nil }
        return dashes(level) + words.text(rules.phrasing(condition, isPart: false))
    }

    private func dashes(_ level: Int) -> String { String(repeating: "– ", count: level) }
}

extension NormalizedCondition {
    fileprivate var isTest: Bool { if case .test = self { true } else { false } }
}
