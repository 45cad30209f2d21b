@testable import Content
@testable import Decision
@testable import Wording
import Forms
import Words

/// Reads English words of ranges back, knowing nothing of how they were made: "18 years ago or earlier" of a day.
struct RangeParser {
    let questions: [Question]
    let answers: [Int: Answer]
    let today: Day

    /// Whether the answers lie in the range; nil for words that mean nothing.
    ///
    /// - Parameter subject: the question that the range is of; a part may name another itself.
    func holds(_ text: String, _ subject: Int) -> Bool? {
        let options = text.components(separatedBy: ", or ")
        let found = options.map { either(in: $0, subject) }
        return found.contains(nil) ? nil : found.contains(true)
    }

    private func either(in text: String, _ subject: Int) -> Bool? {
        if text == "any answer" { return true }
        var parts: [String] = []
        // "18 years and 1 day ago" is one value.
        for part in text.components(separatedBy: " and ") {
            if let last = parts.last,
                last.hasSuffix("month") || last.hasSuffix("months") || last.hasSuffix("year") || last.hasSuffix("years")
            {
                parts[parts.count - 1] = last + " and " + part
            } else {
                parts.append(part)
            }
        }
        let found = parts.flatMap { $0.components(separatedBy: ", but ") }.map { part(in: $0, subject) }
        return found.contains(nil) ? nil : !found.contains(false)
    }

    private func part(in text: String, _ subject: Int) -> Bool? {
        for (number, question) in questions.enumerated() where text.hasPrefix(question.ask.string + " ") {
            return part(in: String(text.dropFirst(question.ask.string.count + 1)), number)
        }
        guard let answer = units(answers[subject]) else { return nil }
        let isDate = if case .date = questions[subject].kind { true } else { false }
        let prefixes = isDate ? RangeParser.dates : RangeParser.numbers
        let suffixes: [String: Fits] = isDate ? RangeParser.datesBehind : [" or more": { $0 >= $1 }]
        for (words, fits) in prefixes where text.hasPrefix(words) {
            return value(String(text.dropFirst(words.count)), subject).map { fits(answer, $0) }
        }
        for (words, fits) in suffixes where text.hasSuffix(words) {
            return value(String(text.dropLast(words.count)), subject).map { fits(answer, $0) }
        }
        let ends = (text.hasPrefix("from ") ? String(text.dropFirst(5)) : text).components(separatedBy: " to ")
        if ends.count == 2, isDate == text.hasPrefix("from "), let low = value(ends[0], subject), let high = value(ends[1], subject) {
            return (low...max(low, high)).contains(answer) && low <= high
        }
        return value(text, subject).map { $0 == answer }
    }

    private typealias Fits = @Sendable (Int, Int) -> Bool

    private static let numbers: [String: Fits] = [
        "over ": (>), "under ": (<), "up to ": (<=), "at most ": (<=), "the same as ": (==),
    ]

    private static let datesBehind: [String: Fits] = [
        " or later": { $0 >= $1 }, " or earlier": { $0 <= $1 },
    ]

    private static let dates: [String: Fits] = [
        "after ": { $0 > $1 }, "later than ": { $0 > $1 }, "before ": { $0 < $1 }, "earlier than ": { $0 < $1 },
        "no later than ": { $0 <= $1 }, "the same day as ": { $0 == $1 },
        "less than ": { $0 > $1 }, "more than ": { $0 < $1 }, "no more than ": { $0 >= $1 }, "at least ": { $0 <= $1 },
    ]

    private func value(_ text: String, _ subject: Int) -> Int? {
        if case .number(let range) = questions[subject].kind { return number(text, range) }
        if text == "today" { return today.number }
        if let ask = asked(text) { return units(answers[ask]) }
        if text.hasSuffix(" ago") { return shifted(today.number, String(text.dropLast(4)), -1) }
        if text.hasSuffix(" from today") { return shifted(today.number, String(text.dropLast(11)), 1) }
        for (words, sign) in [(" before “", -1), (" after “", 1)] {
            guard let place = text.firstRange(of: words) else { continue }
            guard let ask = asked("“" + text[place.upperBound...]), let base = units(answers[ask]) else { return nil }
            return shifted(base, String(text[..<place.lowerBound]), sign)
        }
        guard case .day(let day) = DayReader(Phrasebook.english.days).read(text) else { return nil }
        return day.number
    }

    private func asked(_ text: String) -> Int? { questions.firstIndex { "“\($0.ask.string)”" == text } }

    /// Months first, as calendars are counted; what is less goes the other way.
    private func shifted(_ base: Int, _ text: String, _ sign: Int) -> Int? {
        let (long, short, turn) =
            text.contains(" less ")
            ? (text.components(separatedBy: " less ")[0], text.components(separatedBy: " less ").last, -1)
            : (text.components(separatedBy: " and ")[0], text.components(separatedBy: " and ").dropFirst().last, 1)
        guard let first = Span(long) else { return nil }
        var number = Shift(first, back: sign < 0).applied(to: base)
        if let short {
            guard let span = Span(short == "a day" ? "1 day" : short) else { return nil }
            number = Shift(span, back: sign * turn < 0).applied(to: number)
        }
        return number
    }

    private func number(_ text: String, _ range: NumberRange) -> Int? {
        if let ask = asked(text) { return units(answers[ask]) }
        guard let unit = range.unit else { return exact(text) }
        if text == "1 person" { return exact("1") }
        if text.hasPrefix("-" + unit) { return exact("-" + text.dropFirst(unit.count + 1)) }
        if text.hasPrefix(unit) { return exact(String(text.dropFirst(unit.count))) }
        return exact(text.hasSuffix(" " + unit) ? String(text.dropLast(unit.count + 1)) : text)
    }

    private func exact(_ text: String) -> Int? {
        ExactNumber(text.replacing(",", with: "")).map { $0.floor(digits: 6) }
    }

    private func units(_ answer: Answer?) -> Int? {
        switch answer {
        case .number(let number): number.floor(digits: 6)
        case .day(let day): day.number
        case .option, .ticked, nil: nil
        }
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
