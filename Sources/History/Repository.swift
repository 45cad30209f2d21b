import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether a folder or one above it has a repository: for machines without Git, which could tell.
func isInRepository(_ folder: String) -> Bool {
    guard let resolved = unsafe realpath(folder, nil) else { return false }
    defer { unsafe free(resolved) }
    var path = unsafe String(cString: resolved)
    while true {
        if pathExists("\(path)/.git") { return true }
        guard let slash = path.lastIndex(of: "/") else { return false }
        path = String(path[..<slash])
    }
}
