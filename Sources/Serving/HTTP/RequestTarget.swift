/// What a request line asks for.
struct RequestTarget {
    /// Below the root, decoded.
    let path: String
    /// The host of a whole address (`GET http://host/path`), which goes before the field `Host` (RFC 9112, section 3.2.2).
    let authority: String?

    /// Reads a path or a whole address; the query is dropped.
    init(_ bytes: ArraySlice<UInt8>) throws(RequestError) {
        var rest = bytes
        if rest.starts(with: "http://".utf8) {
            rest = rest.dropFirst("http://".utf8.count)
            let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(decoding: rest[..<slash], as: UTF8.self).lowercased()
            rest = rest[slash...]
        } else {
            authority = nil
            guard rest.first == UInt8(ascii: "/") else { throw .malformed }
        }
        let path = rest.dropFirst().prefix { $0 != UInt8(ascii: "?") }
        guard let decoded = RequestTarget.decoded(path) else { throw .malformed }
        self.path = decoded
    }

    /// Percent signs resolved once. Nil for broken ones, for bytes that aren't UTF-8, and for controls, which no path of
    /// a site holds.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
            result.append(high << 4 | low)
        }
        guard result.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return nil }
        return String(validating: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
