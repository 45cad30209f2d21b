import CommonMark
import Forms

/// The values of all days. Two tables that say the same today are equal, whatever they say later.
struct ValueTimeline: Sendable, Equatable {
    /// By `file.id`, each in force from the end of the one before it; together they are for all days.
    var facts: [String: [Values.Fact]] = [:]

    static func == (left: ValueTimeline, right: ValueTimeline) -> Bool { true }

    /// The value of each name on a day; nil for the first of each.
    func facts(on day: Day?) -> [String: Values.Fact] {
        facts.compactMapValues { list in day.map { day in list.first { $0.validity.contains(day) } } ?? list.first }
    }

    /// The days from which on each value says something else, by name; only of those that change.
    var changes: [String: Set<Day>] {
        let own = facts.mapValues { list in Set(list.flatMap(\.validity.changes)) }
        guard own.contains(where: { !$0.value.isEmpty }) else { return [:] }
        var all: [String: Set<Day>] = [:]
        for name in facts.keys {
            var days: Set<Day> = []
            var reached: Set<String> = [name]
            var open = [name]
            while let next = open.popLast() {
                days.formUnion(own[next] ?? [])
                let texts = (facts[next] ?? []).flatMap { [$0.value.string, $0.unit?.string, $0.text?.string].compactMap(\.self) }
                for inner in texts.flatMap({ ValueMarks.names(in: $0) }) where reached.insert(inner).inserted { open.append(inner) }
            }
            if !days.isEmpty { all[name] = days }
        }
        return all
    }
}
