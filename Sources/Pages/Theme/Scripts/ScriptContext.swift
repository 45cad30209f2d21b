/// What the signs mean that JavaScript uses twice: `/` and `{`.
extension ScriptReader {
    /// The signs, longer ones first.
    private static let signs: [[UInt8]] = [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&", "||",
        "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**", "{", "}", "(", ")", "[", "]",
        ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".",
    ].map { Array($0.utf8) }

    /// Those that are never the start of a longer one.
    private static let single = Array("(){}[];,:~".utf8)

    /// The length of the sign at the start; nil if there is none, `@` for example.
    static func width(of bytes: ArraySlice<UInt8>) -> Int? {
        // In `a ?.5 : b` the point belongs to the number.
        if bytes.starts(with: [UInt8(ascii: "?"), UInt8(ascii: ".")]), bytes.count > 2, isDigit(bytes[bytes.startIndex + 2]) { return 1 }
        guard let first = bytes.first, !single.contains(first) else { return 1 }
        return signs.first { bytes.starts(with: $0) }?.count
    }

    /// Whether a word names a property: it stands behind a point.
    func isProperty(_ place: Int) -> Bool { place > 0 && (tokens[place - 1].isSign(".") || tokens[place - 1].isSign("?.")) }

    /// Whether a `(` asks for what `if`, `for`, `while` and `with` depend on.
    func isHead(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = tokens[place - 1].isWord("await") ? place - 2 : place - 1
        guard before >= 0, tokens[before].kind == .word, !isProperty(before) else { return false }
        return ["if", "for", "while", "with"].contains(tokens[before].text)
    }

    /// Whether a value ends before this place, so that an operator follows; nil when it cannot be told.
    func isOperand(before place: Int) -> Bool? {
        guard place > 0 else { return false }
        let last = tokens[place - 1]
        switch last.kind {
        case .privateName, .number, .string, .regex, .template, .templateTail: return true
        case .templateHead, .templateMiddle: return false
        case .word:
            if isProperty(place - 1) || ScriptToken.operandWords.contains(last.text) { return true }
            if last.text == "of", let around = open.last, isHead(around), place > 1,
                tokens[place - 2].kind != .sign || ["]", "}"].contains(tokens[place - 2].text)
            {
                // `for (const of of …)`: only the second one is the word of the language.
                return ["const", "let", "var"].contains(tokens[place - 2].text)
            }
            return !ScriptToken.expressionWords.contains(last.text) && !ScriptToken.statementWords.contains(last.text)
        case .sign:
            switch last.text {
            case ")": return !last.isHead
            case "]": return true
            case "}":
                switch last.brace {
                case .statement: return false
                case .object: return true
                default: return nil
                }
            case "++", "--": return last.isAfterLine ? false : isOperand(before: place - 1)
            default: return false
            }
        }
    }

    /// What a `{` opens that would stand at this place; a class is known already.
    func brace(at place: Int) -> ScriptToken.Brace {
        guard place > 0 else { return .statement }
        let last = tokens[place - 1]
        switch last.kind {
        case .word: return isProperty(place - 1) ? ended : brace(afterWord: place - 1)
        case .sign: return brace(afterSign: place - 1)
        case .templateHead, .templateMiddle: return .object
        default: return ended
        }
    }

    /// What a `{` opens behind the end of a value: a block, if a new line starts a new statement.
    private var ended: ScriptToken.Brace { isAfterLine && isInStatements ? .statement : .unknown }

    /// Whether statements stand between the innermost brackets.
    private var isInStatements: Bool {
        guard let around = open.last else { return true }
        return tokens[around].isSign("{") && [.statement, .function].contains(tokens[around].brace)
    }

    private var isInUnknown: Bool { open.last.map { tokens[$0].isSign("{") && tokens[$0].brace == .unknown } ?? false }

    /// What a `{` opens behind `(…)`, whose `(` stands at this place.
    private func brace(afterHead place: Int) -> ScriptToken.Brace {
        if let around = open.last, tokens[around].isSign("{"), [.object, .class].contains(tokens[around].brace) { return .function }
        guard place > 0 else { return ended }
        if !isProperty(place - 1), isHead(place) || ["switch", "catch"].contains(tokens[place - 1].text) {
            return isInStatements ? .statement : .unknown
        }
        // `function (`, `function* (`, `function name(`, `function* name(`.
        for before in tokens[max(0, place - 3)..<place].indices.reversed() {
            if tokens[before].isWord("function") { return isProperty(before) ? .unknown : .function }
            guard tokens[before].isSign("*") || tokens[before].kind == .word && before == place - 1 else { break }
        }
        return ended
    }

    private func brace(afterWord place: Int) -> ScriptToken.Brace {
        let text = tokens[place].text
        if let around = open.last, tokens[around].isSign("{"), ![.statement, .function].contains(tokens[around].brace) {
            // `static {` in a class; elsewhere a word that might be the name of a property.
            return text == "static" && tokens[around].brace == .class
                ? .function : ScriptToken.expressionWords.contains(text) ? .object : .unknown
        }
        switch text {
        case "else", "do", "try", "finally", "catch": return .statement
        case "import", "export": return .names
        case "const", "let", "var": return .object
        default: break
        }
        if ScriptToken.restricted.contains(text), isAfterLine { return .unknown }
        return ScriptToken.expressionWords.contains(text) || text == "of" ? .object : ended
    }

    private func brace(afterSign place: Int) -> ScriptToken.Brace {
        switch tokens[place].text {
        case ")": return brace(afterHead: tokens[place].partner)
        case "=>": return .function
        case ";", "{", "}": return isInStatements ? .statement : .unknown
        case "]", "++", "--": return ended
        case ":":
            // A property or a condition; in a block also behind a label or `case`.
            return isInStatements || isInUnknown ? .unknown : .object
        case ",":
            // `import first, { second } from`.
            return place > 1 && tokens[place - 2].isWord("import") ? .names : .object
        default: return .object
        }
    }
}
