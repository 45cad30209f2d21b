/// Where the attributes of one tag are.
struct TagPlaces {
    private let bytes: [UInt8]
    private let tag: Range<Int>

    init(_ bytes: [UInt8], _ tag: Range<Int>) {
        self.bytes = bytes
        self.tag = tag
    }

    /// The name of the element, with its bracket.
    var name: Range<Int> {
        let end = bytes[tag].firstIndex { $0 <= 32 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") } ?? tag.upperBound
        return tag.lowerBound..<max(end, min(tag.lowerBound + 1, tag.upperBound))
    }

    /// The name of an attribute with its prefix, which is in a tag as it is; else the whole tag.
    func place(of attribute: ExpandedName) -> Range<Int> {
        let wanted = Array(attribute.name.utf8)
        var from = tag.lowerBound
        while let found = bytes[from..<tag.upperBound].firstRange(of: wanted) {
            from = found.upperBound
            let after = bytes[found.upperBound..<tag.upperBound].first { $0 > 32 }
            guard after == UInt8(ascii: "="), found.lowerBound > tag.lowerBound else { continue }
            let start = startOfPrefix(found.lowerBound)
            if bytes[start - 1] <= 32 { return start..<found.upperBound }
        }
        return name
    }

    private func startOfPrefix(_ start: Int) -> Int {
        guard bytes[start - 1] == UInt8(ascii: ":") else { return start }
        let before = bytes[tag.lowerBound..<start].lastIndex { $0 <= 32 }
        return before.map { $0 + 1 } ?? start
    }
}
