import Diagnostics
package import Forms
package import Words

/// What a reader answers to a question.
package enum Answer: Sendable, Hashable {
    /// The index of an option.
    case option(Int)
    /// The indices of the ticked options, ascending; none for nothing ticked.
    case ticked([Int])
    case number(ExactNumber)
    case day(Day)
}

/// Why an answer is not taken.
package struct AnswerProblem: Error, Sendable {
    package let message: String
    /// What was probably meant, where that can be told.
    package var help: String?

    /// Both in one sentence.
    package var sentence: String { message + (help.map { ": \($0)" } ?? "") }
}

extension Question {
    /// Reads an answer as commands and cases write it: `no`, `a,b`, `none`, `3.5`, `2026-11-21`.
    package func answer(_ text: String) -> Result<Answer, AnswerProblem> {
        switch kind {
        case .one(let choices):
            if let index = choices.index(of: text) { return .success(.option(index)) }
            return .failure(unknown(text))
        case .any:
            if text == "none" || text.isEmpty { return .success(.ticked([])) }
            return answer(ticks: text.split(separator: ",").map { String($0).trimmed })
        case .number(let range):
            guard let number = ExactNumber(text) else {
                let meant = NumberWords(range: range) { _ in nil }.term(text.lowercased())
                return .failure(
                    AnswerProblem(
                        message: "\"\(text)\" is not a number such as 3 or 2.5",
                        help: meant.map { "write \($0.text)" + ($0.other.map { " or \($0)" } ?? "") }
                            ?? "write it in figures, with a point before decimals"))
            }
            return .success(.number(number))
        case .date:
            guard let day = Day(text) else {
                let meant = DateWords { _ in nil }.term(text.lowercased()).flatMap { Day($0.text) }
                return .failure(
                    AnswerProblem(
                        message: "\"\(text)\" is not a date such as 2026-11-21",
                        help: meant.map { "write \($0)" } ?? "write year, month and day with hyphens between them"))
            }
            return .success(.day(day))
        }
    }

    /// Reads the ids of ticked options.
    package func answer(ticks ids: [String]) -> Result<Answer, AnswerProblem> {
        var indices: Set<Int> = []
        for id in ids {
            guard case .any(let choices, _, _) = kind, let index = choices.index(of: id) else { return .failure(unknown(id)) }
            indices.insert(index)
        }
        return .success(.ticked(indices.sorted()))
    }

    private func unknown(_ text: String) -> AnswerProblem {
        let known = options.map(\.id.description)
        return AnswerProblem(
            message: "\(id) has no answer \"\(text)\"",
            help: meant(text).map { "did you mean \($0)?" } ?? Suggestion.help(for: text, among: known)
                ?? "its answers are \(listed(Array(known.prefix(12))))\(known.count > 12 ? " and \(known.count - 12) more" : "")")
    }

    /// The option that has other letters or words in mind: `Yes`, `true`, a label.
    private func meant(_ text: String) -> String? {
        let words = OptionWords(known: options.map(\.id.description), labels: options.map(\.label))
        guard let found = words.found(text), found.ids.count == 1, !found.isNegated, found.test == nil else { return nil }
        return found.ids[0]
    }

    /// The answer as ``answer(_:)`` reads it.
    package func text(of answer: Answer) -> String {
        switch answer {
        case .option(let index): options[safe: index]?.id.description ?? "?"
        case .ticked(let indices):
            indices.isEmpty ? "none" : indices.compactMap { options[safe: $0]?.id.description }.joined(separator: ",")
        case .number(let number): number.description
        case .day(let day): day.description
        }
    }

    /// The answer in the words of the questionnaire.
    ///
    /// - Parameter isBare: without the unit, which is said nearby.
    package func words(of answer: Answer, _ words: Phrasebook, isBare: Bool = false) -> String {
        switch answer {
        case .option(let index): return options[safe: index]?.label ?? "?"
        case .ticked(let indices):
            guard !indices.isEmpty else {
                if case .any(_, _, let none?) = kind { return none }
                return words.filled("qNone")
            }
            return words.text(.list(indices.compactMap { options[safe: $0].map { .text($0.label) } }, "listAnd"))
        case .number(let number):
            guard case .number(let range) = kind else { return number.description }
            let quantity = range.quantity(number)
            return words.numbers.text(isBare && !NumberStyle.isCurrencySign(quantity.unit ?? "") ? quantity.bare : quantity)
        case .day(let day): return words.days.text(day)
        }
    }

    /// Why an answer lies outside what the question takes; nil when it does not.
    func problem(with answer: Answer, today: Day, _ words: Phrasebook) -> String? {
        switch (kind, answer) {
        case (.one(let choices), .option(let index)):
            return choices.options.indices.contains(index) ? nil : words.filled("qOne")
        case (.any(let choices, let least, _), .ticked(let indices)):
            guard indices.allSatisfy(choices.options.indices.contains) else { return words.filled("qAnyOf") }
            return indices.count >= least ? nil : words.filled("qFew", ["count": String(least)])
        case (.number(let range), .number(let number)):
            let (low, high) = (number.floor(digits: range.decimals), number.ceiling(digits: range.decimals))
            guard low == high else { return tooExact(range, words) }
            guard low >= range.from.ceiling(digits: range.decimals), low <= range.to.floor(digits: range.decimals) else {
                return outside(range, words)
            }
            return nil
        case (.date(let range), .day(let day)):
            let (from, to) = (range.from.number(today: today), range.to.number(today: today))
            guard day.number < from || day.number > to else { return nil }
            guard let first = Day(number: from), let last = Day(number: to) else { return words.filled("qClosed") }
            return outside(.day(first), .day(last), words)
        default: return words.filled("qClosed")
        }
    }

    /// That an answer has more digits than the question takes.
    func tooExact(_ range: NumberRange, _ words: Phrasebook) -> String {
        let name = range.decimals == 0 ? "qWhole" : range.decimals == 1 ? "qDigit" : "qDigits"
        return words.filled(name, ["count": String(range.decimals), "example": example(words)])
    }

    /// That an answer is less or more than the question takes.
    func outside(_ range: NumberRange, _ words: Phrasebook) -> String {
        outside(.number(range.from), .number(range.to), words)
    }

    private func outside(_ from: Answer, _ to: Answer, _ words: Phrasebook) -> String {
        words.filled("qRange", ["from": self.words(of: from, words, isBare: true), "to": self.words(of: to, words)])
    }

    /// An answer as readers may type it.
    func example(_ words: Phrasebook) -> String {
        guard case .number(let range) = kind else { return "" }
        let units = powerOfTen(range.decimals) * 20 + (range.decimals > 0 ? powerOfTen(range.decimals) / 2 : 0)
        let (first, last) = (range.from.ceiling(digits: range.decimals), range.to.floor(digits: range.decimals))
        return words.numbers.text(range.quantity(units: min(last, max(first, units))).bare)
    }
}

extension DateBound {
    /// The day as a number, when today is known.
    package func number(today: Day) -> Int {
        switch self {
        case .day(let day): day.number
        case .today(let shift): shift.applied(to: today.number)
        }
    }
}
