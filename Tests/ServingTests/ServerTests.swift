import Diagnostics
import Foundation
@testable import Serving
import Testing

/// A server on a real socket, asked in the raw.
@Suite(.serialized) struct ServerTests {
    /// A server whose loop turns while a client waits for an answer.
    private final class Ground {
        let server: Server
        let port: UInt16
        /// Lets the response to `slow` be made.
        let finishSlow: AsyncStream<Void>.Continuation
        private let loop: EventLoop

        init() throws {
            let listener = try Listener(host: nil, port: 0)
            port = listener.port
            let (finished, finish) = AsyncStream.makeStream(of: Void.self)
            finishSlow = finish
            server = try Server(listener: listener, hosts: HostNames(host: nil, port: port), policy: "default-src 'none'") { path in
                let page = Response(.ok, type: ContentType.html, bytes: Array("<p>\(path)</p>".utf8))
                switch path {
                case "page/": return .ready(page)
                case "slow":
                    return .later {
                        for await _ in finished {}
                        return page
                    }
                case "events": return .events
                default: return .ready(.plain(.notFound))
                }
            }
            loop = EventLoop([server])
        }

        /// A client that has sent this and does not wait.
        func send(_ text: String) throws -> Client {
            let client = try Client(port: port)
            client.send(Array(text.replacing("PORT", with: "\(port)").utf8))
            return client
        }

        /// Everything that a client has been sent, as soon as it holds some text; or what there is after a long time.
        func wait(_ client: Client, for text: String) -> String {
            let end = ContinuousClock.now + .seconds(60)
            while ContinuousClock.now < end, !String(decoding: client.received, as: UTF8.self).contains(text) {
                loop.turn(upTo: .milliseconds(5))
                client.receive()
            }
            return String(decoding: client.received, as: UTF8.self)
        }

        /// All that comes back within the time, or until the server closes.
        func ask(_ text: String, for time: Duration = .milliseconds(600)) throws -> String {
            let client = try send(text)
            let end = ContinuousClock.now + time
            while !client.isClosed, ContinuousClock.now < end {
                loop.turn(upTo: .milliseconds(5))
                client.receive()
            }
            return String(decoding: client.received, as: UTF8.self)
        }
    }

    @Test func `a page is answered, and HEAD without its body`() throws {
        let ground = try Ground()
        let page = try ground.ask("GET /page/ HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n")
        #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(page.hasSuffix("\r\n\r\n<p>page/</p>"))
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

    @Test func `a response that is still being made keeps nobody else waiting`() throws {
        let ground = try Ground()
        let head = "HTTP/1.1\r\nHost: localhost:PORT\r\n"
        // The second request of the same client has to wait for its first one.
        let slow = try ground.send("GET /slow \(head)\r\nGET /page/ \(head)\r\n")
        let headOnly = try ground.send("HEAD /slow \(head)\r\n")
        #expect(try ground.ask("GET /page/ \(head)Connection: close\r\n\r\n").hasSuffix("<p>page/</p>"))
        slow.receive()
        #expect(slow.received.isEmpty)
        ground.finishSlow.finish()
        let text = ground.wait(slow, for: "<p>page/</p>")
        #expect(text.split(separator: "<p>").dropFirst().map { $0.prefix(4) } == ["slow", "page"])
        #expect(!ground.wait(headOnly, for: "\r\n\r\n").contains("<p>"))
    }

    @Test func `a client that leaves while it waits is forgotten`() throws {
        let ground = try Ground()
        for _ in 0..<3 { _ = try ground.send("GET /slow HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n") }
        // Its descriptor may be the next client's, who must not get the response.
        let page = "GET /page/ HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n"
        #expect(try ground.ask(page).hasSuffix("<p>page/</p>"))
        let next = try ground.send("GET /pa")
        ground.finishSlow.finish()
        next.send(Array("ge/ HTTP/1.1\r\nHost: localhost:\(ground.port)\r\n\r\n".utf8))
        #expect(!ground.wait(next, for: "<p>page/</p>").contains("slow"))
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

    @Test func `a stream begins with the last event and goes on with the next ones`() throws {
        let ground = try Ground()
        ground.server.announce(ServerEvent(name: "state", lines: ["old"]))
        ground.server.announce(ServerEvent(name: "state", lines: ["1", "2"]))
        let client = try ground.send("GET /events HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n")
        let text = ground.wait(client, for: "data: 2\n\n")
        #expect(text.contains("Content-Type: text/event-stream\r\n"))
        #expect(text.hasSuffix("\r\n\r\nevent: state\ndata: 1\ndata: 2\n\n"))
        ground.server.announce(ServerEvent(name: "state", lines: ["3"]))
        #expect(ground.wait(client, for: "3").hasSuffix("2\n\nevent: state\ndata: 3\n\n"))
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
        let loop = EventLoop([mailbox])
        let sender = mailbox.sender
        await Task.detached { for number in 0..<3 { sender.post(number) } }.value
        loop.turn(upTo: .seconds(1))
        #expect(heard == [0, 1, 2])
    }
}
