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
    /// `""`, `''` or `()` after white space: may be an empty title.
    static let emptyTitle = Features(rawValue: 512)
    /// `://`, `www.`, `@`: may be an address without angle brackets.
    static let address = Features(rawValue: 1024)
    /// `[ ]`, `[x]` and near forms: may be a box to tick.
    static let task = Features(rawValue: 2048)
    /// What another tool would understand, or what misses a sign.
    static let foreign = Features(rawValue: 4096)
    /// A line of three backticks or tildes: may be code that is never closed.
    static let fence = Features(rawValue: 8192)

    /// What makes the tree different from cmark's.
    static let rewriting: Features = [.pipe, .footnote, .callout, .braces, .tildes, .reference, .address, .task, .foreign]
    /// What is looked for inside texts.
    static let tokens: Features = [.braces, .footnote, .reference, .address, .foreign]
    /// Where an escape has to be remembered beyond cmark.
    static let escapable: Features = [.footnote, .callout, .braces, .tildes, .headingID, .reference, .address, .task, .foreign]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Looks at each byte once, and at nearly all of them no further than to see that they begin nothing.
    init(of text: [UInt8]) {
        var search = FeatureSearch(text: text)
        self = search.run()
    }
}

/// Looks for what a text may contain; errs on the side of yes.
private struct FeatureSearch {
    let text: [UInt8]
    private var found: Features = []
    /// The lengths of which the runs of backticks since the last empty line do not come in pairs, one bit for each.
    private var oddBackticks: UInt8 = 0
    /// Whether a `**` has opened in this line and none has closed.
    private var isBoldOpen = false

    init(text: [UInt8]) { self.text = text }

    mutating func run() -> Features {
        for index in text.indices where Self.isMark(text[index]) { found.formUnion(features(at: index)) }
        if oddBackticks != 0 || isBoldOpen { found.insert(.foreign) }
        return found
    }

