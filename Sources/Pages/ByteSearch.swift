extension BidirectionalCollection where Element == UInt8 {
    /// Where the bytes of a word begin first.
    ///
    /// `firstRange(of:)` of the standard library takes fifty times as long; files of scripts and every page are searched.
    func firstPlace(of word: some Collection<UInt8>) -> Index? {
        guard let first = word.first else { return startIndex }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: word) { return start }
            rest = rest[rest.index(after: start)...]
        }
        return nil
    }
}

extension String {
    /// Whether a word is somewhere in it.
    func holds(_ word: String) -> Bool { utf8.firstPlace(of: word.utf8) != nil }
}
