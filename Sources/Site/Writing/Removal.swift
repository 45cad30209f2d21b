import Content

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How the names of fresh folders beside an output folder start.
func stagingPrefix(_ name: String) -> String { ".\(name).waymark-" }

/// Removes the fresh folders of builds that were killed: those that no process holds locked.
func removeAbandoned(in parent: String, of name: String) {
    for entry in names(in: parent.isEmpty ? "." : parent) where entry.hasPrefix(stagingPrefix(name)) && !isOfLivingProcess(entry, name) {
        let path = joined(parent, entry)
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { continue }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { removeTree(path) }
        close(descriptor)
    }
}

/// Whether the process that made a fresh folder still runs: it may not have locked the folder yet.
private func isOfLivingProcess(_ entry: String, _ name: String) -> Bool {
    guard let process = entry.dropFirst(stagingPrefix(name).count).split(separator: "-").first.flatMap({ pid_t($0) }) else {
        return false
    }
    return kill(process, 0) == 0 || errno == EPERM
}

/// Removes a folder with all it holds; never follows a link. What cannot be removed stays.
///
/// Folders of a site are not nested deeper than `Limits.folderDepth` and a few, so recursion is bounded.
func removeTree(_ path: String, depth: Int = 0) {
    guard depth < 64 else { return }
    for name in names(in: path) {
        let entry = joined(path, name)
        if unsafe unlink(entry) != 0 { removeTree(entry, depth: depth + 1) }
    }
    unsafe rmdir(path)
}

private func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}
