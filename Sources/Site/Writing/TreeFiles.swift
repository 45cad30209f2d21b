import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes files below a folder, with the folders above them.
struct TreeFiles: Sendable {
    let path: String
    /// Open.
    let root: Int32
    /// Whether something of an earlier site may be there. It gives way: in a new folder it would be a fault.
    let replaces: Bool

    /// Makes a new file.
    func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
        if replaces { remove(path) }
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = try made(path) { unsafe openat(root, path, flags, 0o644) }
        defer { close(descriptor) }
        // A web server, which runs as somebody else, reads what is published, whatever this process keeps to itself.
        fchmod(descriptor, 0o644)
        guard writeAll(bytes, to: descriptor) else { throw failure("cannot write \(path)") }
    }

    /// Gives a file, which has the same path in another folder, a name in this one.
    func link(_ path: String, from other: Int32) throws(EnvironmentFailure) {
        if replaces { remove(path) }
        _ = try made(path) { unsafe linkat(other, path, root, path, 0) }
    }

    private func remove(_ path: String) {
        if unsafe unlinkat(root, path, 0) != 0, errno == EISDIR || errno == EPERM { removeTree(joined(self.path, path)) }
    }

    /// Tries to make something, and once more if there were folders missing.
    private func made(_ path: String, _ make: () -> Int32) throws(EnvironmentFailure) -> Int32 {
        var result = make()
        if result < 0, errno == ENOENT || (replaces && errno == ENOTDIR) {
            try makeParents(of: path)
            result = make()
        }
        guard result >= 0 else { throw failure("cannot make the file \(path)") }
        return result
    }

    private func makeParents(of path: String) throws(EnvironmentFailure) {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder = joined(folder, String(part))
            if replaces, isFile(folder) { unsafe unlinkat(root, folder, 0) }
            if unsafe mkdirat(root, folder, 0o755) == 0 {
                unsafe fchmodat(root, folder, 0o755, 0)
            } else if errno != EEXIST {
                throw failure("cannot make the folder \(folder)")
            }
        }
    }

    private func isFile(_ path: String) -> Bool {
        var status = stat()
        return unsafe fstatat(root, path, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }
}
