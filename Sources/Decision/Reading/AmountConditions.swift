import Diagnostics
import Forms

/// Says what a condition that names amounts demands of the questions that these rest on.
///
/// An amount of one question, or of how far two answers or today are apart, is a function of one line, and where it compares so with
/// something is a set of ranges of that line: found once, here, exactly over the whole of it. Proof, diagram and pages then know
/// questions only. Any other is a ``Calculation``, which they know too.
struct AmountConditions {
    let scope: Scope

    /// Why amounts cannot be compared so.
    private enum Fault: Error {
        /// It rests on more than one line, or tells too many ranges of it apart.
        case calculated
        /// It rests on no answers but today.
        case today
        /// Its formula is too long with those of other amounts in it.
        case tooLong
    }

    /// An entry with what it says of questions, where it names amounts; nil with a message if that cannot be said.
    func test(_ subject: Subject, _ cell: Cell, at place: SourceRange, _ findings: inout Findings) -> Condition? {
        let written = Condition.test(Test(subject: subject, cell: cell, place: place))
        guard !written.amounts.isEmpty else { return written }
        do throws(Fault) {
            return .test(Test(subject: subject, cell: cell, place: place, lowered: try lowered(cell, subject, place)))
        } catch {
            let amount = written.amounts.min().map { scope.amounts[$0].description } ?? ""
            switch error {
            case .calculated, .tooLong: findings.notYet("this comparison of \(amount), whose formula is too long,", at: place)
            case .today: findings.notYet("this comparison of \(amount), which rests on no answer but today,", at: place)
            }
            return nil
        }
    }

    private func lowered(_ cell: Cell, _ subject: Subject, _ place: SourceRange) throws(Fault) -> Condition {
        switch cell {
        case .all(let list): return .all(try list.map { (inner) throws(Fault) in try lowered(inner, subject, place) })
        case .any(let list): return .any(try list.map { (inner) throws(Fault) in try lowered(inner, subject, place) })
        case .not(let inner): return .all([exists(subject, place), .not(try lowered(inner, subject, place))])
        case .compare(let relation, let term):
            if case .question = subject, term.amount == nil { return .test(Test(subject: subject, cell: cell, place: place)) }
            do {
                return try compared(subject, relation, term, place)
            } catch {
                guard case .calculated = error else { throw error }
                return try calculated(subject, relation, term, place)
            }
        case .asked, .notAsked: return .test(Test(subject: subject, cell: cell, place: place))
        case .oneOf, .has: return .any([])
        }
    }

    /// A comparison of what several answers come to.
    private func calculated(_ subject: Subject, _ relation: Relation, _ term: Term, _ place: SourceRange) throws(Fault) -> Condition {
        let comparison = CalculatedComparison(subject, term, kind: scope.kind) { scope.readAmounts[safe: $0]?.formula }
        guard let comparison else { throw .tooLong }
        return .test(
            Test(subject: .calculation(comparison.calculation), cell: .compare(relation, .number(comparison.number)), place: place))
    }

    /// Where an answer or amount has a value.
    private func exists(_ subject: Subject, _ place: SourceRange) -> Condition {
        switch subject {
        case .question(let number): answered([number], place)
        case .amount(let number): answered(scope.readAmounts[safe: number]?.questions ?? [], place)
        case .attribute, .fact, .decision, .calculation: .all([])
        }
    }

    private func answered(_ questions: [Int], _ place: SourceRange) -> Condition {
        .all(questions.map { .test(Test(subject: .question($0), cell: .anyValue, place: place)) })
    }

