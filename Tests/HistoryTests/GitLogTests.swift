import Forms
@testable import History
import Testing

/// What Git prints, taken apart.
@Suite struct GitLogTests {
    private static let name = String(repeating: "a", count: 40)

    /// A commit as the format of the log makes it.
    private static func header(_ subject: String, _ trailer: String = "", parents: String = name) -> String {
        "commit \(name) 2026-11-20 \(parents)\n\(subject)\n\(trailer)\0"
    }

    @Test(arguments: [
        ("", []),
        (header("One"), ["One:"]),
        (header("One") + "\nM\0a.md\0", ["One: M a.md"]),
        (header("One") + "\nM\0a.md\0A\0b.md\0D\0c.md\0T\0d.md\0", ["One: M a.md, A b.md, D c.md, M d.md"]),
        (header("One") + "\nR100\0a.md\0b.md\0" + header("Two"), ["One: R a.md = b.md", "Two:"]),
        (header("One") + "\nR093\0a b\n.md\0é.md\0A\0c\0", ["One: R a b\n.md > é.md, A c"]),
        // A path that looks like a status, or like a commit.
        (header("One") + "\nM\0R100\0A\0commit\0", ["One: M R100, A commit"]),
        (header("One") + "\nM\0\nM\0", ["One: M \nM"]),
        (header("One") + "\nC075\0a\0b\0", ["One: A b"]),
        (header(""), ["-:"]),
        (header("One", "What readers see."), ["What readers see.:"]),
        (header("One", "none") + "\nM\0a\0", ["-: M a"]),
    ])
    func `commits and their files`(output: String, expected: [String]) throws {
        let commits = try #require(GitLog.commits(Array(output.utf8)))
        #expect(
            commits.map { "\($0.words ?? "-"):" + ($0.files.isEmpty ? "" : " ") + $0.files.map(text).joined(separator: ", ") } == expected)
        #expect(commits.allSatisfy { $0.day.description == "2026-11-20" && $0.name == Self.name && !$0.isFirst })
    }

    @Test func `a commit without parents is the first`() throws {
        let commits = try #require(GitLog.commits(Array(Self.header("One", parents: "").utf8)))
        #expect(commits.map(\.isFirst) == [true])
    }

    @Test(arguments: [
        "M\0a.md\0", "commit x\0", "commit x 2026-13-01 \nOne\n\0", "commit x %as \n%s\n\0", "\0", "One\n\0",
        header("One") + "\nM\0", header("One") + "\nR100\0a",
    ])
    func `anything else is refused`(output: String) {
        #expect(GitLog.commits(Array(output.utf8)) == nil)
    }

    @Test(arguments: [
        ("Say how long a return takes", "", "Say how long a return takes"),
        ("Say it (#12)", "", "Say it"), ("Say it (#12) (#345)", "", "Say it"), ("Say it (#12) twice", "", "Say it (#12) twice"),
        ("(#12)", "", "(#12)"),
        ("Refactor", "Returns take ten days.", "Returns take ten days."), ("Fix typo", "none", nil), ("Fix typo", " None ", nil),
        ("Fix typo", "none of them", "none of them"), ("", "", nil), (" \t ", "", nil),
        ("a\u{0}b\u{1b}[31mc\u{2028}d", "", "a b [31mc d"),
        (String(repeating: "é", count: 200), "", String(repeating: "é", count: 200)),
        (String(repeating: "é", count: 201), "", String(repeating: "é", count: 199) + "…"),
    ])
    func `what readers are told`(subject: String, trailer: String, expected: String?) {
        #expect(readersWords(subject: subject, trailer: trailer) == expected)
    }

    private func text(_ file: LoggedCommit.File) -> String {
        let name: ([UInt8]) -> String = { String(decoding: $0, as: UTF8.self) }
        switch file {
        case .written(let path): return "M \(name(path))"
        case .added(let path): return "A \(name(path))"
        case .deleted(let path): return "D \(name(path))"
        case .moved(let from, let to, let isSame): return "R \(name(from)) \(isSame ? "=" : ">") \(name(to))"
        }
    }
}
