import Forms
@testable import History
import Testing

/// Which changes belong to which file. A history is written as `M a`, `A a`, `D a`, `R a b` (moved) and `S a b` (moved
/// unchanged), commits apart by `;`, the newest first; what comes out is the numbers of the commits.
@Suite struct FileHistoryTests {
    @Test(arguments: [
        ("M a; A a", ["a": [0, 1]]),
        ("M a, M b; A b; A a", ["a": [0, 2], "b": [0, 1]]),
        // Moved: the changes under the old name belong to it, and a move alone changes nothing.
        ("M b; S a b; M a; A a", ["b": [0, 2, 3]]),
        ("R a b; A a", ["b": [0, 1]]),
        ("S b c; S a b; A a", ["c": [2]]),
        ("S b a; S a b; A a", ["a": [2]]),
        // Two change places in one commit.
        ("S a b, S b a; M a; A b; A a", ["b": [1, 3], "a": [2]]),
        ("S a b, S b c; M a; M b; A a, A b", ["b": [1, 3], "c": [2, 3]]),
        // A name used again is another file.
        ("M a; A a; S a b; M a; A a", ["a": [0, 1], "b": [3, 4]]),
        ("A a; D a; M a; A a", ["a": [0]]),
        ("D a; M a; A a", ["a": []]),
        // Written on a branch under the old name, moved on another one, then merged.
        ("M a; S a b; A a", ["b": [0, 2]]),
        ("M b; M a; S a b; M a; A a", ["b": [0, 1, 3, 4]]),
        // Made on two branches.
        ("A a; A a", ["a": [0]]),
        ("", [:]),
    ])
    func `changes follow a file through its names`(history: String, expected: [String: [Int]]) {
        let histories = histories(history)
        for (name, commits) in expected {
            #expect(histories.changes[Array(name.utf8)]?.map(\.commit) ?? [] == commits, "\(name)")
        }
    }

    @Test(arguments: [
        ("M a; A a, A b; M c", 1), ("A a; A b; A c", nil), ("A a, A b; A c, A d, A e", 1), ("A a; A b, A c; A d, A e", nil),
        ("A b, A c; A d, A e", 0),
        ("M a; M b", nil), ("A a", nil), ("", nil),
    ])
    func `the commit that made most of them`(history: String, expected: Int?) {
        #expect(histories(history).commonOrigin == expected)
    }

    @Test func `files that came from outside go on under their old names`() {
        var histories = histories("M new/a; A new/a, A new/b, A new/c")
        histories.move(files("S old/a new/a, R old/b new/b"), at: 1)
        for (number, commit) in commits("M old/a, M old/b; A old/a, A old/b, A new/c").enumerated() {
            histories.add(commit, number: number + 2)
        }
        let found = histories.changes.mapValues { $0.map(\.commit) }
        #expect(found[Array("new/a".utf8)] == [0, 2, 3])
        #expect(found[Array("new/b".utf8)] == [1, 2, 3])
        #expect(found[Array("new/c".utf8)] == [1])
    }

    @Test func `two files of one page tell a commit once, and a day the same words once`() throws {
        let days = try ["2026-11-20", "2026-11-20", "2026-11-19"].map { try #require(Day($0)) }
        let changes = days.enumerated().map { FileChange(commit: $0, day: $1, words: "Say it") }
        let history = ContentHistory(
            folder: "Content/", ["a.md": [changes[0], changes[2]], "data/b.yaml": [changes[0], changes[1]], "c.md": []])
        #expect(history.changes(of: ["a.md", "data/b.yaml"]).map(\.commit) == [0, 2])
        #expect(history.changes(of: ["a.md"]).map(\.commit) == [0, 2])
        #expect(history.changes(of: ["d.md"]) == [])
        #expect(history.holds("c.md") == true)
        #expect(history.holds("d.md") == false)
    }

    private func histories(_ history: String) -> FileHistories {
        var histories = FileHistories()
        for (number, text) in history.split(separator: "; ").enumerated() {
            histories.add(commit(files(String(text))), number: number)
        }
        return histories
    }

    private func commits(_ history: String) -> [LoggedCommit] {
        history.split(separator: "; ").map { commit(files(String($0))) }
    }

    private func commit(_ files: [LoggedCommit.File]) -> LoggedCommit {
        LoggedCommit(name: "c", day: Day(number: 20_000) ?? .first, words: "Say it", isFirst: false, files: files)
    }

    private func files(_ text: String) -> [LoggedCommit.File] {
        text.split(separator: ", ").map { file in
            let words = file.split(separator: " ").map { Array($0.utf8) }
            switch words[0].first {
            case UInt8(ascii: "A"): return .added(words[1])
            case UInt8(ascii: "D"): return .deleted(words[1])
            case UInt8(ascii: "M"): return .written(words[1])
            default: return .moved(from: words[1], to: words[2], isSame: words[0].first == UInt8(ascii: "S"))
            }
        }
    }
}

extension Day {
    fileprivate static var first: Day {
        guard let day = Day("1970-01-01") else { preconditionFailure("a day") }
        return day
    }
}
