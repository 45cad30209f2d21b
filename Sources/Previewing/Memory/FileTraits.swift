import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What changes with a file: as long as it is the same, the file is taken to be as it was.
struct FileTraits: Equatable, Sendable {
    private let stamp: FileStamp
    /// Whether the last change was so long before the look that a later one would show.
    ///
    /// File systems keep times in steps, from some milliseconds to two seconds (FAT): a second change within a step
    /// leaves the traits as they are.
    let isSettled: Bool

    /// The longest step of a file system's clock.
    private static let step = 2

    /// Looks at a file, without following a link; nil if there is none. To be called before the file is read.
    init?(_ path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        stamp = FileStamp(status)
        isSettled = now.tv_sec - stamp.seconds > FileTraits.step
    }

    /// Whether two looks saw the same file, at times that do not matter.
    static func == (left: FileTraits, right: FileTraits) -> Bool { left.stamp == right.stamp }
}
