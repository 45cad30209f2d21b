/// Whether a word is the code of a product: the number of a model, with or without letters; no year, day, long number or amount,
/// none of `24x7`, no version and no size: `ios15`, `100gb`.
func isCode(_ word: String) -> Bool {
    let signs = Array(word.utf8)
    return hasModel(signs) && !isNumber(signs) && !isVersion(signs) && !isSize(signs)
        && word.unicodeScalars.first?.properties.generalCategory != .currencySymbol
}

func isDigit(_ sign: UInt8) -> Bool { (48...57).contains(sign) }

private func isLetter(_ sign: UInt8) -> Bool { (97...122).contains(sign) }

/// Letters and then two digits, four digits, or three and a letter.
private func hasModel(_ signs: [UInt8]) -> Bool {
    var run = 0
    for index in signs.indices {
        run = isDigit(signs[index]) ? run + 1 : 0
        if run == 4 || run == 3 && index + 1 < signs.count && isLetter(signs[index + 1]) { return true }
    }
    guard let first = signs.first, isLetter(first) else { return false }
    let rest = signs.drop { isLetter($0) || $0 == UInt8(ascii: "-") }.prefix(2)
    return rest.count == 2 && rest.allSatisfy(isDigit)
}

/// A year, a number of six digits or more, `24x7`, or numbers with two signs between them: a day, an address.
private func isNumber(_ signs: [UInt8]) -> Bool {
    let joined = signs.split(omittingEmptySubsequences: false) { "./-".utf8.contains($0) }
    if joined.count > 2, joined.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) { return true }
    let parts = signs.split(separator: UInt8(ascii: "x"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return false }
    if parts.count == 2 || parts.count == 1 && signs.count > 5 { return true }
    let isYear = signs.count == 4 && (signs.starts(with: "19".utf8) || signs.starts(with: "20".utf8))
    return isYear && !signs.elementsEqual("2000".utf8)
}

private let versions: Set<String> = ["v", "ver", "rev", "ios", "fy", "vlan", "port"]

private func isVersion(_ signs: [UInt8]) -> Bool {
    let letters = signs.prefix(while: isLetter)
    return signs.dropFirst(letters.count).allSatisfy(isDigit) && versions.contains(String(decoding: letters, as: UTF8.self))
}

private let sizes: Set<String> = [
    "gb", "gbit", "gbps", "kb", "kbit", "kbps", "mb", "mbit", "mbps", "tb", "tbit", "tbps", "hz", "ghz", "mhz", "va", "km", "kw",
    "mm", "ft", "th", "usd", "eur", "gbp",
]

/// Digits and a unit; one letter is a unit after three digits, as `3560g` is a model.
private func isSize(_ signs: [UInt8]) -> Bool {
    let digits = signs.prefix(while: isDigit)
    let unit = String(decoding: signs.dropFirst(digits.count), as: UTF8.self)
    return !digits.isEmpty && (sizes.contains(unit) || digits.count == 3 && ["g", "k", "m", "v", "w"].contains(unit))
}
