/// The words of the site, for words that match nothing: within one edit of a mistyped word, either its first or its
/// last half is right, so the words are listed twice, by their beginnings and by their ends.
enum Spelling {
    private static let bytes = 12_000

    /// Words that may be meant: of four letters and more. Codes are never guessed, as the next code is another product.
    static func isKept(_ word: String) -> Bool {
        (4...WordForms.longestTerm).contains(word.utf8.count) && !word.utf8.contains { (48...57).contains($0) }
    }

    static func make(_ words: Set<String>, names: FileNames) -> (beginnings: Shards, ends: Shards) {
        let reversed = words.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
        return (shards(Array(words), names), shards(reversed, names))
    }

    private static func shards(_ words: [String], _ names: FileNames) -> Shards {
        var shards = Shards()
        let sorted = words.sorted { $0.precedes($1) }
        var start = 0
        while start < sorted.count {
            var end = start
            var size = 0
            while end < sorted.count, size < bytes {
                size += sorted[end].utf8.count + 1
                end += 1
            }
            var file = JSONBytes()
            file.string(sorted[start..<end].joined(separator: " "))
            shards.append(first: start == 0 ? "" : sorted[start], names.file(file.bytes))
            start = end
        }
        return shards
    }
}
