import Diagnostics
package import Forms

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
    /// What is wrong, in one sentence without a full stop.
    package let message: String
    /// What was probably meant, where that can be told.
    package var help: String?

    /// - Parameter help: what to write instead.
    package init(message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

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
                        help: meant.map { "write \($0)" } ?? "write the year, month and day with hyphens"))
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
