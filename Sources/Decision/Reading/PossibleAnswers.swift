import Diagnostics
import Forms

/// Whether any answer to a question for a number or date meets a cell.
///
/// Between two figures that a cell names all answers are alike, so the answers beside each figure and at the ends represent all of them.
struct PossibleAnswers {
    /// Answers are whole numbers of `10^-decimals`, or days.
    private let decimals: Int
    /// Nil where the end is not known before the day of reading.
    private let least: Int?
    private let greatest: Int?

    init?(_ kind: Question.Kind) {
        switch kind {
        case .one, .any: return nil
        case .number(let range):
            decimals = range.decimals
            least = range.from.ceiling(digits: range.decimals)
            greatest = range.to.floor(digits: range.decimals)
        case .date(let range):
            decimals = 0
            least = PossibleAnswers.number(range.from)
            greatest = PossibleAnswers.number(range.to)
        }
    }

    /// Whether some answer meets it, within the limits of the question or without any; true where it depends on other answers or the day.
    func isMet(_ cell: Cell, withinLimits: Bool = true) -> Bool {
        let limits = withinLimits ? (least ?? Int.min, greatest ?? Int.max) : (Int.min, Int.max)
        var samples = [least, greatest].compactMap { $0 } + [0]
        cell.forEachComparison { _, term in
            guard let around = figure(term) else { return }
            samples += [around.floor - 1, around.floor, around.ceiling, around.ceiling + 1]
        }
        return samples.contains { (limits.0...limits.1).contains($0) && holds(cell, $0) != false }
    }

    /// Whether a figure lies outside the limits.
    func isBeyond(_ term: Term) -> Bool {
        guard let figure = figure(term) else { return false }
        return least.map { figure.ceiling < $0 } ?? false || greatest.map { figure.floor > $0 } ?? false
    }

    /// Nil where it cannot be told.
    private func holds(_ cell: Cell, _ answer: Int) -> Bool? {
        switch cell {
        case .compare(let relation, let term):
            guard let figure = figure(term) else { return nil }
            return relation.fits(answer < figure.ceiling ? -1 : answer > figure.floor ? 1 : 0)
        case .not(let inner): return holds(inner, answer).map { !$0 }
        case .all(let list): return list.map { holds($0, answer) }.allHold
        case .any(let list): return list.map { holds($0, answer) }.anyHolds
        case .oneOf, .has, .asked, .notAsked: return nil
        }
    }

    /// The answers on both sides of a figure, the same one twice if it can be an answer itself.
    private func figure(_ term: Term) -> (floor: Int, ceiling: Int)? {
        switch term {
        case .number(let number): (number.floor(digits: decimals), number.ceiling(digits: decimals))
        case .bound(let bound): PossibleAnswers.number(bound).map { ($0, $0) }
        case .question, .amount: nil
        }
    }

    private static func number(_ bound: DateBound) -> Int? {
        if case .day(let day) = bound { day.number } else { nil }
    }
}

extension Term {
    /// A number or day as it is written; nil for what is known only later.
    var figure: String? {
        switch self {
        case .number(let number): number.description
        case .bound(.day(let day)): day.description
        case .bound(.today), .question, .amount: nil
        }
    }
}

extension CellReader {
    /// The cell, if an answer can meet it; otherwise the findings say that none does.
    ///
    /// - Parameter text: what is written; nil for lists and maps.
    func met(_ cell: Cell, _ text: String?, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        guard let answers = scope.kind(of: subject).flatMap({ PossibleAnswers($0) }), !answers.isMet(cell)
        else { return cell }
        let name = scope.name(of: subject)
        let isAmount = if case .amount = subject { true } else { false }
        let what = text.map { "is \"\($0)\"" } ?? "fits this"
        let isBeyond = answers.isMet(cell, withinLimits: false)
        let lines = isBeyond ? [] : (text.map(mended) ?? [])
        findings.add(
            Diagnostic(
                "questionnaire/type",
                isBeyond
                    ? "\(name) goes \(limits), so no \(self.what) \(what)" : "\(isAmount ? "no value of" : "no answer to") \(name) \(what)",
                at: range,
                help: advice(lines.map(CellForm.words))
                    ?? (isBeyond
                        ? "write what lies within these limits, or change them under \(name)"
                        : "write conditions that some answer meets, or delete the row")))
        return nil
    }

    /// What may be meant by a range from more to less, and by conditions that exclude each other.
    private func mended(_ text: String) -> [String] {
        guard case .all(let list)? = ComparisonReader(scope: scope, cells: self).phrase(text) else { return [] }
        if let (low, high) = Phrase.all(list).ends { return ["from \(high.term.text) to \(low.term.text)"] }
        return [Phrase.any(list).line(isDate: isDate)]
    }

    private var isDate: Bool { if case .date = family { true } else { false } }

    /// "from 0 to 100".
    var limits: String {
        switch scope.kind(of: subject) {
        case .number(let range): return "from \(range.from) to \(range.to)"
        case .date(let range): return "from \(words(range.from)) to \(words(range.to))"
        case nil, .one, .any: return ""
        }
    }

    private func words(_ bound: DateBound) -> String {
        switch bound {
        case .day(let day): return day.description
        case .today(let shift):
            guard shift != .none else { return "today" }
            let count = shift.months != 0 ? shift.months : shift.days
            return "today \(count < 0 ? "-" : "+") \(counted(abs(count), shift.months != 0 ? "month" : "day"))"
        }
    }
}
