import Diagnostics
import Forms
import YAML

/// What to write instead of a cell that is refused. A line is offered only if it is read without a fault.
extension CellReader {
    /// "write `o: [red, blue]`"; nil if none of the forms can be read here.
    func advice(_ forms: [CellForm]) -> String? {
        guard !isTrial else { return nil }
        let lines = forms.compactMap { form in line(form).map { (line: $0, form: form) } }
        guard !lines.isEmpty else { return nil }
        return "write " + lines.map { "`\($0.line)`" + (lines.count > 1 ? $0.form.whenMeant : "") }.joined(separator: ", or ")
    }

    /// Whether words are read without a fault.
    func isRead(_ words: String) -> Bool { line(.words(words)) != nil }

    /// The form as a line of the file, if this reader would take it.
    ///
    /// Reads it the way the file would be read: through the YAML parser, so that signs that need quotes are found too.
    private func line(_ form: CellForm) -> String? {
        // What is tried offers nothing itself.
        guard !isTrial else { return nil }
        var trial = self
        trial.isTrial = true
        var findings = Findings(values: scope.values)
        if isTable {
            guard !isDenied, let text = form.csv else { return nil }
            let place = SourceRange(SourceFile(path: "", text: text), 0..<text.utf8.count)
            return trial.tableCell(text, at: place, &findings).map { _ in text }
        }
        let cell = isDenied ? form.denied : form.yaml
        let text = "\(scope.name(of: subject)): \(cell)"
        let file = SourceFile(path: "", text: text + "\n")
        let parsed = parse(file.whole)
        guard parsed.diagnostics.isEmpty, case .mapping(let entries) = parsed.value?.value, entries.count == 1 else { return nil }
        (trial.isElement, trial.isDenied, trial.followsNot) = (false, false, false)
        return trial.cell(entries[0].value, &findings).map { _ in isElement ? cell : text }
    }

    /// The forms that say what words say; nil if they cannot be understood.
    func forms(_ text: String) -> [CellForm]? {
        if let form = existing(text) { return [form] }
        switch family {
        case .ticks: return tickForms(text)
        case .choice:
            return optionWords.found(text).map { $0.choices(of: optionWords.known) } ?? (isRead(text) ? [.words(text)] : nil)
        case .number, .date:
            return isRead(text) ? [.words(text)] : nil
        }
    }

    /// What words may ask of tick-boxes; several forms where it matters which is meant.
    func tickForms(_ text: String) -> [CellForm] {
        let all = optionWords.known
        let words = text.lowercased().filter { !"[]{}:".contains($0) }
        let verb = ["has ", "has-any ", "has-all "].first { words.hasPrefix($0) } ?? ""
        switch words.dropFirst(verb.count) {
        case "any", "anything", "some", "something", "*": return [.ticks(.hasAny, all)]
        case "all", "everything": return [.ticks(.hasAll, all)]
        case "none", "nothing", "no", "empty": return [.words("none")]
        default: break
        }
        if ["lacks any", "lacks all", "lacks everything"].contains(words) { return [.words("none")] }
        return existing(text).map { [$0] } ?? optionWords.found(text)?.ticks ?? []
    }

    /// What `not` before several options may mean: none of them, or not all.
    func lacking(_ names: [String]) -> [CellForm] {
        names.count > 1 ? [.ticks(.lacks, names), .notAllTicked(names)] : [.ticks(.lacks, names)]
    }

    /// Words for whether there is an answer at all.
    func existing(_ text: String) -> CellForm? {
        guard case .question = subject else { return nil }
        switch text.lowercased() {
        case "any", "anything", "*", "answered", "(answered)", "given", "is asked": return .words("asked")
        case "empty", "unanswered", "(not asked)", "not answered", "not given", "is not asked", "unasked": return .words("not asked")
        default: return nil
        }
    }

    private var optionWords: OptionWords {
        OptionWords(known: scope.choices(of: subject) ?? [], labels: scope.labels(of: subject) ?? [])
    }

    /// `"{{ figures.max }}"`: braces belong into texts.
    func refusedBraces(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        let plain = text.replacing("{{", with: " ").replacing("}}", with: " ").split(separator: " ").joined(separator: " ")
        let name = scope.name(of: subject)
        let isCounted: Bool
        switch family {
        case .choice, .ticks: isCounted = false
        case .number, .date: isCounted = true
        }
        findings.add(
            Diagnostic(
                "questionnaire/type", "values in a condition are written without braces", at: range,
                help: advice(isCounted ? [.words(plain)] : forms(plain) ?? [])
                    ?? (isCounted
                        ? "write the name of a value or a question, such as figures.max"
                        : "\(name) is neither a number nor a date, and takes \(expected)")))
        return nil
    }
}
