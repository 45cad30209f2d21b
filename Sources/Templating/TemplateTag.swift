/// One tag, as it's written.
struct TemplateTag {
    /// After the braces: `#`, `>` …; 0 for a plain name.
    let sign: UInt8
    /// Without the sign and the white space around it.
    let name: String
    /// From the first brace to the last.
    let place: Range<Int>

    private static let signs = Array("#^/<>$!&%={".utf8)

    /// Reads the tag whose first brace is at an index.
    static func read(_ bytes: [UInt8], at start: Int) throws(TemplateError) -> TemplateTag {
        let opened = start..<start + 2
        var first = start + 2
        let sign = first < bytes.count && signs.contains(bytes[first]) ? bytes[first] : 0
        if sign != 0 { first += 1 }
        guard let close = braces(bytes, UInt8(ascii: "}"), from: first) else { throw TemplateError(problem: .openTag, place: opened) }
        var end = close + 2
        if sign == UInt8(ascii: "{") {
            guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { throw TemplateError(problem: .name, place: start..<end) }
            end += 1
        }
        let name = trimmed(bytes[first..<close])
        let place = start..<end
        switch sign {
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "="): throw TemplateError(problem: .delimiters, place: place)
        case UInt8(ascii: "%"): throw TemplateError(problem: .setting, place: place)
        default:
            let isFile = sign == UInt8(ascii: ">") || sign == UInt8(ascii: "<") || sign == UInt8(ascii: "/")
            guard !name.isEmpty, name.allSatisfy({ isInName($0) || isFile && $0 == UInt8(ascii: "/") }) else {
                throw TemplateError(problem: .name, place: place)
            }
        }
        return TemplateTag(sign: sign, name: String(decoding: name, as: UTF8.self), place: place)
    }

    /// Where a brace comes twice.
    static func braces(_ bytes: [UInt8], _ brace: UInt8, from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == brace, bytes[index + 1] == brace { return index }
            index += 1
        }
        return nil
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        (97...122).contains(byte | 0x20) || (48...57).contains(byte) || ".-_?".utf8.contains(byte)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isSpace: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
        let rest = bytes.drop(while: isSpace)
        return rest[..<(rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex)]
    }
}
