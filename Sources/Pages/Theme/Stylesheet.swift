/// The theme's style files joined into one and made smaller.
enum Stylesheet {
    /// Joins the files in their order and drops comments, indentation and blank lines. What is between quotes, and
    /// in `url(…)`, stays as it is.
    static func joined(_ files: [[UInt8]]) -> [UInt8] {
        var result: [UInt8] = []
        for file in files { append(file, to: &result) }
        return result
    }

    private static func append(_ css: [UInt8], to result: inout [UInt8]) {
        var index = 0
        var quote: UInt8?
        while index < css.count {
            let byte = css[index]
            if let open = quote {
                result.append(byte)
                if byte == UInt8(ascii: "\\"), index + 1 < css.count {
                    index += 1
                    result.append(css[index])
                } else if byte == open {
                    quote = nil
                }
            } else if byte == UInt8(ascii: "/"), index + 1 < css.count, css[index + 1] == UInt8(ascii: "*") {
                index = endOfComment(css, from: index + 2)
                continue
            } else if byte == 10 || byte == 32 || byte == 9 {
                appendSpace(byte, to: &result)
            } else {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
                dropEnd(before: byte, of: &result)
                result.append(byte)
            }
            index += 1
        }
        appendSpace(10, to: &result)
    }

    /// The byte after `*/`.
    private static func endOfComment(_ css: [UInt8], from start: Int) -> Int {
        var index = start
        while index + 1 < css.count {
            if css[index] == UInt8(ascii: "*"), css[index + 1] == UInt8(ascii: "/") { return index + 2 }
            index += 1
        }
        return css.count
    }

    /// Nothing is parted before `{`, `}` and `>`, and the last declaration of a rule needs no `;`.
    private static func dropEnd(before byte: UInt8, of result: inout [UInt8]) {
        guard [UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ">")].contains(byte) else { return }
        if result.last == 32 || (byte == UInt8(ascii: "{") && result.last == 10) { result.removeLast() }
        if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
    }

    /// Runs of white space become one: a line end if there is one among them, none after a line end or a sign that parts by itself.
    private static func appendSpace(_ byte: UInt8, to result: inout [UInt8]) {
        guard let last = result.last else { return }
        // In a selector a space before `:` means something, one after it never appears.
        if last == 10 || "{};,:>".utf8.contains(last) { return }
        if last == 32 {
            if byte == 10 { result[result.count - 1] = 10 }
            return
        }
        result.append(byte == 10 ? 10 : 32)
    }
}
