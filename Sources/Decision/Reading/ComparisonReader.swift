import Diagnostics
import Forms

/// Reads comparisons of numbers and dates: `at least 3`, `from 18 to 65`, `before today - 90 days`, `>= other-question`.
///
/// ``PhraseReader`` takes the words apart without knowing any names; here its terms become numbers, days and questions, and
/// what cannot be meant is refused with the line to write instead.
struct ComparisonReader {
    let scope: Scope
    let cells: CellReader

    /// Whether a text looks like a comparison.
    static func starts(_ text: String) -> Bool {
        ["from ", "between "].contains { text.hasPrefix($0) }
            || PhraseWords.before.contains { $0.fit != .both && text.hasPrefix($0.words) }
    }

    /// The comparison that words make, and a message where they make none.
    func cell(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        for sign in ["!=", "<>", "≠"] where text.hasPrefix(sign) {
            return cell(String(text.dropFirst(sign.count)).trimmed, at: range, &findings).map { .not($0) }
        }
        guard let phrase = phrase(text) else {
            if let help = withoutNot(text) {
                findings.add(
                    Diagnostic(
                        "questionnaire/type", "\(scope.name(of: cells.subject)) is \(kind), and cannot be compared with \"\(text)\"",
                        at: range, help: help))
                return nil
            }
            // Says what is wrong with the word that is none.
            return term(ComparisonReader.withoutComparing(text), at: range, &findings).map { .compare(.equal, $0) }
        }
        guard isSaidClearly(phrase, text, at: range, &findings) else { return nil }
        return cell(phrase, at: range, &findings)
    }

    /// What the words demand; nil if they are no comparison.
    func phrase(_ text: String) -> Phrase? { PhraseReader(isDate: isDate, term: words).phrase(text) }

    /// What to write for `neither 3 nor 4`: `not` before what the rest says.
    private func withoutNot(_ text: String) -> String? {
        // `not` before these words as well would be denied twice.
        guard !cells.followsNot else { return nil }
        let small = text.lowercased()
        let openings = ["neither ", "anything but ", "anything except ", "other than ", "except ", "is not ", "isn't "]
        guard let opening = openings.first(where: small.hasPrefix),
            let phrase = phrase(String(small.dropFirst(opening.count)).replacing(" nor ", with: " or "))
        else { return nil }
        return cells.advice([.words("not " + phrase.line(isDate: isDate))])
    }

    /// How the terms of this question are read: numbers with its unit, or dates.
    private var words: (String) -> TermWords? {
        guard case .number(let range) = scope.kind(of: cells.subject) else {
            return DateWords(name: name).term
        }
        return NumberWords(range: range, name: name).term
    }

    /// The id that a name means. A question may also be named by its words, as pages print them.
    private func name(_ text: String) -> String? {
        let isName = text.utf8.first.map { (97...122).contains($0) } ?? false
        if isName, !text.utf8.contains(UInt8(ascii: " ")), !ComparisonReader.reserved.contains(text) {
            if scope.subject(text) == nil, NumberWords.inWords.contains(text) { return nil }
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count <= 2 && parts.allSatisfy({ Identifier(String($0)) != nil }) ? text : nil
        }
        let ask = text.hasPrefix("the answer to ") ? text.dropFirst(14) : text[...]
        guard ask.hasPrefix("\""), ask.hasSuffix("\"") else { return nil }
        let found = scope.questions.first { $0.ask.lowercased() == ask.dropFirst().dropLast() }
        return found?.id.description
    }

    /// Words that compare, and so are no names where one is missing.
    private static let reserved: Set<String> = ["today", "over", "under", "before", "after", "from", "until", "more", "less", "fewer"]

    /// The words behind those that compare, which are what a message should be about.
    private static func withoutComparing(_ text: String) -> String {
        let word = PhraseWords.before.first { $0.words != "is " && text.hasPrefix($0.words) }
        return word.map { String(text.dropFirst($0.words.count)) } ?? text
    }

