import Forms

/// A commit as `git log` prints it.
struct LoggedCommit: Equatable {
    /// What happened to one file.
    enum File: Equatable {
        /// Its text is another one.
        case written([UInt8])
        case added([UInt8])
        case deleted([UInt8])
        /// - Parameter isSame: whether the text stayed as it was.
        case moved(from: [UInt8], to: [UInt8], isSame: Bool)
    }

    /// The name that Git gives it.
    let name: String
    /// The day of its author, in the author's own time zone: the same wherever it is read.
    let day: Day
    /// What readers are told; nil if nothing.
    let words: String?
    /// Whether it is the first of a repository.
    let isFirst: Bool
    var files: [File] = []
    /// The one that it follows, or the first of those that it merges; nil for the first of a repository.
    var parent: String?
    /// Whether it brings two lines together.
    var isMerge = false
    /// Whether its trailer says what readers are told.
    var isMarked = false
    /// Whether its trailer says that readers are told nothing.
    var isHidden = false
}

/// What `git log -z --name-status` prints, taken apart.
///
/// The signs between are NUL, so that any name can be in it. What follows a status is a path whatever it looks like.
struct GitLog {
    /// Of a commit: its name, its day and what it follows, its subject, and what its trailers say to readers.
    ///
    /// `tformat` ends each with NUL too; the line end before the first status is Git's own.
    static let format = "tformat:commit %H %as %P%n%s%n%(trailers:key=Readers,valueonly=true,unfold=true,separator=%x20)"

    /// - Returns: the commits in the order in which they are printed; nil if this is not such an output.
    static func commits(_ output: [UInt8]) -> [LoggedCommit]? {
        var commits: [LoggedCommit] = []
        var tokens = output.split(separator: 0, omittingEmptySubsequences: false)[...]
        // Behind the last NUL there is nothing.
        if tokens.last?.isEmpty == true { tokens = tokens.dropLast() }
        while let token = tokens.popFirst() {
            let token = token.first == UInt8(ascii: "\n") ? token.dropFirst() : token
            if let status = token.first, (65...90).contains(status) {
                guard let last = commits.indices.last, let path = tokens.popFirst() else { return nil }
                let to = status == UInt8(ascii: "R") || status == UInt8(ascii: "C") ? tokens.popFirst() : path
                guard let to else { return nil }
                commits[last].files += file(token, Array(path), Array(to)).map { [$0] } ?? []
            } else {
                guard let commit = header(token) else { return nil }
                commits.append(commit)
            }
        }
        return commits
    }

    private static func file(_ status: ArraySlice<UInt8>, _ path: [UInt8], _ to: [UInt8]) -> LoggedCommit.File? {
        switch status.first {
        case UInt8(ascii: "A"): .added(path)
        case UInt8(ascii: "C"): .added(to)
        case UInt8(ascii: "D"): .deleted(path)
        case UInt8(ascii: "M"), UInt8(ascii: "T"): .written(path)
        case UInt8(ascii: "R"): .moved(from: path, to: to, isSame: status.dropFirst().elementsEqual("100".utf8))
        default: nil
        }
    }

    private static func header(_ token: ArraySlice<UInt8>) -> LoggedCommit? {
        let lines = token.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let words = lines[0].split(separator: " ")
        guard lines.count == 3, words.count >= 3, words[0] == "commit", let day = Day(words[2]) else { return nil }
        var commit = LoggedCommit(
            name: String(words[1]), day: day, words: readersWords(subject: lines[1], trailer: lines[2]), isFirst: words.count == 3)
        let told = plainWords(lines[2])
        commit.parent = words.count > 3 ? String(words[3]) : nil
        commit.isMerge = words.count > 4
        commit.isHidden = isNone(told)
        commit.isMarked = !told.isEmpty && !commit.isHidden
        return commit
    }
}

/// What readers are told of a commit: its trailer `Readers`, or else its subject without the number that hosts put after it.
///
/// - Returns: nil if the trailer says `none`, or there is nothing to say.
func readersWords(subject: String, trailer: String) -> String? {
    let told = plainWords(trailer)
    if isNone(told) { return nil }
    let words = told.isEmpty ? plainWords(subject).replacing(/(?: \(#[0-9]+\))+$/, with: "") : told
    return words.isEmpty ? nil : shortened(words)
}

/// Whether a trailer keeps a commit from readers.
private func isNone(_ told: String) -> Bool { told.lowercased() == "none" }

/// One line: white space is one space, and signs that cannot be seen are none.
private func plainWords(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
        [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory) ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
}

/// More than this nobody reads in a list.
private let wordLimit = 200

private func shortened(_ words: String) -> String {
    words.count <= wordLimit ? words : words.prefix(wordLimit - 1) + "…"
}
