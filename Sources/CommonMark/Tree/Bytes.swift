extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// A space, a tab or a line end.
    var isSpace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }

    /// An ASCII digit.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// An ASCII letter.
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    /// What a backslash can be before.
    var isPunctuation: Bool { (33...126).contains(self) && !isDigit && !isLetter }

    /// Allowed in the names of data files and their entries.
    var isNamePart: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || self == UInt8(ascii: "-")
    }
}

extension ArraySlice<UInt8> {
    /// Without the white space around it.
    var trimmed: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { !$0.isSpace }), let last = lastIndex(where: { !$0.isSpace }) else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }

    /// Whether two bytes are at an index.
    func has(_ first: UInt8, _ second: UInt8, at index: Int) -> Bool {
        index + 1 < endIndex && self[index] == first && self[index + 1] == second
    }

    /// Where two bytes are next to each other, from an index on.
    func first(_ first: UInt8, _ second: UInt8, from start: Int) -> Int? {
        var index = start
        while index + 1 < endIndex {
            if self[index] == first, self[index + 1] == second { return index }
            index += 1
        }
        return nil
    }
}
