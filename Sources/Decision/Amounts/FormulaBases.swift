import Forms

/// What a formula rests on in the end.
enum FormulaBase: Sendable, Hashable {
    case question(Int)
    case today
}

extension Formula {
    /// What it rests on, where it names no other amounts.
    var bases: Set<FormulaBase> {
        switch self {
        case .question(let number): [.question(number)]
        case .today: [.today]
        default: Set(parts.flatMap(\.bases))
        }
    }

    /// The base of a formula that is nothing else.
    var base: FormulaBase? {
        switch self {
        case .question(let number): .question(number)
        case .today: .today
        default: nil
        }
    }

    /// Parts of a formula with those of other amounts in it.
    private static let mostParts = 2000

    /// With the formulas of other amounts in their places; nil if it becomes too long.
    func expanded(_ amount: (Int) -> Formula?) -> Formula? {
        var left = Formula.mostParts
        return expanded(amount, &left)
    }

    private func expanded(_ amount: (Int) -> Formula?, _ left: inout Int) -> Formula? {
        left -= 1
        guard left > 0 else { return nil }
        if case .amount(let number) = self { return amount(number)?.expanded(amount, &left) }
        var renewed: [Formula] = []
        for part in parts {
            guard let found = part.expanded(amount, &left) else { return nil }
            renewed.append(found)
        }
        return with(renewed)
    }

    /// The same of other parts, as many.
    private func with(_ parts: [Formula]) -> Formula {
        switch self {
        case .number, .day, .today, .question, .amount: self
        case .sum: .sum(parts[0], parts[1])
        case .difference: .difference(parts[0], parts[1])
        case .product: .product(parts[0], parts[1])
        case .quotient: .quotient(parts[0], parts[1])
        case .least: .least(parts)
        case .greatest: .greatest(parts)
        case .rounded(_, let rounding, let digits): .rounded(parts[0], rounding, digits: digits)
        case .shifted(_, _, let unit): .shifted(parts[0], by: parts[1], unit)
        case .between(_, _, let unit): .between(parts[0], parts[1], unit)
        case .date: .date(parts[0], parts[1], parts[2])
        case .part(let part, _): .part(part, parts[0])
        case .endOfMonth: .endOfMonth(parts[0])
        }
    }
}

/// A day some months and then some days after an answer or today.
struct MovedDay: Sendable, Hashable {
    let base: FormulaBase
    var months = 0
    var days = 0

    /// Nil for what is calculated in another way.
    init?(_ formula: Formula) {
        if let base = formula.base {
            self.base = base
            return
        }
        guard case .shifted(let inner, by: let count, let unit) = formula, let moved = MovedDay(inner),
            case .number(let number)? = FormulaEvaluator.constant(count), let count = number.numerator.int, abs(count) < 10_000_000
        else { return nil }
        self = moved
        switch unit {
        case .days: days += count
        case .weeks: days += 7 * count
        case .months, .years:
            guard months == 0, days == 0 else { return nil }
            months = count * (unit == .years ? 12 : 1)
        }
    }

    /// So many months later; only of a day that isn't moved.
    func later(months: Int) -> MovedDay? {
        guard self.months == 0, days == 0 else { return nil }
        var moved = self
        moved.months = months
        return moved
    }
}

extension FormulaEvaluator {
    /// What a formula comes to that rests on nothing; nil for others.
    static func constant(_ formula: Formula) -> FormulaValue? {
        guard formula.bases.isEmpty, let day = Day(number: 0) else { return nil }
        return FormulaEvaluator(today: day, answer: { _ in nil }, amount: { _ in nil }).value(formula)
    }
}

/// A formula that is a sum of multiples of answers and a number.
struct LinearFormula {
    let factors: [FormulaBase: Fraction]
    let rest: Fraction

    private init(_ factors: [FormulaBase: Fraction], _ rest: Fraction) {
        (self.factors, self.rest) = (factors.filter { !$0.value.isZero }, rest)
    }

    /// Nil for what is calculated in another way.
    init?(_ formula: Formula) {
        switch formula {
        case .number(let number): self.init([:], Fraction(number))
        case .question(let number): self.init([.question(number): .one], .zero)
        case .sum(let left, let right): self.init(left, right, .one)
        case .difference(let left, let right): self.init(left, right, Fraction(-1))
        case .product(let left, let right):
            guard let one = LinearFormula(left), let other = LinearFormula(right) else { return nil }
            guard let (linear, factor) = one.factors.isEmpty ? (other, one.rest) : other.factors.isEmpty ? (one, other.rest) : nil
            else { return nil }
            self = linear.times(factor)
        case .quotient(let left, let right):
            guard let one = LinearFormula(left), let other = LinearFormula(right), other.factors.isEmpty, !other.rest.isZero else {
                return nil
            }
            self = one.times(.one / other.rest)
        default: return nil
        }
    }

    private init?(_ left: Formula, _ right: Formula, _ factor: Fraction) {
        guard let one = LinearFormula(left), let other = LinearFormula(right)?.times(factor) else { return nil }
        self.init(one.factors.merging(other.factors, uniquingKeysWith: +), one.rest + other.rest)
    }

    private func times(_ factor: Fraction) -> LinearFormula {
        LinearFormula(factors.mapValues { $0 * factor }, rest * factor)
    }
}
