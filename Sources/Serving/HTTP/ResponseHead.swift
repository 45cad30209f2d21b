/// The heads of responses: the same protection as on the published site, and nothing kept by the browser.
struct ResponseHead {
    private let common: String

    /// - Parameter policy: the Content-Security-Policy of the site's pages.
    init(policy: String) {
        common = """
            Cache-Control: no-store\r
            Content-Security-Policy: \(policy)\r
            Cross-Origin-Embedder-Policy: require-corp\r
            Cross-Origin-Opener-Policy: same-origin\r
            Cross-Origin-Resource-Policy: same-origin\r
            Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r
            Referrer-Policy: same-origin\r
            X-Content-Type-Options: nosniff\r
            X-Frame-Options: DENY\r

            """
    }

    /// - Parameter length: nil for a stream that has no end.
    func bytes(_ status: Status, type: String, length: Int?, location: String? = nil, closes: Bool) -> [UInt8] {
        var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\nContent-Type: \(type)\r\n"
        if let length { text += "Content-Length: \(length)\r\n" }
        if let location { text += "Location: \(location)\r\n" }
        if status == .methodNotAllowed { text += "Allow: GET, HEAD\r\n" }
        if closes { text += "Connection: close\r\n" }
        return Array((text + common + "\r\n").utf8)
    }
}
