import Diagnostics
package import Forms

/// A questionnaire in the course of time: one policy for each period between two days on which something of it changes.
///
/// What is compiled, proved and asked is the policy of a period: it has only the rows and outcomes that are in force then.
package struct PolicyInTime: Sendable {
    /// Everything in the file, whatever its dates: for what looks after all of its texts and links. It decides nothing.
    package let written: Questionnaire
    /// In the order of time and without a gap, from the beginning of time to its end; never empty.
    package let periods: [Questionnaire]

    /// A policy that never changes.
    package init(_ only: Questionnaire) {
        written = only
        periods = [only]
    }

    /// - Parameters:
    ///   - written: with all rows and outcomes.
    ///   - changes: further days on which something changes, such as a value of a data file.
    ///   - read: the policy as it is written, with the values of a period.
    init(written: Questionnaire, changes: Set<Day> = [], read: (Validity) -> Questionnaire) {
        self.written = written
        let days = changes.union(written.changes).sorted()
        let starts = [nil] + days.map(Optional.some)
        let ends = days.map { Day(number: $0.number - 1) } + [nil]
        periods = zip(starts, ends).map { first, last in
            let period = Validity(from: first, until: last)
            return read(period).inForce(during: period)
        }
    }

    /// The policy of a day.
    package func policy(on day: Day) -> Questionnaire { periods.first { $0.validity.contains(day) } ?? written }

    /// The policies that begin after a day, in the order of time.
    package func later(than day: Day) -> [Questionnaire] { periods.filter { $0.validity.from.map { $0 > day } ?? false } }
}

extension Questionnaire {
    /// The days on which a row or an outcome begins, or has just ended.
    fileprivate var changes: Set<Day> {
        Set((tables.flatMap { $0.table.rows.map(\.validity) } + outcomes.map(\.validity)).flatMap(\.changes))
    }

    /// The policy of a period in which nothing changes: without the rows and outcomes that are not in force.
    fileprivate func inForce(during period: Validity) -> Questionnaire {
        var policy = self
        policy.validity = period
        for index in facts.indices { policy.facts[index].table = facts[index].table.inForce(during: period) }
        for index in decisions.indices { policy.decisions[index].table = decisions[index].table.inForce(during: period) }
        let kept = outcomes.indices.filter { outcomes[$0].validity.contains(period) }
        return kept.count == outcomes.count ? policy : policy.keeping(outcomes: kept)
    }
}

extension Questionnaire {
    /// Whether what is written at a place counts during a period: rows and outcomes may not, and groups whose rows all don't.
    func isInForce(_ place: SourceRange, during period: Validity) -> Bool {
        func covers(_ other: SourceRange) -> Bool {
            other.file.path == place.file.path && other.bytes.contains(place.bytes.lowerBound)
        }
        let rows = tables.flatMap(\.table.rows).filter { row in
            covers(row.place) || row.guards.contains { $0.conditions.contains { $0.place.map(covers) ?? false } }
        }
        let validities = rows.map(\.validity) + outcomes.filter { covers($0.place) }.map(\.validity)
        return validities.isEmpty || validities.contains { $0.contains(period) }
    }
}

extension RuleTable {
    /// Without the rows that don't count during a period. What an `else` leaves open stays the rest of its own rows.
    fileprivate func inForce(during period: Validity) -> RuleTable {
        let kept = rows.indices.filter { rows[$0].validity.contains(period) }
        guard kept.count < rows.count else { return self }
        let moved = { (bound: Int) in kept.count { $0 < bound } }
        var table = self
        table.rows = kept.enumerated().map { place, index in
            var row = rows[index]
            row.number = place + 1
            row.rest = row.rest.map { moved($0.lowerBound)..<moved($0.upperBound) }
            return row
        }
        return table
    }
}
