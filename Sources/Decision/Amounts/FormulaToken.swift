import Forms

/// A piece of a written formula.
struct FormulaToken: Sendable, Hashable {
    /// What it is.
    enum Kind: Sendable, Hashable {
        case number(ExactNumber)
        case day(Int)
        case name(String)
        /// One of `+ - * / ( ) ,`.
        case sign(UInt8)
    }

    let kind: Kind
    /// Its bytes in the formula.
    let run: Range<Int>
}

/// What is wrong with a formula.
struct FormulaFault: Error {
    let message: String
    let help: String?
    /// Of the formula.
    let run: Range<Int>
    /// Whether it is a name that means nothing.
    var isUnknownName = false
    /// Whether there is a message already.
    var isReported = false
}

extension FormulaToken {
    /// The pieces of a formula.
    static func all(of text: String) throws(FormulaFault) -> [FormulaToken] {
        let bytes = Array(text.utf8)
        var tokens: [FormulaToken] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: " ") {
                index += 1
                continue
            }
            let token = try token(in: bytes, at: index)
            tokens.append(token)
            index = token.run.upperBound
        }
        return tokens
    }

    private static func token(in bytes: [UInt8], at start: Int) throws(FormulaFault) -> FormulaToken {
        let end = bytes[start...].firstIndex { !isWord($0) } ?? bytes.count
        let word = String(decoding: bytes[start..<end], as: UTF8.self)
        switch bytes[start] {
        case 97...122: return FormulaToken(kind: .name(word), run: start..<end)
        case 48...57: return FormulaToken(kind: try number(word, at: start..<end, next: bytes[safe: end]), run: start..<end)
        case let sign where "+-*/(),".utf8.contains(sign): return FormulaToken(kind: .sign(sign), run: start..<start + 1)
        default: throw unreadable(bytes, at: start)
        }
    }

    /// Letters, digits, points and hyphens: `figures.notice-us`, `2026-11-21`.
    private static func isWord(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-")
    }

    private static func number(_ word: String, at run: Range<Int>, next: UInt8?) throws(FormulaFault) -> Kind {
        if let day = Day(word) { return .day(day.number) }
        if next == UInt8(ascii: "%") {
            throw FormulaFault(
                message: "a formula has no percent sign", help: "divide by 100: write \(word) / 100",
                run: run.lowerBound..<run.upperBound + 1)
        }
        if let number = ExactNumber(word) { return .number(number) }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        throw FormulaFault(
            message: "\"\(word)\" is not a number",
            help: parts.count == 2 && parts.allSatisfy({ !$0.isEmpty })
                ? "write spaces around the minus: \(parts[0]) - \(parts[1])"
                : "write digits and one point, such as 1250.5, with at most 12 digits before it and 6 after it; a day as 2026-11-21",
            run: run)
    }

    /// What to write for a sign that formulas don't have.
    private static let signs: [(sign: String, help: String)] = [
        ("×", "write * to multiply"), ("·", "write * to multiply"), ("÷", "write / to divide"), (":", "write / to divide"),
        ("−", "write - for minus"), ("–", "write - for minus"), ("^", "multiply: write x * x"),
        ("%", "divide by 100: write x / 100"), ("{{", "write the name without braces"), ("[", "use round brackets"),
    ]

    private static func unreadable(_ bytes: [UInt8], at start: Int) -> FormulaFault {
        let rest = String(decoding: bytes[start...], as: UTF8.self)
        let known = signs.first { rest.hasPrefix($0.sign) }
        let sign = known?.sign ?? String(rest.prefix(1))
        let isCapital = rest.first?.isUppercase ?? false
        return FormulaFault(
            message: "\"\(sign)\" cannot be used in a formula",
            help: known?.help
                ?? (isCapital
                    ? "names are written in lower case; say what an amount is counted in with `unit:`"
                    : "a formula has numbers, names, + - * /, brackets and functions such as round(x, 2)"),
            run: start..<start + sign.utf8.count)
    }
}
