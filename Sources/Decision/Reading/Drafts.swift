import CommonMark
import Content
import Diagnostics
import Forms
import YAML

/// A questionnaire whose fields are read, but whose conditions are not: they need all names first.
struct QuestionnaireDraft: Sendable {
    let title: Text
    let summary: Markdown?
    let also: [Text]
    let questions: [Entry<QuestionDraft>]
    /// Lists of options under a name of their own, for `in SET`.
    let sets: [Entry<[Text]>]
    let facts: [Entry<FactDraft>]
    let amounts: [Entry<AmountDraft>]
    let outcomes: [Entry<OutcomeDraft>]
    let match: RuleTable.Match
    /// Nil where the file has `decisions`.
    let rules: Node?
    let decisions: [Entry<DecisionDraft>]
    let impossible: [ImpossibleDraft]
    let statements: [StatementDraft]
    let upkeep: Upkeep
}

extension QuestionnaireDraft {
    /// What shared files have too.
    var parts: PartsDraft { PartsDraft(questions: questions, sets: sets, facts: facts, amounts: amounts) }
}

/// What conditions name, but for decisions.
struct PartsDraft: Sendable {
    let questions: [Entry<QuestionDraft>]
    let sets: [Entry<[Text]>]
    let facts: [Entry<FactDraft>]
    let amounts: [Entry<AmountDraft>]
}

/// What is written under one question. At most one of the four kinds of answers is given; none means yes or no.
struct QuestionDraft: Sendable {
    let ask: Text
    let label: Text?
    let also: [Text]
    let hint: Markdown?
    let oneOf: ChoicesDraft?
    /// The options are written from the least to the greatest.
    let isOrdered: Bool
    let anyOf: ChoicesDraft?
    let atLeast: Int
    let none: Text?
    let number: NumberDraft?
    let date: DateDraft?
    let askIf: Node?
    let must: [RequirementDraft]
    /// What readers say who mean yes, and who mean no.
    let yes: Cues?
    let no: Cues?
    /// The whole question, for messages.
    let range: SourceRange
}

/// The options of a question: those of a data file, if one is named, and then its own.
struct ChoicesDraft: Sendable {
    /// The data file whose entries are options.
    let source: Text?
    let options: [Entry<OptionDraft>]
}

/// An option that the questionnaire itself lists.
struct OptionDraft: Sendable {
    let label: Text
    let hint: Markdown?
    let also: [Text]
    var cues = Cues()
}

/// The bounds are texts still: a bound may name a value of a data file.
struct NumberDraft: Sendable {
    let from: Text
    let to: Text
    let decimals: Int
    let unit: Text?
}

/// The bounds are texts still: `today - 5 years`, or the name of a value.
struct DateDraft: Sendable {
    let from: Text
    let to: Text
}

/// A row of `must`.
struct RequirementDraft: Sendable {
    /// Nil: the row applies to all answers.
    let condition: Node?
    let that: Node
    let message: Text
    let range: SourceRange
}

/// What is written under one fact. Its values may be left out: then they are those that its rows give.
struct FactDraft: Sendable {
    let label: Text?
    let values: [Entry<Text>]
    let match: RuleTable.Match
    let rules: Node
}

/// What is written under one outcome; its cites are paths still.
struct OutcomeDraft: Sendable {
    let title: Text
    let tone: Outcome.Tone
    let text: Markdown?
    let paragraphs: [ParagraphDraft]
    /// Ids of questions.
    let answers: [Text]
    let cites: [Text]
    let sources: [SourceReference]
    let from: Validity.PlacedDay?
    let until: Validity.PlacedDay?
}

/// One of `paragraphs` under an outcome.
struct ParagraphDraft: Sendable {
    let condition: Node
    let text: Markdown
    let range: SourceRange
}

/// One of several decision tables.
struct DecisionDraft: Sendable {
    let title: Text?
    let match: RuleTable.Match
    let rules: Node
}

/// One of `statements`; it has exactly one of `never` and `always`.
struct StatementDraft: Sendable {
    /// Nil: it has to hold for everybody.
    let condition: Node?
    let never: Node?
    let always: Node?
    let because: Text?
    let range: SourceRange
}

/// A row of `impossible`.
struct ImpossibleDraft: Sendable {
    let condition: Node
    let because: Text
    let range: SourceRange
}
