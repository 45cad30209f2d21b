/// Takes a script apart into its words and signs.
///
/// Nothing of the language is checked. Where it cannot tell what a `/` or a bracket means, it gives up, and the script
/// is published as it is written.
struct ScriptReader {
    let bytes: [UInt8]
    private var index = 0
    private(set) var isAfterLine = true
    private(set) var tokens: [ScriptToken] = []
    /// The places of the brackets that are open.
    private(set) var open: [Int] = []
    /// How many brackets stood open at each `class` whose body has not come.
    private var classes: [Int] = []
    /// Comments that ask to be kept: `/*! … */`, which licences stand in.
    private(set) var notices: [String] = []

    /// The words and signs of a script and the comments to be kept; nil if it cannot be read.
    static func read(_ bytes: [UInt8]) -> (tokens: [ScriptToken], notices: [String])? {
        var reader = ScriptReader(bytes: bytes)
        guard reader.readAll() else { return nil }
        return (reader.tokens, reader.notices)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    private func has(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        byte() == UInt8(ascii: first) && byte(1) == UInt8(ascii: second)
    }

    private mutating func readAll() -> Bool {
        while true {
            guard skipSpace() else { return false }
            guard index < bytes.count else { return open.isEmpty && classes.isEmpty }
            guard readToken() else { return false }
            isAfterLine = false
        }
    }

    // MARK: Space and comments

    /// Skips white space and comments; false when a comment does not end.
    private mutating func skipSpace() -> Bool {
        while index < bytes.count {
            if byte() == 10 || byte() == 13 {
                isAfterLine = true
                index += 1
            } else if byte() == 32 || (9...12).contains(byte()) {
                index += 1
            } else if let (width, isLine) = wideSpace() {
                isAfterLine = isAfterLine || isLine
                index += width
            } else if has("/", "/") {
                while index < bytes.count, byte() != 10, byte() != 13, wideSpace()?.isLine != true { index += 1 }
            } else if has("/", "*") {
                guard skipComment() else { return false }
            } else {
                break
            }
        }
        return true
    }

    /// The width of a space outside ASCII that stands here, and whether it ends the line.
    private func wideSpace() -> (width: Int, isLine: Bool)? {
        guard byte() >= 0x80 else { return nil }
        return switch (byte(), byte(1), byte(2)) {
        case (0xC2, 0xA0, _): (2, false)
        case (0xE2, 0x80, 0xA8...0xA9): (3, true)
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80),
            (0xEF, 0xBB, 0xBF):
            (3, false)
        default: nil
        }
    }

