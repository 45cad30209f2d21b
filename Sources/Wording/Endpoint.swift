package import Decision
import Forms
package import Words

/// One end of a range, as an author would write it: `at least 18` ends before 18, `at most 18` after it.
struct Endpoint: Sendable, Hashable {
    let value: Value
    let side: Side

    /// On which side of the value the cut lies.
    enum Side: Sendable, Hashable { case before, after }

    /// What the end is told by.
    enum Value: Sendable, Hashable {
        case number(Quantity)
        case day(Day)
        case today(Shift)
        /// The answer to another question, so far away.
        case answer(Int, Distance)
        /// An amount, so far away.
        case amount(Int, Shift)
    }

    /// How far an end is from another answer: a way along the calendar, or a number.
    enum Distance: Sendable, Hashable {
        case shift(Shift)
        case number(Quantity)

        static let none = Distance.shift(.none)
    }

    init(_ value: Value, _ side: Side) {
        self.value = value
        self.side = side
    }
}

/// What a range holds: the values between two ends, either of which may be open.
struct ValueRange: Sendable, Hashable {
    var low: Endpoint?
    var high: Endpoint?
}

extension ValueRange {
    /// The values that a comparison accepts.
    init(_ relation: Relation, _ value: Endpoint.Value) {
        switch relation {
        case .equal: self.init(low: Endpoint(value, .before), high: Endpoint(value, .after))
        case .less: self.init(low: nil, high: Endpoint(value, .before))
        case .atMost: self.init(low: nil, high: Endpoint(value, .after))
        case .greater: self.init(low: Endpoint(value, .after), high: nil)
        case .atLeast: self.init(low: Endpoint(value, .before), high: nil)
        }
    }
}

extension Term {
    /// What an end is told by, for a question or amount; a number has the digits of its answers, or more.
    func value(for kind: Question.Kind) -> Endpoint.Value {
        switch self {
        case .number(let number):
            guard case .number(let range) = kind else {
                return .number(Quantity(units: number.units, decimals: number.decimals, unit: nil))
            }
            return .number(range.quantity(number))
        case .bound(.day(let day)): return .day(day)
        case .bound(.today(let shift)): return .today(shift)
        case .question(let other, let shift): return .answer(other, .shift(shift))
        case .amount(let other, let shift): return .amount(other, shift)
        }
    }
}

extension NumberRange {
    /// Years and the like: no groups of digits.
    private var isPlain: Bool {
        unit == nil && decimals == 0 && from.ceiling(digits: 0) >= 1000 && to.floor(digits: 0) <= 9999
    }

    /// An answer in units of the last digit.
    package func quantity(units: Int) -> Quantity { Quantity(units: units, decimals: decimals, unit: unit, isPlain: isPlain) }

    /// A number with as many digits as answers have, or as it has itself.
    package func quantity(_ number: ExactNumber) -> Quantity {
        let digits = max(decimals, number.decimals)
        return Quantity(units: number.floor(digits: digits), decimals: digits, unit: unit, isPlain: isPlain)
    }
}
