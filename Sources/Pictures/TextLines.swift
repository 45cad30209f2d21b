/// A text in lines, with the room that it takes about: fonts are not measured.
struct TextLines {
    let lines: [String]
    let width: Int
    let height: Int

    /// In pixels, as are the sizes of fonts.
    static let lineHeight = 18
    static let boxSize = 14
    static let wordsSize = 13

    /// The whole text of a box.
    static func box(_ text: String) -> TextLines {
        let lines = wrapped(text, 26)
        return TextLines(lines: lines, width: width(lines, boxSize) + 24, height: lines.count * lineHeight + 16)
    }

    /// The words of an arrow, at most three lines of them.
    static func words(_ text: String) -> TextLines {
        var lines = wrapped(text, 24)
        if lines.count > 3 { lines = lines.prefix(2) + [lines[2] + " …"] }
        return TextLines(lines: lines, width: width(lines, wordsSize) + 10, height: lines.count * lineHeight + 4)
    }

    /// Broken at spaces; words that are longer than a line are divided.
    private static func wrapped(_ text: String, _ limit: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + word.count < limit {
                lines[lines.count - 1] = last + " " + word
            } else {
                var rest = word
                while rest.count > limit {
                    lines.append(rest.prefix(limit - 1) + "-")
                    rest = rest.dropFirst(limit - 1)
                }
                lines.append(String(rest))
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    private static func width(_ lines: [String], _ size: Int) -> Int {
        // Even, so that the middle is a whole number.
        let width = lines.map { $0.reduce(0) { $0 + share($1) } }.max() ?? 0
        return (width * size / 100 + 1) / 2 * 2
    }

    /// The width of a letter in hundredths of the font's size, as wide fonts have it.
    private static func share(_ letter: Character) -> Int {
        guard let scalar = letter.unicodeScalars.first else { return 0 }
        if scalar.value >= 0x1100, !(0x2000...0x206F).contains(scalar.value) { return 105 }
        return switch letter {
        case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "’", "|", "!", "(", ")", " ": 38
        case "m", "w", "M", "W", "@", "%", "—", "…": 98
        default: letter.isUppercase ? 70 : 61
        }
    }
}
