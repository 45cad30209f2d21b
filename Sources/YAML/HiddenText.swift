import Diagnostics

/// Text that YAML takes for a comment: ` #` ends a value that has no quotes, so that `Room #5` is `Room`.
///
/// Only where a letter or digit follows the sign: after a space it is a comment that somebody meant.
struct HiddenText {
    /// From the `#` to the end of the line.
    let place: SourceRange
    /// The line as it should be written.
    private let line: String

    /// Nil where nothing is hidden after a value.
    init?(behind value: SourceRange) {
        let bytes = value.file.bytes
        let sign = bytes[value.bytes.upperBound...].firstIndex { $0 != 32 && $0 != 9 } ?? bytes.count
        guard sign + 1 < bytes.count, bytes[sign] == UInt8(ascii: "#"), sign > 0, bytes[sign - 1] == 32 || bytes[sign - 1] == 9,
            HiddenText.isLetter(bytes[sign + 1])
        else { return nil }
        let end = bytes[sign...].firstIndex(of: 10) ?? bytes.count
        place = SourceRange(value.file, sign..<end)
        let start = value.bytes.isEmpty ? sign : value.bytes.lowerBound
        let lineStart = bytes[..<sign].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let before = String(decoding: bytes[lineStart..<max(lineStart, start)], as: UTF8.self)
        var text = String(decoding: bytes[max(lineStart, start)..<end], as: UTF8.self)
        // What closes the braces around the value was hidden with it.
        var closing = ""
        if before.contains("{") || before.contains("[") {
            while let last = text.last, "}], ".contains(last) { closing = String(text.removeLast()) + closing }
        }
        line = before.drop { $0 == " " } + HiddenText.quoted(text) + closing
    }

    /// That text is lost.
    var warning: Diagnostic {
        Diagnostic(
            "yaml/comment", "`#` after a space starts a comment, so this is not part of the text", at: place, severity: .warning,
            help: "write `\(line)`; if it is a comment, put a space after the `#`")
    }

    /// That what closes a value, or goes on with it, is lost as well.
    var error: Diagnostic {
        Diagnostic(
            "yaml/syntax", "`#` after a space starts a comment, which hides the rest of this line", at: place,
            help: "write `\(line)`")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte & 0xDF) || byte >= 0x80
    }

    private static func quoted(_ text: String) -> String {
        let bare = String(text.reversed().drop { $0 == " " }.reversed())
        if bare.contains("\"") || bare.contains("\\") { return "'" + bare.replacing("'", with: "''") + "'" }
        return "\"" + bare + "\""
    }
}
