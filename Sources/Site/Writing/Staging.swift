import CExchange
package import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A fresh folder next to the published one, into which a whole site is written before anybody sees it.
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

    /// Prepares a fresh folder, once no other build writes one for the same place.
    ///
    /// Throws when the output folder holds something that Waymark did not write, or when the file system refuses.
    ///
    /// - Parameter waiting: told who else writes, if somebody does.
    package init(output: String, waiting: (String) -> Void = { _ in }) throws(EnvironmentFailure) {
        let target = try OutputFolder(output)
        self.output = target.path
        parent = target.parent
        try makeFolders(parent)
        let claim = try Claim(on: target, waiting: waiting)
        name = claim.name
        folder = claim.folder
        // The build that was waited for may have made it.
        replaces = try OutputFolder(output).exists
    }

    /// Writes a new file, making the folders above it.
    package func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
        let descriptor = try create(path)
        defer { close(descriptor) }
        guard writeAll(bytes, to: descriptor) else { throw failure("cannot write \(path)") }
    }

    /// Makes the fresh folder the published one, in one step, and removes the old one.
    ///
    /// - Returns: by what it's known that nobody changed it since.
    @discardableResult
    package func publish(_ files: [PublishedFile]) throws(EnvironmentFailure) -> PublishedTree? {
        try write(Marker.bytes(files), to: Marker.name)
        var kept: [String] = []
        if replaces {
            kept = keepRepositoryFiles()
            FileTimes(replacing: output)?.keep(for: files, in: folder)
        }
        guard waymark_sync(folder) == 0 else { throw failure("cannot flush the files to the disk") }
        let tree = PublishedTree(files.map(\.path) + [Marker.name] + kept, in: folder)
        let fresh = joined(parent, name)
        // Somebody may have put a file there since the start.
        if replaces { _ = try OutputFolder(output) }
        let hasReplaced = try takePlace(fresh)
        let above = unsafe open(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if above >= 0 {
            fsync(above)
            close(above)
        }
        if hasReplaced { removeTree(fresh) }
        close(folder)
        return tree
    }

    /// Puts the fresh folder where readers look.
    ///
    /// - Returns: whether an old one is in the place of the fresh one now. One may have come up since the start: that of
    ///   a build which ran at the same time.
    private func takePlace(_ fresh: String) throws(EnvironmentFailure) -> Bool {
        if !replaces {
            if unsafe rename(fresh, output) == 0 { return false }
            guard errno == EEXIST || errno == ENOTEMPTY, (try OutputFolder(output)).exists else {
                throw failure("cannot rename \(fresh) to \(output)")
            }
        }
        guard unsafe waymark_exchange(fresh, output) == 0 else {
            throw failure("cannot replace \(output) with \(fresh)")
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
        // A web server, which runs as somebody else, reads what is published, whatever this process keeps to itself.
        fchmod(descriptor, 0o644)
        return descriptor
    }

    private func makeParents(of path: String) throws(EnvironmentFailure) {
        var folderPath = ""
        for part in path.split(separator: "/").dropLast() {
            folderPath = joined(folderPath, String(part))
            if unsafe mkdirat(folder, folderPath, 0o755) == 0 {
                unsafe fchmodat(folder, folderPath, 0o755, 0)
            } else if errno != EEXIST {
                throw failure("cannot make the folder \(folderPath)")
            }
        }
    }

    /// What keeps the folder itself in a repository stays in it.
    ///
    /// - Returns: the names of what was there.
    private func keepRepositoryFiles() -> [String] {
        var kept: [String] = []
        for name in OutputFolder.repositoryFiles {
            if case .success(let bytes) = InputFile.bytes(joined(output, name), shown: name, limit: 1 << 16) {
                // A repository file that cannot be copied is Git's to restore, and no reason not to publish.
                do { try write(bytes, to: name) } catch { continue }
                kept.append(name)
            }
        }
        return kept
    }
}

/// The operating system's words for the last failed call, after what was tried.
func failure(_ what: String) -> EnvironmentFailure {
    let code = errno
    return EnvironmentFailure(
        "\(what): \(errorText())",
        help: code == ENOSPC ? "free some space; the site published before is unchanged" : nil)
}

func makeFolders(_ path: String) throws(EnvironmentFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
        made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
        guard unsafe mkdir(made, 0o755) == 0 || errno == EEXIST else { throw failure("cannot make the folder \(made)") }
    }
}
