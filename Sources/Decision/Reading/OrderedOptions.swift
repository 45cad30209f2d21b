import Diagnostics
import Forms

/// Reads comparisons of options by their written order: `at least silver`, `under gold`, `from bronze to silver`.
///
/// They become lists of options, so that nothing behind the reader has to know of an order.
struct OrderedOptions {
    let cells: CellReader

    private var scope: Scope { cells.scope }
    private var known: [String] { scope.choices(of: cells.subject) ?? [] }

    /// The question whose options are declared to be ordered, or could be; nil for facts, attributes and decisions.
    private var choices: Choices? {
        guard case .question(let number) = cells.subject, case .one(let choices) = scope.questions[number].kind else { return nil }
        return choices
    }

    /// What words compare with options; nil where they compare nothing, or name something else.
    func phrase(_ text: String) -> Phrase? {
        let phrase = PhraseReader(isDate: false, term: term).phrase(text)
        return phrase.flatMap { found in found.comparisons.contains { $0.relation != .equal } ? found : nil }
    }

    /// An option by its id, or by its label, which messages and pages print.
    private func term(_ text: String) -> TermWords? {
        if known.contains(text) { return TermWords(text: text) }
        let labels = scope.labels(of: cells.subject) ?? []
        guard let index = labels.firstIndex(where: { $0.lowercased() == text }) else { return nil }
        return TermWords(text: known[index], problem: "it is the label of \(known[index])")
    }

    /// The options that a phrase takes, or a message.
    func cell(_ phrase: Phrase, _ text: String, whole: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        let name = scope.name(of: cells.subject)
        let line = phrase.line(isDate: false)
        let options = options(phrase)
        guard let choices, choices.isOrdered else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\"\(whole)\" compares options of \(name), which have no order", at: range,
                    help: remedy(options, of: name)))
            return nil
        }
        guard phrase.comparisons.allSatisfy({ $0.fit != .dates && $0.term.problem == nil }) else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\"\(whole)\" is not how options of \(name) are compared", at: range,
                    help: "write `\(text == whole ? "" : "not ")\(line)`"))
            return nil
        }
        guard !options.isEmpty else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "no answer to \(name) is \(line)", at: range,
                    help: "its answers, from the least to the greatest, are \(listed(Array(known.prefix(12))))"))
            return nil
        }
        return .oneOf(options)
    }

    /// What to write where no order is declared: the options themselves, and how to declare one.
    private func remedy(_ options: [Int], of name: String) -> String {
        let list = options.isEmpty ? nil : cells.advice([.options(options.map { known[$0] })])
        guard choices != nil else { return list ?? "write the values themselves" }
        return
            "\(list ?? "write the options themselves"), or add `ordered: yes` to \(name) if its options go from the least to the greatest"
    }

    private func options(_ phrase: Phrase) -> [Int] {
        switch phrase {
        case .compare(let item):
            let place = known.firstIndex(of: item.term.text) ?? 0
            return known.indices.filter { item.relation.fits(($0 - place).signum()) }
        case .all(let list):
            return list.map { Set(options($0)) }.reduce(Set(known.indices)) { $0.intersection($1) }.sorted()
        case .any(let list): return Set(list.flatMap(options)).sorted()
        case .unclear: return []
        }
    }
}
