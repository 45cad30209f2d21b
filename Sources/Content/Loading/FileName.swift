/// What is wrong with a name of a file or folder, which becomes part of an address, and how to mend it; nil if nothing.
///
/// Letters, digits, `-`, `_` and `.`: such a name stands in every link, on every file system and in every shell as it
/// is written. Unicode letters are fine when composed (NFC), as the two forms look alike and differ in bytes.
package func nameProblem(_ name: String) -> (message: String, help: String)? {
    let bytes = name.utf8.count
    guard bytes <= Limits.nameBytes else {
        return ("the name is \(bytes) bytes long, and \(Limits.nameBytes) are allowed", "shorten it")
    }
    guard name.unicodeScalars.allSatisfy(isAllowed), !name.hasPrefix("-"), !name.hasSuffix(".") else {
        return (
            "the name holds signs that cannot stand in an address",
            "use letters, digits, hyphens and underscores: \(cleaned(name))"
        )
    }
    guard isComposed(name) else {
        return (
            "the name holds a letter and its accent as two signs", "type the name again: \(name) in its composed form"
        )
    }
    let stem = Substring(name.utf8.prefix { $0 != UInt8(ascii: ".") }).lowercased()
    guard !windowsNames.contains(stem) else {
        return ("files cannot have this name on Windows", "choose another name")
    }
    return nil
}

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

/// Whether every letter that has a composed form stands in it: two strings of other scalars that are equal for Unicode
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
    while result.hasSuffix(".") { result.removeLast() }
    return result.isEmpty ? "page.md" : result
}

private let windowsNames: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
