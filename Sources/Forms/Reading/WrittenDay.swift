/// Days as people write them where `2026-11-21` is expected.
package enum WrittenDay {
    /// What `21 November 2026`, `November 21, 2026`, `21.11.2026` or `21/11/2026` can mean; two days where day and month can be swapped.
    package static func readings(_ text: String) -> [Day] {
        let parts = text.lowercased().split(whereSeparator: { " ,./-".contains($0) }).map(String.init)
        guard parts.count == 3 else { return [] }
        if parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]) {
            return [day(year, month, parts[2])].compactMap { $0 }
        }
        guard let year = Int(parts[2]), parts[2].count == 4 else { return [] }
        if let month = month(parts[1]) { return [day(year, month, parts[0])].compactMap { $0 } }
        if let month = month(parts[0]) { return [day(year, month, parts[1])].compactMap { $0 } }
        guard let first = Int(parts[0]), let second = Int(parts[1]) else { return [] }
        let european = day(year, second, String(first))
        let american = text.contains("/") ? day(year, first, String(second)) : nil
        return [european, american == european ? nil : american].compactMap { $0 }
    }

    /// The last day of the month in `2026-02-30`; nil for a day that exists, and for anything else.
    package static func lastDay(insteadOf text: String) -> Day? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], Day(text) == nil, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (29...31).contains(day)
        else { return nil }
        return (28..<day).reversed().lazy.compactMap { Day(year: year, month: month, day: $0) }.first
    }

    /// What to write instead of a text that is no day.
    package static func help(_ text: String) -> String {
        let days = readings(text)
        if !days.isEmpty { return "write " + listed(days.map(\.description), "or") }
        if let last = lastDay(insteadOf: text) { return "there is no such day; the last day of that month is \(last)" }
        return "write the year, month and day with hyphens, such as 2026-11-21"
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static func day(_ year: Int, _ month: Int, _ word: String) -> Day? {
        let digits = word.prefix { $0.isNumber }
        guard ["", "st", "nd", "rd", "th"].contains(word[digits.endIndex...]), let number = Int(digits) else { return nil }
        return Day(year: year, month: month, day: number)
    }
}
