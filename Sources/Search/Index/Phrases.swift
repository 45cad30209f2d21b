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

    /// Words of a class that the site doesn't have, each with the first ones of the class that it has: what readers say who don't know
    /// the site's own word.
    ///
    /// - Parameter terms: those of the site.
    static func make(classes: [Synonyms], in terms: Set<String>, _ stemmer: Stemmer) -> [String: [String]] {
        let forms = WordForms(stemmer)
        var result: [String: [String]] = [:]
        for group in classes {
            // With words that aren't asked for a phrase is another one: "not start" is no "start".
            let names = group.names.filter { !hasStopWord($0, forms, stemmer) }.map { phrase($0, forms, stemmer) }
            let isKnown = { (name: String) in name.split(separator: " ").allSatisfy { terms.contains(String($0)) } }
            var known: [String] = []
            for name in names where known.count < mostOfClass && !name.isEmpty && !known.contains(name) && isKnown(name) {
                known.append(name)
            }
            for name in names where !known.isEmpty && !isKnown(name) && result[name] == nil { result[name] = known }
        }
        return result
    }

    /// So many words of a class are looked for in place of another.
    private static let mostOfClass = 3

    private static func hasStopWord(_ name: String, _ forms: WordForms, _ stemmer: Stemmer) -> Bool {
        var scanner = WordScanner(name)
        while let word = scanner.next() {
            if forms.forms(of: word).contains(where: { stemmer.stopWords.contains($0.term) }) { return true }
        }
        return false
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
