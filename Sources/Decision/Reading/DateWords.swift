import Content

/// Reads days as authors write them and as Waymark prints them: `2026-11-21`, `90 days ago`, `30 days after sent`.
struct DateWords {
    /// What a name or the words of another question stand for; nil for neither.
    let name: (String) -> String?

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

    /// `21 November 2026`, `November 21, 2026`, `21.11.2026`, `21/11/2026`: said back with the year first.
    private func written(_ text: String) -> TermWords? {
        let parts = text.split(whereSeparator: { " ,./".contains($0) }).map(String.init)
        guard parts.count == 3, let year = Int(parts[2]), parts[2].count == 4 else { return nil }
        let problem = "dates are written with the year first"
        if let month = DateWords.month(parts[1]), let day = DateWords.day(year, month, parts[0]) {
            return TermWords(text: day, problem: problem)
        }
        if let month = DateWords.month(parts[0]), let day = DateWords.day(year, month, parts[1]) {
            return TermWords(text: day, problem: problem)
        }
        guard let first = Int(parts[0]), let second = Int(parts[1]) else { return nil }
        let european = DateWords.day(year, second, String(first))
        let american = text.contains(".") ? nil : DateWords.day(year, first, String(second))
        guard let text = european ?? american else { return nil }
        return TermWords(text: text, problem: problem, other: european == american ? nil : european == nil ? nil : american)
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The day as questionnaires write it; nil when the month has none.
    private static func day(_ year: Int, _ month: Int, _ word: String) -> String? {
        guard let number = Int(word.prefix(while: \.isNumber)), let day = Day(year: year, month: month, day: number) else {
            return nil
        }
        return day.description
    }
}
