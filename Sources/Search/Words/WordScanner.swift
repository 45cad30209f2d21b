/// Finds the words of a text: letters and digits, with hyphens, points and the like between them.
///
/// The browser's `words` in search-words.js finds the same: Tests/Fixtures/search-words.json holds both to it.
struct WordScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The next word with what joins its parts: `C9300-48T`, `don't`, `cisco.com`.
    mutating func next() -> String? {
        while index < bytes.count {
            let length = wordLength(at: index)
            if length > 0 { return word() }
            index += max(1, scalarLength(at: index))
        }
        return nil
    }

    private mutating func word() -> String {
        let start = index
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
        return String(decoding: bytes[start..<end], as: UTF8.self)
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
        guard index < bytes.count else { return 0 }
        switch bytes[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "'"): return 1
        case 0xE2:
            guard let scalar = scalar(at: index) else { return 0 }
            return [0x2010, 0x2011, 0x2019].contains(scalar.value) ? 3 : 0
        default: return 0
        }
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
        let end = min(bytes.count, index + scalarLength(at: index))
        return String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
