/// What people type, brought to plain signs: digits 0 to 9, spaces, hyphens, straight apostrophes.
///
/// The browser's twin is `plain` in `questionnaire-numbers.js`.
enum TypedText {
    /// The zeros of the scripts whose digits are read.
    private static let zeros: [UInt32] = [
        0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0,
        0x1810,
    ]

    static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let plain = plain(scalar) else { continue }
            if plain == " ", result.last == " " || result.isEmpty { continue }
            result.append(plain)
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// Nil for signs that nobody sees.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return nil
        case 0x9...0xD, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
        case 0x2010...0x2015, 0x2212, 0xFE63: return "-"
        case 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x2032: return "'"
        // The Arabic sign between groups; its decimal sign is read as it is.
        case 0x66C: return "'"
        // Full-width forms lie in the order of ASCII.
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(plain)
        case 0xFFE1: return "£"
        case 0xFFE5: return "¥"
        default:
            guard let zero = zeros.first(where: { ($0...$0 + 9).contains(scalar.value) }) else { return scalar }
            return Unicode.Scalar(scalar.value - zero + 48)
        }
    }
}
