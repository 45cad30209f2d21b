#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The names by which this server lets itself be called.
///
/// A page of another site can make its own name lead to this machine (DNS rebinding), and would then read the preview.
/// The field `Host` then has its name, which is none of these.
package struct HostNames: Sendable {
    private let names: Set<String>
    private let port: UInt16
    /// Listening on every address, the server is reached by addresses that it does not know. A name may be rebound; an
    /// address cannot be, so any is good.
    private let takesAddresses: Bool

    /// - Parameter host: what the person who started the server gave; nil for loopback only.
    package init(host: String?, port: UInt16) {
        self.port = port
        var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
        if let host { names.insert(HostNames.written(host.lowercased())) }
        self.names = names
        takesAddresses = host == "0.0.0.0" || host == "::"
    }

    /// Whether a request with this `Host` (in lower case) is meant for this server.
    package func contains(_ host: String) -> Bool {
        let name: String
        if host.hasSuffix(":\(port)") {
            name = String(host.dropLast(":\(port)".count))
        } else if port == 80 {
            name = host
        } else {
            return false
        }
        return names.contains(name) || (takesAddresses && HostNames.isAddress(name))
    }

    /// As it is written in an address: `[::1]` for `::1`.
    package static func written(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }

    private static func isAddress(_ name: String) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16)
        if name.hasPrefix("["), name.hasSuffix("]") {
            return unsafe inet_pton(AF_INET6, String(name.dropFirst().dropLast()), &buffer) == 1
        }
        return unsafe inet_pton(AF_INET, name, &buffer) == 1
    }
}
