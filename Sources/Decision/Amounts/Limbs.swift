/// The arithmetic of sizes: digits of 32 bits, the least significant first, as schools teach it with digits of ten.
enum Limbs {
    static func isLess(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        guard left.count == right.count else { return left.count < right.count }
        for index in left.indices.reversed() where left[index] != right[index] { return left[index] < right[index] }
        return false
    }

    static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var carry: UInt64 = 0
        for index in 0..<max(left.count, right.count) {
            let sum = carry + UInt64(left[safe: index] ?? 0) + UInt64(right[safe: index] ?? 0)
            result.append(UInt32(truncatingIfNeeded: sum))
            carry = sum >> 32
        }
        return result + [UInt32(carry)]
    }

    /// - Parameter right: not more than `left`.
    static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var borrow: Int64 = 0
        for index in left.indices {
            let difference = Int64(left[index]) - Int64(right[safe: index] ?? 0) - borrow
            result.append(UInt32(truncatingIfNeeded: difference))
            borrow = difference < 0 ? 1 : 0
        }
        return result
    }

    static func product(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result = [UInt32](repeating: 0, count: left.count + right.count + 1)
        for (place, factor) in left.enumerated() {
            var carry: UInt64 = 0
            for (offset, other) in right.enumerated() {
                let sum = UInt64(factor) * UInt64(other) + UInt64(result[place + offset]) + carry
                result[place + offset] = UInt32(truncatingIfNeeded: sum)
                carry = sum >> 32
            }
            result[place + right.count] = UInt32(carry)
        }
        return result
    }

    /// Algorithm: Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D.
    ///
    /// - Parameter divisor: not zero, without zeros at its end.
    static func quotient(_ dividend: [UInt32], _ divisor: [UInt32]) -> (quotient: [UInt32], rest: [UInt32]) {
        guard !isLess(dividend, divisor), let top = divisor.last else { return ([], dividend) }
        guard divisor.count > 1 else { return quotient(dividend, byDigit: UInt64(top)) }
        let shift = top.leadingZeroBitCount
        let divisor = Array(shifted(divisor, left: shift).prefix(divisor.count))
        var rest = shifted(dividend, left: shift)
        var quotient = [UInt32](repeating: 0, count: rest.count - divisor.count)
        for place in quotient.indices.reversed() {
            quotient[place] = subtract(divisor, from: &rest, at: place, times: estimate(rest, divisor, place))
        }
        return (quotient, shifted(rest, right: shift))
    }

    private static func quotient(_ dividend: [UInt32], byDigit divisor: UInt64) -> (quotient: [UInt32], rest: [UInt32]) {
        var result = dividend
        var rest: UInt64 = 0
        for index in result.indices.reversed() {
            let part = rest << 32 | UInt64(result[index])
            result[index] = UInt32(part / divisor)
            rest = part % divisor
        }
        return (result, rest == 0 ? [] : [UInt32(rest)])
    }

    /// How often the divisor goes into the rest at a place: right, or one too many.
    private static func estimate(_ rest: [UInt32], _ divisor: [UInt32], _ place: Int) -> UInt64 {
        let count = divisor.count
        let (first, second) = (UInt64(divisor[count - 1]), UInt64(divisor[count - 2]))
        let part = UInt64(rest[place + count]) << 32 | UInt64(rest[place + count - 1])
        var (guess, left) = part.quotientAndRemainder(dividingBy: first)
        while guess >> 32 != 0 || guess * second > left << 32 | UInt64(rest[place + count - 2]) {
            guess -= 1
            left += first
            if left >> 32 != 0 { break }
        }
        return guess
    }

    /// Takes a multiple of the divisor off the rest; gives how many times it was.
    private static func subtract(_ divisor: [UInt32], from rest: inout [UInt32], at place: Int, times: UInt64) -> UInt32 {
        var (borrow, carry): (Int64, UInt64) = (0, 0)
        for (offset, digit) in (divisor + [0]).enumerated() {
            let product = times * UInt64(digit) + carry
            carry = product >> 32
            let difference = Int64(rest[place + offset]) - borrow - Int64(product & 0xFFFF_FFFF)
            rest[place + offset] = UInt32(truncatingIfNeeded: difference)
            borrow = difference < 0 ? 1 : 0
        }
        guard borrow != 0 else { return UInt32(truncatingIfNeeded: times) }
        var added: UInt64 = 0
        for (offset, digit) in (divisor + [0]).enumerated() {
            let sum = UInt64(rest[place + offset]) + UInt64(digit) + added
            rest[place + offset] = UInt32(truncatingIfNeeded: sum)
            added = sum >> 32
        }
        return UInt32(truncatingIfNeeded: times - 1)
    }

    /// One digit longer.
    private static func shifted(_ limbs: [UInt32], left bits: Int) -> [UInt32] {
        var carry: UInt64 = 0
        var result = limbs.map { limb -> UInt32 in
            let wide = UInt64(limb) << UInt64(bits) | carry
            carry = wide >> 32
            return UInt32(truncatingIfNeeded: wide)
        }
        result.append(UInt32(carry))
        return result
    }

    private static func shifted(_ limbs: [UInt32], right bits: Int) -> [UInt32] {
        limbs.indices.map { index in
            let wide = UInt64(limbs[safe: index + 1] ?? 0) << 32 | UInt64(limbs[index])
            return UInt32(truncatingIfNeeded: wide >> UInt64(bits))
        }
    }
}
