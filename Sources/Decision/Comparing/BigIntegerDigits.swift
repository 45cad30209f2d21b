extension BigInteger {
    /// In digits of ten: `-1204`.
    package var decimal: String {
        guard !isZero else { return "0" }
        let chunk = BigInteger(1_000_000_000)
        var rest = magnitude
        var parts: [String] = []
        while !rest.isZero {
            let (quotient, remainder) = rest.divided(by: chunk)
            let digits = String(remainder.int ?? 0)
            parts.append(quotient.isZero ? digits : String(repeating: "0", count: 9 - digits.count) + digits)
            rest = quotient
        }
        return (isNegative ? "-" : "") + parts.reversed().joined()
    }
}
