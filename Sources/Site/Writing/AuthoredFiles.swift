package import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes files among those of an author: each appears whole or not at all, and none takes the place of one that is
/// there unless that is asked for.
package struct AuthoredFiles: Sendable {
    /// A text below the root.
    package struct File: Sendable {
        /// Below the root, with `/` between its parts.
        package let path: String
        /// All of the file.
        package let bytes: [UInt8]

        /// A file of UTF-8.
        package init(_ path: String, _ text: String) { self.init(path, bytes: Array(text.utf8)) }

        /// A file of any bytes.
        package init(_ path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The folder below which everything is written, as the operating system knows it.
    private let root: String

    /// The folder need not exist yet.
    package init(root: String) { self.root = root }

    /// Whether there is anything at a path, even a link that leads nowhere.
    package func exists(_ path: String) -> Bool { pathExists(joined(root, path)) }

    /// The names of everything in a folder, in byte order; none if it cannot be read.
    package func names(in folder: String) -> [String] { Site.names(in: joined(root, folder)).sorted() }

    /// Makes new files, all of them or none.
    ///
    /// They are written whole under other names first, so that what can fail has failed before the first appears. Throws
    /// when the file system refuses, or something came up at one of the paths meanwhile.
    package func create(_ files: [File]) throws(EnvironmentFailure) {
        let folders = missingFolders(files)
        var made: [(fresh: FreshFile, path: String)] = []
        var appeared = 0
        do throws(EnvironmentFailure) {
            for file in files { made.append((try prepared(file), joined(root, file.path))) }
            for file in made {
                try file.fresh.appear()
                appeared += 1
            }
        } catch {
            for file in made.prefix(appeared) { unsafe unlink(file.path) }
            for file in made.dropFirst(appeared) { file.fresh.discard() }
            for folder in folders { unsafe rmdir(folder) }
            throw error
        }
    }

    /// The folders that writing these files makes, innermost first.
    private func missingFolders(_ files: [File]) -> [String] {
        var missing: Set<String> = []
        for file in files {
            var path = joined(root, file.path)
            while let slash = path.lastIndex(of: "/"), slash != path.startIndex {
                path = String(path[..<slash])
                guard !pathExists(path) else { break }
                missing.insert(path)
            }
        }
        return missing.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// Puts a file in the place of the one that is there, with its permissions.
    ///
    /// - Returns: false if the file there is the same already, and untouched.
    package func replace(_ file: File) throws(EnvironmentFailure) -> Bool {
        if case .success(let bytes) = InputFile.bytes(joined(root, file.path), shown: file.path, limit: Limits.textBytes),
            bytes == file.bytes
        {
            return false
        }
        try prepared(file).replace()
        return true
    }

    /// Those of a file that is there; nil for a new one.
    private func permissions(of path: String) -> UInt32? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? UInt32(status.st_mode & 0o777) : nil
    }

    /// Writes a file under a hidden name, making the folders above it.
    private func prepared(_ file: File) throws(EnvironmentFailure) -> FreshFile {
        let path = joined(root, file.path)
        try makeFolders(parent(of: path))
        return try FreshFile(for: path, file.bytes, permissions: permissions(of: path))
    }
}
