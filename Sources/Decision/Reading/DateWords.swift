import Forms

/// Reads days as authors write them and as Waymark prints them: `2026-11-21`, `90 days ago`, `30 days after sent`.
struct DateWords {
    /// The id that a name, or the words of another question, mean; nil for anything else.
    let name: (String) -> String?

    /// Nil for words that name no day.
    func term(_ text: String) -> TermWords? {
        switch text {
        case "yesterday": return TermWords(text: "today - 1 day")
        case "tomorrow": return TermWords(text: "today + 1 day")
        case "now": return TermWords(text: "today", problem: "dates count from today")
        default: return plain(text) ?? counted(text) ?? written(text)
        }
    }

    /// A day, today, another question, and one of these shifted.
    private func plain(_ text: String) -> TermWords? {
        for sign in [" - ", " + "] {
            guard let place = text.firstRange(of: sign) else { continue }
            guard let base = base(String(text[..<place.lowerBound])), let span = DateWords.span(String(text[place.upperBound...]))
            else { return nil }
            return TermWords(text: base + sign + span)
        }
        return base(text).map { TermWords(text: $0) }
    }

    /// What a shift can be counted from.
    private func base(_ text: String) -> String? {
        text == "today" || Day(text) != nil ? text : name(text)
    }

    /// `90 days ago`, `in 90 days`, `90 days from today`, `3 days after sent`.
    private func counted(_ text: String) -> TermWords? {
        if text.hasSuffix(" ago"), let span = DateWords.span(String(text.dropLast(4))) {
            return TermWords(text: "today - \(span)", countsBack: true)
        }
        if text.hasPrefix("in "), let span = DateWords.span(String(text.dropFirst(3))) {
            return TermWords(text: "today + \(span)")
        }
        for (words, sign) in [(" before ", "-"), (" after ", "+"), (" from ", "+")] {
            guard let place = text.firstRange(of: words) else { continue }
            let other = String(text[place.upperBound...])
            guard let span = DateWords.span(String(text[..<place.lowerBound])),
                let base = other == "now" ? "today" : base(other)
            else { continue }
            return TermWords(text: "\(base) \(sign) \(span)")
        }
        return nil
    }

    /// `90 days`, `a year`, `two weeks`.
    private static func span(_ text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2 else { return nil }
        let small = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        let count = words[0] == "an" ? "1" : small.firstIndex(of: words[0]).map { String(max(1, $0)) } ?? words[0]
        guard Span("\(count) \(words[1])") != nil else { return nil }
        return "\(count) \(words[1])"
    }

    /// `21 November 2026`, `21.11.2026`: said back with the year first. A day that does not exist: the last of its month.
    private func written(_ text: String) -> TermWords? {
        if let last = WrittenDay.lastDay(insteadOf: text) {
            return TermWords(text: last.description, problem: "there is no such day")
        }
        let days = WrittenDay.readings(text).map(\.description)
        guard let first = days.first else { return nil }
        return TermWords(text: first, problem: "dates are written with the year first", other: days.dropFirst().first)
    }
}
