import Content
import Forms
import Testing

@testable import Statistics

/// Lines of logs, from all servers and from nobody's.
@Suite struct LineTests {
    private static let agent = "\"https://example.org/from\" \"Mozilla/5.0 (X11)\""

    /// A line, and day, method, target, status and program as they are read; nil for no request.
    static let lines: [(String, String?)] = [
        ("192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] \"GET /a/ HTTP/1.1\" 200 12", "2026-10-10 GET /a/ 200 -"),
        ("192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] \"GET /a/ HTTP/1.1\" 200 -", "2026-10-10 GET /a/ 200 -"),
        ("192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] \"GET /a/ HTTP/1.1\" 200 12 \(agent)", "2026-10-10 GET /a/ 200 Mozilla/5.0 (X11)"),
        (
            "2001:db8::1 - frank [sales] [01/Jan/2027:00:00:00 -1100] \"HEAD /?q=a%20b HTTP/2.0\" 304 0 \"-\" \"-\"",
            "2027-01-01 HEAD /?q=a%20b 304 -"
        ),
        (
            "example.org:443 192.0.2.1 - - [29/Feb/2028:00:00:00 +0000] \"POST /x HTTP/1.1\" 405 1 \(agent) \"more\" 0.001",
            "2028-02-29 POST /x 405 Mozilla/5.0 (X11)"
        ),
        (
            "h - - [10/Oct/2026:13:55:36 +0200] \"GET /a \\\"b\\\" c HTTP/1.1\" 404 1 \"-\" \"a \\\"b\\\\\"",
            "2026-10-10 GET /a \\\"b\\\" c 404 a \\\"b\\\\"
        ),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"GET /old\" 200 1", "2026-10-10 GET /old 200 -"),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"GET /é/\u{1F600} HTTP/1.1\" 200 1", "2026-10-10 GET /é/\u{1F600} 200 -"),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"-\" 400 0", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"\" 400 0", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"\\x16\\x03\\x01 \\x02\" 400 0", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"GET  HTTP/1.1\" 400 0", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1 200 0", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 20", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 2000 1", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\"", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\\", nil),
        ("h - - [10/Oct/2026:13:55:36 +0200]", nil),
        ("h - - [31/Feb/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 1", nil),
        ("h - - [10/Okt/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 1", nil),
        ("h - - [aa/Oct/2026:13:55:36 +0200] \"GET /a HTTP/1.1\" 200 1", nil),
        ("{\"time\": \"2026-10-10\", \"request\": \"GET /\"}", nil), ("2026-10-10 13:55:36 GET /a 200", nil), ("[", nil), ("\"", nil),
        (" ", nil),
    ]

    @Test(arguments: lines) func `a line is read`(text: String, expected: String?) {
        let bytes = Array(text.utf8)
        // A line stands in the middle of a buffer.
        let buffer = Array("noise\n".utf8) + bytes + Array("\nGET /other\" 200".utf8)
        let line = LogLine(buffer, 6..<6 + bytes.count)
        let words = { (range: Range<Int>) in String(decoding: buffer[range], as: UTF8.self) }
        #expect(line.map { "\($0.day) \(words($0.method)) \(words($0.target)) \($0.status) \($0.agent.map(words) ?? "-")" } == expected)
    }

    /// Any cut and any changed byte of a good line is answered, and no byte is read beyond its end.
    @Test func `no line is too broken`() {
        let good = Array("h - - [10/Oct/2026:13:55:36 +0200] \"GET /a/?q=b%20c HTTP/1.1\" 200 12 \"-\" \"M \\\" x\"".utf8)
        for end in good.indices { _ = LogLine(good, 0..<end) }
        for index in good.indices {
            for byte: UInt8 in [0, 10, 32, 34, 47, 58, 91, 92, 93, 255] {
                var line = good
                line[index] = byte
                if let read = LogLine(line, line.indices) { _ = RequestedPath(line, read.target, base: Array("/a/".utf8)) }
            }
        }
    }

    @Test(
        arguments: [
            ("/", "", nil), ("/index.html", "", nil), ("/a/index.html?x", "a/", nil), ("/a/xindex.html", "a/xindex.html", nil),
            ("/caf%C3%A9/", "café/", nil), ("/%FF", nil, nil), ("/search/?q=a+b%26c&x=y", "search/", "a b&c"),
            ("/search/?x=1", "search/", nil),
            ("/other/?q=a", "other/", nil), ("/search/?q=", "search/", ""), ("/search/?q=%FF", "search/", nil), ("/a#b?q=c", "a", nil),
            ("http://example.org/a/", "a/", nil), ("http://example.org", nil, nil), ("*", nil, nil), ("example.org:443", nil, nil),
        ] as [(String, String?, String?)]) func `an address is read`(target: String, path: String?, search: String?)
    {
        let bytes = Array(target.utf8)
        let read = RequestedPath(bytes, bytes.indices, base: [47])
        #expect(read?.path == path)
        #expect(read?.search == search)
    }

    @Test func `a site below a path has only what is below it`() {
        let read = { (target: String) in RequestedPath(Array(target.utf8), 0..<target.utf8.count, base: Array("/help/".utf8))?.path }
        #expect(read("/help/a/") == "a/")
        #expect(read("/help") == nil)
        #expect(read("/helpless/") == nil)
    }

    @Test(arguments: [
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true), ("curl/8.0", true), ("", true), ("-", true),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", false), ("SomeSPIDER", true), ("bo", false),
        ("Mozilla/5.0 HeadlessChrome/140", true), ("Mozilla/5.0 (iPhone) AppleWebKit/605 Safari/604.1", false), ("x", false),
    ]) func `robots are told from readers`(agent: String, isRobot: Bool) {
        let bytes = Array(agent.utf8)
        #expect(Robots.isRobot(bytes, bytes.indices) == isRobot)
    }

    @Test(arguments: [
        ("waranty", true), ("me@example.org", false), ("192.0.2.7", false), ("from 192.0.2.7 on", false), ("2001:db8:0:1", false),
        ("1.2.3", true),
        ("C9300-48T", true), ("serial FOC123456", false), ("12345", true), ("a b: c", true), (String(repeating: "x", count: 161), false),
    ]) func `what may tell of a person is not shown`(text: String, isShown: Bool) { #expect((Privacy.shown(text) != nil) == isShown) }

    @Test func `signs that terminals act on are not printed`() {
        #expect(Privacy.shown("a\u{1B}[31m\nb\u{202E}") == "a\u{FFFD}[31m\u{FFFD}b\u{FFFD}")
    }

    /// Whatever comes, the memory is bounded and the commonest are found, their numbers as wrong as is said and no more.
    @Test func `many different things are counted in bounded memory`() {
        var list = Frequencies(capacity: 100)
        for number in 0..<100_000 {
            list.add("rare \(number)")
            if number % 10 == 0 { list.add("common") }
            if number % 20 == 0 { list.add("less common") }
            #expect(list.different <= 200)
        }
        #expect(list.top(2).map(\.name) == ["common", "less common"])
        let found = list.top(2).map(\.count)
        #expect(found[0] <= 10_000 && found[0] + list.missing >= 10_000)
        #expect(found[1] <= 5_000 && found[1] + list.missing >= 5_000)
    }

    @Test func `few things are counted exactly`() {
        var list = Frequencies(capacity: 100)
        for number in 0..<1000 { list.add("\(number % 150)") }
        #expect(list.missing == 0)
        #expect(list.top(1).map(\.count) == [7])
    }
}
