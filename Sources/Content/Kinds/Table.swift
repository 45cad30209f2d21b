package import CommonMark
package import Diagnostics
package import Forms
import YAML

/// Rows of typed columns.
package struct Table: Sendable {
    package let columns: [Entry<Column>]
    package let rows: [Row]
    /// The spreadsheet beside the data file that the rows stand in.
    package let spreadsheet: String?

    package struct Column: Sendable {
        package let label: Text
        package let type: ColumnType
        package let unit: Text?
        /// The labels of a choice.
        package let options: [Entry<Text>]
    }

    package enum ColumnType: String, CaseIterable, Sendable {
        case text, number, date, link, choice

        var meaning: String {
            switch self {
            case .text: "a line of Markdown"
            case .number: "digits, with a point where needed"
            case .date: "a day such as 2026-11-21"
            case .link: "a Markdown link"
            case .choice: "the id of one of the options"
            }
        }
    }

    /// The cells of a row, one for each column; nil where nothing is written.
    package struct Row: Sendable {
        package let cells: [Cell?]
        package let range: SourceRange
    }

    package enum Cell: Sendable {
        case text(Markdown)
        /// As written: digits, one point, a minus.
        case number(Text)
        case date(Day)
        case link(Markdown)
        /// The id of an option.
        case choice(Identifier)
    }

    static let column = Shape<Column>.text(
        Shape<Text>.line.map { Column(label: $0, type: .text, unit: nil, options: []) },
        orRecord: .record(
            .required("label", .line, "the head of the column"),
            .optional("type", .choice(meaning: \.meaning), default: .text, "text, number, date, link or choice"),
            .optional("unit", .line, "the unit of its numbers"),
            .optional("options", .entries(of: Shape<Text>.line), default: [], "the choices, each under an id")
        ) { _, label, type, unit, options in Column(label: label, type: type, unit: unit, options: options) })

    static let columns = Field.required("columns", .entries(of: column), "the columns, each under an id")
}
