import Content
import Diagnostics

/// Reads comparisons of numbers and dates: `at least 3`, `from 18 to 65`, `before today - 90 days`, `>= other-question`.
struct ComparisonReader {
    let scope: Scope
    let cells: CellReader

    private enum Fit { case both, numbers, dates }

    /// Longer phrases first, so that `on or before` is not read as something else.
    private static let phrases: [(words: String, relation: Relation, fit: Fit)] = [
        (">=", .atLeast, .both), ("<=", .atMost, .both), (">", .greater, .both), ("<", .less, .both),
        ("=", .equal, .both),
        ("on or before ", .atMost, .dates), ("on or after ", .atLeast, .dates), ("before ", .less, .dates),
        ("after ", .greater, .dates), ("at least ", .atLeast, .numbers), ("at most ", .atMost, .numbers),
        ("over ", .greater, .numbers), ("under ", .less, .numbers),
    ]

    /// Whether a text looks like a comparison.
    static func starts(_ text: String) -> Bool {
        text.hasPrefix("from ") || phrases.contains { $0.fit != .both && text.hasPrefix($0.words) }
    }

    func cell(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if text.hasPrefix("!=") {
            return compare(.equal, String(text.dropFirst(2)), at: range, &findings).map { .not($0) }
        }
        if text.hasPrefix("from "), let middle = text.firstRange(ofWord: " to ") {
            let low = compare(
                .atLeast, String(text[text.index(text.startIndex, offsetBy: 5)..<middle.lowerBound]), at: range,
                &findings)
            let high = compare(.atMost, String(text[middle.upperBound...]), at: range, &findings)
            guard let low, let high else { return nil }
            return .all([low, high])
        }
        guard let phrase = ComparisonReader.phrases.first(where: { text.hasPrefix($0.words) }) else {
            return compare(.equal, text, at: range, &findings)
        }
        if let help = misfit(phrase.fit, phrase.relation) {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "\"\(phrase.words.trimmed)\" does not fit \(scope.name(of: cells.subject)), which is \(kind)",
                    at: range, help: help))
            return nil
        }
        return compare(phrase.relation, String(text.dropFirst(phrase.words.count)), at: range, &findings)
    }

    private var isDate: Bool { if case .date = cells.family { true } else { false } }

    private var kind: String { isDate ? "a date" : "a number" }

    private func misfit(_ fit: Fit, _ relation: Relation) -> String? {
        let words: (date: String, number: String) =
            switch relation {
            case .less: ("before", "under")
            case .atMost: ("on or before", "at most")
            case .greater: ("after", "over")
            case .atLeast: ("on or after", "at least")
            case .equal: ("", "")
            }
        if isDate, fit == .numbers { return "for dates write `\(words.date)`" }
        if !isDate, fit == .dates { return "for numbers write `\(words.number)`" }
        return nil
    }

    private func compare(_ relation: Relation, _ text: String, at range: SourceRange, _ findings: inout Findings)
        -> Cell?
    {
        term(text.trimmed, at: range, &findings).map { .compare(relation, $0) }
    }

    private func term(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Term? {
        let (base, shift) = ComparisonReader.split(text)
        if isDate {
            if let bound = ComparisonReader.bound(text) { return .bound(bound) }
        } else if let number = ExactNumber(text) {
            return .number(number)
        }
        if let shift, case .question(let other) = scope.subject(base) {
            return question(other, base, shift, at: range, &findings)
        }
        let looksLikeName =
            Identifier(base) != nil && base.utf8.first.map { (97...122).contains($0) } == true && base != "today"
        if looksLikeName, scope.subject(base) == nil {
            scope.unknown(
                base, what: "question", among: scope.questions.map(\.id.description), at: range.word(base), &findings)
        } else {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "\(scope.name(of: cells.subject)) is \(kind), and cannot be compared with \"\(text)\"", at: range,
                    help: isDate
                        ? "write a date such as 2026-11-21, `today`, or `today - 90 days`"
                        : "write a number such as 3 or 2.5, with a point"))
        }
        return nil
    }

    private func question(
        _ other: Int, _ name: String, _ shift: Shift, at range: SourceRange, _ findings: inout Findings
    ) -> Term? {
        let fits: Bool =
            switch scope.questions[other].kind {
            case .date: isDate
            case .number: !isDate && shift == .none
            case .one, .any: false
            }
        if case .question(other) = cells.subject {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\(name) is compared with itself", at: range, help: "name another question"))
            return nil
        }
        guard fits else {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "\(scope.name(of: cells.subject)) is \(kind), and cannot be compared with \(name)", at: range,
                    help:
                        "compare it with \(isDate ? "a question for a date" : "a question for a number, without days or months")"
                ))
            return nil
        }
        return .question(other, shift)
    }

    /// `2026-11-21`, `today`, `today + 3 months`; nil for anything else.
    static func bound(_ text: String) -> DateBound? {
        let (base, shift) = split(text)
        guard let shift else { return nil }
        if base == "today" { return .today(shift) }
        guard let day = Day(base) else { return nil }
        return Day(number: shift.applied(to: day.number)).map(DateBound.day)
    }

    /// What stands before and after ` - ` or ` + `; no shift when there is something that is no span.
    private static func split(_ text: String) -> (String, Shift?) {
        for (sign, back) in [(" - ", true), (" + ", false)] {
            guard let place = text.firstRange(ofWord: sign) else { continue }
            let span = Span(String(text[place.upperBound...]).trimmed)
            return (String(text[..<place.lowerBound]).trimmed, span.map { Shift($0, back: back) })
        }
        return (text, Shift.none)
    }
}

extension String {
    /// Where a short text first stands in this one.
    fileprivate func firstRange(ofWord word: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(word) { return index..<self.index(index, offsetBy: word.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
