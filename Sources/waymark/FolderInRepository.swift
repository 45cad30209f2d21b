import Forms

/// Where a folder is in the repository that it belongs to: `docs`; nothing if it is its root.
///
/// Git hosts show messages next to the lines of a file by the path from there. Without a repository it is where the folder
/// is below the current one, from which such messages are read then.
func folderInRepository(_ folder: String) -> String {
    let place = absolute(folder)
    var root = place
    while !pathExists(joined(root, ".git")) {
        guard let slash = root.utf8.lastIndex(of: UInt8(ascii: "/")), slash != root.startIndex else {
            root = absolute(".")
            break
        }
        root = String(root[..<slash])
    }
    return place.hasPrefix(root + "/") ? String(place.dropFirst(root.count + 1)) : ""
}
