/// Addresses of the published site: the only place where one is made.
package enum Route {
    /// Where the style sheet and the like are published.
    static let assetFolder = "assets"

    /// The file that a web server sends for an address: of `a/b/` `a/b/index.html`.
    package static func file(_ address: String) -> String {
        address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
    }

    /// The address of a state of a questionnaire, for readers without script; the first is the questionnaire's own.
    static func step(_ number: Int, from start: String) -> String { number == 0 ? start : start + "\(number + 1)/" }

    /// The address of one page of several that a list or document has; no page of the site can have such a name.
    static func part(_ number: Int, of start: String) -> String { number == 0 ? start : start + "~\(number + 1)/" }

    /// The address of one page of several that a long table or list on a page has.
    ///
    /// - Parameter block: tells it from others on the page; it can have no `~`.
    static func part(_ number: Int, of start: String, block: String) -> String {
        number == 0 ? start : start + "~\(block)~\(number + 1)/"
    }

    /// The prefix from a page to the site's root: of `a/b/` `../../`.
    static func root(_ address: String) -> String {
        String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The link from one page to another address of the site, as short as it can be; percent-encoded.
    static func relative(from page: String, to address: String) -> String {
        // The folders that both share: the bytes up to the last slash before the first difference.
        let shared = zip(page.utf8, address.utf8).prefix { $0 == $1 }.reduce(into: (count: 0, length: 0)) {
            state, pair in
            state.length += 1
            if pair.0 == slash { state.count = state.length }
        }.count
        let up = page.utf8.dropFirst(shared).count { $0 == slash }
        let down = Substring(address.utf8.dropFirst(shared))
        return up == 0 && down.isEmpty ? "./" : encoded(String(repeating: "../", count: up) + down)
    }

    /// A path with everything but unreserved signs and slashes percent-encoded (RFC 3986, section 2.3).
    package static func encoded(_ path: String) -> String {
        guard !path.utf8.allSatisfy(isPlain) else { return path }
        var result = ""
        for byte in path.utf8 {
            if isPlain(byte) {
                result.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static let slash = UInt8(ascii: "/")

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
        default: false
        }
    }
}
