package import Diagnostics
import YAML

/// The days on which something is in force, its first and its last day included.
package struct Validity: Hashable, Sendable {
    /// Nil: it always has been.
    package let from: Day?
    /// Nil: it has no end.
    package let until: Day?

    /// - Parameters:
    ///   - from: nil for what always has been in force.
    ///   - until: nil for what has no end.
    package init(from: Day? = nil, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    /// What has no dates is in force on every day.
    package static let always = Validity()

    private var lower: Int { from?.number ?? .min }
    private var upper: Int { until?.number ?? .max }

    /// Whether it ends before it begins.
    package var isEmpty: Bool { lower > upper }

    /// Whether it is in force on a day.
    package func contains(_ day: Day) -> Bool { lower <= day.number && day.number <= upper }

    /// Whether it is in force on every day of another.
    package func contains(_ other: Validity) -> Bool { lower <= other.lower && other.upper <= upper }

    /// The days on which both are in force; empty where there are none.
    package func intersection(_ other: Validity) -> Validity {
        Validity(from: lower >= other.lower ? from : other.from, until: upper <= other.upper ? until : other.until)
    }

    /// The days from which on something is different than the day before: its first, and the one after its last.
    package var changes: [Day] { [from, until.flatMap { Day(number: $0.number + 1) }].compactMap(\.self) }

    /// For messages: `from 2026-01-01 until 2026-12-31`.
    package var words: String {
        switch (from, until) {
        case (let from?, let until?) where from == until: "on \(from)"
        case (let from?, let until?): "from \(from) until \(until)"
        case (let from?, nil): "from \(from) on"
        case (nil, let until?): "until \(until)"
        case (nil, nil): "on every day"
        }
    }
}

extension Validity {
    /// The field `from` of what has dates.
    package static let fromField = Field.optional("from", PlacedDay.shape, "the first day on which it is in force")
    /// The field `until` of what has dates.
    package static let untilField = Field.optional("until", PlacedDay.shape, "the last day on which it is in force")

    /// A day with its place in the file, for messages.
    package struct PlacedDay: Sendable {
        /// The day.
        package let day: Day
        /// Where it is written.
        package let place: SourceRange

        /// A day as people write it, `2026-11-21`.
        package static let shape = Shape<PlacedDay>(Shape<Day>.date.schema) { node, findings in
            Shape<Day>.date.read(node, &findings).map { PlacedDay(day: $0, place: node.range) }
        }
    }

    /// The days of two fields; where the last comes before the first, a message says so.
    ///
    /// - Parameters:
    ///   - what: what has these dates, for the message.
    ///   - rule: of the message.
    package init?(_ from: PlacedDay?, _ until: PlacedDay?, of what: String, rule: RuleID, _ findings: inout Findings) {
        self.init(from: from?.day, until: until?.day)
        guard isEmpty, let from, let until else { return }
        findings.add(
            Diagnostic(
                rule, "\(what) ends on \(until.day), before its first day, \(from.day)", at: until.place,
                help: "correct `from` or `until`"))
        return nil
    }
}
