import Diagnostics
import Forms

/// Whether rows lead to outcomes only while these are in force.
///
/// Looked at for all time, whatever the day of the build: content that is right today stays right.
enum RowDates {
    static func problems(of decisions: [Decision], _ outcomes: [Outcome]) -> [Diagnostic] {
        decisions.flatMap(\.table.rows).compactMap { row in
            guard case .value(let number) = row.result, let outcome = outcomes[safe: number], !outcome.validity.contains(row.validity)
            else {
                return nil
            }
            let wanted = outcome.validity
            let lacking = [
                wanted.from.flatMap { Validity(from: $0).contains(row.validity) ? nil : "from: \($0)" },
                wanted.until.flatMap { Validity(until: $0).contains(row.validity) ? nil : "until: \($0)" },
            ]
            return Diagnostic(
                "questionnaire/dates",
                "this row is in force \(row.validity.words), but the outcome \(outcome.id) only \(wanted.words)",
                at: row.resultPlace,
                help: "write `\(lacking.compactMap(\.self).joined(separator: ", "))` on the row, or change the dates of the outcome")
        }
    }
}