    private func compared(_ subject: Subject, _ relation: Relation, _ term: Term, _ place: SourceRange) throws(Fault) -> Condition {
        let isDate = if case .date = scope.kind(of: subject) { true } else { false }
        let (left, right) = (Formula(subject), Formula(term))
        let written = isDate ? Formula.between(right, left, .days) : .difference(left, right)
        guard let formula = written.expanded({ scope.readAmounts[safe: $0]?.formula }) else { throw .tooLong }
        let questions = formula.bases.compactMap { if case .question(let number) = $0 { number } else { nil } }.sorted()
        if formula.bases.isEmpty {
            guard case .number(let number)? = FormulaEvaluator.constant(formula) else { throw .tooLong }
            return relation.fits(number.sign) ? .all([]) : .any([])
        }
        guard !questions.isEmpty else { throw .today }
        guard let line = FormulaLine(formula) else { throw .calculated }
        let run = run(of: line)
        let decimals = decimals(of: line)
        let ranges = FormulaRanges.ranges(on: run, relation) { stretch in
            FormulaSpans { line.span(of: $0, on: stretch, decimals: decimals) }.span(formula)
        }
        guard let ranges else { throw .calculated }
        guard ranges != [run] else { return answered(questions, place) }
        switch line {
        case .question(let number):
            let cell = Cell.any(ranges.map { self.cell($0, within: run, of: number) })
            return .test(Test(subject: .question(number), cell: cell, place: place))
        case .difference, .between:
            return .any(
                try ranges.map { (range) throws(Fault) in
                    var ends: [Condition] = []
                    if range.lowerBound > run.lowerBound { ends.append(try atLeast(range.lowerBound, line, place)) }
                    if range.upperBound < run.upperBound { ends.append(try atMost(range.upperBound, line, place)) }
                    return .all(ends)
                })
        }
    }

    /// What an answer has to be to lie in a range of all that it can be.
    private func cell(_ range: ClosedRange<Int>, within run: ClosedRange<Int>, of question: Int) -> Cell {
        if range.lowerBound == range.upperBound { return .compare(.equal, term(range.lowerBound, of: question)) }
        var ends: [Cell] = []
        if range.lowerBound > run.lowerBound { ends.append(.compare(.atLeast, term(range.lowerBound, of: question))) }
        if range.upperBound < run.upperBound { ends.append(.compare(.atMost, term(range.upperBound, of: question))) }
        return ends.count == 1 ? ends[0] : .all(ends)
    }

    private func term(_ value: Int, of question: Int) -> Term {
        if case .number(let range) = scope.questions[question].kind {
            return .number(ExactNumber(decimal(value, decimals: range.decimals)) ?? ExactNumber(units: value, decimals: range.decimals))
        }
        return Day(number: value).map { .bound(.day($0)) } ?? .bound(.today(.none))
    }
}

// Formulas.
extension AmountConditions {
    private func decimals(of line: FormulaLine) -> Int {
        switch line {
        case .question(let number): return scope.questions[number].kind.decimals
        case .difference(let first, let second): return max(scope.questions[first].kind.decimals, scope.questions[second].kind.decimals)
        case .between: return 0
        }
    }

    /// All values that a line can have.
    private func run(of line: FormulaLine) -> ClosedRange<Int> {
        switch line {
        case .question(let number): return run(of: number, digits: scope.questions[number].kind.decimals)
        case .difference(let first, let second):
            let digits = decimals(of: line)
            let (one, other) = (run(of: first, digits: digits), run(of: second, digits: digits))
            return one.lowerBound - other.upperBound...one.upperBound - other.lowerBound
        case .between(_, _, let unit, _):
            let days = CalendarMath.days
            let most = FormulaEvaluator.between(days.lowerBound, days.upperBound, unit) * 2
            return -most...most
        }
    }

    private func run(of question: Int, digits: Int) -> ClosedRange<Int> {
        switch scope.questions[question].kind {
        case .number(let range):
            let low = range.from.ceiling(digits: range.decimals)
            let factor = powerOfTen(digits - range.decimals)
            return low * factor...max(low, range.to.floor(digits: range.decimals)) * factor
        case .date(let range):
            var ends = CalendarMath.days
            if case .day(let day) = range.from { ends = day.number...ends.upperBound }
            if case .day(let day) = range.to { ends = ends.lowerBound...max(ends.lowerBound, day.number) }
            return ends
        case .one, .any: return 0...0
        }
    }
}