    /// Reports words that do not fit the question, or can be read in two ways, with the line to write instead.
    private func isSaidClearly(
        _ phrase: Phrase, _ text: String, at range: SourceRange, _ findings: inout Findings
    ) -> Bool {
        let subject = scope.name(of: cells.subject)
        let other = isDate ? Phrase.Fit.numbers : .dates
        if let unclear = phrase.unclear {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\"\(unclear.words)\" does not say whether the first day counts", at: range,
                    help: "write `\(not)\(unclear.ifCounted)` if it does, `\(not)\(unclear.ifNot)` if not"))
            return false
        }
        if let misfit = phrase.comparisons.first(where: { $0.fit == other }) {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\"\(misfit.words)\" does not fit \(subject), which is \(kind)", at: range,
                    help: "for \(isDate ? "dates" : "numbers") write `\(not)\(phrase.line(isDate: isDate))`"))
            return false
        }
        guard let faulty = phrase.comparisons.first(where: { $0.term.problem != nil })?.term, let problem = faulty.problem
        else { return true }
        findings.add(
            Diagnostic(
                "questionnaire/type", "\"\(text)\" cannot be compared with \(subject): \(problem)", at: range,
                help: help(phrase, faulty)))
        return false
    }

    /// The line to write in place of words that are not taken as they are.
    private func help(_ phrase: Phrase, _ faulty: TermWords) -> String {
        if faulty.isExample { return "work out the number in that unit and write it alone, as in `\(not)\(phrase.line(isDate: isDate))`" }
        let isTwofold = phrase.comparisons.contains { $0.term.other != nil }
        let lines = [false, true].prefix(isTwofold ? 2 : 1).map { not + phrase.line(isDate: isDate, takesOther: $0) }
        let taken = cells.isTrial ? [] : lines.filter(cells.isRead).map { "`\($0)`" }
        guard !taken.isEmpty else { return faulty.advice ?? example }
        return "write \(listed(taken, "or"))" + (faulty.advice.map { ", or \($0)" } ?? "")
    }

    /// The phrase with its terms resolved; nil where one is unknown or no answer could be it.
    private func cell(_ phrase: Phrase, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        switch phrase {
        case .compare(let item):
            guard let term = term(item.term.text, at: range, &findings) else { return nil }
            guard canBe(item.relation, term, at: range, &findings) else { return nil }
            return .compare(item.relation, term)
        case .all(let list), .any(let list):
            let read = list.compactMap { cell($0, at: range, &findings) }
            guard read.count == list.count else { return nil }
            if case .all = phrase { return .all(read) }
            return .any(read)
        case .unclear: return nil
        }
    }

    /// Whether an answer can be the number or day that it has to be: within the limits, with as many digits.
    private func canBe(_ relation: Relation, _ term: Term, at range: SourceRange, _ findings: inout Findings) -> Bool {
        guard relation == .equal else { return true }
        if let answers = scope.kind(of: cells.subject).flatMap({ PossibleAnswers($0) }),
            let figure = term.figure, answers.isBeyond(term)
        {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\(scope.name(of: cells.subject)) goes \(cells.limits), so no \(cells.what) is \(figure)",
                    at: range,
                    help: "write what lies within these limits, or change them under \(scope.name(of: cells.subject))"))
            return false
        }
        guard case .number(let number) = term, case .number(let decimals) = cells.family,
            number.decimals > decimals
        else { return true }
        let subject = scope.name(of: cells.subject)
        let answers = decimals == 0 ? "whole numbers" : "numbers with \(counted(decimals, "digit")) after the point"
        findings.add(
            Diagnostic(
                "questionnaire/type", "\(subject) takes \(answers), so no answer is \(number)", at: range,
                help: "write another number, or set `decimals: \(number.decimals)` under `number` of \(subject)"))
        return false
    }

    private var isDate: Bool { if case .date = cells.family { true } else { false } }

    /// `not` if it comes before the words, and so before each line to write instead.
    private var not: String { cells.followsNot ? "not " : "" }

    private var example: String {
        isDate ? "write a date such as 2026-11-21, `today`, or `today - 90 days`" : "write a number such as 3 or 2.5, with a point"
    }

    private var kind: String { isDate ? "a date" : "a number" }

    /// A number, a day, today, or another question, each with a shift behind it.
    private func term(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Term? {
        let (base, shift) = ComparisonReader.split(text)
        if isDate {
            if let bound = ComparisonReader.bound(text) { return .bound(bound) }
        } else if let number = ExactNumber(text) {
            return .number(number)
        }
        switch (shift, scope.subject(base)) {
        case (let shift?, .question(let other)): return question(other, base, shift, at: range, &findings)
        case (let shift?, .amount(let other)): return amount(other, base, shift, at: range, &findings)
        default: break
        }
        let looksLikeName =
            Identifier(base) != nil && base.utf8.first.map { (97...122).contains($0) } == true && base != "today"
        if looksLikeName, scope.subject(base) == nil {
            scope.unknown(
                base, what: scope.amounts.isEmpty ? "question" : "question or amount",
                among: scope.questions.map(\.id.description) + scope.amounts.map(\.description), at: range.word(base), &findings)
        } else {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "\(scope.name(of: cells.subject)) is \(kind), and cannot be compared with \"\(text)\"", at: range,
                    help: example))
        }
        return nil
    }

    /// Another question: dates are compared with dates, with or without a shift, and numbers with numbers.
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

    /// An amount: of the same kind, and in the same unit.
    private func amount(_ other: Int, _ name: String, _ shift: Shift, at range: SourceRange, _ findings: inout Findings) -> Term? {
        guard let kind = scope.kind(of: .amount(other)) else { return nil }
        if case .amount(other) = cells.subject {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\(name) is compared with itself", at: range, help: "name another amount"))
            return nil
        }
        let subject = scope.name(of: cells.subject)
        switch (kind, scope.kind(of: cells.subject)) {
        case (.date, .date): return .amount(other, shift)
        case (.number(let theirs), .number(let own)) where shift == .none:
            if FormulaType.isSame(theirs.unit, own.unit) { return .amount(other, shift) }
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\(subject) is in \(own.unit ?? ""), but \(name) in \(theirs.unit ?? "")", at: range.word(name),
                    help: "give both the same unit"))
        default:
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\(subject) is \(self.kind), and cannot be compared with \(name)", at: range,
                    help: "compare it with \(isDate ? "an amount that is a date" : "an amount that is a number, without days or months")"))
        }
        return nil
    }

    /// `2026-11-21`, `today`, `today + 3 months`; nil for anything else.
    static func bound(_ text: String) -> DateBound? {
        let (base, shift) = split(text)
        guard let shift else { return nil }
        if base == "today" { return .today(shift) }
        guard let day = Day(base) else { return nil }
        return Day(number: shift.applied(to: day.number)).map(DateBound.day)
    }

    /// The text before ` - ` or ` + `, and the span after it; nil if that is not a span.
    private static func split(_ text: String) -> (String, Shift?) {
        for (sign, back) in [(" - ", true), (" + ", false)] {
            guard let place = text.firstRange(of: sign) else { continue }
            let span = Span(String(text[place.upperBound...]).trimmed)
            return (String(text[..<place.lowerBound]).trimmed, span.map { Shift($0, back: back) })
        }
        return (text, Shift.none)
    }
}
