import Diagnostics
package import Forms
import YAML

/// The fields of a file that several questionnaires use, and of what a questionnaire says to use one.
package enum SharedRulesShape {
    /// What the JSON Schema of a shared file is made of.
    package static var schema: Schema { whole.schema }

    static let whole = Shape<PartsDraft>.record(
        .required("kind", Shape<Kind>.choice(), "rules"),
        .optional("with", parameters, default: [], "its parameters, each with what it takes"),
        .optional(
            "questions", .entries(of: QuestionnaireShape.sharedQuestion, names: QuestionnaireShape.name), default: [],
            "questions in the order of asking, each under an id"),
        .optional("sets", .entries(of: QuestionnaireShape.words), default: [], "named lists of options"),
        .optional(
            "facts", .entries(of: QuestionnaireShape.fact, names: QuestionnaireShape.name), default: [], "named intermediate results"),
        .optional(
            "amounts", .entries(of: QuestionnaireShape.amount, names: QuestionnaireShape.name), default: [],
            "numbers and dates that are calculated")
    ) { _, _, _, questions, sets, facts, amounts in PartsDraft(questions: questions, sets: sets, facts: facts, amounts: amounts) }

    private enum Kind: String, CaseIterable, Sendable { case rules }

    /// They are read first: the rest is read with their values in it.
    static let parameters = Shape<[Entry<SharedParameterType>]>.entries(
        of: Shape<SharedParameterType>.choice(meaning: \.meaning), names: QuestionnaireShape.name)

    /// What a questionnaire says to use a shared file.
    static let use = Shape<UseDraft>.record(
        .required("rules", .line, "the name of a file in Content/questionnaires/shared", example: "age"),
        .optional("with", .entries(of: bound("a number, a date or words")), default: [], "what its parameters are"),
        .optional("as", prefix, "what its names begin with here, with a hyphen behind it; by default the name of the file")
    ) { range, rules, with, prefix in UseDraft(rules: rules, with: with, prefix: prefix, range: range) }

    /// They are read before the rest of the file, which is made of them.
    static let unreadUses = Shape<[UseDraft]>(.list(use.schema, least: 1)) { _, _ in [] }

    private static let prefix = Shape<Text>.form(QuestionnaireShape.name) { text in
        Identifier(text) != nil && text.utf8.first.map { (97...122).contains($0) } ?? false
    }

    /// What is checked when the parameters are known.
    static func bound(_ words: String) -> Shape<Text> {
        Shape<Text>.line.declared(.text(TextForm(words, pattern: "[^\\n ]", mayBeNumber: true)))
    }
}

/// One of `use`.
struct UseDraft: Sendable {
    let rules: Text
    let with: [Entry<Text>]
    let prefix: Text?
    let range: SourceRange
}
