import Diagnostics
package import Forms
import YAML

/// A sentence of `NAME.said.yaml` and what has to be understood of it.
struct Sentence: Sendable {
    /// What an answer is, by the ids of its question and option.
    struct Meaning: Hashable, Sendable {
        let question: String
        let option: String
    }

    let text: Text
    /// What it says: taken, or at least offered.
    let must: [Meaning]
    /// What may be taken too.
    let may: [Meaning]
}

/// The fields of a file of sentences, declared once.
package enum SentenceShape {
    /// What the JSON Schema of a file of sentences is made of.
    package static var schema: Schema { whole.schema }

    struct Draft: Sendable {
        let text: Text
        let must: Node?
        let may: Node?
        let isNothing: Bool
        let range: SourceRange
    }

    static let whole = Shape<[Draft]>.list(
        of: .record(
            .required("sentence", .line, "what a reader types"),
            .optional("must", answers, "the answers that it gives, by question"),
            .optional("may", answers, "answers that may be taken too"),
            .optional("nothing", Shape<Bool>.yesNo, default: false, "yes: it gives no answer")
        ) { range, text, must, may, nothing in Draft(text: text, must: must, may: may, isNothing: nothing, range: range) })

    private static let word = Schema.text(TextForm("the id of an option", pattern: "^[a-z0-9-]+$", mayBeNumber: true))
    private static let answers = Shape<Node>(
        .map(
            MapForm(
                others: MapForm.Others(
                    names: TextForm("the name of a question", pattern: "^[a-z][a-z0-9-]*$"), value: .either([word, .list(word)]))))
    ) { node, _ in node }
}

/// Reads `NAME.said.yaml`.
///
/// - Returns: the sentences that could be read; faulty ones are reported and left out.
func readSentences(_ source: SourceFile, of questionnaire: Questionnaire) -> Checked<[Sentence]> {
    let parsed = parse(source.whole)
    // Nothing of a sentence is published.
    var findings = Findings(values: .pending)
    findings.add(parsed.diagnostics.map(Traps.explained))
    guard let root = parsed.value, !findings.diagnostics.hasErrors, let drafts = SentenceShape.whole.read(root, &findings) else {
        return Checked([], findings.diagnostics)
    }
    let reader = SentenceReader(questionnaire: questionnaire)
    return Checked(drafts.compactMap { reader.read($0, &findings) }, findings.diagnostics)
}

/// Gives the words of a sentence's expectations their meaning.
private struct SentenceReader {
    let questionnaire: Questionnaire

    func read(_ draft: SentenceShape.Draft, _ findings: inout Findings) -> Sentence? {
        let before = findings.diagnostics.count
        let must = draft.must.map { meanings($0, &findings) } ?? []
        let may = draft.may.map { meanings($0, &findings) } ?? []
        if draft.isNothing, let other = draft.must ?? draft.may {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "a sentence that gives no answer has no `must` and no `may`", at: other.range,
                    help: "delete one of the two"))
        }
        if !draft.isNothing, must.isEmpty, may.isEmpty, findings.diagnostics.count == before {
            findings.add(
                Diagnostic(
                    "yaml/missing-field", "this sentence expects nothing", at: draft.text.range,
                    help: "add `must:` or `may:` with answers, or `nothing: yes`"))
        }
        return findings.diagnostics.count == before ? Sentence(text: draft.text, must: must, may: may) : nil
    }

    private func meanings(_ node: Node, _ findings: inout Findings) -> [Sentence.Meaning] {
        guard case .mapping(let entries) = node.value else {
            findings.add(
                Diagnostic(
                    "yaml/type", "expected a map from questions to answers, found \(node.kindInWords)", at: node.range,
                    help: "write `must: {question: answer}`"))
            return []
        }
        return entries.flatMap { entry -> [Sentence.Meaning] in
            let ids = questionnaire.questions.map(\.id.description)
            guard let number = ids.firstIndex(of: entry.key.text) else {
                unknown("question", entry.key.text, ids, entry.key.range, &findings)
                return []
            }
            let words: [Node] = if case .sequence(let nodes) = entry.value.value { nodes } else { [entry.value] }
            let options = questionnaire.questions[number].options.map(\.id.description)
            return words.compactMap { node in
                let word = node.word ?? ""
                guard options.contains(word) else {
                    unknown("option", word, options, node.range, &findings)
                    return nil
                }
                return Sentence.Meaning(question: entry.key.text, option: word)
            }
        }
    }

    private func unknown(_ what: String, _ name: String, _ known: [String], _ range: SourceRange, _ findings: inout Findings) {
        findings.add(
            Diagnostic(
                "questionnaire/unknown-name", "there is no \(what) \"\(name)\"", at: range,
                help: findings.suggester.help(for: name, among: known) ?? Suggestion.thereAre(Array(known.prefix(12)))))
    }
}
