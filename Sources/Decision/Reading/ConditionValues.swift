import CommonMark
import Diagnostics
import Forms

/// Values of data files in conditions: `at most figures.max`, `after today - figures.warranty`.
///
/// They are put in before the words are read, so that every form of words takes them.
struct ConditionValues {
    /// What they are compared with.
    enum Family {
        /// The second is what the numbers count.
        case numbers(unit: String?)
        case dates
    }

    let family: Family
    /// What is asked, for messages.
    let subject: String
    /// Whether the file itself gives a name.
    let isOwn: (String) -> Bool

    /// The words with values in the places of their names; nil if one does not fit, as the findings say.
    func filled(_ text: String, at range: SourceRange, _ findings: inout Findings) -> String? {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
        var words: [String] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            // Capitals are a slip, about which `value` says what was meant.
            guard let file = ConditionValues.file(of: word.lowercased()), !isOwn(file) else {
                words.append(word)
                continue
            }
            let isSpan = words.last == "-" || words.last == "+"
            guard let value = value(word, at: range, &findings),
                let said = self.words(of: value, word, isSpan: isSpan, at: range, &findings)
            else { return nil }
            words.append(said)
        }
        return words.joined(separator: " ")
    }

    /// Whether a word has the form of a name of a value.
    static func isName(_ word: String) -> Bool { file(of: word) != nil }

    /// `figures` of `figures.max`; nil for a word of another form, such as a number.
    private static func file(of word: String) -> String? {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = word.utf8.first, (97...122).contains(first),
            parts.allSatisfy({ Identifier($0) != nil })
        else { return nil }
        return String(parts[0])
    }

    /// The help of a message that only repeats what is said of a data file.
    static let fileFirst = "correct the data file first"

    /// The value of a name, or a message: the name is unknown, or the data file has mistakes, which are reported there.
    private func value(_ name: String, at range: SourceRange, _ findings: inout Findings) -> ValueWording? {
        if let value = findings.values.value(name) { return value }
        switch findings.values.answer(name) {
        case .problem(let message, _, _):
            let help = findings.suggester.help(for: name, among: findings.values.names)
            findings.add(
                Diagnostic("value/unknown", message, at: range.word(name), help: help ?? "add it to a data file of the kind values"))
        case .open, .wording:
            findings.add(
                Diagnostic(
                    "value/unknown", "the value of \"\(name)\" is unknown, because its file has mistakes", at: range.word(name),
                    help: ConditionValues.fileFirst))
        }
        return nil
    }

    /// The value as the language writes it, if it fits what is asked: a number of the same unit, a day, or a span behind `today -`.
    private func words(
        of value: ValueWording, _ name: String, isSpan: Bool, at range: SourceRange, _ findings: inout Findings
    ) -> String? {
        let misfit: (message: String, help: String)?
        switch family {
        case .numbers(let unit):
            guard ExactNumber(value.bare) != nil else {
                misfit = (
                    "\(subject) is a number, but \(name) is \"\(value.wording)\"", "compare it with a value that is a number"
                )
                break
            }
            if ConditionValues.isSameUnit(unit, value.unit) { return value.bare }
            misfit = (
                "\(subject) is in \(unit ?? ""), but \(name) in \(value.unit ?? "")", "give both the same unit"
            )
        case .dates where isSpan:
            let span = value.unit.map { "\(value.bare) \($0)" } ?? value.bare
            if Span(span) != nil { return span }
            misfit = (
                "\(name) is \"\(value.wording)\", which is not a span of time",
                "give it a whole number, and as its unit days, weeks, months or years"
            )
        case .dates:
            if Day(value.bare) != nil, value.unit == nil { return value.bare }
            misfit = (
                "\(subject) is a date, but \(name) is \"\(value.wording)\"",
                "compare it with a value such as 2026-11-21, or write `today - \(name)` for a span of time"
            )
        }
        guard let misfit else { return nil }
        findings.add(Diagnostic("questionnaire/type", misfit.message, at: range.word(name), help: misfit.help))
        return nil
    }

    /// A unit that is not said fits every other; one day has another form than two.
    private static func isSameUnit(_ own: String?, _ other: String?) -> Bool {
        guard let own = own?.lowercased(), let other = other?.lowercased() else { return true }
        let single: (String) -> Substring = { $0.hasSuffix("s") ? $0.dropLast() : $0[...] }
        return own == other || single(own) == single(other)
    }
}
