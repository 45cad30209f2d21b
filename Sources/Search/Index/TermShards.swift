/// The files that say where each term is, cut by the first letters of the terms.
enum TermShards {
    /// About 3 kB compressed: each word of a search needs one, and a question has ten.
    static let bytes = 6_000
    /// Of a term that is nearly everywhere, only so many places are kept, the ones where it counts most. Its list
    /// begins with `!`, and the engine does not ask that a result has the word.
    static let mostPostings = 6000
    /// Words without meaning only help to tell titles apart.
    static let mostOfStopWord = 1000

    static func make(
        _ counted: [TermCounter.Result], phrases: [String: [String]], names: FileNames
    ) -> Shards {
        var shards = Shards()
        let terms = Set(counted.flatMap(\.postings.keys)).union(phrases.keys.map(firstWord)).sorted { $0.precedes($1) }
        let phrasesByWord = Dictionary(grouping: phrases.sorted { $0.key.precedes($1.key) }) { firstWord($0.key) }
        var start = 0
        while start < terms.count {
            var file = JSONBytes()
            var index = start
            file.raw("{\"terms\":{")
            while index < terms.count, file.bytes.count < bytes {
                if index > start { file.raw(",") }
                file.string(terms[index])
                file.raw(":")
                file.plain(postings(of: terms[index], counted))
                index += 1
            }
            file.raw("},\"same\":{")
            write(terms[start..<index].flatMap { phrasesByWord[$0] ?? [] }, to: &file)
            file.raw("}}")
            shards.append(first: start == 0 ? "" : terms[start], names.file(file.bytes))
            start = index
        }
        return shards
    }

    private static func write(_ phrases: [(key: String, value: [String])], to file: inout JSONBytes) {
        for (number, phrase) in phrases.enumerated() {
            if number > 0 { file.raw(",") }
            file.string(phrase.key)
            file.raw(":")
            file.strings(phrase.value)
        }
    }

    private static func firstWord(_ phrase: String) -> String {
        phrase.split(separator: " ").first.map(String.init) ?? ""
    }

    private static func postings(of term: String, _ counted: [TermCounter.Result]) -> [UInt8] {
        var all = counted.flatMap { $0.postings[term] ?? [] }
        let most = term.hasPrefix(Stemmer.stopMark) ? mostOfStopWord : mostPostings
        let isCut = all.count > most
        if isCut {
            let best = all.sorted {
                (Weights.rank($1.weight), $0.record) < (Weights.rank($0.weight), $1.record)
            }.prefix(most)
            all = best.sorted { $0.record < $1.record }
        }
        var list = PostingList()
        for posting in all { list.append(posting) }
        return (isCut ? [UInt8(ascii: "!")] : []) + list.bytes
    }
}
