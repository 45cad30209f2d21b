import Diagnostics
import Testing

/// "did you mean"
@Suite struct SuggestionTests {
    private static let fields = ["title", "summary", "order", "layout", "aliases", "owner", "reviewed", "review-every"]

    @Test(arguments: [
        ("tilte", "title"), ("titel", "title"), ("Title", "title"), ("sumary", "summary"), ("ordr", "order"),
        ("oder", "order"),
        ("alias", "aliases"), ("reviewd", "reviewed"), ("review_every", "review-every"), ("ower", "owner"),
    ])
    func `a slip finds the word`(written: String, meant: String) {
        #expect(Suggestion.nearest(to: written, among: SuggestionTests.fields) == meant)
        #expect(Suggestion.help(for: written, among: SuggestionTests.fields) == "did you mean \(meant)?")
    }

    @Test(arguments: ["", "x", "colour", "zzzzz", "description", "titletitletitle"])
    func `another word finds none`(written: String) {
        #expect(Suggestion.nearest(to: written, among: SuggestionTests.fields) == nil)
    }

    @Test func `the word itself is no suggestion`() {
        #expect(Suggestion.nearest(to: "title", among: ["title"]) == nil)
        #expect(Suggestion.nearest(to: "Q", among: ["a", "q", "q2"]) == "q")
        #expect(Suggestion.nearest(to: "TITLE", among: ["titled", "title"]) == "title")
        #expect(Suggestion.nearest(to: "x", among: ["y"]) == nil)
    }

    @Test func `among equals the first in byte order wins, in whatever order they come`() {
        #expect(Suggestion.nearest(to: "bat", among: ["rat", "cat", "hat"]) == "cat")
        #expect(Suggestion.nearest(to: "bat", among: ["hat", "cat", "rat"]) == "cat")
    }

    @Test func `neighbours changed places, and letters changed, by hand`() {
        for (written, known, meant) in [
            ("ab", "ba", nil), ("abc", "acb", "acb"), ("abcdef", "badcfe", "badcfe"), ("abcdef", "bcdefa", "bcdefa"),
            ("abcdef", "uvwdef", "uvwdef"), ("abcdef", "uvwxef", nil), ("größe", "GRÖSSE", "GRÖSSE"), ("aaaaaa", "aaa", "aaa"),
        ] as [(String, String, String?)] {
            #expect(Suggestion.nearest(to: written, among: [known]) == meant, "\(written)")
            #expect(Suggestion.nearest(to: known, among: [written]) == meant.map { _ in written }, "\(known)")
        }
    }

    @Test func `after a hundred mistakes of a file no names are listed`() {
        let suggester = FileSuggester()
        var lists = 0
        func names() -> [String] {
            lists += 1
            return ["title"]
        }
        let found = (0..<1_000).map { _ in suggester.help(for: "titel", among: names()) }
        #expect(found.count { $0 == "did you mean title?" } == 100)
        #expect(lists == 100)
    }

    @Test func `very long names are compared in no time`() {
        let long = String(repeating: "a", count: 20_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = Suggestion.nearest(to: long, among: (0..<100).map { long + String($0) }) }
        #expect(time < .seconds(10))
    }
}
