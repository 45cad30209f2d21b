import Diagnostics
import Foundation
@testable import Preview
import Testing

/// A server on a real socket, asked in the raw.
@Suite(.serialized) struct ServerTests {
    /// A server whose loop turns while a client waits for an answer.
    private final class Ground {
        let server: Server
        let port: UInt16
        private let loop: Loop

        init() throws {
            let listener = try Listener(host: nil, port: 0)
            port = listener.port
            server = Server(listener: listener, hosts: HostNames(host: nil, port: port), policy: "default-src 'none'") { path in
                path == "page/"
                    ? Answer(.ok, type: ContentType.html, bytes: Array("<head></head>words".utf8), version: "7", notes: [])
                    : .plain(.notFound, "no")
            }
            loop = Loop([server])
        }

        /// All that comes back within the time, or until the server closes.
        func ask(_ text: String, for time: Duration = .milliseconds(600)) throws -> String {
            let client = try Client(port: port)
            client.send(Array(text.replacing("PORT", with: "\(port)").utf8))
            let end = ContinuousClock.now + time
            while !client.isClosed, ContinuousClock.now < end {
                loop.turn(upTo: .milliseconds(5))
                client.receive()
            }
            return String(decoding: client.received, as: UTF8.self)
        }
    }

    @Test func `a page is answered, with the script, and HEAD without the words`() throws {
        let ground = try Ground()
        let page = try ground.ask("GET /page/ HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n")
        #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(page.contains("/_waymark/preview.js"))
        #expect(page.hasSuffix("words"))
        let head = try ground.ask("HEAD /page/ HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n")
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(head.hasSuffix("\r\n\r\n"))
    }

    @Test func `requests in a row are answered in a row`() throws {
        let one = "GET /page/ HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n"
        let text = try Ground().ask(
            String(repeating: one, count: 50) + "GET /x HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n")
        #expect(text.split(separator: "HTTP/1.1 200 OK").count == 50)
        #expect(text.contains("HTTP/1.1 404 Not Found"))
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421"),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "421"),
        ("POST / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 3\r\n\r\nabc", "405"), ("nonsense\r\n\r\n", "400"),
    ])
    func `what is not for us is refused and the connection closed`(text: String, status: String) throws {
        let answer = try Ground().ask(text, for: .seconds(3))
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
        #expect(answer.contains("Connection: close\r\n"))
    }

    @Test func `a stream begins with the state and goes on with news`() throws {
        let ground = try Ground()
        ground.server.announce(News(version: "v1", state: "s1", errors: []))
        let problem = Diagnostic("link/empty", "the <link> leads\nnowhere", at: nil, path: "Content/a.md", help: "mend it")
        ground.server.announce(News(version: "v2", state: "s2", errors: [problem]))
        let text = try ground.ask("GET /_waymark/events HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n")
        #expect(text.contains("Content-Type: text/event-stream\r\n"))
        #expect(
            text.contains("\r\n\r\nevent: state\ndata: {\"version\":\"v2\",\"state\":\"s2\",\"errors\":1}\ndata: {\"rule\":\"link/empty\""))
        #expect(text.contains("leads\\nnowhere"))
        #expect(text.hasSuffix("}\n\n"))
    }

    @Test func `a taken port is named with the next free one`() throws {
        let first = try Listener(host: nil, port: 0)
        let failure = #expect(throws: EnvironmentFailure.self) { try Listener(host: nil, port: first.port) }
        #expect(failure?.message == "another program uses the port \(first.port)")
        let words = failure?.help ?? ""
        let free = try #require(UInt16(words.split(separator: " ").last ?? ""))
        #expect(free != first.port)
        _ = try Listener(host: nil, port: free)
    }

    @Test func `a message from another thread comes into the loop`() async throws {
        var heard: [Int] = []
        let mailbox = try Mailbox<Int> { heard.append($0) }
        let loop = Loop([mailbox])
        let entrance = mailbox.entrance
        await Task.detached { for number in 0..<3 { entrance.post(number) } }.value
        loop.turn(upTo: .seconds(1))
        #expect(heard == [0, 1, 2])
    }
}
