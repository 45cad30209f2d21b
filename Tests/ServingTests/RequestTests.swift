@testable import Serving
import Testing

/// What is a request, what is not one yet, and what never will be.
@Suite struct RequestTests {
    private func read(_ text: String) -> RequestParser.Outcome { RequestParser.parse(Array(text.utf8)) }

    private func request(_ text: String) -> Request? {
        if case .request(let request, _) = read(text) { request } else { nil }
    }

    private func status(_ text: String) -> Status? {
        if case .refused(let error) = read(text) { error.status } else { nil }
    }

    @Test func `a request is read to its end and no further`() {
        let text = "GET /a/b/?x=1 HTTP/1.1\r\nHost: LOCALHOST:80\r\nAccept: */*\r\n\r\n"
        let expected = Request(method: .get, path: "a/b/", host: "localhost:80", keepsAlive: true)
        #expect(read(text + "GET /next") == .request(expected, length: text.utf8.count))
    }

    @Test func `every beginning of a request is incomplete`() {
        let text = Array("\r\nHEAD /a HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
        for count in 0..<text.count { #expect(RequestParser.parse(Array(text[..<count])) == .incomplete) }
    }

    @Test(arguments: [
        ("/", ""), ("/a%20b", "a b"), ("/caf%C3%A9/", "café/"), ("/%2e%2e/x", "../x"), ("/%252e", "%2e"), ("//evil/..", "/evil/.."),
        ("/?a?b", ""), ("http://localhost/a", "a"), ("http://localhost", ""),
    ])
    func `a path is decoded once`(target: String, path: String) {
        #expect(request("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")?.path == path)
    }

    @Test(arguments: [
        ("HTTP/1.1", "", true), ("HTTP/1.1", "Connection: close\r\n", false), ("HTTP/1.0", "", false),
        ("HTTP/1.0", "Connection: keep-alive\r\n", true), ("HTTP/1.1", "Connection: x, Close\r\n", false),
    ])
    func `a connection is kept as the client wants`(version: String, field: String, isKept: Bool) {
        #expect(request("GET / \(version)\r\nHost: a\r\n\(field)\r\n")?.keepsAlive == isKept)
    }

    @Test func `a whole address names the host`() {
        #expect(request("GET http://evil.example/a HTTP/1.1\r\nHost: localhost\r\n\r\n")?.host == "evil.example")
    }

    @Test(arguments: [
        ("GET /\r\n\r\n", Status.badRequest), ("GET / HTTP/9.9\r\nHost: a\r\n\r\n", .versionNotSupported),
        ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest), ("GET / HTTP/1.1\nHost: a\n\n", .badRequest),
        ("GET / HTTP/1.1\r\n\r\n", .badRequest), ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", .badRequest), ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", .badRequest), ("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        ("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest), ("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        ("GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest), ("GET /a%0d%0a HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest), ("GET file:///etc HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", .methodNotAllowed), ("get / HTTP/1.1\r\nHost: a\r\n\r\n", .methodNotAllowed),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", .contentTooLarge),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", .contentTooLarge),
        ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", .contentTooLarge),
        ("PRI * HTTP/2.0\r\n\r\n", .versionNotSupported),
    ])
    func `what could be read in two ways is refused`(text: String, expected: Status) {
        #expect(status(text) == expected)
    }

    @Test func `a head has its limits`() {
        let long = String(repeating: "a", count: RequestLimits.headBytes)
        #expect(status("GET /\(long)") == .headerTooLarge)
        #expect(status("GET /\(long) HTTP/1.1\r\nHost: a\r\n\r\n") == .headerTooLarge)
        let fields = (0..<RequestLimits.fields).map { "X\($0): y\r\n" }.joined()
        #expect(status("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n") == .headerTooLarge)
    }

    @Test func `no bytes crash the reader`() {
        var random = SystemRandomNumberGenerator()
        let text = Array("GET /a%20 HTTP/1.1\r\nHost: localhost\r\nX: y\r\n\r\n".utf8)
        for _ in 0..<3000 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = RequestParser.parse(bytes)
        }
    }
}
