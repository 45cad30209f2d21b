import Foundation
import Pages
import Testing

@testable import Statistics

/// Results that browsers counted, from the address of a file to the numbers of a report.
@Suite struct ResultTests {
    /// Addresses, and the questionnaire, the outcome and whether it is the first of its result; nil for other files.
    static let paths: [(String, String?)] = [
        ("api/counts/loans/yes.txt", "loans yes first"), ("api/counts/loans/also/yes.txt", "loans yes"),
        ("api/counts/also/also.txt", "also also first"), ("api/counts/also/also/also.txt", "also also"),
        ("api/counts/loans/yes", nil), ("api/counts/loans/yes.txt.gz", nil), ("api/counts/loans/.txt", nil), ("api/counts/.txt", nil),
        ("api/counts/yes.txt", nil), ("api/counts//yes.txt", nil), ("api/counts/loans/more/yes.txt", nil),
        ("api/counts/loans/also/also/yes.txt", nil), ("api/counts/loans/Yes.txt", nil), ("api/counts/loans/-yes.txt", nil),
        ("api/counts/loans/yes\u{301}.txt", nil), ("api/counts/loans/\u{1B}.txt", nil), ("api/counts/../yes.txt", nil),
        ("help/api/counts/loans/yes.txt", nil), ("api/counts/", nil), (".txt", nil), ("", nil),
        ("api/counts/loans/\(String(repeating: "x", count: 101)).txt", nil),
    ]

    @Test(arguments: paths) func `an address is read`(path: String, expected: String?) {
        let file = ResultCounts(path: path)
        #expect(file.map { "\($0.questionnaire) \($0.outcome)\($0.isFirst ? " first" : "")" } == expected)
        #expect(file == nil || file?.path == path)
    }

    @Test func `outcomes have shares of the results, the commonest first`() throws {
        let tally = try tally(
            of: Array(repeating: "a/yes", count: 400) + ["a/no", "b/x", "b/also/y", "b/also/z", "b/z", "a/yes?query", "a/No", "a/no/no"])
        let results = CountedResults.all(tally, top: 20)
        #expect(results.map { "\($0.questionnaire) \($0.count)" } == ["a 402", "b 2"])
        #expect(results[0].outcomes.map { "\($0.id) \($0.count) \(results[0].share(of: $0))" } == ["yes 401 100%", "no 1 <1%"])
        #expect(results[1].outcomes.map { "\($0.id) \($0.count) \(results[1].share(of: $0))" } == ["z 2 100%", "y 1 50%", "x 1 50%"])
        #expect(tally.others.counts == 406 && tally.others.files == 2 && tally.views == 0)
    }

    @Test func `outcomes that come after a first that is in no log have no share`() throws {
        let results = CountedResults.all(try tally(of: ["a/also/yes"]), top: 20)
        #expect(results.map(\.count) == [0] && results[0].percent(of: results[0].outcomes[0]) == nil)
    }

    @Test func `as many invented results as there may be are told in few lines`() throws {
        let tally = try tally(of: (0..<2000).map { "a/made-up-\($0)" } + Array(repeating: "a/yes", count: 9))
        let outcomes = CountedResults.all(tally, top: 5).flatMap(\.outcomes)
        #expect(outcomes.count == 5 && outcomes[0].id == "yes")
    }

    /// No site is known: every file is counted by its name.
    private func tally(of files: [String]) throws -> Tally {
        let log = FileManager.default.temporaryDirectory.appending(path: "waymark-log-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: log) }
        let lines = files.map { file in
            let parts = file.split(separator: "?", maxSplits: 1).map(String.init)
            let target = "/api/counts/\(parts[0]).txt\(parts.count > 1 ? "?" + parts[1] : "")"
            return "h - - [10/Nov/2026:13:55:36 +0100] \"GET \(target) HTTP/1.1\" 200 0 \"-\" \"Mozilla/5.0\"\n"
        }
        try Data(lines.joined().utf8).write(to: log)
        var tally = Tally(site: nil, days: nil)
        try tally.add(LogFile(log.path))
        return tally
    }
}
