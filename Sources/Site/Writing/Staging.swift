import CExchange
package import Diagnostics
import Content

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A fresh folder beside the published one, into which a whole site is written before anybody sees it.
///
/// The only code that writes. Whatever happens before `publish`, the published folder is as it was; `publish` exchanges
/// the two in one step.
package struct Staging: Sendable {
    /// The folder that readers see.
    private let output: String
    private let parent: String
    private let name: String
    /// The fresh folder, open: all files are made relative to it.
    private let folder: Int32
    private let replaces: Bool

    /// Prepares a fresh folder.
    ///
    /// Throws when the output folder holds something that Waymark did not write, or when the file system refuses.
    package init(output: String) throws(EnvironmentFailure) {
        let target = try OutputFolder(output)
        self.output = target.path
        parent = target.parent
        replaces = target.exists
        try makeFolders(parent)
        removeAbandoned(in: parent, of: target.name)
        name = "\(stagingPrefix(target.name))\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let path = joined(parent, name)
        guard unsafe mkdir(path, 0o755) == 0 else { throw failure("cannot make the folder \(path)") }
        folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure("cannot open the folder \(path)") }
        // Held as long as this process lives: a later build tells by it that the folder is in use.
        flock(folder, LOCK_EX | LOCK_NB)
    }

    /// Writes a new file, making the folders above it.
    package func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
        let descriptor = try create(path)
        defer { close(descriptor) }
        try append(bytes, to: descriptor, path)
    }

    /// Copies a plain file, piece by piece.
    ///
    /// - Returns: its size in bytes.
    package func copy(_ source: String, to path: String) throws(EnvironmentFailure) -> Int {
        let input = unsafe open(source, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard input >= 0 else { throw failure("cannot read \(source)") }
        defer { close(input) }
        let descriptor = try create(path)
        defer { close(descriptor) }
        var size = 0
        while true {
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                count = max(0, unsafe read(input, buffer.baseAddress, buffer.count))
            }
            guard !piece.isEmpty else { return size }
            size += piece.count
            guard size <= Limits.assetBytes else { throw EnvironmentFailure("\(source) grew while it was copied") }
            try append(piece, to: descriptor, path)
        }
    }

    /// Makes the fresh folder the published one, in one step, and removes the old one.
    package func publish() throws(EnvironmentFailure) {
        try write(Array(OutputFolder.markerText.utf8), to: OutputFolder.marker)
        if replaces { keepRepositoryFiles() }
        guard waymark_sync(folder) == 0 else { throw failure("cannot bring the files to the disk") }
        let fresh = joined(parent, name)
        let hasReplaced = try takePlace(fresh)
        let above = unsafe open(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if above >= 0 {
            fsync(above)
            close(above)
        }
        if hasReplaced { removeTree(fresh) }
        close(folder)
    }

    /// Puts the fresh folder where readers look.
    ///
    /// - Returns: whether an old one is in the place of the fresh one now. One may have come up since the start: that of
    ///   a build which ran at the same time.
    private func takePlace(_ fresh: String) throws(EnvironmentFailure) -> Bool {
        if !replaces {
            if unsafe rename(fresh, output) == 0 { return false }
            guard errno == EEXIST || errno == ENOTEMPTY, OutputFolder.isOurs(output) else {
                throw failure("cannot rename \(fresh) to \(output)")
            }
        }
        guard unsafe waymark_exchange(fresh, output) == 0 else {
            throw failure("cannot put \(fresh) in the place of \(output)")
        }
        return true
    }

    /// Removes the fresh folder; the published one is as it was.
    package func discard() {
        removeTree(joined(parent, name))
        close(folder)
    }

    private func create(_ path: String) throws(EnvironmentFailure) -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        var descriptor = unsafe openat(folder, path, flags, 0o644)
        if descriptor < 0, errno == ENOENT {
            try makeParents(of: path)
            descriptor = unsafe openat(folder, path, flags, 0o644)
        }
        guard descriptor >= 0 else { throw failure("cannot make the file \(path)") }
        return descriptor
    }

    private func makeParents(of path: String) throws(EnvironmentFailure) {
        var folderPath = ""
        for part in path.split(separator: "/").dropLast() {
            folderPath = joined(folderPath, String(part))
            guard unsafe mkdirat(folder, folderPath, 0o755) == 0 || errno == EEXIST else {
                throw failure("cannot make the folder \(folderPath)")
            }
        }
    }

    /// What keeps the folder itself in a repository stays in it.
    private func keepRepositoryFiles() {
        for name in OutputFolder.repositoryFiles {
            if case .success(let bytes) = InputFile.bytes(joined(output, name), shown: name, limit: 1 << 16) {
                // A repository file that cannot be copied is Git's to restore, and no reason not to publish.
                do { try write(bytes, to: name) } catch { continue }
            }
        }
    }
}

/// Writes all bytes to an open file.
func append(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(EnvironmentFailure) {
    var written = 0
    while written < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw failure("cannot write \(path)") }
        written += count
    }
}

/// The operating system's words for the last failed call, after what was tried.
func failure(_ what: String) -> EnvironmentFailure {
    let code = errno
    return EnvironmentFailure(
        "\(what): \(errorText())",
        help: code == ENOSPC ? "free some space; what was published before stands untouched" : nil)
}

func makeFolders(_ path: String) throws(EnvironmentFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
        made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
        guard unsafe mkdir(made, 0o755) == 0 || errno == EEXIST else { throw failure("cannot make the folder \(made)") }
    }
}
