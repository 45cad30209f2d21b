#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What changes with a file: as long as it is the same, the file is taken to be as it was.
struct FileTraits: Equatable, Sendable {
    private let node: UInt64
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int
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
        #if canImport(Darwin)
            let changed = status.st_ctimespec
        #else
            let changed = status.st_ctim
        #endif
        node = UInt64(status.st_ino)
        size = Int(status.st_size)
        seconds = changed.tv_sec
        nanoseconds = changed.tv_nsec
        isSettled = now.tv_sec - changed.tv_sec > FileTraits.step
    }

    /// Whether two looks saw the same file, at times that do not matter.
    static func == (left: FileTraits, right: FileTraits) -> Bool {
        left.node == right.node && left.size == right.size && left.seconds == right.seconds
            && left.nanoseconds == right.nanoseconds
    }
}
