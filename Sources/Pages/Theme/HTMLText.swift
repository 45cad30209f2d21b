import Mustache

/// Escapes text for HTML, by bytes.
///
/// The library's own escaping goes by Characters, so that a quote with a combining accent after it passes unescaped.
struct HTMLText: MustacheContentType {
    /// The name under which templates ask for it.
    static let name = "WAYMARK"

    func escapeText(_ text: String) -> String { HTMLText.escaped(text) }

    /// The text with the five signs that mean something in HTML written as references.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { reference(for: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let reference = reference(for: byte) { bytes += reference.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
