/// The words that a search on the site can find.
package struct SearchVocabulary: Sendable {
    private let terms: Set<String>
    /// In byte order, for words of which only the beginning was typed.
    private let sorted: [String]
    private let forms: WordForms
    private let stopWords: Set<String>

    /// - Parameter language: a BCP 47 tag.
    package init(_ records: [SearchRecord], synonyms: [Synonyms], language: String) {
        let stemmer = Stemmer.forLanguage(language)
        forms = WordForms(stemmer)
        stopWords = stemmer.stopWords
        var terms = Set(TermCounter.count(records[...], stemmer).postings.keys)
        for word in synonyms.flatMap(\.names).flatMap(SearchVocabulary.words) {
            terms.formUnion(forms.forms(of: word).map(\.term))
        }
        self.terms = terms
        sorted = terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The words of a query that are nowhere on the site, in any form and not as the beginning of a word either.
    package func missing(in query: String) -> [String] {
        SearchVocabulary.words(query).filter { word in
            let own = forms.forms(of: word).map(\.term)
            let folded = forms.pieces(of: word).flatMap { $0 }
            return !folded.contains(where: stopWords.contains) && !own.isEmpty && !own.contains(where: terms.contains)
                && !folded.contains(where: isBeginning)
        }
    }

    private func isBeginning(_ text: String) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].utf8.lexicographicallyPrecedes(text.utf8) { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low].utf8.starts(with: text.utf8)
    }

    private static func words(_ text: String) -> [String] {
        var scanner = WordScanner(text)
        var words: [String] = []
        while let word = scanner.next() { words.append(word) }
        return words
    }
}
