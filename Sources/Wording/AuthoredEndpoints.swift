import Decision
import Forms
import Words

/// How the author wrote the cuts of a questionnaire: `today - 18 years`, where a diagram knows only months and days.
struct AuthoredEndpoints: Sendable {
    /// A cut of a questionnaire: those of a chain are told apart by what they are counted from.
    private struct CutKey: Hashable {
        let subject: Int
        let base: Chain.Base
        let cut: Chain.Cut
    }

    private let questions: [Question]
    private var endpoints: [CutKey: Endpoint] = [:]

    init(_ questionnaire: Questionnaire) {
        questions = questionnaire.questions
        let cuts = Cuts(questionnaire)
        // A value that is accepted alone has two endpoints; what is compared by order says more.
        for isEqual in [false, true] {
            questionnaire.forEachCondition(withStatements: true) { condition in
                condition.forEachTest { test in
                    guard case .question(let number) = test.subject else { return }
                    test.cell.forEachComparison { relation, term in
                        if (relation == .equal) == isEqual { add(number, relation, term, cuts.ends(number, relation, term)) }
                    }
                }
            }
        }
    }

    /// Whether a condition names what lies at the cut; others follow from limits and from comparisons of two answers.
    func isAuthored(_ cut: Chain.Cut, of chain: Chain) -> Bool {
        endpoints[CutKey(subject: chain.subject, base: chain.base, cut: cut)] != nil
    }

    /// The end at a cut, in the author's words where there are any.
    func endpoint(at cut: Chain.Cut, of chain: Chain) -> Endpoint {
        if let known = endpoints[CutKey(subject: chain.subject, base: chain.base, cut: cut)] { return known }
        let shift = cut.shift
        switch chain.base {
        case .zero:
            if case .number(let range) = questions[chain.subject].kind {
                return Endpoint(.number(range.quantity(units: cut.days)), .before)
            }
            // Beyond the calendar lies no answer.
            return Endpoint(Day(number: cut.days).map { .day($0) } ?? .today(shift), .before)
        case .today: return Endpoint(.today(shift), .before)
        case .question(let other):
            guard let decimals = decimals(chain.subject, other) else { return Endpoint(.answer(other, .shift(shift)), .before) }
            // Beside whole numbers over an answer means the next one.
            if cut.days == 1 { return Endpoint(.answer(other, .none), .after) }
            let distance = Quantity(units: cut.days, decimals: decimals, unit: nil)
            return Endpoint(.answer(other, cut.days == 0 ? .none : .number(distance)), .before)
        }
    }

    /// The digits in which two numbers are compared; nil for dates.
    private func decimals(_ one: Int, _ other: Int) -> Int? {
        guard case .number(let first) = questions[one].kind, case .number(let second) = questions[other].kind else { return nil }
        return max(first.decimals, second.decimals)
    }

    private mutating func add(_ number: Int, _ relation: Relation, _ term: Term, _ cuts: (from: Chain.Cut?, below: Chain.Cut?)) {
        let range = ValueRange(relation, term.value(for: questions[number].kind))
        // How far two numbers are apart is told by the fallback, which knows their digits.
        if case .question(_, let shift) = term, shift != .none, case .number = questions[number].kind { return }
        // A number that no answer can be is not where the cut lies.
        if case .number(let value) = term, case .number(let answers) = questions[number].kind, value.decimals > answers.decimals { return }
        for (end, cut) in [(range.low, cuts.from), (range.high, cuts.below)] {
            guard let end, let cut else { continue }
            keep(end, at: cut, number, term)
        }
    }

    private mutating func keep(_ end: Endpoint, at cut: Chain.Cut, _ number: Int, _ term: Term) {
        switch term {
        case .number, .bound(.day): keep(end, CutKey(subject: number, base: .zero, cut: cut))
        case .bound(.today): keep(end, CutKey(subject: number, base: .today, cut: cut))
        case .amount: break
        case .question(let other, let shift):
            keep(end, CutKey(subject: number, base: .question(other), cut: cut))
            // The same cut as seen from the other question: `a < b + 3 days` where `b > a - 3 days`.
            guard cut.months == 0 else { return }
            keep(
                Endpoint(.answer(number, .shift(shift.turned)), end.side == .before ? .after : .before),
                CutKey(subject: other, base: .question(number), cut: Chain.Cut(months: 0, days: 1 - cut.days)))
        }
    }

    private mutating func keep(_ end: Endpoint, _ key: CutKey) { if endpoints[key] == nil { endpoints[key] = end } }
}
