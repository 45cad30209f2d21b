import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How the names of fresh folders next to an output folder start.
func stagingPrefix(_ name: String) -> String { ".\(name).waymark-" }

/// Removes a folder with all it holds; never follows a link. What cannot be removed stays.
///
/// Folders of a site are not nested deeper than `Limits.folderDepth` and a few, so recursion is bounded.
func removeTree(_ path: String, depth: Int = 0) {
    guard depth < 64 else { return }
    emptyFolder(path, depth: depth)
    unsafe rmdir(path)
}

/// Removes what a folder holds, and leaves the folder.
func emptyFolder(_ path: String, depth: Int = 0) {
    for name in names(in: path) {
        let entry = joined(path, name)
        if unsafe unlink(entry) != 0 { removeTree(entry, depth: depth + 1) }
    }
}

/// What is in a folder; nothing if it cannot be read.
func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(validatingCString: $0) }
        }
        if let name, name != ".", name != ".." { names.append(name) }
    }
    return names
}
