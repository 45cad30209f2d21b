/// Reads words that no cue has as those that are one edit away and begin alike.
///
/// The build knows only the words of cues; the script also knows those of the site, which are never mistyped.
struct SaidSpelling: Sendable {
    /// Every word that cues, classes and the language have, stemmed.
    private let known: Set<String>
    private let sorted: [String]

    /// Letters of a word that may be mistyped.
    private static let least = 5

    init(_ grammar: Grammar, _ words: [(name: String, phrases: [[String]])], _ forms: [SaidForm]) {
        let phrases = [grammar.ask, grammar.wish, grammar.suppose, grammar.learn, grammar.doubt, grammar.common].joined()
        let cues = forms.flatMap(\.questions).flatMap(\.options).flatMap { $0.said + $0.maybe + $0.never }
        let all = phrases + cues.map(\.text) + words.flatMap(\.phrases).map { $0.joined(separator: " ") }
        known = Set(all.flatMap { $0.split(separator: " ").map(String.init) }.filter(Self.isPlain))
        sorted = known.filter { $0.utf8.count >= Self.least - 1 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isPlain(_ word: String) -> Bool { !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) } }

    /// Whether a word is neither in a cue nor common.
    func isForeign(_ token: SaidToken) -> Bool {
        token.isCorrected || Self.isPlain(token.stem) && !known.contains(token.stem)
    }

    func corrected(_ token: SaidToken) -> SaidToken {
        guard token.isContent, token.text.utf8.count >= Self.least, isForeign(token) else { return token }
        let stem = Array(token.stem.utf8)
        guard let near = sorted.first(where: { $0.utf8.first == stem.first && isNear(stem, Array($0.utf8)) }) else { return token }
        var corrected = token
        corrected.stem = near
        corrected.isCorrected = true
        return corrected
    }

    /// One edit: a letter too many, too few, wrong, or two that changed places.
    private func isNear(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard abs(one.count - other.count) < 2 else { return false }
        let start = zip(one, other).prefix { $0 == $1 }.count
        let (first, second) = (one[start...], other[start...])
        if first.dropFirst() == second.dropFirst() || first.dropFirst() == second || first == second.dropFirst() { return true }
        return first.dropFirst(2) == second.dropFirst(2) && first.first == second.dropFirst().first
            && second.first == first.dropFirst().first
    }
}
