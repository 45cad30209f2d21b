import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files and folders of a published site, and one digest of what the system knows of them.
package struct PublishedTree: Sendable {
    /// Below the root, in the order in which they are looked at.
    let paths: [String]
    let digest: String
}

extension PublishedTree {
    /// - Parameters:
    ///   - files: every file, by its path.
    ///   - folder: the root, open.
    init?(_ files: [String], in folder: Int32) {
        var seen: Set<Substring> = []
        var folders: [String] = []
        for path in files {
            var above = path[...]
            while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) {
                above = above[..<slash]
                guard seen.insert(above).inserted else { break }
                folders.append(String(above))
            }
        }
        self.init(paths: files + folders, in: folder)
    }

    private init?(paths: [String], in folder: Int32) {
        var text: [UInt8] = []
        for path in paths {
            var status = stat()
            guard unsafe fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
            text += FileStamp(status).description.utf8
            text.append(0)
        }
        self.init(paths: paths, digest: Digest.full(text))
    }

    /// Whether all of it is in a folder as it was, and nothing else.
    func isPublished(in output: String) -> Bool {
        // Its own moment of change is that of taking its place.
        guard Set(names(in: output).map(\.utf8Bytes)) == Set(paths.map { Array($0.utf8.prefix { $0 != UInt8(ascii: "/") }) }) else {
            return false
        }
        let folder = unsafe open(output, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return PublishedTree(paths: paths, in: folder)?.digest == digest
    }
}

extension String {
    /// Two names that are equal for Unicode may be two files.
    fileprivate var utf8Bytes: [UInt8] { Array(utf8) }
}
