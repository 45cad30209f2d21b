/// How many of a site's records have a word: one that many have tells none of them from the others.
package struct CommonWords: Sendable {
    private let forms: WordForms
    /// The terms that more than a twentieth of the records have.
    private let common: Set<String>
    private let stopWords: Set<String>

    /// With fewer records, a twentieth is a few of them by chance.
    private static let leastRecords = 100
    private static let share = 20

    /// Nil for a site with too few records to tell.
    ///
    /// - Parameter language: a BCP 47 tag.
    package init?(_ records: [SearchRecord], language: String) {
        guard records.count >= Self.leastRecords else { return nil }
        let stemmer = Stemmer.forLanguage(language)
        forms = WordForms(stemmer)
        let counted = TermCounter.count(records[...], stemmer).postings
        common = Set(counted.filter { $0.value.count * Self.share > records.count }.keys)
        stopWords = stemmer.stopWords
    }

    /// Whether a text has nothing but common words.
    package func isAll(of text: String) -> Bool {
        var scanner = WordScanner(text)
        var hasWords = false
        while let word = scanner.next() {
            if forms.pieces(of: word).joined().allSatisfy(stopWords.contains) { continue }
            let whole = forms.forms(of: word).filter(\.isWhole)
            guard whole.allSatisfy({ common.contains($0.term) }) else { return false }
            hasWords = true
        }
        return hasWords
    }
}
