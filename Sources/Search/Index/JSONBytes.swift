import Diagnostics

/// JSON written straight to bytes: the index is many times larger than a message, for which there is `JSONValue`.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Bytes that need no escape, between quotes.
    mutating func plain(_ text: [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes += text
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func number(_ number: Int) { bytes += String(number).utf8 }

    mutating func string(_ text: some StringProtocol) { JSONString.append(text, to: &bytes) }

    mutating func strings(_ texts: some Sequence<String>) {
        raw("[")
        for (index, text) in texts.enumerated() {
            if index > 0 { raw(",") }
            string(text)
        }
        raw("]")
    }
}
