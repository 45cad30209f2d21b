import Content

/// A word of a sentence.
struct SaidToken: Sendable {
    /// As it was typed.
    let text: String
    /// Of what was meant, where it was mistyped.
    var stem: String
    /// Whether it is the code of a product.
    var isCode: Bool
    /// Whether it turns what follows into its opposite.
    let isNot: Bool
    /// Whether it tells something by itself.
    let isContent: Bool
    /// The clause that it is in, counted from 0.
    let clause: Int
    /// The conjunction that its clause began with; empty without one.
    let before: String
    /// Whether it was mistyped.
    var isCorrected = false
}

/// The words of a sentence, each in a clause: what is between signs and conjunctions.
func saidTokens(_ sentence: String, _ grammar: Grammar) -> [SaidToken] {
    let (stop, not, and) = (Set(grammar.stop), Set(grammar.not), Set(grammar.and))
    var tokens: [SaidToken] = []
    var clause = 0
    var before = ""
    var isFresh = true
    func next(_ conjunction: String = "") {
        if !isFresh { clause += 1 }
        isFresh = true
        before = conjunction
    }
    for piece in pieces(sentence) {
        guard piece.unicodeScalars.contains(where: isSign) else {
            next()
            continue
        }
        let small = piece.lowercased()
        let words = small.utf8.contains { (48...57).contains($0) } ? [small[...]] : small.split { "/.-".contains($0) }
        for word in words {
            let two = Contractions.english.words(of: String(word))
            for part in two ?? spelledOut(String(word)) {
                if and.contains(part) {
                    next(part)
                    continue
                }
                let stem = saidStem(part)
                let isNot = not.contains(part)
                tokens.append(
                    SaidToken(
                        text: two != nil || words.count > 1 ? piece : withoutSuffix(piece), stem: stem, isCode: isCode(part),
                        isNot: isNot, isContent: !isNot && !stop.contains(part) && !stop.contains(stem), clause: clause, before: before))
                isFresh = false
            }
        }
    }
    let (units, numbered) = (Set(grammar.units), Set(grammar.numbered))
    for at in tokens.indices where tokens[at].stem.utf8.allSatisfy(isDigit) {
        let isCounted = at + 1 < tokens.count && units.contains(tokens[at + 1].stem)
        if isCounted || at > 0 && numbered.contains(tokens[at - 1].stem) { tokens[at].isCode = false }
    }
    return tokens
}

private func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
        true
    default: false
    }
}

/// Words, with the signs inside them, and the signs that end clauses.
private func pieces(_ sentence: String) -> [String] {
    let scalars = sentence.unicodeScalars.map { Contractions.isApostrophe($0) ? "'" : $0 }
    var found: [String] = []
    var at = 0
    while at < scalars.count {
        guard isSign(scalars[at]) else {
            if ",;:.!?()\u{2013}\u{2014}".unicodeScalars.contains(scalars[at]) { found.append(String(Character(scalars[at]))) }
            at += 1
            continue
        }
        var word = String.UnicodeScalarView()
        if at > 0, scalars[at - 1].properties.generalCategory == .currencySymbol { word.append(scalars[at - 1]) }
        let grouped = groupedDigits(scalars[at...])
        word.append(contentsOf: scalars[at..<(at + grouped)])
        at += grouped
        while at < scalars.count {
            let joins = at + 1 < scalars.count && "'./-".unicodeScalars.contains(scalars[at]) && isSign(scalars[at + 1])
            guard isSign(scalars[at]) || joins else { break }
            word.append(scalars[at])
            at += 1
        }
        found.append(String(word))
    }
    return found
}

/// How many signs a number such as `1,500` takes; 0 if the digits aren't in groups.
private func groupedDigits(_ signs: ArraySlice<Unicode.Scalar>) -> Int {
    let isDigit = { (sign: Unicode.Scalar) in ("0"..."9").contains(sign) }
    let groups = signs.prefix { isDigit($0) || $0 == "," }.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count) else { return 0 }
    let others = groups.dropFirst().prefix { $0.count == 3 }
    return others.isEmpty ? 0 : first.count + others.count * 4
}

/// `we're` and `i'm` in full, and `customer's` without what follows its apostrophe.
private func spelledOut(_ word: String) -> [String] {
    for (ending, verb) in [("'re", "are"), ("'m", "am")] where word.hasSuffix(ending) { return [withoutSuffix(word), verb] }
    return [withoutSuffix(word)]
}

/// `customer's` without what follows its apostrophe.
private func withoutSuffix(_ word: String) -> String {
    guard let mark = word.lastIndex(of: "'") else { return word }
    let isPlain = word[word.index(after: mark)...].utf8.allSatisfy { $0 < 128 }
    return isPlain ? String(word[..<mark]) : word
}
