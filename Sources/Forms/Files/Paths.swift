#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is at a path.
package enum FileKind: Sendable {
    case file, folder, link, other

    /// Looks without following a link; nil and `errno` if nothing can be known.
    package init?(of path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }
}

/// A name in a folder, either of which may be empty.
package func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : name.isEmpty ? folder : folder + "/" + name
}

/// The folder that a path is in: `/` for what is right below the root, empty for a name alone.
package func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The operating system's words for the last failed call.
package func errorText() -> String { unsafe String(cString: strerror(errno)) }

/// Whether there is a folder (not a link to one) at a path.
package func folderExists(_ path: String) -> Bool { FileKind(of: path) == .folder }

/// Whether there is anything at a path, even a link that leads nowhere.
package func pathExists(_ path: String) -> Bool { FileKind(of: path) != nil }

/// A path from the root, with links resolved as far as it exists, so that two names of one place can be compared.
package func absolute(_ path: String) -> String {
    var rest: [String] = []
    var known = path.isEmpty ? "." : path
    while true {
        if let resolved = unsafe realpath(known, nil) {
            defer { unsafe free(resolved) }
            return ([unsafe String(cString: resolved)] + rest.reversed()).joined(separator: "/")
        }
        let parts = known.split(separator: "/", omittingEmptySubsequences: true)
        guard let last = parts.last else { return path }
        rest.append(String(last))
        let above = parts.dropLast().joined(separator: "/")
        known = known.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
    }
}
