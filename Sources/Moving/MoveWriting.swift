package import Diagnostics
import Forms
import Site

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is at a path, which is not followed if it is a link.
enum PathState {
    case missing, file, folder, emptyFolder

    static func of(_ path: String) -> PathState {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return .missing }
        guard status.st_mode & S_IFMT == S_IFDIR else { return .file }
        let names = list(folder: path, shown: path)
        return names.value.isEmpty && names.diagnostics.isEmpty ? .emptyFolder : .folder
    }
}

extension MovePlan {
    /// Writes all changes.
    ///
    /// Every file is replaced in one step, and a file with new bytes is in its new place before it goes from the old
    /// one. So whenever this is broken off, the same command does the rest, and `git checkout` brings back what was:
    /// first links in files that stay, then the files in their new places, last the old ones are taken away.
    package func carryOut() throws(EnvironmentFailure) {
        let root = joined(site, "Content")
        for change in changes where !change.moves {
            if let bytes = change.newBytes { try replace(joined(root, change.path), bytes, like: joined(root, change.path)) }
        }
        let moved = changes.filter(\.moves)
        for change in moved {
            guard let bytes = change.newBytes else { continue }
            let path = joined(root, change.newPath)
            try makeFolders(above: path)
            try replace(path, bytes, like: joined(root, change.path))
        }
        for change in moved where change.newBytes == nil {
            let path = joined(root, change.newPath)
            try makeFolders(above: path)
            guard unsafe rename(joined(root, change.path), path) == 0 else { throw failure("move", change.path) }
        }
        for change in moved where change.newBytes != nil {
            guard unsafe unlink(joined(root, change.path)) == 0 || errno == ENOENT else { throw failure("delete", change.path) }
        }
        try removeFolders(moved.map { joined(root, $0.path) }, below: root)
        try syncFolders(Set(changes.flatMap { [folder(of: joined(root, $0.path)), folder(of: joined(root, $0.newPath))] }))
    }

    /// Puts a file in the place of another, in one step.
    ///
    /// - Parameter model: the file whose permissions it gets.
    private func replace(_ path: String, _ bytes: [UInt8], like model: String) throws(EnvironmentFailure) {
        var status = stat()
        guard unsafe lstat(model, &status) == 0 else { throw failure("read", model) }
        do throws(EnvironmentFailure) {
            try FreshFile(for: path, bytes, permissions: UInt32(status.st_mode & 0o777), tag: "move").replace()
        } catch {
            throw EnvironmentFailure(error.message, help: remedy)
        }
    }

    private func makeFolders(above path: String) throws(EnvironmentFailure) {
        let above = folder(of: path)
        guard PathState.of(above) == .missing else { return }
        try makeFolders(above: above)
        guard unsafe mkdir(above, 0o777) == 0 || errno == EEXIST else { throw failure("make the folder", above) }
    }

    /// Folders that a move has emptied go; what is no content of the site keeps its folder.
    private func removeFolders(_ files: [String], below root: String) throws(EnvironmentFailure) {
        var folders = Set<String>()
        for file in files {
            var above = folder(of: file)
            while above.utf8.count > root.utf8.count, folders.insert(above).inserted { above = folder(of: above) }
        }
        for path in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            guard unsafe rmdir(path) == 0 || [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else {
                throw failure("delete the folder", path)
            }
        }
    }

    private func syncFolders(_ folders: Set<String>) throws(EnvironmentFailure) {
        for path in folders where PathState.of(path) != .missing {
            let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure("open", path) }
            defer { close(descriptor) }
            // Some file systems cannot, and say so; what was written is then as safe as they make it.
            guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("write", path) }
        }
    }

    private func folder(of path: String) -> String {
        let folder = parent(of: path)
        return folder.isEmpty ? "." : folder
    }

    private func failure(_ verb: String, _ path: String) -> EnvironmentFailure {
        EnvironmentFailure("cannot \(verb) \(path): \(errorText())", help: remedy)
    }

    private var remedy: String {
        "fix this and run the same command again, or run `git checkout Content` to restore the files"
    }
}