    private mutating func skipComment() -> Bool {
        let start = index
        index += 2
        while index < bytes.count, !has("*", "/") {
            if byte() == 10 || byte() == 13 || wideSpace()?.isLine == true { isAfterLine = true }
            index += 1
        }
        guard index < bytes.count else { return false }
        index += 2
        if bytes[start + 2] == UInt8(ascii: "!") { notices.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
        return true
    }

    // MARK: Tokens

    private mutating func readToken() -> Bool {
        let start = index
        switch byte() {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return skipString() && add(.string, from: start)
        case UInt8(ascii: "`"):
            return readTemplate(.template, .templateHead)
        case UInt8(ascii: "}") where open.last.map { tokens[$0].kind == .templateHead || tokens[$0].kind == .templateMiddle } == true:
            return readTemplate(.templateTail, .templateMiddle)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            skipNumber()
            return add(.number, from: start)
        case UInt8(ascii: ".") where Self.isDigit(byte(1)):
            skipNumber()
            return add(.number, from: start)
        case UInt8(ascii: "#"):
            index += 1
            return skipWord() && add(.privateName, from: start)
        case let first where Self.isWordByte(first):
            return skipWord() && add(.word, from: start)
        case UInt8(ascii: "/"):
            guard let isDivision = isOperand(before: tokens.count) else { return false }
            if !isDivision { return skipRegex() && add(.regex, from: start) }
            return readSign()
        default:
            return readSign()
        }
    }

    private mutating func add(_ kind: ScriptToken.Kind, from start: Int) -> Bool {
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        tokens.append(ScriptToken(kind: kind, text: text, isAfterLine: isAfterLine, parent: open.last ?? -1))
        noteClass()
        return true
    }

    /// `class` opens a class only before its name or body: else it is the name of a property.
    private mutating func noteClass() {
        let last = tokens.count - 1
        guard last > 0, tokens[last - 1].isWord("class"), tokens[last].kind == .word || tokens[last].isSign("{"),
            last < 2 || !tokens[last - 2].isSign(".") && !tokens[last - 2].isSign("?.")
        else { return }
        classes.append(open.count)
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Letters, digits, `_`, `$`, what starts an escape, and everything outside ASCII (spaces are taken before).
    static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\")
    }

    /// Skips a string; false when it does not end on its line.
    private mutating func skipString() -> Bool {
        let quote = byte()
        index += 1
        while index < bytes.count, byte() != quote {
            if byte() == 10 || byte() == 13 { return false }
            // The end of a line may be escaped too, and be two bytes.
            index += byte() == UInt8(ascii: "\\") ? (byte(1) == 13 && byte(2) == 10 ? 3 : 2) : 1
        }
        index += 1
        return index <= bytes.count
    }

    /// Skips a regular expression and its flags. In `[…]` a `/` is only a sign.
    private mutating func skipRegex() -> Bool {
        var isInClass = false
        index += 1
        while index < bytes.count, byte() != UInt8(ascii: "/") || isInClass {
            if byte() == 10 || byte() == 13 { return false }
            if byte() == UInt8(ascii: "[") { isInClass = true }
            if byte() == UInt8(ascii: "]") { isInClass = false }
            index += byte() == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
        while index < bytes.count, Self.isWordByte(byte()), wideSpace() == nil { index += 1 }
        return index <= bytes.count
    }

    /// Reads a piece of a template literal, up to its end or to the next `${`.
    private mutating func readTemplate(_ last: ScriptToken.Kind, _ more: ScriptToken.Kind) -> Bool {
        let start = index
        index += 1
        while index < bytes.count, byte() != UInt8(ascii: "`"), !has("$", "{") { index += byte() == UInt8(ascii: "\\") ? 2 : 1 }
        guard index < bytes.count else { return false }
        let isLast = byte() == UInt8(ascii: "`")
        index += isLast ? 1 : 2
        if bytes[start] == UInt8(ascii: "}") {
            // Inside `${…}` a line end means nothing for what follows it.
            tokens[open.removeLast()].partner = tokens.count
        }
        guard add(isLast ? last : more, from: start) else { return false }
        if !isLast { open.append(tokens.count - 1) }
        return true
    }

    private mutating func readSign() -> Bool {
        let start = index
        guard let width = Self.width(of: bytes[index...]) else { return false }
        index += width
        let place = tokens.count
        switch bytes[start] {
        case UInt8(ascii: "("), UInt8(ascii: "["):
            guard add(.sign, from: start) else { return false }
            open.append(place)
        case UInt8(ascii: "{"):
            let isClass = classes.last == open.count || tokens.last?.isWord("class") == true && !isProperty(place - 1)
            // `extends` and an object of its own: nobody writes this.
            if isClass, tokens.last?.isWord("extends") == true { return false }
            let brace = isClass ? .class : brace(at: place)
            guard add(.sign, from: start) else { return false }
            if isClass { classes.removeLast() }
            tokens[place].brace = brace
            open.append(place)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            guard let first = open.popLast(), tokens[first].text == Self.opening(bytes[start]),
                classes.last.map({ $0 <= open.count }) ?? true,
                add(.sign, from: start)
            else { return false }
            tokens[first].partner = place
            tokens[place].partner = first
            tokens[place].brace = tokens[first].brace
            tokens[place].isHead = bytes[start] == UInt8(ascii: ")") && isHead(first)
        default:
            return add(.sign, from: start)
        }
        return true
    }

    private static func opening(_ byte: UInt8) -> String { byte == UInt8(ascii: ")") ? "(" : byte == UInt8(ascii: "]") ? "[" : "{" }

    private mutating func skipWord() -> Bool {
        let start = index
        while index < bytes.count, Self.isWordByte(byte()), wideSpace() == nil {
            // The braces of `\u{61}` belong to the word.
            if has("\\", "u"), byte(2) == UInt8(ascii: "{") { while index < bytes.count, byte() != UInt8(ascii: "}") { index += 1 } }
            index += 1
        }
        return index > start && index <= bytes.count
    }

    private mutating func skipNumber() {
        let isDecimal =
            byte() != UInt8(ascii: "0") || !Self.isWordByte(byte(1)) || Self.isDigit(byte(1)) || byte(1) | 32 == UInt8(ascii: "e")
        var hasPoint = false
        while index < bytes.count {
            let isPoint = byte() == UInt8(ascii: ".")
            // In `1..toFixed()` the second point is not part of the number, nor is a space after it.
            guard isPoint ? isDecimal && !hasPoint : wideSpace() == nil && (Self.isWordByte(byte()) || isDecimal && isSignOfExponent) else {
                return
            }
            hasPoint = hasPoint || isPoint
            index += 1
        }
    }

    private var isSignOfExponent: Bool {
        (byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-")) && bytes[index - 1] | 32 == UInt8(ascii: "e")
    }
}
