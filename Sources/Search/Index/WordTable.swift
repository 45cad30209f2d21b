/// Numbers words in the order in which they first come up. They are looked up by their bytes, so that of a word that is known no
/// string is made: a large site has thousands of times as many words as different ones.
struct WordTable {
    /// The bytes of all words, one after another.
    private var bytes: [UInt8] = []
    /// Where each word begins, and where the last one ends.
    private var starts = [0]
    /// Open addressing with linear probing: the number of a word and one, or nothing.
    private var slots = [Int32](repeating: 0, count: 1 << 10)

    /// Another one in each run, so that nobody can write words which all have the same place.
    private static let seed = UInt64.random(in: 0...UInt64.max)

    /// How many words there are.
    var count: Int { starts.count - 1 }

    /// The number of a word; a new one gets the next.
    mutating func number(of word: ArraySlice<UInt8>) -> Int {
        var slot = place(of: word)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if bytes[starts[number]..<starts[number + 1]].elementsEqual(word) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes += word
        starts.append(bytes.count)
        slots[slot] = Int32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private func place(of word: ArraySlice<UInt8>) -> Int {
        var hash = WordTable.seed
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
        return Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            var slot = place(of: bytes[starts[number]..<starts[number + 1]])
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number + 1)
        }
    }
}
