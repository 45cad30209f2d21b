/// Finds the words of a text: letters and digits, with hyphens, points and the like between them.
///
/// The browser's `words` in search-words.js finds the same: Tests/Fixtures/search-words.json holds both to it.
struct WordScanner {
    let bytes: [UInt8]
    private var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The next word with what joins its parts: `C9300-48T`, `don't`, `cisco.com`.
    mutating func next() -> String? { nextRange().map { String(decoding: bytes[$0], as: UTF8.self) } }

    /// Where its bytes are.
    mutating func nextRange() -> Range<Int>? {
        while index < bytes.count {
            let length = wordLength(at: index)
            if length > 0 { return word() }
            index += max(1, scalarLength(at: index))
        }
        return nil
    }

    private mutating func word() -> Range<Int> {
        let start = index
        index = numberEnd(from: index) ?? index
        var end = index
        while true {
            let length = wordLength(at: index)
            if length > 0 {
                index += length
                end = index
                continue
            }
            let joiner = joinerLength(at: index)
            guard joiner > 0, wordLength(at: index + joiner) > 0 else { break }
            index += joiner
        }
        return start..<end
    }

    /// Where a number ends whose digits are in groups of three: `1,500`, `1 500 000`; nil if there is none.
    private func numberEnd(from start: Int) -> Int? {
        var end = start
        while end < bytes.count, isDigit(end) { end += 1 }
        guard (1...3).contains(end - start) else { return nil }
        var last: Int?
        while true {
            let group = end + groupSignLength(at: end)
            guard group > end, (0..<3).allSatisfy({ isDigit(group + $0) }), wordLength(at: group + 3) == 0 else { return last }
            end = group + 3
            last = end
        }
    }

    private func isDigit(_ index: Int) -> Bool { index < bytes.count && (48...57).contains(bytes[index]) }

    private func groupSignLength(at index: Int) -> Int {
        guard index < bytes.count, let scalar = scalar(at: index), scalar == " " || GroupedNumber.isSign(scalar) else { return 0 }
        return scalarLength(at: index)
    }

    /// How many bytes a letter, digit or mark takes here; 0 if there is none.
    private func wordLength(at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        let byte = bytes[index]
        if byte < 128 { return WordScanner.isWord(byte) ? 1 : 0 }
        guard let scalar = scalar(at: index) else { return 0 }
        return WordScanner.isWord(scalar) ? scalarLength(at: index) : 0
    }

    private func joinerLength(at index: Int) -> Int {
        guard index < bytes.count, bytes[index] < 128 || bytes[index] == 0xE2 || bytes[index] == 0xC2 else { return 0 }
        return scalar(at: index).map(WordForms.isJoiner) == true ? scalarLength(at: index) : 0
    }

    private func scalarLength(at index: Int) -> Int {
        switch bytes[index] {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }

    private func scalar(at index: Int) -> Unicode.Scalar? {
        if bytes[index] < 128 { return Unicode.Scalar(bytes[index]) }
        let end = min(bytes.count, index + scalarLength(at: index))
        return String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
            // Soft hyphens, spaces of no width, marks of direction: nobody sees them, and folding takes them out.
            .format:
            true
        default: false
        }
    }
}
