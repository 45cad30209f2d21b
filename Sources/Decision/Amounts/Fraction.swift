/// An exact number: a whole one divided by another, in lowest terms.
struct Fraction: Sendable, Hashable {
    let numerator: BigInteger
    /// More than zero.
    let denominator: BigInteger

    static let zero = Fraction(0)
    static let one = Fraction(1)

    init(_ value: Int) { (numerator, denominator) = (BigInteger(value), .one) }

    init(_ number: ExactNumber) {
        self.init(BigInteger(number.units), over: .powerOfTen(number.decimals))
    }

    /// - Parameter denominator: not zero.
    init(_ numerator: BigInteger, over denominator: BigInteger) {
        let divisor = BigInteger.commonDivisor(numerator, denominator)
        let sign = denominator.isNegative ? -divisor : divisor
        self.numerator = numerator.divided(by: sign).quotient
        self.denominator = denominator.divided(by: sign).quotient
    }

    var isZero: Bool { numerator.isZero }

    static prefix func - (number: Fraction) -> Fraction { Fraction(-number.numerator, over: number.denominator) }

    static func + (left: Fraction, right: Fraction) -> Fraction {
        Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator, over: left.denominator * right.denominator)
    }

    static func - (left: Fraction, right: Fraction) -> Fraction { left + (-right) }

    static func * (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    /// - Parameter right: not zero, as the proof made sure.
    static func / (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    /// In units of `10^-digits`, by a rule for what lies between two of them.
    func units(digits: Int, _ rounding: Formula.Rounding) -> BigInteger {
        let scaled = self * Fraction.powerOfTen(digits)
        switch rounding {
        case .floor: return scaled.numerator.divided(by: scaled.denominator).quotient
        case .ceil: return -(-scaled.numerator).divided(by: scaled.denominator).quotient
        case .round:
            let two = BigInteger(2)
            let size = (scaled.numerator.magnitude * two + scaled.denominator).divided(by: scaled.denominator * two).quotient
            return scaled.numerator.isNegative ? -size : size
        }
    }

    /// Rounded to so many digits behind the point, or before it if negative.
    func rounded(digits: Int, _ rounding: Formula.Rounding) -> Fraction {
        Fraction(units(digits: digits, rounding), over: .one) / Fraction.powerOfTen(digits)
    }

    static func powerOfTen(_ exponent: Int) -> Fraction {
        exponent >= 0
            ? Fraction(.powerOfTen(exponent), over: .one) : Fraction(.one, over: .powerOfTen(-exponent))
    }
}

extension Fraction: Comparable {
    static func < (left: Fraction, right: Fraction) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Fraction {
    /// As a number with at most so many digits behind the point; nil if it needs more, or is larger than a machine word.
    func exact(decimals most: Int) -> ExactNumber? {
        for decimals in 0...max(0, most) {
            let scaled = self * Fraction.powerOfTen(decimals)
            guard scaled.denominator == .one else { continue }
            return scaled.numerator.int.map { ExactNumber(units: $0, decimals: decimals) }
        }
        return nil
    }
}
