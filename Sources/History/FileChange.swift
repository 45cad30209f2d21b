package import Forms

/// One change of a file, as readers are told of it.
package struct FileChange: Hashable, Sendable {
    /// Its commit, counted from the newest: tells changes apart, and sorts them.
    package let commit: Int
    /// On the calendar of whoever made it.
    package let day: Day
    /// The subject of the commit, as readers are shown it.
    package let words: String

    /// - Parameter commit: counted from the newest.
    package init(commit: Int, day: Day, words: String) {
        self.commit = commit
        self.day = day
        self.words = words
    }
}

/// What Git knows about the folder `Content/` of a site.
package struct ContentHistory: Sendable {
    /// Where the folder is in its repository, with a slash at its end: `docs/Content/`; empty if it is the root.
    package let folder: String
    /// Of each committed file below the folder, by the bytes of its path; nil if nobody asked, or if not all of it is there.
    private let changes: [[UInt8]: [FileChange]]?
    /// Changes when this is no longer true.
    package let mark: HistoryMark

    init(folder: String, changes: [[UInt8]: [FileChange]]? = nil, mark: HistoryMark) {
        self.folder = folder
        self.changes = changes
        self.mark = mark
    }

    /// A history for tests: of each file what changed.
    package init(folder: String, _ changes: [String: [FileChange]]) {
        self.init(
            folder: folder, changes: Dictionary(changes.map { (Array($0.key.utf8), $0.value) }) { first, _ in first },
            mark: HistoryMark([]))
    }

    /// Whether a file is in the repository; nil if that is not known.
    package func holds(_ path: String) -> Bool? { changes.map { $0[Array(path.utf8)] != nil } }

    /// What changed in some files together, the newest first.
    ///
    /// A commit counts once, and so do commits of one day that say the same.
    ///
    /// - Parameter paths: below `Content/`.
    package func changes(of paths: [String]) -> [FileChange] {
        guard let changes else { return [] }
        let found = paths.flatMap { changes[Array($0.utf8)] ?? [] }
        let sorted = paths.count > 1 ? Set(found).sorted { $0.commit < $1.commit } : found
        var seen = Set<FileChange>()
        return sorted.filter { seen.insert(FileChange(commit: 0, day: $0.day, words: $0.words)).inserted }
    }
}
