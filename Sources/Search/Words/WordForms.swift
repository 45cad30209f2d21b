import Content

/// What a word is filed under.
struct WordForms {
    /// One thing it is filed under.
    struct Form: Equatable {
        let term: String
        /// Counted when the words of a title are counted; the rest are other spellings of it or parts of a code.
        let isWhole: Bool
    }

    private let stemmer: Stemmer

    init(_ stemmer: Stemmer) { self.stemmer = stemmer }

    /// In UTF-16 units. Longer ones are addresses and noise that nobody types.
    static let longestTerm = 32

    /// The terms of a word as the scanner finds it.
    func forms(of word: String) -> [Form] {
        return pieces(of: word).flatMap { segments -> [Form] in
            let joined = segments.joined()
            guard !WordForms.hasDigit(joined) else { return WordForms.code(segments, stemmer) }
            let parts = segments.flatMap(spaceless).map { Form(term: stemmer.stem($0), isWhole: true) }
            return segments.count > 1 ? parts + [Form(term: stemmer.stem(joined), isWhole: false)] : parts
        }.filter { $0.term.utf16.count <= WordForms.longestTerm && !$0.term.isEmpty }
    }

    /// Parts that belong together, each folded: split at apostrophes, and at all joiners but hyphens unless it is a code. The
    /// digits of `1,500` are one part, and `can't` is two.
    func pieces(of word: String) -> [[String]] {
        let folded = Folding.folded(word)
        if let two = stemmer.contractions.words(of: folded) { return two.map { [$0] } }
        guard folded.unicodeScalars.contains(where: Self.isSeparator) else { return [[folded]] }
        let scalars = GroupedNumber.joined(folded).unicodeScalars
        return scalars.split(whereSeparator: Contractions.isApostrophe).enumerated().filter { index, part in
            // What an apostrophe cuts off is no word: the s of "Cisco's", the l of "l'accès".
            part.count > 1 || !scalars.contains(where: Contractions.isApostrophe)
        }.flatMap { _, part -> [[String]] in
            let isCode = part.contains { (48...57).contains($0.value) }
            let groups = isCode ? [part] : part.split { Self.isJoiner($0) && !Self.isHyphen($0) }
            return groups.map { $0.split(whereSeparator: Self.isSeparator).map { String($0) } }
        }
    }

    /// A code is filed under all of it, its parts up to the number of its model, and the letters and digits of these: `C9300-48T` under
    /// `c930048t`, `c9300` and `9300`. What follows that number is the same of many products, and looks like a count: 48.
    private static func code(_ segments: [String], _ stemmer: Stemmer) -> [Form] {
        var forms = [Form(term: segments.joined(), isWhole: true)]
        let model =
            segments.allSatisfy(isNumber)
            ? nil : segments.firstIndex { ([$0] + runs(of: $0)).contains { $0.utf8.count > 2 && isNumber($0) } }
        if let model, model + 1 < segments.count { forms.append(Form(term: segments[...model].joined(), isWhole: false)) }
        for segment in segments[...(model ?? segments.endIndex - 1)] {
            let pieces = hasDigit(segment) ? [segment] + runs(of: segment) : [stemmer.stem(segment)]
            for piece in pieces where piece.utf16.count > 1 && !forms.contains(where: { $0.term == piece }) {
                forms.append(Form(term: piece, isWhole: false))
            }
        }
        return forms
    }

    /// Letters apart from digits.
    private static func runs(of segment: String) -> [String] {
        var runs: [String] = []
        var wasDigit: Bool?
        for scalar in segment.unicodeScalars {
            let isDigit = (48...57).contains(scalar.value)
            if isDigit == wasDigit, !runs.isEmpty {
                runs[runs.count - 1].unicodeScalars.append(scalar)
            } else {
                runs.append(String(scalar))
            }
            wasDigit = isDigit
        }
        return runs.count > 1 ? runs : []
    }

    /// Scripts without spaces between words are filed under every two signs next to each other.
    private func spaceless(_ segment: String) -> [String] {
        let scalars = Array(segment.unicodeScalars)
        guard scalars.contains(where: WordForms.isSpaceless), scalars.count > 2 else { return [segment] }
        return scalars.indices.dropLast().map { index in
            String(String.UnicodeScalarView([scalars[index], scalars[index + 1]]))
        }
    }

    private static func isNumber(_ text: String) -> Bool { text.utf8.allSatisfy { (48...57).contains($0) } }

    private static func hasDigit(_ text: String) -> Bool { text.utf8.contains { (48...57).contains($0) } }

    /// What joins the parts of a word.
    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "_", "/": true
        default: isHyphen(scalar) || Contractions.isApostrophe(scalar)
        }
    }

    /// What joins parts, or groups the digits of a number.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || isJoiner(scalar) || GroupedNumber.isSign(scalar)
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}" || scalar == "\u{2212}"
    }

    /// Thai to Myanmar, Khmer, and the signs of Chinese and Japanese.
    private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
