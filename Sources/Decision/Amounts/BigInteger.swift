/// A whole number without limits, for what lies between the numbers of a formula and its result.
///
/// Only what formulas need. A package would bring a hundred times the code, and the numbers here have a few dozen digits.
package struct BigInteger: Sendable, Hashable {
    /// Whether it is below zero; zero isn't.
    let isNegative: Bool
    /// Its size in digits of 32 bits, the least significant first; none for zero, and no zeros at the end.
    let limbs: [UInt32]

    /// Nothing.
    package static let zero = BigInteger(0)
    static let one = BigInteger(1)

    /// The same number.
    package init(_ value: Int) {
        let size = value.magnitude
        self.init(isNegative: value < 0, [UInt32(truncatingIfNeeded: size), UInt32(truncatingIfNeeded: size >> 32)])
    }

    init(isNegative: Bool, _ limbs: [UInt32]) {
        var limbs = limbs
        while limbs.last == 0 { limbs.removeLast() }
        self.limbs = limbs
        self.isNegative = isNegative && !limbs.isEmpty
    }

    var isZero: Bool { limbs.isEmpty }
    var magnitude: BigInteger { BigInteger(isNegative: false, limbs) }

    /// As a machine word; nil if it needs more.
    package var int: Int? {
        guard limbs.count <= 2 else { return nil }
        let size = limbs.enumerated().reduce(UInt(0)) { $0 | UInt($1.element) << (32 * UInt($1.offset)) }
        guard size <= UInt(Int.max) else { return nil }
        return isNegative ? -Int(size) : Int(size)
    }

    /// 10 to the power of an exponent that is not negative.
    static func powerOfTen(_ exponent: Int) -> BigInteger {
        (0..<max(0, exponent)).reduce(BigInteger.one) { power, _ in power * BigInteger(10) }
    }

    static prefix func - (number: BigInteger) -> BigInteger { BigInteger(isNegative: !number.isNegative, number.limbs) }

    /// The sum, however long.
    package static func + (left: BigInteger, right: BigInteger) -> BigInteger {
        guard left.isNegative != right.isNegative else {
            return BigInteger(isNegative: left.isNegative, Limbs.sum(left.limbs, right.limbs))
        }
        return Limbs.isLess(left.limbs, right.limbs)
            ? BigInteger(isNegative: right.isNegative, Limbs.difference(right.limbs, left.limbs))
            : BigInteger(isNegative: left.isNegative, Limbs.difference(left.limbs, right.limbs))
    }

    static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + (-right) }

    static func * (left: BigInteger, right: BigInteger) -> BigInteger {
        BigInteger(isNegative: left.isNegative != right.isNegative, Limbs.product(left.limbs, right.limbs))
    }

    /// The greatest whole number that is not above the quotient, and what remains; the divisor is not zero.
    func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
        let (quotient, rest) = Limbs.quotient(limbs, divisor.limbs)
        let whole = BigInteger(isNegative: isNegative != divisor.isNegative, quotient)
        let remainder = BigInteger(isNegative: isNegative, rest)
        guard isNegative != divisor.isNegative, !remainder.isZero else { return (whole, remainder) }
        return (whole - .one, remainder + divisor)
    }

    /// The greatest number that divides both.
    static func commonDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
        var (left, right) = (left.limbs, right.limbs)
        while !right.isEmpty { (left, right) = (right, BigInteger(isNegative: false, Limbs.quotient(left, right).rest).limbs) }
        return BigInteger(isNegative: false, left)
    }
}

extension BigInteger: Comparable {
    package static func < (left: BigInteger, right: BigInteger) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? Limbs.isLess(right.limbs, left.limbs) : Limbs.isLess(left.limbs, right.limbs)
    }
}
