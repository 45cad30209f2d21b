/// A character that nobody sees in an editor and that changes what is published: the order in which words are shown, what
/// a search finds, where a name ends.
package struct InvisibleCharacter: Sendable {
    /// Its bytes in the text that was searched.
    package let bytes: Range<Int>
    /// The character itself.
    package let scalar: Unicode.Scalar

    /// `U+202E, which turns the text after it round`.
    package var words: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Self.effect(of: scalar).map { "\(number), \($0)" } ?? number
    }

    /// The first in a text; nil if there is none.
    ///
    /// What people write on purpose stays: soft hyphens, zero-width spaces and joiners inside words, and in a text with
    /// letters that are written from right to left the marks and isolates that such texts need.
    ///
    /// - Parameter whole: the text of which this is a part, whose letters tell the direction of writing.
    package static func first(in text: [UInt8], of whole: [UInt8]? = nil) -> InvisibleCharacter? {
        var search = Search(text: text, whole: whole)
        return search.next()
    }

    /// The first ones in a text.
    package static func all(in text: [UInt8], limit: Int) -> [InvisibleCharacter] {
        var search = Search(text: text)
        var found: [InvisibleCharacter] = []
        while found.count < limit, let next = search.next() { found.append(next) }
        return found
    }

    private static func effect(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: "which changes the order in which the text after it is shown"
        case 0x200E, 0x200F, 0x061C: "a mark that sets the writing direction"
        case 0xFEFF: "a byte order mark"
        case 0x200B: "a zero-width space"
        case 0x00AD: "a soft hyphen"
        case 0x2060, 0x200C, 0x200D, 0x034F: "a zero-width joiner"
        case 0x2028, 0x2029, 0x0085: "a line separator"
        default: nil
        }
    }

    /// Goes through a text once.
    private struct Search {
        let text: [UInt8]
        let whole: [UInt8]?
        var index = 0
        private var isRightToLeft: Bool?
        private var openIsolates = 0

        init(text: [UInt8], whole: [UInt8]? = nil) {
            self.text = text
            self.whole = whole
        }

        mutating func next() -> InvisibleCharacter? {
            while index < text.count {
                let byte = text[index]
                guard byte >= 0xC2 else {
                    if byte == 10 { openIsolates = 0 }
                    index += 1
                    continue
                }
                let start = index
                guard Self.canBegin(byte), let scalar = Self.scalar(in: text, at: start) else {
                    index += 1
                    continue
                }
                index = start + UTF8.width(scalar)
                if isFault(scalar, at: start) { return InvisibleCharacter(bytes: start..<index, scalar: scalar) }
            }
            return nil
        }

        /// Whether one of the characters looked for begins with this byte: few letters of any script do.
        private static func canBegin(_ byte: UInt8) -> Bool {
            switch byte {
            case 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF3: true
            default: false
            }
        }

        static func scalar(in text: [UInt8], at index: Int) -> Unicode.Scalar? {
            let first = text[index]
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard index + length <= text.count else { return nil }
            var value = UInt32(first) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
            for place in index + 1..<index + length { value = value << 6 | UInt32(text[place] & 0x3F) }
            return Unicode.Scalar(value)
        }

        private mutating func isFault(_ scalar: Unicode.Scalar, at start: Int) -> Bool {
            switch scalar.value {
            case 0x80...0x9F, 0x115F, 0x1160, 0x180E, 0x2028...0x202E, 0x2061...0x2065, 0x206A...0x206F, 0x3164, 0xFEFF,
                0xFFA0, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF, 0x1D173...0x1D17A:
                return true
            // Flags of parts of countries are written with tags after a black flag.
            case 0xE0000...0xE007F: return !isBehindFlag(start)
            case 0x200E, 0x200F, 0x061C: return !hasRightToLeft()
            case 0x2066...0x2068: return !isolates(from: start)
            case 0x2069:
                defer { openIsolates = max(0, openIsolates - 1) }
                return openIsolates == 0
            case 0xAD, 0x200B...0x200D, 0x2060, 0x034F: return !isInsideWord(start)
            default: return false
            }
        }

        private func isBehindFlag(_ start: Int) -> Bool {
            var place = start
            while place >= 4, let before = Self.scalar(in: text, at: place - 4), (0xE0020...0xE007E).contains(before.value) {
                place -= 4
            }
            return place >= 4 && Self.scalar(in: text, at: place - 4)?.value == 0x1F3F4
        }

        /// Counts an isolate that is closed in its line, in a text that needs them.
        private mutating func isolates(from start: Int) -> Bool {
            let end: [UInt8] = [0xE2, 0x81, 0xA9]
            guard hasRightToLeft(), let lineEnd = text[start...].firstIndex(of: 10) ?? Optional(text.count),
                text[start..<min(lineEnd, start + 1_000)].firstRange(of: end) != nil
            else { return false }
            openIsolates += 1
            return true
        }

        /// Whether something that is seen and is no mark of Markdown or YAML is on both sides.
        private func isInsideWord(_ start: Int) -> Bool {
            var before = start - 1
            while before > 0, UTF8.isContinuation(text[before]) { before -= 1 }
            guard before >= 0, index < text.count else { return false }
            return Self.isPartOfWord(text[before]) && Self.isPartOfWord(text[index])
        }

        private static func isPartOfWord(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."), UInt8(ascii: ","):
                true
            default: false
            }
        }

        /// Whether letters of the text are written from right to left.
        private mutating func hasRightToLeft() -> Bool {
            if let isRightToLeft { return isRightToLeft }
            let found = String(decoding: whole ?? text, as: UTF8.self).unicodeScalars.contains { scalar in
                switch scalar.value {
                case 0x590...0x61B, 0x61D...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
                default: false
                }
            }
            isRightToLeft = found
            return found
        }
    }
}
