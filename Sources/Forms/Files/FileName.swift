/// What is wrong with a name of a file or folder, which becomes part of an address, and how to fix it; nil if nothing.
///
/// Letters, digits, `-`, `_` and `.`: such a name works in every link, on every file system and in every shell as it
/// is written. Unicode letters are fine when composed (NFC), as the two forms look alike and differ in bytes.
package func nameProblem(_ name: String) -> (message: String, help: String)? {
    let bytes = name.utf8.count
    guard bytes <= Limits.nameBytes else {
        return ("the name is \(bytes) bytes long; the limit is \(Limits.nameBytes)", "shorten it")
    }
    guard name.unicodeScalars.allSatisfy(isAllowed), !name.hasPrefix("-"), !name.hasSuffix(".") else {
        return (
            "the name contains characters that cannot be part of an address",
            "use letters, digits, hyphens and underscores: \(cleaned(name))"
        )
    }
    guard isComposed(name) else {
        return (
            "the name contains a letter and its accent as two characters", "type the name again: \(name) in its composed form"
        )
    }
    let stem = Substring(name.utf8.prefix { $0 != UInt8(ascii: ".") }).lowercased()
    guard !windowsNames.contains(stem) else {
        return ("files cannot have this name on Windows", "choose another name")
    }
    if let language = languageSuffix(name) {
        return (
            "the name marks the page as a translation (\(language)), but this version publishes only one language per site",
            "put a translation on a site of its own; for any other page, remove the dot from the name: \(undotted(name))"
        )
    }
    return nil
}

/// The language tag that ends the name of a page, as in `about.fr.md` or `about.pt-BR.md`; nil if there is none.
///
/// Other tools publish such a file as a translation. Publishing it at an address of its own, in the language of the
/// site, would give screen readers and search engines the wrong language.
private func languageSuffix(_ name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.last == "md" else { return nil }
    let subtags = parts[parts.count - 2].split(separator: "-", omittingEmptySubsequences: false)
    guard let language = subtags.first, languages.contains(String(language)), subtags.count <= 2,
        subtags.dropFirst().allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (65...90).contains($0) } })
    else { return nil }
    return subtags.joined(separator: "-")
}

private func undotted(_ name: String) -> String {
    name.dropLast(".md".count).split(separator: ".").joined(separator: "-") + ".md"
}

/// The two-letter codes of languages, from ISO 639-1.
private let languages = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka \
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng \
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su \
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map(String.init))

private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": return true
        default: return false
        }
    }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
        || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
}

/// Whether every letter that has a composed form is in it: two strings of other scalars that are equal for Unicode
/// would be two files with one address.
private func isComposed(_ name: String) -> Bool {
    guard !name.utf8.allSatisfy({ $0 < 128 }) else { return true }
    return name.allSatisfy { character in
        let scalars = Array(character.unicodeScalars)
        guard scalars.count > 1 else { return true }
        return !compositions.contains(scalars[0]) || scalars[1].properties.canonicalCombiningClass == .notReordered
    }
}

/// Latin, Greek and Cyrillic base letters: those that have precomposed accented forms.
private let compositions: Set<Unicode.Scalar> = Set(
    (0x41...0x7A).compactMap { Unicode.Scalar($0) } + (0x391...0x3C9).compactMap { Unicode.Scalar($0) }
        + (0x410...0x44F).compactMap { Unicode.Scalar($0) })

private func cleaned(_ name: String) -> String {
    let scalars = name.lowercased().unicodeScalars.map { isAllowed($0) ? $0 : "-" }
    var result = String(String.UnicodeScalarView(scalars))
    while let range = result.firstRange(of: "--") { result.replaceSubrange(range, with: "-") }
    result.trimPrefix("-")
    result = result.replacing("-.", with: ".")
    while result.hasSuffix(".") || result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "page.md" : result
}

private let windowsNames: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
