package import Forms

/// What readers say who mean an answer, as its author wrote it: words, and names of classes of words in angle brackets.
package struct Cues: Sendable {
    /// They give the answer.
    package var said: [Text] = []
    /// They offer the answer, and never give it.
    package var maybe: [Text] = []
    /// They rule the answer out.
    package var never: [Text] = []

    /// All of them, for what is asked of each.
    package var all: [Text] { said + maybe + never }
}

/// A cue, taken apart.
struct Cue: Sendable {
    /// A word, or a class of words.
    enum Part: Hashable, Sendable {
        /// Stemmed.
        case word(String)
        case oneOf(String)
    }

    let parts: [(part: Part, isNegated: Bool)]

    /// Nil where a bracket isn't closed, where nothing follows `not`, or where no word tells anything.
    init?(_ text: String) {
        var parts: [(part: Part, isNegated: Bool)] = []
        var isNegated = false
        for piece in text.lowercased().split(separator: " ") {
            if piece == "not" {
                guard !isNegated else { return nil }
                isNegated = true
                continue
            }
            if piece.hasPrefix("<") || piece.hasSuffix(">") {
                guard piece.hasPrefix("<"), piece.hasSuffix(">"), piece.count > 2 else { return nil }
                parts.append((.oneOf(String(piece.dropFirst().dropLast())), isNegated))
            } else {
                let tokens = saidTokens(String(piece), .english)
                guard !tokens.isEmpty else { return nil }
                for (index, token) in tokens.enumerated() { parts.append((.word(token.stem), isNegated && index == 0)) }
            }
            isNegated = false
        }
        guard !parts.isEmpty, !isNegated else { return nil }
        self.parts = parts
    }

    /// As the index writes it.
    var text: String {
        parts.map { part, isNegated in
            let word =
                switch part {
                case .word(let word): word
                case .oneOf(let name): "<\(name)>"
                }
            return isNegated ? "not " + word : word
        }.joined(separator: " ")
    }
}
