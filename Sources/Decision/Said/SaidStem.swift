/// A word without the endings of plurals, -ed and -ing: stemming further would join reseller and resell, branded and brand.
///
/// The twin is `stemOf` in Templates/scripts/search-said.js.
package func saidStem(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard bytes.allSatisfy({ (97...122).contains($0) }) else { return word }
    var stem = withoutPlural(bytes)
    if stem.count > 4, let base = withoutEnding(stem), base.count > 2, base.contains(where: vowels.contains) {
        stem = base.count > 3 && isDouble(base) ? base.dropLast() : base
    }
    if stem.count > 3, stem.last == UInt8(ascii: "e") { stem.removeLast() }
    return String(decoding: stem, as: UTF8.self)
}

private let vowels = Set("aeiouy".utf8)

private func withoutPlural(_ word: [UInt8]) -> [UInt8] {
    if word.count > 4, word.suffix(3) == ArraySlice("ies".utf8) { return word.dropLast(3) + Array("y".utf8) }
    guard word.count > 3, word.last == UInt8(ascii: "s") else { return word }
    let before = word[word.count - 2]
    if !"suis".utf8.contains(before) { return word.dropLast() }
    let isAfterConsonant = before == UInt8(ascii: "i") && !"aeiou".utf8.contains(word[word.count - 3])
    return isAfterConsonant ? word.dropLast() : word
}

private func withoutEnding(_ word: [UInt8]) -> [UInt8]? {
    if word.suffix(3) == ArraySlice("ing".utf8) { return word.dropLast(3) }
    guard word.suffix(2) == ArraySlice("ed".utf8), word[word.count - 3] != UInt8(ascii: "e") else { return nil }
    return word.dropLast(2)
}

private func isDouble(_ word: [UInt8]) -> Bool {
    let last = word[word.count - 1]
    return last == word[word.count - 2] && !"aeiouyls".utf8.contains(last)
}
