import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// By which one tells, without asking Git, that a repository has a new commit or another branch is checked out.
package struct HistoryMark: Equatable, Sendable {
    private let files: [String]
    private let stamps: [FileStamp?]

    /// - Parameter files: `HEAD`, which names the branch, and its log, to which every commit adds a line.
    init(_ files: [String]) {
        self.files = files
        stamps = files.map { file in
            var status = stat()
            return unsafe stat(file, &status) == 0 ? FileStamp(status) : nil
        }
    }

    /// The same looked at now.
    package var now: HistoryMark { HistoryMark(files) }
}
