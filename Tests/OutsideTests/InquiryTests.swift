import Diagnostics
import Testing

@testable import Outside

/// What the answers to one address come to, without a network.
@Suite struct InquiryTests {
    /// An answer as a test writes it: a status, or a status and where it leads.
    private func outcome(_ words: String) -> Client.Outcome {
        let parts = words.split(separator: " ").map(String.init)
        switch parts[0] {
        case "closed": return .failed(.brokenOff, words: "reset")
        case "time": return .failed(.timedOut, words: "")
        case "trust": return .failed(.noTrust, words: "expired")
        case "host": return .failed(.noHost, words: "")
        default:
            return .answered(
                status: Int(parts[0]) ?? 0, location: parts.count > 1 && Int(parts[1]) == nil ? parts[1] : nil,
                retryAfter: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        }
    }

    /// The requests made and the verdict, for answers given in order.
    private func run(_ address: String, _ answers: [String]) throws -> (asked: [String], verdict: Verdict?) {
        let first = try #require(WebAddress(address))
        var inquiry = Inquiry(first)
        var asked = ["HEAD \(first)"]
        for answer in answers {
            switch inquiry.take(outcome(answer)) {
            case .ask(let address, let isGet): asked.append("\(isGet ? "GET" : "HEAD") \(address)")
            case .done(let verdict): return (asked, verdict)
            }
        }
        return (asked, nil)
    }

    static let cases: [(String, [String], String, String)] = [
        ("https://a.example", ["200"], "", "good"),
        ("https://a.example/x", ["405", "200"], "GET https://a.example/x", "good"),
        ("https://a.example/x", ["404", "404"], "GET https://a.example/x", "broken"),
        ("https://a.example/x", ["501", "200"], "GET https://a.example/x", "good"),
        ("https://a.example/x", ["closed", "200"], "GET https://a.example/x", "good"),
        ("https://a.example/x", ["closed", "closed"], "GET https://a.example/x", "unreachable"),
        ("https://a.example/x", ["403", "403"], "GET https://a.example/x", "closed"),
        ("https://a.example/x", ["401", "401"], "GET https://a.example/x", "closed"),
        ("https://a.example/x", ["410", "410"], "GET https://a.example/x", "broken"),
        ("https://a.example/x", ["500", "503"], "GET https://a.example/x", "unreachable"),
        ("https://a.example/x", ["304", "304"], "GET https://a.example/x", "broken"),
        ("https://a.example/x", ["418", "418"], "GET https://a.example/x", "broken"),
        ("https://a.example/x", ["429 7"], "", "later 60"),
        ("https://a.example/x", ["404", "429 7"], "GET https://a.example/x", "broken"),
        ("https://a.example/x", ["410", "time"], "GET https://a.example/x", "broken"),
        ("https://a.example/x", ["405", "429 7"], "GET https://a.example/x", "later 60"),
        ("https://a.example/x", ["503 900"], "", "later 900"),
        ("https://a.example/x", ["time"], "", "unreachable"),
        ("https://a.example/x", ["trust"], "", "unreachable"),
        ("https://a.example/x", ["host"], "", "unreachable"),
        ("https://a.example/", ["301 https://b.example/", "200"], "HEAD https://b.example/", "moved https://b.example/"),
        ("https://a.example/", ["302 https://b.example/", "200"], "HEAD https://b.example/", "good"),
        (
            "https://a.example/", ["308 https://b.example/", "302 https://b.example/en", "200"],
            "HEAD https://b.example/ HEAD https://b.example/en", "moved https://b.example/"
        ),
        (
            "https://a.example/", ["302 https://b.example/", "301 https://b.example/en", "200"],
            "HEAD https://b.example/ HEAD https://b.example/en", "good"
        ),
        ("https://a.example/", ["301 https://b.example/", "404", "404"], "HEAD https://b.example/ GET https://b.example/", "broken"),
        ("https://a.example/", ["301 https://a.example/#x"], "", "closed"),
        ("https://a.example/", ["301 https://b.example/", "301 https://a.example/"], "HEAD https://b.example/", "closed"),
        ("https://a.example/", ["301 ftp://b.example/"], "", "broken"),
        ("http://a.example/", ["200", "200"], "HEAD https://a.example/", "insecure https://a.example/"),
        ("http://a.example/", ["200", "trust"], "HEAD https://a.example/", "good"),
        ("http://a.example/", ["200", "404"], "HEAD https://a.example/", "good"),
        ("http://a.example/", ["301 https://a.example/", "200"], "HEAD https://a.example/", "moved https://a.example/"),
        ("http://a.example/", ["307 https://a.example/", "200"], "HEAD https://a.example/", "insecure https://a.example/"),
        ("http://a.example/", ["302 http://a.example/b", "200"], "HEAD http://a.example/b", "good"),
    ]

    @Test(arguments: cases) func `an address is asked for`(address: String, answers: [String], asked: String, verdict: String) throws {
        let found = try run(address, answers)
        #expect(found.asked.dropFirst().joined(separator: " ") == asked)
        let words = found.verdict.map { $0.word + (["later", "moved", "insecure"].contains($0.word) ? " " + $0.detail : "") }
        #expect(words == verdict)
    }

    @Test func `every verdict has its message`() {
        let verdicts: [Verdict] = [
            .good, .broken("x"), .closed("x"), .insecure("https://a.example/"), .later(seconds: 90), .later(seconds: 0),
            .moved("https://a.example/b"), .unreachable("x"),
        ]
        let file = SourceFile(path: "Content/index.md", text: "http://a.example/#part")
        let link = OutsideLink(address: "http://a.example/#part", place: SourceRange(file, 0..<22))
        let found = verdicts.map { Wording.diagnostic(link, $0) }
        #expect(found[0] == nil)
        #expect(Set(found.compactMap { $0?.rule.name }) == Set(RuleCatalogue.rules.map(\.id.name).filter { $0.hasPrefix("external/") }))
        #expect(found.compactMap { $0 }.allSatisfy { ($0.severity == .error) == ($0.rule == "external/broken") && $0.help != nil })
        #expect(found[6]?.help == "write https://a.example/b#part")
    }

    @Test func `redirects end`() throws {
        let found = try run("https://a.example/0", (1...20).map { "302 https://a.example/\($0)" })
        #expect(found.verdict?.word == "broken")
        #expect(found.asked.count == 11)
    }

    /// An address, what is asked for, and the host that is owed a pause.
    @Test(
        arguments: [
            ("HTTPS://Example.ORG", "https://Example.ORG/", "example.org"),
            ("http://e.org:81/a?b#c", "http://e.org:81/a?b", "e.org"),
            ("https://u:p@e.org?x", "https://u:p@e.org/?x", "e.org"),
            ("https://[::1]:8/ä b|", "https://[::1]:8/%C3%A4%20b%7C", "[::1]"),
            ("https://e.org/%41/../b", "https://e.org/%41/../b", "e.org"),
            ("mailto:a@b.c", nil, nil), ("https:///x", nil, nil), ("https:e.org", nil, nil), ("//e.org/", nil, nil), ("", nil, nil),
        ] as [(String, String?, String?)]) func `an address is taken apart`(text: String, request: String?, host: String?)
    {
        #expect(WebAddress(text)?.description == request)
        #expect(WebAddress(text)?.host == host)
    }
}
