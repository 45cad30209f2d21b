/// What a text may contain beyond CommonMark, told from its bytes alone, so that plain pages skip every further pass.
struct Features: OptionSet, Sendable {
    let rawValue: UInt16

    /// `|`
    static let pipe = Features(rawValue: 1)
    /// `[^`
    static let footnote = Features(rawValue: 2)
    /// `[!`
    static let callout = Features(rawValue: 4)
    /// `{{`
    static let braces = Features(rawValue: 8)
    /// `~~`
    static let tildes = Features(rawValue: 16)
    /// `{#`
    static let headingID = Features(rawValue: 32)
    /// `][`
    static let reference = Features(rawValue: 64)
    /// `]:`
    static let definition = Features(rawValue: 128)
    /// A backslash before a character that has a meaning to an extension only.
    static let escape = Features(rawValue: 256)
    /// `""`, `''` or `()` behind white space: may be an empty title.
    static let emptyTitle = Features(rawValue: 512)

    /// What makes the tree different from cmark's.
    static let rewriting: Features = [.pipe, .footnote, .callout, .braces, .tildes, .reference]
    /// Where an escape has to be remembered beyond cmark.
    static let escapable: Features = [.footnote, .callout, .braces, .tildes, .headingID, .reference]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Looks at each byte once, and at nearly all of them no further than to see that they begin nothing.
    init(of text: [UInt8]) {
        var found: Features = text.first == UInt8(ascii: "|") ? .pipe : []
        for index in text.indices.dropFirst() where Self.isMark(text[index]) {
            let beforeLast = index > 1 ? text[index - 2] : 0
            found.formUnion(Self.feature(beforeLast, text[index - 1], text[index]))
        }
        self = found
    }

    /// Whether `feature` knows a byte.
    private static func isMark(_ byte: UInt8) -> Bool {
        if byte &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: " ") { return false }
        // Bit n of the first number is `!"#'):`, of the second `[]^{|}~` less 64: faster than a switch, which branches.
        let marks: UInt64 = byte < 64 ? 0x400_028E_0000_0000 : 0x7800_0000_6800_0000
        return byte < 128 && marks >> UInt64(byte & 63) & 1 == 1
    }

    /// What bytes next to each other may belong to.
    private static func feature(_ beforeLast: UInt8, _ last: UInt8, _ byte: UInt8) -> Features {
        if last == UInt8(ascii: "\\"), EscapeMask.characters.contains(byte) { return .escape }
        switch byte {
        case UInt8(ascii: "|"): return .pipe
        case UInt8(ascii: "^") where last == UInt8(ascii: "["): return .footnote
        case UInt8(ascii: "!") where last == UInt8(ascii: "["): return .callout
        case UInt8(ascii: "{") where last == byte: return .braces
        case UInt8(ascii: "~") where last == byte: return .tildes
        case UInt8(ascii: "#") where last == UInt8(ascii: "{"): return .headingID
        case UInt8(ascii: "[") where last == UInt8(ascii: "]"): return .reference
        case UInt8(ascii: ":") where last == UInt8(ascii: "]"): return .definition
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return last == byte && beforeLast.isSpace ? .emptyTitle : []
        case UInt8(ascii: ")"): return last == UInt8(ascii: "(") && beforeLast.isSpace ? .emptyTitle : []
        default: return []
        }
    }
}
