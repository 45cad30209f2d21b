import Serving
import Testing

/// By which names the server lets itself be called.
@Suite struct HostNameTests {
    @Test(arguments: ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
    func `loopback has three names`(host: String) {
        #expect(HostNames(host: nil, port: 8000).contains(host))
    }

    @Test(arguments: [
        "localhost", "localhost:80", "localhost:8001", "evil.example:8000", "localhost.evil.example:8000", "evil-localhost:8000",
        "localhost@evil.example:8000", "", ":8000", "localhost:8000:8000", "127.0.0.2:8000", "192.168.0.1:8000", "[::1]]:8000",
    ])
    func `other names are refused`(host: String) {
        #expect(!HostNames(host: nil, port: 8000).contains(host))
    }

    @Test func `on the port of the web the port is left out`() {
        #expect(HostNames(host: nil, port: 80).contains("localhost"))
        #expect(HostNames(host: nil, port: 80).contains("localhost:80"))
    }

    @Test func `the given host is one more name`() {
        #expect(HostNames(host: "Desk.example", port: 1).contains("desk.example:1"))
        #expect(HostNames(host: "fe80::1", port: 1).contains("[fe80::1]:1"))
        #expect(!HostNames(host: "desk.example", port: 1).contains("evil.example:1"))
    }

    @Test func `on every address any address is good, and no name`() {
        let hosts = HostNames(host: "0.0.0.0", port: 8000)
        #expect(hosts.contains("192.168.0.1:8000"))
        #expect(hosts.contains("[fe80::1]:8000"))
        #expect(!hosts.contains("evil.example:8000"))
        #expect(!hosts.contains("1.2.3.4.nip.io:8000"))
    }
}
