import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The published site that a build replaces, known to be as Waymark left it: what doesn't change is taken from it.
struct KnownSite {
    /// The root, open.
    let folder: Int32
    /// Every file of it, and what the system knows of them.
    let tree: PublishedTree
    private let marker: Marker
    /// When it was published, in seconds since 1970.
    let seconds: Int

    /// Nil if anything in the folder is not as it was published.
    init?(_ output: String, as published: PublishedSite) {
        guard published.tree.isPublished(in: output), let marker = Marker(in: output) else { return nil }
        var status = stat()
        folder = openFolder(output)
        guard folder >= 0 else { return nil }
        guard unsafe fstatat(folder, Marker.name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            _ = closeDescriptor(folder)
            return nil
        }
        tree = published.tree
        self.marker = marker
        #if canImport(Darwin)
            seconds = status.st_mtimespec.tv_sec
        #else
            seconds = status.st_mtim.tv_sec
        #endif
    }

    /// Whether it has a file with the same bytes.
    func holds(_ file: PublishedFile) -> Bool { marker.holds(file) }

    func close() { _ = closeDescriptor(folder) }

    /// Whether nobody wrote to a file since, or put something into a folder or took it out.
    func isAsItWas() -> Bool {
        guard let marks = PublishedTree(tree.files, in: folder)?.marks else { return false }
        return marks.files == tree.marks.files && marks.folders == tree.marks.folders
    }
}

/// By another name, for types that have a `close` of their own.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
