import Content

/// Where files stand after a move, by their paths below `Content/`.
struct Relocation {
    /// The file or folder that moves.
    let old: String
    /// Where it goes.
    let new: String

    /// The path that a file has afterwards; the same if it does not move.
    func path(of file: String) -> String {
        if file == old { return new }
        guard file.utf8.starts(with: (old + "/").utf8) else { return file }
        return new + String(Substring(file.utf8.dropFirst(old.utf8.count)))
    }

    func moves(_ file: String) -> Bool { file == old || file.utf8.starts(with: (old + "/").utf8) }
}

extension Library {
    /// The paths of the pages and published files that a move can take along.
    var movableFiles: [String] { pages.map(\.path.file) + assets.map(\.path) }

    func hasFile(_ path: String) -> Bool { pageNumber(file: path) != nil || hasAsset(path) }
}
