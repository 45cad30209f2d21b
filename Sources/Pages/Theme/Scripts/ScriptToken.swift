/// A word, number, text or sign of a script, with what its writing may depend on.
struct ScriptToken {
    enum Kind {
        case word, privateName, number, string, regex, sign
        /// A whole template literal, or a piece of one: up to `${`, from `}` to `${`, from `}` to the end.
        case template, templateHead, templateMiddle, templateTail
    }

    /// What a `{` opens.
    enum Brace {
        /// A block of statements that is itself a whole statement, or ends one: of `if`, `else`, `switch`, or alone.
        case statement
        /// The body of a function, an arrow or a method.
        case function
        /// An object or a pattern that takes one apart.
        case object
        case `class`
        /// The list of an `import` or `export`.
        case names
        /// It cannot be told from the words before it.
        case unknown
    }

    var kind: Kind
    var text: String
    /// Whether a line ends between this and what stands before.
    var isAfterLine: Bool
    /// Of a bracket: the place of the other one. Of a middle piece of a template: of the next piece.
    var partner = -1
    /// The place of the innermost bracket around it, -1 outside all.
    var parent = -1
    var brace = Brace.unknown
    /// Of `)`: it closes what `if`, `for`, `while` or `with` asks for, so a statement follows and no operator.
    var isHead = false
}

extension ScriptToken {
    func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

    func isWord(_ word: String) -> Bool { kind == .word && text == word }

    /// Words of the language, and those that mean something at some places only: none is a name that we could change.
    static let reserved: Set<String> = operandWords.union(expressionWords).union([
        "break", "catch", "class", "const", "continue", "debugger", "enum", "export", "finally", "for", "function", "if",
        "import", "switch", "try", "var", "while", "with", "let", "static", "implements", "interface", "package", "private",
        "protected", "public", "async", "of", "get", "set", "as", "from", "accessor", "arguments", "eval", "undefined", "using",
    ])
    /// Words of the language that stand for a value.
    static let operandWords: Set<String> = ["this", "super", "null", "true", "false"]
    /// Words behind which an expression stands, so that `/` starts a regular expression and `{` an object.
    static let expressionWords: Set<String> = [
        "return", "typeof", "instanceof", "in", "new", "void", "delete", "throw", "case", "await", "yield", "default", "else",
        "do", "extends",
    ]
    /// Other words of the language that are no value, so that a `/` behind them cannot divide.
    static let statementWords: Set<String> = [
        "break", "const", "continue", "debugger", "export", "finally", "import", "try", "var", "let", "if", "for", "while", "switch",
        "with",
        "catch", "function", "class", "enum",
    ]
    /// Words that a line end may part from what would follow on the same line.
    static let restricted: Set<String> = ["return", "break", "continue", "throw", "yield", "async"]
}
