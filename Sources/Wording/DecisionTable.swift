package import Decision
package import Words

/// A table of rules as people read it: a column for each thing that rows look at, cells merged where the author wrote a group.
///
/// What a page, a file or a terminal shows of a table is made from this value. A table that would be too wide is divided at the
/// author's groups: each becomes a part with the columns that its own rows need, and its condition is said once, above.
package struct DecisionTable: Sendable {
    /// In written order. Their rows together are all rows of the table.
    package let parts: [Part]

    /// Some rows, under what all of them demand.
    package struct Part: Sendable {
        /// The condition of a group of the author, in words; nil for rows that are in none.
        package let title: String?
        /// How many groups are around it; 0 for the table itself.
        package let depth: Int
        /// Without the column of results.
        package let columns: [Column]
        /// None where further parts follow that are inside the same group.
        package let lines: [Line]
    }

    /// What all cells below one another look at.
    package struct Column: Sendable {
        /// Nil: whatever has no column of its own, in words.
        package let subject: Subject?
        /// The label of the question or fact, or its whole text.
        package let head: String
    }

    /// One row of the table.
    package struct Line: Sendable {
        /// Its index among all rows of the table.
        package let row: Int
        /// Those that begin here: some are part of a cell of an earlier line.
        package let cells: [Cell]
    }

    /// What a row, or several, demand.
    package struct Cell: Sendable {
        /// Its first column.
        package let column: Int
        /// How many columns it takes; more than one only for `else`.
        package let width: Int
        /// How many lines it takes.
        package let height: Int
        /// What they demand.
        package let content: Content
    }

    /// What a cell says.
    package enum Content: Sendable, Hashable {
        /// Any answer will do.
        case any
        /// What is demanded.
        case words(String)
        /// What the rows before leave open, of a group or of the whole table.
        case rest(isOfGroup: Bool)
    }

    /// More columns are not read at one glance.
    private static let mostColumns = 6

    /// - Parameters:
    ///   - rows: those that are shown.
    ///   - book: the language of what it says.
    package init(_ table: RuleTable, rows: Range<Int>, of questionnaire: Questionnaire, _ book: Phrasebook) {
        let layout = TableLayout(table, questionnaire, book)
        parts = layout.parts(of: RuleGroup.items(of: table, rows: rows), depth: 0, title: nil, most: DecisionTable.mostColumns)
    }
}
