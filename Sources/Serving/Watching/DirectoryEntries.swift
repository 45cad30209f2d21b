#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is in a folder.
enum DirectoryEntries {
    /// The names of the folders in a folder (not of links to some); none if it cannot be read.
    static func folders(in path: String) -> [String] {
        all(in: path).filter { $0.isFolder }.map(\.name)
    }

    /// Every name in a folder, and whether it is a folder.
    static func all(in path: String) -> [(name: String, isFolder: Bool)] {
        guard let directory = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [(String, Bool)] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            var kind = Int32(unsafe entry.pointee.d_type)
            if kind == Int32(DT_UNKNOWN) { kind = isFolder("\(path)/\(name)") ? Int32(DT_DIR) : Int32(DT_REG) }
            names.append((name, kind == Int32(DT_DIR)))
        }
        return names
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
