import CommonMark
import Diagnostics
import Forms

/// What is written under one amount.
struct AmountDraft: Sendable {
    let label: Text?
    let value: Text
    let unit: Text?
}

/// Reads the formulas of amounts, each after those that it names.
struct AmountReader {
    private let scope: Scope
    private let drafts: [Entry<AmountDraft>]
    private var states: [State]

    private enum State {
        case waiting, reading
        /// There is a message about it.
        case failed
        case read(Amount, FormulaType)
    }

    /// Browsers hold whole numbers of so many digits exactly, and an amount is shown with no more.
    private static let mostShownDigits = 15

    /// All amounts; none if one of them cannot be read, as the findings say.
    static func amounts(_ drafts: [Entry<AmountDraft>], _ scope: Scope, _ findings: inout Findings) -> [Amount] {
        var reader = AmountReader(scope, drafts)
        for index in drafts.indices { reader.read(index, &findings) }
        let read = reader.states.compactMap { if case .read(let amount, _) = $0 { amount } else { nil } }
        return read.count == drafts.count ? read : []
    }

    private init(_ scope: Scope, _ drafts: [Entry<AmountDraft>]) {
        (self.scope, self.drafts) = (scope, drafts)
        states = drafts.map { _ in .waiting }
    }

    private mutating func read(_ index: Int, _ findings: inout Findings) {
        guard case .waiting = states[index] else { return }
        let draft = drafts[index].value
        states[index] = .reading
        do throws(FormulaFault) {
            for token in try FormulaToken.all(of: draft.value.string) {
                if case .name(let name) = token.kind, let other = scope.amount(name) { read(other, &findings) }
            }
            let known = self
            var names = FormulaNames(scope: scope, suggester: findings.suggester.isShown()) { known.amount($0) }
            names.isOwn = findings.ownNames.contains
            let typed = try FormulaParser.formula(draft.value.string, resolve: names.resolve)
            states[index] = .read(try amount(index, typed), typed.type)
        } catch {
            states[index] = .failed
            report(error, draft.value, &findings)
        }
    }

    /// What is known of another amount.
    private func amount(_ index: Int) -> FormulaNames.Known {
        switch states[index] {
        case .read(let amount, let type):
            var type = type
            if case .number(_, let unit, _, _) = amount.kind { type.unit = unit }
            return .type(type)
        case .failed: return .unread
        case .waiting, .reading: return .circle
        }
    }

    private func amount(_ index: Int, _ typed: TypedFormula) throws(FormulaFault) -> Amount {
        let draft = drafts[index]
        var questions = typed.formula.questions
        var restsOnToday = typed.formula.namesToday
        for other in typed.formula.amounts {
            guard case .read(let amount, _) = states[other] else { continue }
            questions.formUnion(amount.questions)
            restsOnToday = restsOnToday || amount.restsOnToday
        }
        return Amount(
            id: draft.id, place: draft.place, label: draft.value.label?.string ?? draft.id.description, formula: typed.formula,
            kind: try kind(typed, draft.value), questions: questions.sorted(), restsOnToday: restsOnToday)
    }

    private func kind(_ typed: TypedFormula, _ draft: AmountDraft) throws(FormulaFault) -> Amount.Kind {
        let run = 0..<draft.value.string.utf8.count
        if let span = typed.span {
            throw FormulaFault(
                message: "this is a span of time and no amount", help: "write the number alone, with `unit: \(span.rawValue)`", run: run)
        }
        guard typed.type.kind == .number else {
            guard let unit = draft.unit else { return .day }
            throw FormulaFault(message: "this is a date, and a date has no unit", help: "delete `unit: \(unit.string)`", run: run)
        }
        guard FormulaType.isSame(typed.type.unit, draft.unit?.string) else {
            throw FormulaFault(
                message: "this is \(typed.type.words), and not in \(draft.unit?.string ?? "")",
                help: "correct `unit:`, or multiply by what it costs or counts", run: run)
        }
        guard let decimals = typed.type.decimals else {
            throw FormulaFault(
                message: "this may have digits without end", help: "say how many are kept: round(\(draft.value.string), 2)", run: run)
        }
        let ends = [typed.type.low, typed.type.high].map { $0.units(digits: decimals, .round) }
        guard let from = ends[0].int, let to = ends[1].int, decimals <= 6,
            max(abs(from), abs(to)) < powerOfTen(AmountReader.mostShownDigits)
        else {
            throw FormulaFault(
                message: "this may have too many digits: \(decimals) behind the point, and values \(typed.type.range)",
                help:
                    "round it, such as round(…, 2), or narrow the numbers that its questions take: at most 6 digits are shown behind the point,"
                    + " and \(AmountReader.mostShownDigits) in all", run: run)
        }
        return .number(decimals: decimals, unit: draft.unit?.string ?? typed.type.unit, from: from, to: to)
    }

    private func report(_ fault: FormulaFault, _ text: Text, _ findings: inout Findings) {
        guard !fault.isReported else { return }
        findings.add(
            Diagnostic(
                fault.isUnknownName ? "questionnaire/unknown-name" : "questionnaire/formula", fault.message, at: text.place(of: fault.run),
                help: fault.help))
    }
}

extension Text {
    /// Where a part of it is; all of it where it is not written in the file as it is.
    fileprivate func place(of run: Range<Int>) -> SourceRange {
        let written = Array(range.file.bytes[range.bytes])
        let quote = written.first.map { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ?? false
        let start = quote ? 1 : 0
        guard written.dropFirst(start).starts(with: string.utf8), !run.isEmpty else { return range }
        let first = range.bytes.lowerBound + start
        return SourceRange(range.file, first + run.lowerBound..<first + run.upperBound)
    }
}
