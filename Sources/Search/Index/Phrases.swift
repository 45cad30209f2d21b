/// Synonyms as the engine looks them up: each name as stems, with the other names.
enum Phrases {
    static func make(_ synonyms: [Synonyms], _ stemmer: Stemmer) -> [String: [String]] {
        var phrases: [String: Set<String>] = [:]
        let forms = WordForms(stemmer)
        for group in synonyms {
            let names = group.names.map { phrase($0, forms, stemmer) }.filter { !$0.isEmpty }
            for name in names { phrases[name, default: []].formUnion(names) }
        }
        var result: [String: [String]] = [:]
        for (name, others) in phrases where others.count > 1 {
            result[name] = others.subtracting([name]).sorted { $0.precedes($1) }
        }
        return result
    }

    /// The whole terms of a name, apart by spaces, as the engine reads them from a search.
    private static func phrase(_ name: String, _ forms: WordForms, _ stemmer: Stemmer) -> String {
        var scanner = WordScanner(name)
        var terms: [String] = []
        while let word = scanner.next() {
            terms += forms.forms(of: word).filter(\.isWhole).map(\.term).filter { !stemmer.stopWords.contains($0) }
        }
        return terms.joined(separator: " ")
    }
}
