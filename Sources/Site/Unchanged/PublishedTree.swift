import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files of a published site, and what the system knew of them and of their folders.
package struct PublishedTree: Sendable {
    /// Every file, by its path below the root, in the order in which they are looked at.
    let files: [String]
    let marks: TreeMarks
}

/// Digests of what the system knows of a tree.
struct TreeMarks: Hashable, Sendable {
    /// Everything, up to the moment at which each file and each folder was changed last. The system itself writes that
    /// moment, and nobody can set it back.
    let all: String
    /// Which files they are, how long and of when, whatever other names they have got since.
    let files: String
    /// When something was last put into each folder or taken out of it.
    let folders: String
}

extension PublishedTree {
    /// - Parameters:
    ///   - files: every file, by its path.
    ///   - folder: the root, open.
    init?(_ files: [String], in folder: Int32) {
        guard let marks = TreeMarks(files, folders: PublishedTree.folders(of: files), in: folder) else { return nil }
        self.init(files: files, marks: marks)
    }

    /// The folders that hold the files, each after those in it.
    static func folders(of files: [String]) -> [String] {
        var seen: Set<[UInt8]> = []
        var folders: [String] = []
        for path in files {
            var above = path[...]
            while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) {
                above = above[..<slash]
                guard seen.insert(Array(above.utf8)).inserted else { break }
                folders.append(String(above))
            }
        }
        return folders.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// Whether all of it is in a folder as it was, and nothing else.
    func isPublished(in output: String) -> Bool { PublishedTree.isThere(files, in: output, marked: marks.all) }

    /// Whether a folder holds nothing but files of which the system knows what it knew.
    ///
    /// - Parameter marked: ``TreeMarks/all``.
    static func isThere(_ files: [String], in path: String, marked: String) -> Bool {
        // Its own moment of change is that of taking its place.
        guard Set(names(in: path).map(\.utf8Bytes)) == Set(files.map { Array($0.utf8.prefix { $0 != UInt8(ascii: "/") }) }) else {
            return false
        }
        let folder = openFolder(path)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return PublishedTree(files, in: folder)?.marks.all == marked
    }
}

extension TreeMarks {
    /// Nil where something is missing.
    fileprivate init?(_ paths: [String], folders: [String], in root: Int32) {
        var all: [UInt8] = []
        var files: [UInt8] = []
        var changes: [UInt8] = []
        for (number, path) in (paths + folders).enumerated() {
            var status = stat()
            guard unsafe fstatat(root, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
            let stamp = Array("\(FileStamp(status))\0".utf8)
            all += stamp
            if number < paths.count {
                files += "\(status.st_dev) \(status.st_ino) \(status.st_size) \(lastWriting(status))\0".utf8
            } else {
                changes += stamp
            }
        }
        self.init(all: Digest.full(all), files: Digest.full(files), folders: Digest.full(changes))
    }
}

/// When a file was written, in seconds and nanoseconds since 1970. Other than the moment of its last change, a new name
/// of the file leaves that as it is.
private func lastWriting(_ status: stat) -> String {
    #if canImport(Darwin)
        "\(status.st_mtimespec.tv_sec) \(status.st_mtimespec.tv_nsec)"
    #else
        "\(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    #endif
}

/// Opens a folder, not a link to one; -1 where that fails.
func openFolder(_ path: String) -> Int32 { unsafe open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }

extension String {
    /// Two names that are equal for Unicode may be two files.
    var utf8Bytes: [UInt8] { Array(utf8) }
}
