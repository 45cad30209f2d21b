/// An address in running text: `https://example.org/`, `www.example.org`, `desk@example.org`.
///
/// The extended autolinks of GFM, but that a mail address ends in letters: `package@1.2.3` is none.
struct BareAddress {
    /// Where it is.
    let range: Range<Int>
    /// What is put before it in a link: a scheme, where none is written.
    let prefix: StaticString
}

extension BareAddress {
    /// The address that begins at an index, or whose `@` is there; nil if none does.
    ///
    /// - Parameters:
    ///   - start: what is before it belongs to something else.
    ///   - skipped: where to go on looking if there is none.
    init?(in text: ArraySlice<UInt8>, at index: Int, from start: Int, skipped: inout Int) {
        if text[index] == UInt8(ascii: "@") {
            self.init(mailIn: text, at: index, from: start)
            return
        }
        // Scripts without spaces write addresses right after other text.
        guard index == text.startIndex || !(text[index - 1].isLetter || text[index - 1].isDigit) else { return nil }
        let rest = text[index...]
        guard let (scheme, prefix) = Self.scheme(of: rest) else { return nil }
        let host = index + scheme
        guard host < text.endIndex, Self.isPartOfWord(text[host]) else { return nil }
        var end = host
        while end < text.endIndex, !Self.endsAddress(text, end) { end += 1 }
        skipped = end
        end = Self.trimmedEnd(of: text, index..<end)
        guard end > host else { return nil }
        self.init(range: index..<end, prefix: prefix)
    }

    /// How long the scheme is that a text begins with, and what is put before the address.
    private static func scheme(of text: ArraySlice<UInt8>) -> (Int, StaticString)? {
        func begins(_ word: StaticString) -> Bool {
            text.count > word.utf8CodeUnitCount
                && text.prefix(word.utf8CodeUnitCount).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
                    .elementsEqual(word.description.utf8)
        }
        switch text.first.map({ $0 | 0x20 }) {
        case UInt8(ascii: "h"): return begins("https://") ? (8, "") : begins("http://") ? (7, "") : nil
        case UInt8(ascii: "w"): return begins("www.") ? (4, "http://") : nil
        default: return nil
        }
    }

    private init?(mailIn text: ArraySlice<UInt8>, at sign: Int, from start: Int) {
        var first = sign
        while first > max(start, text.startIndex), Self.isLocal(text[first - 1]) { first -= 1 }
        while first < sign, text[first] == UInt8(ascii: ".") { first += 1 }
        var end = sign + 1
        while end < text.endIndex, Self.isDomain(text[end]) { end += 1 }
        while end > sign + 1, !Self.isPartOfWord(text[end - 1]) { end -= 1 }
        let labels = text[(sign + 1)..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard first < sign, labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), labels[labels.count - 1].count > 1,
            labels[labels.count - 1].allSatisfy(\.isLetter)
        else { return nil }
        // What goes on as a path is no mail address but the name of an account on some host.
        if end < text.endIndex, text[end] == UInt8(ascii: "/") || text[end] == UInt8(ascii: "@") { return nil }
        let scheme = Array("mailto:".utf8)
        let isWritten = first - scheme.count >= max(start, text.startIndex) && text[..<first].suffix(scheme.count).elementsEqual(scheme)
        self.init(range: isWritten ? first - scheme.count..<end : first..<end, prefix: isWritten ? "" : "mailto:")
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 128 }

    private static func isLocal(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || "._-+".utf8.contains(byte) }

    private static func isDomain(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// White space, a tag, and the braces of a value.
    private static func endsAddress(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
        text[index].isSpace || text[index] == UInt8(ascii: "<") || text.has(UInt8(ascii: "{"), UInt8(ascii: "{"), at: index)
    }

    /// Without the marks that belong to the sentence, and a bracket that opens before the address.
    private static func trimmedEnd(of text: ArraySlice<UInt8>, _ range: Range<Int>) -> Int {
        var end = range.upperBound
        var opened = text[range].count { $0 == UInt8(ascii: "(") } - text[range].count { $0 == UInt8(ascii: ")") }
        while end > range.lowerBound {
            let last = text[end - 1]
            if "?!.,:*_~'\";|]".utf8.contains(last) {
                end -= 1
            } else if last == UInt8(ascii: ")"), opened < 0 {
                opened += 1
                end -= 1
            } else if let sign = closingSigns.first(where: { text[range.lowerBound..<end].suffix($0.count).elementsEqual($0) }) {
                end -= sign.count
            } else {
                break
            }
        }
        return end
    }

    /// Marks beyond ASCII that close a quotation or sentence.
    private static let closingSigns: [[UInt8]] = ["”", "’", "»", "›", "…", "。", "、", "，", "）", "」"].map { Array($0.utf8) }
}
