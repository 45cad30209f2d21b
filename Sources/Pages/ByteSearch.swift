extension Collection where Element == UInt8 {
    /// Where the bytes of a word begin first.
    ///
    /// The standard library's `firstRange(of:)` takes fifty times as long; files of scripts and every page are searched.
    func firstPlace(of word: some Collection<UInt8>) -> Index? {
        let word = Array(word)
        let found = withContiguousStorageIfAvailable { bytes in unsafe place(of: word, in: bytes) }
        // What is in pieces is put together.
        guard let found else { return Array(self).firstPlace(of: word).map { index(startIndex, offsetBy: $0) } }
        return found.map { index(startIndex, offsetBy: $0) }
    }
}

/// Compares from the end of the word: by what is there, the search moves on by up to its length at once
/// (Horspool, Software: Practice and Experience 10, 1980).
private func place(of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let end = word.last else { return 0 }
    let last = word.count - 1
    var steps = [Int](repeating: word.count, count: 256)
    for index in 0..<last { steps[Int(word[index])] = last - index }
    var start = 0
    while start + last < bytes.count {
        let byte = unsafe bytes[start + last]
        if byte == end, word.indices.allSatisfy({ unsafe bytes[start + $0] == word[$0] }) { return start }
        start += steps[Int(byte)]
    }
    return nil
}

extension String {
    /// Whether a word is somewhere in it.
    func holds(_ word: String) -> Bool { utf8.firstPlace(of: word.utf8) != nil }
}
