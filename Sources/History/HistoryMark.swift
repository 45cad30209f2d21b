#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// By which one tells, without asking Git, that a repository has a new commit or another branch is checked out.
package struct HistoryMark: Equatable, Sendable {
    private let files: [String]
    private let traits: [[Int]]

    /// - Parameter files: `HEAD`, which names the branch, and its log, to which every commit adds a line.
    init(_ files: [String]) {
        self.files = files
        traits = files.map { file in
            var status = stat()
            guard unsafe stat(file, &status) == 0 else { return [] }
            return [Int(status.st_ino), Int(status.st_size), status.changeSeconds, status.changeNanoseconds]
        }
    }

    /// The same looked at now.
    package var now: HistoryMark { HistoryMark(files) }
}

extension stat {
    #if canImport(Darwin)
        fileprivate var changeSeconds: Int { st_ctimespec.tv_sec }
        fileprivate var changeNanoseconds: Int { st_ctimespec.tv_nsec }
    #else
        fileprivate var changeSeconds: Int { st_ctim.tv_sec }
        fileprivate var changeNanoseconds: Int { st_ctim.tv_nsec }
    #endif
}
