import Decision
import Forms
import Words

/// Says what several answers come to as the author compares it: by the name of the amount, and with the ends of its ranges.
struct CalculationWording: Sendable {
    private let questionnaire: Questionnaire
    private let ranges: RangeWording
    private var said: [Calculation: Said] = [:]

    /// How a calculation is compared.
    private struct Said {
        /// The question or amount that is compared.
        let subject: Subject
        /// The amounts that its comparisons name.
        var amounts: [Int]
        /// By the cut that they make.
        var endpoints: [Int: Endpoint] = [:]
    }

    init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        ranges = RangeWording(questionnaire: questionnaire)
        var found: [(relation: Relation, term: Term, subject: Subject)] = []
        questionnaire.forEachCondition(withStatements: true) { condition in
            condition.forEachWrittenTest { test in
                guard test.lowered != nil else { return }
                test.cell.forEachComparison { found.append(($0, $1, test.subject)) }
            }
        }
        // A value that is accepted alone has two ends; what is compared by order says more.
        for (relation, term, subject) in found.filter({ $0.relation != .equal }) + found.filter({ $0.relation == .equal }) {
            add(subject, relation, term)
        }
    }

    private mutating func add(_ subject: Subject, _ relation: Relation, _ term: Term) {
        guard let comparison = questionnaire.calculated(subject, term), let kind = kind(of: subject) else { return }
        var own = said[comparison.calculation] ?? Said(subject: subject, amounts: [])
        for case .amount(let number)? in [subject, term.amount.map(Subject.amount)] where !own.amounts.contains(number) {
            own.amounts.append(number)
        }
        let range = ValueRange(relation, term.value(for: kind))
        let ends = questionnaire.ends(comparison, relation)
        for case (let end?, let cut?) in [(range.low, ends.from), (range.high, ends.below)] where own.endpoints[cut] == nil {
            own.endpoints[cut] = end
        }
        said[comparison.calculation] = own
    }

    private func kind(of subject: Subject) -> Question.Kind? {
        switch subject {
        case .question(let number): questionnaire.questions[number].kind
        case .amount(let number): questionnaire.amounts[number].answerKind
        case .attribute, .fact, .decision, .calculation: nil
        }
    }

    /// `Hourly pay`.
    func name(of calculation: Calculation) -> String {
        switch said[calculation]?.subject {
        case .question(let number): questionnaire.questions[number].name
        case .amount(let number): questionnaire.amounts[number].label
        case .attribute, .fact, .decision, .calculation, nil:
            calculation.questions.map { questionnaire.questions[$0].name }.joined(separator: ", ")
        }
    }

    /// `Hourly pay (Pay ÷ Hours)`: for readers who have to calculate it.
    func question(of calculation: Calculation, _ book: Phrasebook) -> String {
        let formulas = FormulaWording(questionnaire, book)
        let amounts = said[calculation]?.amounts ?? []
        guard let subject = said[calculation]?.subject, case .question(let number) = subject else {
            return amounts.map(formulas.open).joined(separator: "; ")
        }
        return ([questionnaire.questions[number].ask.string] + amounts.map(formulas.open)).joined(separator: " ")
    }

    /// The values of some blocks.
    func phrasing(_ calculation: Calculation, _ cuts: [Int], _ table: [Int], _ blocks: [Int]) -> Phrasing {
        let wanted = table.indices.filter { blocks.contains(table[$0]) }
        var runs: [ClosedRange<Int>] = []
        for place in wanted {
            if let last = runs.last, last.upperBound + 1 == place {
                runs[runs.count - 1] = last.lowerBound...place
            } else {
                runs.append(place...place)
            }
        }
        let isDate = if case .date? = said[calculation].flatMap({ kind(of: $0.subject) }) { true } else { false }
        return .list(
            runs.map { run in
                let low = run.lowerBound == 0 ? nil : endpoint(calculation, cuts[run.lowerBound - 1])
                let high = run.upperBound == cuts.count ? nil : endpoint(calculation, cuts[run.upperBound])
                return ranges.phrasing(ValueRange(low: low, high: high), isDate: isDate) ?? .word("rangeAny")
            }, "rangesOr")
    }

    private func endpoint(_ calculation: Calculation, _ cut: Int) -> Endpoint {
        if let known = said[calculation]?.endpoints[cut] { return known }
        if calculation.isDay { return Endpoint(Day(number: cut).map { .day($0) } ?? .today(.none), .before) }
        return Endpoint(.number(Quantity(units: cut, decimals: calculation.decimals, unit: nil)), .before)
    }
}
