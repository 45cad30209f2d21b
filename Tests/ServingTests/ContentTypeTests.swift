@testable import Serving
import Testing

/// What a browser is told about bytes.
@Suite struct ContentTypeTests {
    @Test(arguments: [
        ("index.html", "text/html; charset=utf-8"), ("a/style.0a1b.css", "text/css; charset=utf-8"),
        ("a.b/main.js", "text/javascript; charset=utf-8"), ("x.svg", "image/svg+xml"), ("api/x.json", "application/json"),
        ("_headers", "text/plain; charset=utf-8"), ("a/unknown.xyz", "application/octet-stream"), ("", "application/octet-stream"),
    ])
    func `a type is told by the ending`(path: String, type: String) {
        #expect(ContentType.of(path) == type)
    }

    @Test func `no response is kept by a browser, and every one is protected`() {
        let head = String(
            decoding: ResponseHead(policy: "default-src 'none'").bytes(.ok, type: "x", length: 3, closes: true), as: UTF8.self)
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: x\r\nContent-Length: 3\r\nConnection: close\r\n"))
        #expect(head.hasSuffix("X-Frame-Options: DENY\r\n\r\n"))
        #expect(head.contains("\r\nCache-Control: no-store\r\nContent-Security-Policy: default-src 'none'\r\n"))
    }
}
