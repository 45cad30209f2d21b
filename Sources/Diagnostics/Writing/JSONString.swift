/// Strings of JSON (RFC 8259, section 7): the one place that writes them, for values and for files that are written straight
/// to bytes.
package enum JSONString {
    /// Appends a text between quotes. Bytes that need no escape, which is nearly all of them, are copied as they are.
    ///
    /// The line separators that JavaScript once took for line ends (U+2028 and U+2029) are escaped too, and the delete
    /// character, which no editor shows.
    ///
    /// - Parameter forHTML: writes `<`, `>` and `&` as escapes, so that the text can be inside a script element.
    package static func append(_ text: some StringProtocol, to output: inout [UInt8], forHTML: Bool = false) {
        output.append(quote)
        let bytes = Array(text.utf8)
        if bytes.contains(where: { mayNeedEscape($0, forHTML) }) {
            append(bytes, to: &output, forHTML)
        } else {
            output += bytes
        }
        output.append(quote)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    private static func append(_ bytes: [UInt8], to output: inout [UInt8], _ forHTML: Bool) {
        /// What is before it is written.
        var start = 0
        for index in bytes.indices where mayNeedEscape(bytes[index], forHTML) {
            let byte = bytes[index]
            let length = byte == 0xE2 ? separatorLength(bytes, index) : 1
            guard length > 0 else { continue }
            output += bytes[start..<index]
            switch byte {
            case quote, backslash: output += [backslash, byte]
            case UInt8(ascii: "\n"): output += "\\n".utf8
            case UInt8(ascii: "\r"): output += "\\r".utf8
            case UInt8(ascii: "\t"): output += "\\t".utf8
            case 0xE2: escape(bytes[index + 2] == 0xA8 ? 0x2028 : 0x2029, to: &output)
            default: escape(UInt32(byte), to: &output)
            }
            start = index + length
        }
        output += bytes[start...]
    }

    /// How many bytes a line separator takes; 0 for another character.
    private static func separatorLength(_ bytes: [UInt8], _ index: Int) -> Int {
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
        return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    }

    /// Whether a byte has to be looked at: 0xE2 begins the line separators, and many harmless characters.
    private static func mayNeedEscape(_ byte: UInt8, _ forHTML: Bool) -> Bool {
        switch byte {
        case quote, backslash, 0..<32, 0x7F, 0xE2: true
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): forHTML
        default: false
        }
    }

    private static func escape(_ scalar: UInt32, to output: inout [UInt8]) {
        let digits = String(scalar, radix: 16)
        output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    }
}
