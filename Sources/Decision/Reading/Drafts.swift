import CommonMark
import Content
import Diagnostics
import Forms
import YAML

/// A questionnaire whose fields are read, but whose conditions are not: they need all names first.
struct QuestionnaireDraft: Sendable {
    let title: Text
    let summary: Markdown?
    let questions: [Entry<QuestionDraft>]
    let sets: [Entry<[Text]>]
    let facts: [Entry<FactDraft>]
    let outcomes: [Entry<OutcomeDraft>]
    let match: RuleTable.Match
    let rules: Node?
    let decisions: [Entry<DecisionDraft>]
    let impossible: [ImpossibleDraft]
    let upkeep: Upkeep
}

struct QuestionDraft: Sendable {
    let ask: Text
    let hint: Markdown?
    let oneOf: ChoicesDraft?
    let anyOf: ChoicesDraft?
    let atLeast: Int
    let none: Text?
    let number: NumberDraft?
    let date: DateDraft?
    let askIf: Node?
    let must: [RequirementDraft]
    let range: SourceRange
}

struct ChoicesDraft: Sendable {
    /// The data file whose entries are options.
    let source: Text?
    let options: [Entry<OptionDraft>]
}

struct OptionDraft: Sendable {
    let label: Text
    let hint: Markdown?
    let also: [Text]
}

struct NumberDraft: Sendable {
    let from: Text
    let to: Text
    let decimals: Int
    let unit: Text?
}

struct DateDraft: Sendable {
    let from: Text
    let to: Text
}

struct RequirementDraft: Sendable {
    let condition: Node?
    let that: Node
    let message: Text
    let range: SourceRange
}

struct FactDraft: Sendable {
    let label: Text?
    let values: [Entry<Text>]
    let match: RuleTable.Match
    let rules: Node
}

struct OutcomeDraft: Sendable {
    let title: Text
    let tone: Outcome.Tone
    let text: Markdown?
    let cites: [Text]
}

struct DecisionDraft: Sendable {
    let title: Text?
    let match: RuleTable.Match
    let rules: Node
}

struct ImpossibleDraft: Sendable {
    let condition: Node
    let because: Text
    let range: SourceRange
}
