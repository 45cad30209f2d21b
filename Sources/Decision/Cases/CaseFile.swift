package import Diagnostics
package import Forms
import YAML

/// Examples that an author wrote beside a questionnaire: answers, and where they have to lead.
package struct CaseFile: Sendable {
    /// As it was read, for messages.
    package let source: SourceFile
    /// In written order.
    package let cases: [Case]
}

/// One example.
package struct Case: Sendable {
    /// As its author wrote it.
    package let name: String
    /// The name, for messages about the case.
    package let place: SourceRange
    /// The day on which it is answered; nil: any.
    package let today: Day?
    /// By question; answers that no question asks for are reported and count for nothing.
    package let answers: [Int: Answer]
    /// The keys of the answers, by question.
    package let answerPlaces: [Int: SourceRange]
    /// What has to hold at the end, all of it; never empty.
    package let expectations: [Expectation]

    /// What a case demands, with its place.
    package struct Expectation: Sendable {
        /// What is expected.
        package let kind: Kind
        /// The key and its value, for messages.
        package let place: SourceRange

        /// What a case can demand of where a walk ends.
        package enum Kind: Sendable, Hashable {
            /// For each decision that the case names its outcomes, ascending.
            case outcomes([Int: [Int]])
            /// The next question.
            case asks(Int)
            /// The last answer, to this question, is refused.
            case refused(Int)
            /// A fact has this value, or the result prints this.
            case value(Shown, String)
        }

        /// What a case can expect the value of.
        package enum Shown: Sendable, Hashable {
            case subject(Subject)
            /// A value of a data file, with its name and words.
            case data(name: String, words: String)
            case amount(Int)
        }
    }
}

/// The fields of a case, for the JSON Schema and the reader.
enum CaseShape {
    struct Draft: Sendable {
        let name: Text
        let today: Day?
        let answers: Node
        let outcome: Node?
        let asks: Text?
        let refused: Text?
        let values: Node?
        let range: SourceRange
    }

    static let whole = Shape<[Draft]>.list(of: one)

    private static let one = Shape<Draft>.record(
        .required("name", .line, "what the example shows"),
        .optional("today", Shape<Day>.date, "the day on which it is answered"),
        .required("answers", node(.map(MapForm(others: MapForm.Others(names: question, value: oneOrMore)))), "the answers, by question"),
        .optional("outcome", outcome, "the outcome; a list for match: many; a map for several decisions"),
        .optional("asks", .line, "the next question"),
        .optional("refused", .line, "the question whose answer is refused"),
        .optional("values", values, "facts, and whatever else the text of the result prints, each with its id or its label")
    ) { range, name, today, answers, outcome, asks, refused, values in
        Draft(
            name: name, today: today, answers: answers, outcome: outcome, asks: asks, refused: refused, values: values,
            range: range)
    }.bound(by: .atLeastOne(["outcome", "asks", "refused", "values"]))

    /// Read by `CaseReader`, which knows the questionnaire.
    private static func node(_ schema: Schema) -> Shape<Node> { Shape(schema) { node, _ in node } }

    private static let word = Schema.text(TextForm("an id or an answer", pattern: "[^\\n ]", mayBeNumber: true))
    private static let oneOrMore = Schema.either([word, .list(word)])
    private static let question = TextForm("the name of a question", pattern: "^[a-z][a-z0-9-]*$")
    private static let outcome = node(.either([word, .list(word), .entries(oneOrMore)]))
    private static let values = node(.map(MapForm(others: MapForm.Others(names: ConditionShape.subject, value: word))))
}

/// Reads `NAME.cases.yaml`.
///
/// - Parameter words: what a value of a data file, such as `figures.warranty`, prints.
/// - Returns: the cases that could be read; faulty ones are reported and left out.
package func readCases(
    _ source: SourceFile, of questionnaire: Questionnaire, words: @escaping (String) -> String? = { _ in nil }
) -> Checked<CaseFile> {
    readCases(source, policy: { _ in questionnaire }, words: { words($1) })
}

/// The same of a policy that changes in the course of time: each case is read as the policy of its day has it.
///
/// - Parameters:
///   - policy: that of a day; given nil, that of the build's day.
///   - words: what a value of a data file prints on a day; given nil, on that of the build.
package func readCases(
    _ source: SourceFile, policy: (Day?) -> Questionnaire, words: (Day?, String) -> String?
) -> Checked<CaseFile> {
    let parsed = parse(source.whole)
    // Nothing of a case is published.
    var findings = Findings(values: .pending)
    findings.add(parsed.diagnostics.map(Traps.explained))
    guard let root = parsed.value, !findings.diagnostics.hasErrors else {
        if !findings.diagnostics.hasErrors { findings.add(noCases(source)) }
        return Checked(CaseFile(source: source, cases: []), findings.diagnostics)
    }
    let drafts = CaseShape.whole.read(root, &findings) ?? []
    if drafts.isEmpty, !findings.diagnostics.hasErrors { findings.add(noCases(source)) }
    let cases = drafts.compactMap { draft in
        withoutActuallyEscaping(words) { words in
            CaseReader(questionnaire: policy(draft.today), words: { words(draft.today, $0) }).read(draft, &findings)
        }
    }
    return Checked(CaseFile(source: source, cases: cases), findings.diagnostics)
}

/// A file in which nothing is tried would seem to pass.
private func noCases(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
        "yaml/empty", "there are no cases in this file", at: SourceRange(source, line: 1),
        help: "write one as `- {name: …, answers: {…}, outcome: …}`, or delete the file")
}
