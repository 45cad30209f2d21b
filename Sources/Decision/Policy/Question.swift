package import CommonMark
package import Diagnostics
package import Forms

/// One question of a questionnaire.
package struct Question: Sendable {
    /// Unique among questions, facts and amounts.
    package let id: Identifier
    /// The id of the question, for messages.
    package let place: SourceRange
    /// The question as readers are asked it.
    package let ask: Text
    /// A short name for tables; nil where the question itself has to do.
    package let label: Text?
    /// Other words for what it asks, by which a search finds the questionnaire.
    package let also: [String]
    /// More words below the question.
    package let hint: Markdown?
    /// What it takes as an answer.
    package let kind: Kind
    /// Nil: asked whenever its answer matters.
    package var askIf: Condition?
    /// Checked in written order; the first that an answer breaks gives the message.
    package var must: [Requirement]

    /// What answers it takes.
    package enum Kind: Sendable {
        /// Exactly one option.
        case one(Choices)
        /// Any number of options, at least so many.
        case any(Choices, atLeast: Int, none: String?)
        case number(NumberRange)
        case date(DateRange)
    }
}

extension Question.Kind {
    /// The digits behind the point that an answer may have; none for what is no number.
    package var decimals: Int { if case .number(let range) = self { range.decimals } else { 0 } }
}

extension Question {
    /// What tables call it.
    package var name: String { label?.string ?? ask.string }

    /// The options to pick from; empty for numbers and dates.
    package var options: [Option] {
        switch kind {
        case .one(let choices), .any(let choices, _, _): choices.options
        case .number, .date: []
        }
    }

    /// What the author wrote as the type, for messages.
    var kindInWords: String {
        switch kind {
        case .one: "one of its options"
        case .any: "tick-boxes"
        case .number: "a number"
        case .date: "a date"
        }
    }
}

/// The options of a question.
package struct Choices: Sendable {
    /// In written order, each id once.
    package internal(set) var options: [Option]
    /// What data files know about the options: `model.complexity`.
    package let attributes: [Attribute]
    /// The options come from a data file.
    package let isFromData: Bool
    /// They are written from the least to the greatest, so that conditions can compare them.
    package let isOrdered: Bool
    /// No options were written: the answer is yes or no.
    package let isYesNo: Bool
}

/// One answer to pick.
package struct Option: Sendable {
    /// Unique among the options of the question.
    package let id: Identifier
    /// What readers pick.
    package let label: String
    /// More words below the label.
    package let hint: Markdown?
    /// Other names that readers may search by.
    package let also: [String]
    /// The group that a data file lists it in; nil for one that is in no group.
    package let group: String?
    /// The option in the questionnaire or data file; the whole question for yes and no.
    package let place: SourceRange
    /// What readers say who mean it.
    package var cues = Cues()

    /// Whether it is for readers who don't know, so that nobody should be told to give it.
    package var isUnknown: Bool { ["unknown", "unsure"].contains(id.description) }
}

/// A property of every option that comes from a data file.
package struct Attribute: Sendable {
    /// As the data file names it.
    package let id: String
    /// What pages call it.
    package let label: String
    /// Those that some option has, and perhaps more.
    package let values: [FactValue]
    /// For each option its value; nil for an option that has none, such as `other`.
    package let valueOfOption: [Int?]
}

/// The numbers that a question takes.
package struct NumberRange: Sendable {
    /// The least answer.
    package let from: ExactNumber
    /// The greatest answer.
    package let to: ExactNumber
    /// Digits behind the point that an answer may have.
    package let decimals: Int
    /// What is counted, or the sign of a currency; nil for a bare number.
    package let unit: String?
}

extension Choices {
    /// The option of an id, or of the code that its id was made of.
    func index(of text: String) -> Int? {
        if let index = options.firstIndex(where: { $0.id.description == text }) { return index }
        guard isFromData, Identifier(text) == nil else { return nil }
        let id = Identifier.cleaned(text)
        return options.firstIndex { $0.id.description == id && ($0.also.contains(text) || $0.label == text) }
    }
}

/// The dates that a question takes, both ends included.
package struct DateRange: Sendable {
    /// The first day that is taken.
    package let from: DateBound
    /// The last day that is taken.
    package let to: DateBound
}

/// An end of a range of dates.
package enum DateBound: Sendable, Hashable {
    case day(Day)
    /// Today, or so long before or after it.
    case today(Shift)
}

/// A row of `must`: an answer that breaks it is refused.
package struct Requirement: Sendable {
    /// When the row applies; nil for whatever answers.
    package var condition: Condition?
    /// What has to hold then.
    package var that: Condition
    /// What the reader is told.
    package let message: Text
    /// The row, for messages.
    package let place: SourceRange
}
