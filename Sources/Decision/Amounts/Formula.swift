package import Forms

/// How an amount is calculated; nesting is bounded by the reader.
package indirect enum Formula: Sendable, Hashable {
    /// As written, or of a data file.
    case number(ExactNumber)
    /// By its number, from 1970-01-01 on.
    case day(Int)
    case today
    /// The answer to a question.
    case question(Int)
    /// Another amount.
    case amount(Int)
    case sum(Formula, Formula)
    case difference(Formula, Formula)
    case product(Formula, Formula)
    case quotient(Formula, Formula)
    case least([Formula])
    case greatest([Formula])
    /// To so many digits behind the point.
    case rounded(Formula, Rounding, digits: Int)
    /// A day so many units later.
    case shifted(Formula, by: Formula, Span.Unit)
    /// How many whole units lie between two days: days, months or years.
    case between(Formula, Formula, Span.Unit)
    /// A day of its year, month and day.
    case date(Formula, Formula, Formula)
    /// A part of a day.
    case part(DatePart, Formula)
    /// The last day of the month that a day is in.
    case endOfMonth(Formula)

    /// How what lies between two numbers becomes one of them.
    package enum Rounding: String, Sendable, Hashable {
        /// To the nearer one; from the middle away from zero.
        case round
        case floor
        case ceil
    }

    /// What a day can be asked for.
    package enum DatePart: String, Sendable, Hashable { case year, month, day }
}

extension Formula {
    /// What it is made of.
    var parts: [Formula] {
        switch self {
        case .number, .day, .today, .question, .amount: []
        case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
            .quotient(let left, let right), .between(let left, let right, _):
            [left, right]
        case .shifted(let day, let count, _): [day, count]
        case .least(let list), .greatest(let list): list
        case .rounded(let inner, _, _), .part(_, let inner), .endOfMonth(let inner): [inner]
        case .date(let year, let month, let day): [year, month, day]
        }
    }

    /// The amounts that it names itself.
    var amounts: Set<Int> {
        if case .amount(let number) = self { [number] } else { Set(parts.flatMap(\.amounts)) }
    }

    /// The questions that it names itself.
    var questions: Set<Int> {
        if case .question(let number) = self { [number] } else { Set(parts.flatMap(\.questions)) }
    }

    /// The same with other numbers for the questions.
    func renumbered(_ places: [Int]) -> Formula {
        let renewed = { (part: Formula) in part.renumbered(places) }
        return switch self {
        case .number, .day, .today, .amount: self
        case .question(let number): .question(places[number])
        case .sum(let left, let right): .sum(renewed(left), renewed(right))
        case .difference(let left, let right): .difference(renewed(left), renewed(right))
        case .product(let left, let right): .product(renewed(left), renewed(right))
        case .quotient(let left, let right): .quotient(renewed(left), renewed(right))
        case .least(let list): .least(list.map(renewed))
        case .greatest(let list): .greatest(list.map(renewed))
        case .rounded(let inner, let rounding, let digits): .rounded(renewed(inner), rounding, digits: digits)
        case .shifted(let day, let count, let unit): .shifted(renewed(day), by: renewed(count), unit)
        case .between(let left, let right, let unit): .between(renewed(left), renewed(right), unit)
        case .date(let year, let month, let day): .date(renewed(year), renewed(month), renewed(day))
        case .part(let part, let day): .part(part, renewed(day))
        case .endOfMonth(let day): .endOfMonth(renewed(day))
        }
    }

    /// Whether it names today itself.
    var namesToday: Bool { self == .today || parts.contains(where: \.namesToday) }
}
