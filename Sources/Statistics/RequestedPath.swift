import Content
import Forms

/// The address that a request asked for, below the site's root: what it is about, and nothing about who asked.
struct RequestedPath {
    /// Without a query, percent signs resolved, `index.html` left out: `entitlement/access/`.
    let path: String
    /// What was searched for: the field `q` of the query.
    let search: String?

    /// - Parameter base: the path of the site on its host, with slashes around it.
    /// - Returns: nil for what is no address of this site or no text.
    init?(_ bytes: [UInt8], _ target: Range<Int>, base: [UInt8]) {
        var start = target.lowerBound
        // A request to a proxy names the whole address.
        if bytes[start] != UInt8(ascii: "/") {
            guard let host = bytes[target].firstRange(of: Array("://".utf8)),
                let slash = bytes[host.upperBound..<target.upperBound].firstIndex(of: UInt8(ascii: "/"))
            else { return nil }
            start = slash
        }
        let end = bytes[start..<target.upperBound].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? target.upperBound
        guard end - start >= base.count, bytes[start..<start + base.count].elementsEqual(base) else { return nil }
        var written = String(decoding: bytes[start + base.count..<end], as: UTF8.self)
        if written.utf8.contains(UInt8(ascii: "%")) {
            guard let decoded = percentDecoded(written) else { return nil }
            written = decoded
        }
        if written == "index.html" || written.hasSuffix("/index.html") { written.removeLast("index.html".count) }
        path = written
        search = path == "search/" && end < target.upperBound ? RequestedPath.field("q", bytes[end + 1..<target.upperBound]) : nil
    }

    /// A field of a query in the form that forms send.
    private static func field(_ name: String, _ query: ArraySlice<UInt8>) -> String? {
        for part in query.split(separator: UInt8(ascii: "&")) where part.starts(with: Array("\(name)=".utf8)) {
            let value = part.dropFirst(name.utf8.count + 1).map { $0 == UInt8(ascii: "+") ? 32 : $0 }
            return percentDecoded(String(decoding: value, as: UTF8.self))
        }
        return nil
    }
}

/// What may be printed of addresses and searches.
enum Privacy {
    /// Longer ones are noise, and would fill the memory.
    private static let length = 160

    /// Whether a text may tell of a person: an e-mail address, an address on the network, a number of six digits or more.
    static func isPersonal(_ text: String) -> Bool {
        var digits = 0
        var groups = 0
        var isGroup = false
        var colons = 0
        for byte in text.utf8 {
            if (48...57).contains(byte) {
                digits += 1
                if digits >= 6 { return true }
                isGroup = true
            } else {
                if byte == UInt8(ascii: "@") { return true }
                if byte == UInt8(ascii: ":") { colons += 1 }
                if byte == UInt8(ascii: "."), isGroup { groups += 1 } else { groups = 0 }
                digits = 0
                isGroup = false
            }
            if groups >= 3, isGroup { return true }
        }
        return colons >= 3
    }

    /// The text as it may be shown: in one line, without signs that terminals act on; nil if it may not be shown.
    static func shown(_ text: String) -> String? {
        guard text.utf8.count <= length, !isPersonal(text) else { return nil }
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            let category = scalar.properties.generalCategory
            return category == .control || category == .format || scalar.value == 0x2028 || scalar.value == 0x2029 ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
