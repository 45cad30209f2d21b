import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The site as it was published, and its twin: a hidden folder next to it that gives every file a second name.
///
/// A build takes the twin, changes what has changed, and exchanges the two. What was published before then catches up and is
/// the next twin. So a build writes as many files as differ, on file systems too where making and removing thousands of
/// them takes seconds. No file is ever written in place: it would change under both of its names.
struct PublishedSite: Sendable {
    let tree: PublishedTree
    /// ``TreeMarks/all`` of the twin; nil if there is none.
    let twin: String?
}

/// The twin of a published site.
enum TwinTree {
    /// The name of the folder next to the output folder.
    static func name(of output: String) -> String { stagingPrefix(output) + "twin" }

    /// Keeps the twin out of the repository that a site may be in. It isn't in the published folder.
    private static let ignored = (path: ".gitignore", bytes: Array("*\n".utf8))

    /// What both have. What keeps a published folder in a repository is its own.
    private static func shared(_ published: [String]) -> [String] { published.filter { !OutputFolder.repositoryFiles.contains($0) } }

    /// Whether a folder is the twin, as it was put away.
    static func isWhole(_ folder: String, of site: PublishedSite) -> Bool {
        guard let twin = site.twin else { return false }
        return PublishedTree.isThere(shared(site.tree.files) + [ignored.path], in: folder, marked: twin)
    }

    /// Makes it ready to be written into.
    static func takeOut(_ folder: Int32) {
        for name in OutputFolder.repositoryFiles { unsafe unlinkat(folder, name, 0) }
    }

    /// Makes what was published before the twin of what is published now.
    ///
    /// - Parameters:
    ///   - old: what was published before.
    ///   - change: between the two.
    ///   - fresh: what is published now, open.
    ///   - published: its files.
    /// - Returns: what the system knows of the twin.
    static func putAway(
        _ old: TreeFiles, _ change: TreeChange, to fresh: Int32, _ published: [String]
    ) throws(EnvironmentFailure) -> String? {
        change.remove(from: old.root)
        for path in change.written { try old.link(path, from: fresh) }
        takeOut(old.root)
        try old.write(ignored.bytes, to: ignored.path)
        let shared = shared(published)
        // Whatever happened to what was published while it was replaced: they are twins if all files are the same ones.
        guard let marks = PublishedTree(shared, in: old.root)?.marks, marks.files == PublishedTree(shared, in: fresh)?.marks.files else {
            return nil
        }
        return PublishedTree(shared + [ignored.path], in: old.root)?.marks.all
    }
}
