import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a published site differs from the one before.
struct TreeChange {
    /// Files that are new or say something else.
    let written: [String]
    /// Files and folders that are gone, each folder after what was in it.
    private let goneFiles: [String]
    private let goneFolders: [String]

    /// - Parameter files: all that is published now. The list of files is always written.
    init(from known: KnownSite, to files: [PublishedFile]) {
        written = files.filter { !known.holds($0) }.map(\.path) + [Marker.name]
        let paths = files.map(\.path) + [Marker.name] + OutputFolder.repositoryFiles
        let there = Set(paths.map(\.utf8Bytes))
        goneFiles = known.tree.files.filter { !there.contains($0.utf8Bytes) }
        let folders = Set(PublishedTree.folders(of: paths).map(\.utf8Bytes))
        goneFolders = PublishedTree.folders(of: known.tree.files).filter { !folders.contains($0.utf8Bytes) }
    }

    /// Removes what is gone. Where something else is in its place already, that stays.
    func remove(from root: Int32) {
        for path in goneFiles { unsafe unlinkat(root, path, 0) }
        for path in goneFolders { unsafe unlinkat(root, path, AT_REMOVEDIR) }
    }
}
