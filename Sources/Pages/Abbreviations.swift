/// Abbreviations next to their full words: print adds the full words after an abbreviation, unless the text already has them.
enum Abbreviations {
    private static let mark = Array("data-full=\"".utf8)

    /// The HTML without the full words of short forms whose full words come right before or right after them:
    /// `Compromised Equipment Return-to-Service (CERtS)`.
    static func once(_ bytes: [UInt8]) -> [UInt8] {
        guard var found = place(in: bytes[...]) else { return bytes }
        var output: [UInt8] = []
        var rest = 0
        while true {
            let value = bytes[(found + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
            if isBeside(words(value), bytes, tagAt: found) {
                output += bytes[rest..<found]
                // With the space after it.
                rest = min(value.endIndex + 2, bytes.count)
            }
            guard let next = place(in: bytes[value.endIndex...]) else { break }
            found = next
        }
        output += bytes[rest...]
        return output
    }

    private static func place(in bytes: ArraySlice<UInt8>) -> Int? { bytes.firstPlace(of: mark) }

    private static func isBeside(_ full: String, _ bytes: [UInt8], tagAt place: Int) -> Bool {
        // Tags between are passed over, so that the words are looked for in a somewhat longer stretch.
        let reach = full.utf8.count + 200
        let tag = bytes[..<place].lastIndex(of: UInt8(ascii: "<")) ?? 0
        let before = words(bytes[max(0, tag - reach)..<tag])
        guard !before.hasSuffix(full), !before.hasSuffix(full + "(") else { return true }
        guard let end = bytes[place...].firstRange(of: Array("</a>".utf8)) else { return false }
        return words(bytes[end.upperBound..<min(bytes.count, end.upperBound + reach)]).hasPrefix("(" + full)
    }

    /// Letters, digits and brackets in lower case: what is left of text when tags and spaces are taken away.
    private static func words(_ html: ArraySlice<UInt8>) -> String {
        var isTag = false
        var text: [UInt8] = []
        // A stretch may begin within a tag.
        for byte in html {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">"): isTag ? isTag = false : text.removeAll()
            case UInt8(ascii: " "), UInt8(ascii: "\n"): break
            default: if !isTag { text.append(byte) }
            }
        }
        return String(decoding: text, as: UTF8.self).lowercased()
    }
}
