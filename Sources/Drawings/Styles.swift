/// Looks for what makes CSS fetch something, in a style sheet or in the value of an attribute.
///
/// Nothing is parsed: every `url(` has to lead inside, even one in a comment or a string, so that no reading of the
/// text by a browser can find another. Escapes are decoded first, as `u\72l(` is `url(`.
enum Styles {
    /// - Returns: the first part that fetches something, as it may be shown; nil if there is none.
    static func fetch(in text: String) -> String? {
        let text = Array(decoded(text).lowercased().unicodeScalars)
        for function in functions {
            for start in starts(of: function, in: text) where !isPartOfName(text, start) {
                guard function == "url(" else { return shown(text, start) }
                let address = argument(text, start + function.unicodeScalars.count)
                guard Reference.isInside(address) || Reference.isPicture(address) else { return shown(text, start) }
            }
        }
        for word in ["-moz-binding", "expression("] {
            if let start = starts(of: word, in: text).first { return shown(text, start) }
        }
        return atRule(in: text)
    }

    /// Functions of CSS that take addresses (CSS Images 4, CSS Values 5). Of these only `url` can lead inside.
    private static let functions = ["url(", "src(", "image(", "image-set(", "-webkit-image-set(", "cross-fade(", "-webkit-cross-fade("]

    /// Rules that bring nothing from elsewhere by themselves.
    private static let rules: Set = [
        "charset", "container", "font-face", "keyframes", "-webkit-keyframes", "layer", "media", "supports", "page", "property",
        "scope", "starting-style",
    ]

    private static func atRule(in text: [Unicode.Scalar]) -> String? {
        for start in text.indices where text[start] == "@" {
            let name = text[(start + 1)...].prefix { $0.properties.isAlphabetic || $0 == "-" }
            guard name.isEmpty || rules.contains(String(String.UnicodeScalarView(name))) else { return shown(text, start) }
        }
        return nil
    }

    /// What is in the brackets, without a quote before it.
    private static func argument(_ text: [Unicode.Scalar], _ start: Int) -> String {
        var rest = text[start...].drop { $0.value <= 32 }
        if rest.first == "\"" || rest.first == "'" { rest = rest.dropFirst() }
        return String(String.UnicodeScalarView(rest.prefix(64)))
    }

    /// `my-url(` is another function.
    private static func isPartOfName(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = text[start - 1]
        return before == "-" || before == "_" || before.properties.isAlphabetic || ("0"..."9").contains(before)
    }

    private static func starts(of word: String, in text: [Unicode.Scalar]) -> [Int] {
        let word = Array(word.unicodeScalars)
        guard text.count >= word.count else { return [] }
        return (0...(text.count - word.count)).filter { text[$0] == word[0] && text[$0...].starts(with: word) }
    }

    private static func shown(_ text: [Unicode.Scalar], _ start: Int) -> String {
        let part = text[start...].prefix(40)
        let end = part.firstIndex { $0 == ")" || $0 == ";" || $0 == "\n" }
        return String(String.UnicodeScalarView(end.map { part[..<(part[$0] == ")" ? $0 + 1 : $0)] } ?? part))
    }

    /// CSS Syntax 3, 4.3.7: up to six hexadecimal digits and a white space, or a sign itself.
    private static func decoded(_ text: String) -> String {
        guard text.unicodeScalars.contains("\\") else { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                result.append(scalar)
                continue
            }
            let digits = rest.prefix(6).prefix { $0.properties.isASCIIHexDigit }
            guard !digits.isEmpty else { continue }
            rest = rest.dropFirst(digits.count)
            if let next = rest.first, " \t\r\n\u{C}".unicodeScalars.contains(next) { rest = rest.dropFirst() }
            result.append(UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
        }
        return String(result)
    }
}
