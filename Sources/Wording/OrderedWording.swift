import Decision
import Forms
import Words

extension Questionnaire {
    /// Some options of a question as a range of their order: `at least Silver`; nil where they have none, or are no range of several.
    ///
    /// - Parameter isQuoted: whether options are in quotation marks.
    func orderedRange(_ options: [Int], of question: Int, isQuoted: Bool) -> Phrasing? {
        guard case .one(let choices) = questions[question].kind, choices.isOrdered, let first = options.first, let last = options.last,
            options.count > 1, options == Array(first...last), options.count < choices.options.count
        else { return nil }
        let label = { (option: Int) -> Phrasing in
            isQuoted ? .quoted(choices.options[option].label) : .text(choices.options[option].label)
        }
        if last == choices.options.count - 1 { return .pattern("optionsFrom", ["from": label(first)]) }
        if first == 0 { return .pattern("optionsUpTo", ["to": label(last)]) }
        return options.count > 2 ? .pattern("optionsBetween", ["from": label(first), "to": label(last)]) : nil
    }
}
