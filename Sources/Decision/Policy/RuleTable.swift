package import Diagnostics
package import Forms

/// Rows that turn answers into outcomes or values.
package struct RuleTable: Sendable {
    /// What it means that several rows hold.
    package enum Match: String, CaseIterable, Sendable {
        case one, first, many

        var meaning: String {
            switch self {
            case .one: "rows may apply together only if they agree, so their order never matters"
            case .first: "the first row that applies counts"
            case .many: "every row that applies adds its outcome"
            }
        }
    }

    /// What it means that several rows hold.
    package let match: Match
    /// In written order, groups flattened.
    package var rows: [Row]
    /// The key that holds the rows, for what concerns all of them.
    package let place: SourceRange
}

/// Whose rows a table holds.
package enum TableName: Sendable, Hashable {
    case fact(Int)
    case decision(Int)
}

extension Questionnaire {
    /// All tables, those of the decisions first.
    package var tables: [(name: TableName, table: RuleTable)] {
        decisions.enumerated().map { (.decision($0), $1.table) } + facts.enumerated().map { (.fact($0), $1.table) }
    }
}

extension RuleTable {
    /// For each row the first that gives the same.
    var firstsOfResults: [Int] {
        var firsts: [RowResult: Int] = [:]
        return rows.enumerated().map { index, row in
            let first = firsts[row.result] ?? index
            firsts[row.result] = first
            return first
        }
    }
}

/// One line of a table, with the conditions of the groups around it.
package struct Row: Sendable {
    /// The number of the row among all of its table, counted from 1.
    package var number: Int
    /// Of the groups around it, outermost first.
    package var guards: [Entries]
    /// The conditions of the row itself.
    package var entries: Entries
    /// For `else`: the rows, by index, that it leaves the rest of. Nil for other rows.
    package var rest: Range<Int>?
    /// What it gives where it holds.
    package var result: RowResult
    /// The places of the policy that it rests on.
    package let cites: [Cite]
    /// The whole row, for messages.
    package let place: SourceRange
    /// What is written after `then:` or `else:`.
    package let resultPlace: SourceRange
    /// The days on which it counts, those of the groups around it being kept.
    package var validity = Validity.always

    /// All conditions but those of `else`.
    package var condition: Condition { .all(guards.map(\.condition) + [entries.condition]) }
}

/// What a row gives.
package enum RowResult: Sendable, Hashable {
    /// An outcome or a value of the fact, by index.
    case value(Int)
    /// Whatever the subject's value is.
    case sameAs(Subject)
}

extension Row {
    /// The outcomes that the row of a decision leads to.
    package var outcomes: [Int] {
        if case .value(let outcome) = result { [outcome] } else { [] }
    }
}
