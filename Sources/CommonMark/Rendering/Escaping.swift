extension [UInt8] {
    /// Appends text for an element's content or a double-quoted attribute, escaped the way cmark does it.
    mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
        var start = text.startIndex
        for index in text.indices {
            let entity: StaticString
            switch text[index] {
            case UInt8(ascii: "\""): entity = "&quot;"
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            default: continue
            }
            append(contentsOf: text[start..<index])
            append(entity)
            start = index + 1
        }
        append(contentsOf: text[start...])
    }

    /// Appends text for an element's content or a double-quoted attribute.
    mutating func appendEscaped(_ text: String) { appendEscaped(ArraySlice(text.utf8)) }

    /// Appends an address for a double-quoted attribute: bytes that no URL may have become `%XX`, as in cmark.
    mutating func appendURL(_ url: ArraySlice<UInt8>) {
        for byte in url {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"),
                UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"),
                UInt8(ascii: "~"):
                append(byte)
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            default:
                append(UInt8(ascii: "%"))
                append(hexDigit(byte >> 4))
                append(hexDigit(byte & 15))
            }
        }
    }

    /// Appends ASCII text that is known when this is compiled.
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe append(contentsOf: $0) }
    }

    /// Appends a number in decimal digits.
    mutating func append(number: Int) { append(contentsOf: String(number).utf8) }

    private func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

/// Addresses that run code or read files in a browser, in cmark's words.
enum DangerousURL {
    /// Whether cmark's safe mode would print an empty address for this one.
    static func matches(_ url: ArraySlice<UInt8>) -> Bool {
        if starts(url, with: "data:") {
            return !["png", "gif", "jpeg", "webp"].contains { starts(url.dropFirst(5), with: "image/" + $0) }
        }
        return ["javascript:", "vbscript:", "file:"].contains { starts(url, with: $0) }
    }

    private static func starts(_ url: ArraySlice<UInt8>, with prefix: String) -> Bool {
        url.count >= prefix.utf8.count && zip(url, prefix.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}
