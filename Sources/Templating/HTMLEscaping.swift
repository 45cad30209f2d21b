/// Writes text as HTML, by bytes: by Characters, a quote with a combining accent after it would pass unescaped.
package enum HTMLEscaping {
    /// The text with the five characters that mean something in HTML written as references.
    package static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { reference(for: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ text: String, to output: inout [UInt8]) {
        guard text.utf8.contains(where: { reference(for: $0) != nil }) else { return output += text.utf8 }
        for byte in text.utf8 {
            if let reference = reference(for: byte) { output += reference } else { output.append(byte) }
        }
    }

    private static func reference(for byte: UInt8) -> String.UTF8View? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;".utf8
        case UInt8(ascii: "<"): "&lt;".utf8
        case UInt8(ascii: ">"): "&gt;".utf8
        case UInt8(ascii: "\""): "&quot;".utf8
        case UInt8(ascii: "'"): "&#39;".utf8
        default: nil
        }
    }
}
