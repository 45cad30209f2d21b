#if canImport(Glibc)
    package import Glibc
#else
    package import Darwin
#endif

/// By what a file or folder is known again without reading it. A file that was written to, and a folder in which something
/// came or went, has another moment of change, which only the system sets.
package struct FileStamp: Hashable, Sendable, CustomStringConvertible {
    private let device: Int
    private let node: UInt64
    private let size: Int
    /// When it changed last, in seconds since 1970.
    package let seconds: Int
    private let nanoseconds: Int

    /// What a call of the stat(2) family told.
    package init(_ status: stat) {
        #if canImport(Darwin)
            let changed = status.st_ctimespec
        #else
            let changed = status.st_ctim
        #endif
        device = Int(status.st_dev)
        node = UInt64(status.st_ino)
        size = Int(status.st_size)
        seconds = changed.tv_sec
        nanoseconds = changed.tv_nsec
    }

    /// All of it in one line.
    package var description: String { "\(device) \(node) \(size) \(seconds) \(nanoseconds)" }
}
