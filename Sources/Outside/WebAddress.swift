/// An address as it is asked for: without a fragment, with nothing in it that a request may not contain.
struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    let description: String
    /// In small letters, without the port: politeness is owed to machines.
    let host: String
    let isSecure: Bool

    /// Nil for what is no http or https address with a host.
    init?(_ address: String) {
        let bare = address.prefix { $0 != "#" }
        let scheme = bare.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = Substring(bare.utf8.dropFirst(scheme.utf8.count + 1))
        guard rest.hasPrefix("//") else { return nil }
        let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
        let name = authority.split(separator: "@").last ?? ""
        let host = name.hasPrefix("[") ? name.prefix { $0 != "]" } + "]" : name.prefix { $0 != ":" }
        guard !host.isEmpty, host != "]" else { return nil }
        self.host = host.lowercased()
        isSecure = scheme == "https"
        let path = rest.dropFirst(2 + authority.count)
        description = "\(scheme)://\(authority)" + WebAddress.encoded(path.isEmpty ? "/" : path.hasPrefix("/") ? path : "/" + path)
    }

    /// The same by https.
    var secured: WebAddress? { isSecure ? nil : WebAddress("https" + description.dropFirst("http".count)) }

    /// What browsers encode before they ask (URL Standard, path percent-encode set), here for all but plain signs.
    private static func encoded(_ path: Substring) -> String {
        var result = ""
        for byte in path.utf8 {
            if byte > 32, byte < 127, !"\"<>\\^`{|}".utf8.contains(byte) {
                result.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