// Cuts of how far two days or numbers are apart.
extension AmountConditions {
    /// Where a line is at least so much.
    private func atLeast(_ least: Int, _ line: FormulaLine, _ place: SourceRange) throws(Fault) -> Condition {
        switch line {
        case .question: throw .calculated
        case .difference(let first, let second):
            return test(first, .atLeast, .question(second, Shift(months: 0, days: least)), place)
        case .between(let from, let to, let unit, _):
            switch unit {
            case .days: return try apart(to, from, least, place)
            case .weeks: return try apart(to, from, AmountConditions.days(ofWeeks: least), place)
            case .months, .years:
                let months = unit == .years ? AmountConditions.months(ofYears: least) : least
                if months > 0 { return try apart(to, later(from, months), 0, place) }
                return try apart(later(to, 1 - months), from, 1, place)
            }
        }
    }

    /// Where it is at most so much: where it is not at least one more, and both are asked.
    private func atMost(_ most: Int, _ line: FormulaLine, _ place: SourceRange) throws(Fault) -> Condition {
        switch line {
        case .question: throw .calculated
        case .difference(let first, let second):
            return test(first, .atMost, .question(second, Shift(months: 0, days: most)), place)
        case .between(let from, let to, let unit, _):
            switch unit {
            case .days: return try apart(from, to, -most, place)
            case .weeks: return try apart(from, to, 1 - AmountConditions.days(ofWeeks: most + 1), place)
            case .months, .years:
                let months = unit == .years ? AmountConditions.months(ofYears: most + 1) : most + 1
                if months > 0 { return try apart(later(from, months), to, 1, place) }
                return try apart(from, later(to, 1 - months), 0, place)
            }
        }
    }

    /// So many days make so many weeks, the first that do: whole weeks are counted towards zero.
    private static func days(ofWeeks weeks: Int) -> Int { weeks > 0 ? 7 * weeks : 7 * weeks - 6 }
    private static func months(ofYears years: Int) -> Int { years > 0 ? 12 * years : 12 * years - 11 }

    private func later(_ day: MovedDay, _ months: Int) throws(Fault) -> MovedDay {
        guard let moved = day.later(months: months) else { throw .calculated }
        return moved
    }

    /// Where a day is at least so many days after another.
    private func apart(_ last: MovedDay, _ first: MovedDay, _ days: Int, _ place: SourceRange) throws(Fault) -> Condition {
        let days = first.days + days - last.days
        switch (last.base, first.base) {
        case (.question(let own), let base) where last.months == 0:
            return test(own, .atLeast, term(base, Shift(months: first.months, days: days)), place)
        case (let base, .question(let own)) where first.months == 0:
            return test(own, .atMost, term(base, Shift(months: last.months, days: -days)), place)
        case (.today, .question(let own)) where last.months == 0:
            return test(own, .atMost, .bound(.today(Shift(months: -first.months, days: -days, isTurned: true))), place)
        case (.question(let own), .today) where first.months == 0:
            return test(own, .atLeast, .bound(.today(Shift(months: -last.months, days: days, isTurned: true))), place)
        default: throw .calculated
        }
    }

    private func term(_ base: FormulaBase, _ shift: Shift) -> Term {
        switch base {
        case .today: .bound(.today(shift))
        case .question(let number): .question(number, shift)
        }
    }

    private func test(_ question: Int, _ relation: Relation, _ term: Term, _ place: SourceRange) -> Condition {
        let (relation, term) = AmountConditions.plain(relation, term)
        return .test(Test(subject: .question(question), cell: .compare(relation, term), place: place))
    }

    /// Whole months where that says the same: from a day later on is later.
    private static func plain(_ relation: Relation, _ term: Term) -> (Relation, Term) {
        let shift: Shift
        switch term {
        case .bound(.today(let found)), .question(_, let found): shift = found
        case .number, .bound(.day), .amount: return (relation, term)
        }
        guard shift.months != 0,
            let shorter = relation == .atLeast && shift.days == 1
                ? Relation.greater
                : relation == .atMost && shift.days == -1 ? .less : nil
        else { return (relation, term) }
        let whole = Shift(months: shift.months, days: 0, isTurned: shift.isTurned)
        if case .question(let number, _) = term { return (shorter, .question(number, whole)) }
        return (shorter, .bound(.today(whole)))
    }
}

extension Term {
    /// The amount that it names.
    package var amount: Int? { if case .amount(let number, _) = self { number } else { nil } }
}

extension Cell {
    /// Any answer at all: false where the question is not asked.
    static let anyValue = Cell.not(.any([]))
}
