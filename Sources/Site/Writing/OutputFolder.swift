import Content
import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder that is published, checked before anything is written.
struct OutputFolder {
    let path: String
    let parent: String
    let name: String
    let exists: Bool

    /// A file by which Waymark knows a folder of its own.
    static let marker = "waymark.json"
    static let markerText = "{\"generator\":\"waymark\",\"format\":1}\n"
    /// What may stand in an empty folder that Git keeps.
    static let repositoryFiles = [".gitignore", ".gitkeep"]

    /// Throws when the folder holds something that Waymark did not write: a mistyped name must not cost anybody's files.
    init(_ path: String) throws(EnvironmentFailure) {
        var bare = path[...]
        while bare.count > 1, bare.hasSuffix("/") { bare.removeLast() }
        self.path = String(bare)
        let slash = bare.lastIndex(of: "/")
        name = slash.map { String(bare[bare.index(after: $0)...]) } ?? self.path
        parent = slash.map { $0 == bare.startIndex ? "/" : String(bare[..<$0]) } ?? ""
        guard !name.isEmpty, name != ".", name != ".." else {
            throw EnvironmentFailure(
                "\(path) cannot be replaced as a whole", help: "choose a folder of its own with --output")
        }
        var status = stat()
        guard unsafe lstat(self.path, &status) == 0 else {
            exists = false
            return
        }
        exists = true
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw EnvironmentFailure(
                "\(path) is not a folder", help: "delete it, or choose another folder with --output")
        }
        guard OutputFolder.isOurs(self.path) else {
            throw EnvironmentFailure(
                "the folder \(path) holds files that Waymark did not write, so it is not replaced",
                help: "empty it, or choose another folder with --output")
        }
    }

    /// Whether everything in a folder was written by Waymark.
    static func isOurs(_ path: String) -> Bool {
        var status = stat()
        if unsafe lstat(joined(path, marker), &status) == 0 { return true }
        guard let directory = unsafe opendir(path) else { return false }
        defer { unsafe closedir(directory) }
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if ![".", ".."].contains(name), !repositoryFiles.contains(name) { return false }
        }
        return true
    }
}
