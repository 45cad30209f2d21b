package import Content
package import Diagnostics
import YAML

/// Examples that an author wrote beside a questionnaire: answers, and where they have to lead.
package struct CaseFile: Sendable {
    package let source: SourceFile
    package let cases: [Case]
}

/// One example.
package struct Case: Sendable {
    package let name: String
    package let place: SourceRange
    /// The day on which it is answered; nil: any.
    package let today: Day?
    package let answers: [Int: Answer]
    /// Where the questions of the answers stand.
    package let answerPlaces: [Int: SourceRange]
    package let expectations: [Expectation]

    /// What a case demands, with its place.
    package struct Expectation: Sendable {
        package let kind: Kind
        package let place: SourceRange

        package enum Kind: Sendable, Hashable {
            /// For each decision that the case names its outcomes, ascending.
            case outcomes([Int: [Int]])
            /// The next question.
            case asks(Int)
            /// The last answer, to this question, is refused.
            case refused(Int)
            /// A fact that the result shows has this value.
            case value(fact: Int, Int)
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
        .optional("values", values, "facts and amounts that the result shows")
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
    private static let values = node(.entries(word))
}

/// Reads `NAME.cases.yaml`.
///
/// - Returns: the cases that could be read; faulty ones are reported and left out.
package func readCases(_ source: SourceFile, of questionnaire: Questionnaire) -> Checked<CaseFile> {
    let parsed = parse(SourceRange(source, 0..<source.bytes.count))
    // Nothing of a case is published.
    var findings = Findings(values: .pending)
    findings.add(parsed.diagnostics.map(Traps.explained))
    guard let root = parsed.value, !findings.diagnostics.hasErrors else {
        return Checked(CaseFile(source: source, cases: []), findings.diagnostics)
    }
    let drafts = CaseShape.whole.read(root, &findings) ?? []
    let reader = CaseReader(questionnaire: questionnaire)
    let cases = drafts.compactMap { reader.read($0, &findings) }
    return Checked(CaseFile(source: source, cases: cases), findings.diagnostics)
}
