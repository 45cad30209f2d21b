package import Diagnostics
import CExchange
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
        package let path: String
        package let bytes: [UInt8]

        package init(_ path: String, _ text: String) { self.init(path, bytes: Array(text.utf8)) }

        package init(_ path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The folder below which everything is written, as the operating system knows it.
    private let root: String

    package init(root: String) { self.root = root }

    /// Whether something stands at a path, be it a link that leads nowhere.
    package func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(joined(root, path), &status) == 0
    }

    /// The names of what stands in a folder, in byte order; none if it cannot be read.
    package func names(in folder: String) -> [String] {
        guard let directory = unsafe opendir(joined(root, folder)) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(validatingCString: $0) }
            }
            if let name { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes new files, all of them or none.
    ///
    /// They are written whole under other names first, so that what can fail has failed before the first appears. Throws
    /// when the file system refuses, or something came up at one of the paths meanwhile.
    package func create(_ files: [File]) throws(EnvironmentFailure) {
        let folders = missingFolders(files)
        var made: [String] = []
        do throws(EnvironmentFailure) {
            for file in files { made.append(try prepared(file)) }
            for (index, file) in files.enumerated() {
                try appear(made[index], at: file.path)
                made[index] = joined(root, file.path)
            }
        } catch {
            for path in made { unsafe unlink(path) }
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
                var status = stat()
                guard unsafe lstat(path, &status) != 0 else { break }
                missing.insert(path)
            }
        }
        return missing.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// Puts a file in the place of the one that is there.
    ///
    /// - Returns: false if the file there is the same already, and untouched.
    package func replace(_ file: File) throws(EnvironmentFailure) -> Bool {
        if case .success(let bytes) = InputFile.bytes(joined(root, file.path), shown: file.path, limit: Limits.textBytes),
            bytes == file.bytes
        {
            return false
        }
        let fresh = try prepared(file)
        guard unsafe rename(fresh, joined(root, file.path)) == 0 else {
            let refusal = failure("cannot write \(joined(root, file.path))")
            unsafe unlink(fresh)
            throw refusal
        }
        return true
    }

    /// Writes a file under a hidden name beside its place, and brings it to the disk.
    private func prepared(_ file: File) throws(EnvironmentFailure) -> String {
        let path = joined(root, file.path)
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
        try makeFolders(folder)
        let fresh = joined(folder, ".waymark-\(getpid())-\(UInt32.random(in: 0...UInt32.max))")
        let descriptor = unsafe open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("cannot make the file \(path)") }
        defer { close(descriptor) }
        do throws(EnvironmentFailure) {
            try append(file.bytes, to: descriptor, path)
            guard fsync(descriptor) == 0 else { throw failure("cannot bring \(path) to the disk") }
        } catch {
            unsafe unlink(fresh)
            throw error
        }
        return fresh
    }

    /// Gives a whole file its name, unless something has that name.
    private func appear(_ fresh: String, at path: String) throws(EnvironmentFailure) {
        let path = joined(root, path)
        guard unsafe waymark_rename_new(fresh, path) == 0 else { throw failure("cannot make the file \(path)") }
    }
}