    /// Whether `features` knows a byte.
    private static func isMark(_ byte: UInt8) -> Bool {
        if byte &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: " ") { return false }
        // Bit n of the first number is a line feed or one of `!"#$%&'()*+.:=?`, of the second one of `@[\]^_`{|}~` less 64:
        // faster than a switch, which branches.
        let marks: UInt64 = byte < 64 ? 0xA400_4FFE_0000_0400 : 0x7800_0001_F800_0001
        return byte < 128 ? marks >> UInt64(byte & 63) & 1 == 1 : byte == 0xA0 || byte == 0xE2
    }

    private func byte(_ index: Int) -> UInt8 { text.indices.contains(index) ? text[index] : 10 }

    /// What the bytes around one may belong to.
    private mutating func features(at index: Int) -> Features {
        let (byte, last, next) = (text[index], self.byte(index - 1), self.byte(index + 1))
        if last == UInt8(ascii: "\\"), EscapeMask.characters.contains(byte) { return .escape }
        switch byte {
        case UInt8(ascii: "|"): return .pipe
        case UInt8(ascii: "["): return openBracket(index, last)
        case UInt8(ascii: "]"): return closeBracket(index, next)
        case UInt8(ascii: "^"):
            return last == UInt8(ascii: "[") ? .footnote : next == UInt8(ascii: "[") || isScript(last, next) ? .foreign : []
        case UInt8(ascii: "{"): return brace(index, last, next)
        case UInt8(ascii: "~"):
            return last == byte ? next == byte ? [.tildes, .fence] : .tildes : isScript(last, next) ? .foreign : []
        case UInt8(ascii: "`"): return backtick(index, last)
        case 10: return lineEnd(last)
        case UInt8(ascii: "*"): return star(index, last, next)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return last == byte && self.byte(index - 2).isSpace ? .emptyTitle : []
        case UInt8(ascii: "("): return destination(index, last)
        case UInt8(ascii: ")"): return last == UInt8(ascii: "(") && self.byte(index - 2).isSpace ? .emptyTitle : []
        case UInt8(ascii: "@"): return .address
        case UInt8(ascii: "."):
            if (last | 0x20) == UInt8(ascii: "w"), (self.byte(index - 2) | 0x20) == last | 0x20 { return .address }
            return last == byte && self.byte(index - 2).isSpace ? .foreign : []
        case UInt8(ascii: ":"): return colon(index, last, next)
        default: return other(index, byte, last, next)
        }
    }

    private mutating func lineEnd(_ last: UInt8) -> Features {
        var isForeign = isBoldOpen
        isBoldOpen = false
        if last == 10, oddBackticks != 0 {
            oddBackticks = 0
            isForeign = true
        }
        return isForeign ? .foreign : []
    }

    /// The second of two stars may open or close.
    private mutating func star(_ index: Int, _ last: UInt8, _ next: UInt8) -> Features {
        guard last == UInt8(ascii: "*") else { return [] }
        let (outer, wasOpen) = (byte(index - 2), isBoldOpen)
        isBoldOpen = !next.isSpace && (outer.isSpace || outer.isPunctuation)
        return (isBoldOpen && wasOpen) || (next.isSpace && !outer.isLetter) ? .foreign : []
    }

    /// Whether what is next to a sign may be lowered or raised by it.
    private func isScript(_ last: UInt8, _ next: UInt8) -> Bool {
        (last.isLetter || last.isDigit || last == UInt8(ascii: ")")) && (next.isLetter || next.isDigit || next == 43 || next == 45)
    }

    private func openBracket(_ index: Int, _ last: UInt8) -> Features {
        switch last {
        case UInt8(ascii: "]"): return .reference
        case UInt8(ascii: "["), UInt8(ascii: ")"): return .foreign
        case UInt8(ascii: " ") where byte(index - 2) == UInt8(ascii: "]"): return .foreign
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            return byte(index - 2).isSpace || byte(index - 2) == UInt8(ascii: ">") ? .foreign : []
        case _ where (byte(index + 1) | 0x20) == UInt8(ascii: "t") && byte(index + 4) == UInt8(ascii: "]"): return .foreign
        default: return byte(index + 1) == UInt8(ascii: "!") ? [.callout, .foreign] : []
        }
    }

    private func closeBracket(_ index: Int, _ next: UInt8) -> Features {
        if next == UInt8(ascii: ":") { return .definition }
        // At most three characters in brackets; a box outside a list is none.
        return (1...4).contains { byte(index - $0) == UInt8(ascii: "[") } ? [.task, .foreign] : []
    }

    private func brace(_ index: Int, _ last: UInt8, _ next: UInt8) -> Features {
        // The first of two may be after a backslash that is escaped itself.
        if last == UInt8(ascii: "{") { return .braces }
        switch next {
        case UInt8(ascii: "{"): return .braces
        case UInt8(ascii: "#"): return [.headingID, .foreign]
        case _ where ".:%+-=>!~".utf8.contains(next): return .foreign
        default: return ")]`*_".utf8.contains(last) ? .foreign : []
        }
    }

    private mutating func backtick(_ index: Int, _ last: UInt8) -> Features {
        guard last != UInt8(ascii: "`") else { return [] }
        var end = index + 1
        while byte(end) == UInt8(ascii: "`") { end += 1 }
        oddBackticks ^= 1 << UInt8(min(7, end - index))
        return end - index > 2 ? .fence : []
    }

    /// `] (`, and `](` before what is no destination.
    private func destination(_ index: Int, _ last: UInt8) -> Features {
        if last.isBlank {
            var before = index - 2
            while byte(before).isBlank { before -= 1 }
            return byte(before) == UInt8(ascii: "]") ? .foreign : []
        }
        guard last == UInt8(ascii: "]") else { return [] }
        var place = index + 1
        // Only so far: from each of thousands of brackets to the end of the text would be quadratic. Longer ones are looked at.
        let end = min(text.count, index + 2_000)
        while place < end, !text[place].isSpace, text[place] != UInt8(ascii: ")") { place += 1 }
        while place < end, text[place].isSpace { place += 1 }
        return place < end && ")\"'(".utf8.contains(text[place]) ? [] : .foreign
    }

    private func colon(_ index: Int, _ last: UInt8, _ next: UInt8) -> Features {
        if next == UInt8(ascii: "/"), byte(index + 2) == next {
            // `http` or `https`.
            let letter = (last | 0x20) == UInt8(ascii: "p") ? 4 : 5
            return (byte(index - letter) | 0x20) == UInt8(ascii: "h") ? .address : [.address, .foreign]
        }
        if last == UInt8(ascii: ":") || (last == 10 && next == UInt8(ascii: " ")) { return .foreign }
        // `:word:` may be an emoji, `mailto:` is an address with an `@`.
        let isOpen = !last.isLetter && !last.isDigit && (next.isLetter || next.isDigit || next == UInt8(ascii: "+"))
        return isOpen ? .foreign : []
    }

    private func other(_ index: Int, _ byte: UInt8, _ last: UInt8, _ next: UInt8) -> Features {
        switch byte {
        case UInt8(ascii: "!"):
            if last == UInt8(ascii: "[") { return [.callout, .foreign] }
            return last == UInt8(ascii: "<") || (last == byte && next == byte) ? .foreign : []
        case UInt8(ascii: "#"):
            return last != byte && !next.isBlank && next != 10 && isLineStart(index) ? .foreign : []
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "?"):
            return last == byte ? .foreign : []
        case UInt8(ascii: "$"): return last == byte || !next.isSpace ? .foreign : []
        case UInt8(ascii: "_"): return last == byte && (next.isLetter || next.isDigit || next >= 128) ? .foreign : []
        case UInt8(ascii: "&"): return next.isLetter ? .foreign : []
        case UInt8(ascii: "\\"): return next.isLetter ? .foreign : []
        // A no-break space after the mark of a heading or list.
        case 0xA0: return last == 0xC2 && "#-*+.)".utf8.contains(self.byte(index - 2)) ? .foreign : []
        case 0xE2: return isLineStart(index) || "#-*+.)".utf8.contains(last) ? .foreign : []
        default: return []
        }
    }

    /// Whether only marks of lists, quotes and spaces are before an index in its line.
    private func isLineStart(_ index: Int) -> Bool {
        let before = byte(index - 1)
        return before == 10 || before.isBlank || before == UInt8(ascii: ">") || before == UInt8(ascii: "#")
    }
}
