import Forms

/// Reads formulas, and finds out at once what can come of each part.
struct FormulaParser {
    private let tokens: [FormulaToken]
    private let end: Int
    private let resolve: (String, Range<Int>) throws(FormulaFault) -> TypedFormula
    private var index = 0
    private var depth = 0

    /// Deeper nesting is nothing that anybody could check.
    static let mostDepth = 32
    /// Longer formulas are divided into amounts that have names.
    static let mostLength = 1000

    /// - Parameter resolve: what a name means.
    static func formula(
        _ text: String, resolve: @escaping (String, Range<Int>) throws(FormulaFault) -> TypedFormula
    ) throws(FormulaFault) -> TypedFormula {
        guard text.utf8.count <= mostLength else {
            throw FormulaFault(
                message: "this formula has more than \(mostLength) characters", help: "give parts of it names, as amounts of their own",
                run: 0..<text.utf8.count)
        }
        var parser = FormulaParser(tokens: try FormulaToken.all(of: text), end: text.utf8.count, resolve: resolve)
        let found = try parser.expression()
        guard let rest = parser.peek else { return found }
        throw parser.unexpected(rest)
    }

    private init(
        tokens: [FormulaToken], end: Int, resolve: @escaping (String, Range<Int>) throws(FormulaFault) -> TypedFormula
    ) {
        (self.tokens, self.end, self.resolve) = (tokens, end, resolve)
    }

    private var peek: FormulaToken? { tokens[safe: index] }

    /// The next sign, taken if it is one of these.
    private mutating func take(_ signs: String) -> UInt8? {
        guard case .sign(let sign)? = peek?.kind, signs.utf8.contains(sign) else { return nil }
        index += 1
        return sign
    }

    /// Sums of products.
    private mutating func expression() throws(FormulaFault) -> TypedFormula {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FormulaParser.mostDepth else {
            throw FormulaFault(
                message: "brackets are nested more than \(FormulaParser.mostDepth) deep",
                help: "give parts of it names, as amounts of their own",
                run: peek?.run ?? end..<end)
        }
        var result = try term()
        while let sign = take("+-") { result = try FormulaRules.sum(result, term(), isMinus: sign == UInt8(ascii: "-")) }
        return result
    }

    private mutating func term() throws(FormulaFault) -> TypedFormula {
        var result = try factor()
        while let sign = take("*/") {
            let next = try factor()
            result = sign == UInt8(ascii: "*") ? try FormulaRules.product(result, next) : try FormulaRules.quotient(result, next)
        }
        return result
    }

    private mutating func factor() throws(FormulaFault) -> TypedFormula {
        let start = peek?.run.lowerBound ?? end
        if take("-") != nil {
            depth += 1
            defer { depth -= 1 }
            guard depth <= FormulaParser.mostDepth else { throw missing() }
            let part = try factor()
            return try FormulaRules.negative(part, start..<part.run.upperBound)
        }
        let part = try primary()
        guard case .name(let word)? = peek?.kind, let unit = FormulaParser.unit(word),
            tokens[safe: index + 1]?.kind != .sign(UInt8(ascii: "("))
        else { return part }
        let run = part.run.lowerBound..<(peek?.run.upperBound ?? end)
        index += 1
        try FormulaRules.requireNumbers([part], "counted in")
        guard part.type.isWhole else {
            throw FormulaFault(
                message: "only whole \(unit.rawValue) can be added", help: "round it: floor(…) \(unit.rawValue)", run: part.run)
        }
        guard FormulaType.isSame(part.type.unit, unit.rawValue) else {
            throw FormulaFault(
                message: "this is \(part.type.words), and cannot count \(unit.rawValue)", help: "use a number of \(unit.rawValue)",
                run: part.run)
        }
        return TypedFormula(formula: part.formula, type: part.type, run: run, span: unit)
    }

    private mutating func primary() throws(FormulaFault) -> TypedFormula {
        guard let token = peek else { throw missing() }
        index += 1
        switch token.kind {
        case .number(let number): return TypedFormula(formula: .number(number), type: .number(number), run: token.run)
        case .day(let day): return TypedFormula(formula: .day(day), type: .day(day, day), run: token.run)
        case .name(let name):
            guard take("(") != nil else {
                return name == "today" ? TypedFormula(formula: .today, type: .anyDay, run: token.run) : try resolve(name, token.run)
            }
            let (arguments, close) = try arguments(of: token)
            return try FormulaFunctions.call(name, arguments, token.run.lowerBound..<close)
        case .sign(UInt8(ascii: "(")):
            let inner = try expression()
            let close = try self.close(from: token)
            return TypedFormula(formula: inner.formula, type: inner.type, run: token.run.lowerBound..<close, span: inner.span)
        case .sign:
            index -= 1
            throw unexpected(token)
        }
    }

    private mutating func arguments(of name: FormulaToken) throws(FormulaFault) -> (list: [TypedFormula], end: Int) {
        var list = [try expression()]
        while take(",") != nil { list.append(try expression()) }
        return (list, try close(from: name))
    }

    /// The end of a closing bracket.
    private mutating func close(from open: FormulaToken) throws(FormulaFault) -> Int {
        if take(")") != nil { return tokens[index - 1].run.upperBound }
        if let next = peek { throw unexpected(next) }
        throw FormulaFault(message: "a closing bracket is missing", help: "add `)`", run: open.run)
    }

    private func missing() -> FormulaFault {
        let last = tokens[safe: index - 1]?.run ?? 0..<end
        return FormulaFault(
            message: "a number or name is missing after this", help: "complete the formula, such as chassis * 400", run: last)
    }

    private func unexpected(_ token: FormulaToken) -> FormulaFault {
        if case .sign = token.kind {
            return FormulaFault(
                message: "this sign cannot follow here", help: "complete the formula before it, or delete it", run: token.run)
        }
        return FormulaFault(message: "a sign is missing before this", help: "write + - * or / between numbers and names", run: token.run)
    }

    /// The unit that a word means, in either number.
    private static func unit(_ word: String) -> Span.Unit? {
        Span.Unit.allCases.first { $0.rawValue == word || $0.rawValue.dropLast() == word }
    }
}
