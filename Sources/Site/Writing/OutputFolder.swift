import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder that is published, checked before anything is written.
struct OutputFolder {
    let path: String
    let parent: String
    let name: String
    let exists: Bool

    /// What may be in an empty folder that Git keeps.
    static let repositoryFiles = [".gitignore", ".gitkeep"]

    /// Throws when it's no folder that could be replaced.
    init(_ path: String) throws(EnvironmentFailure) {
        var bare = path[...]
        while bare.count > 1, bare.hasSuffix("/") { bare.removeLast() }
        self.path = String(bare)
        let slash = bare.lastIndex(of: "/")
        name = slash.map { String(bare[bare.index(after: $0)...]) } ?? self.path
        parent = slash.map { $0 == bare.startIndex ? "/" : String(bare[..<$0]) } ?? ""
        guard !name.isEmpty, name != ".", name != ".." else {
            throw EnvironmentFailure(
                "\(path) cannot be replaced as a whole", help: "choose a folder of its own with --output")
        }
        var status = stat()
        guard unsafe lstat(self.path, &status) == 0 else {
            exists = false
            return
        }
        exists = true
        guard status.st_mode & S_IFMT != S_IFLNK else {
            throw EnvironmentFailure(
                "\(path) is a link, but the output folder is replaced as a whole",
                help: "name the folder that it points to with --output, or delete the link")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw EnvironmentFailure(
                "\(path) is not a folder", help: "delete it, or choose another folder with --output")
        }
    }

    /// Throws when it holds something that Waymark did not write: a mistyped name must not cost anybody's files.
    func refuseForeignFiles() throws(EnvironmentFailure) {
        guard exists else { return }
        let foreign = OutputFolder.foreignFiles(in: path)
        guard foreign.isEmpty else { throw OutputFolder.refusal(path, foreign) }
    }

    private static func refusal(_ path: String, _ foreign: [String]) -> EnvironmentFailure {
        let named = foreign.prefix(5).map { joined(path, $0) } + (foreign.count > 5 ? ["\(foreign.count - 5) more"] : [])
        return EnvironmentFailure(
            "the folder \(path) holds files that Waymark did not write, so it is not replaced: \(listed(named))",
            help: "move them away, or choose another folder with --output; files to publish belong in Content")
    }

    /// What in a folder Waymark did not write, by paths below it.
    static func foreignFiles(in path: String) -> [String] {
        guard let marker = Marker(in: path) else {
            return names(in: path).filter { !repositoryFiles.contains($0) }.sorted()
        }
        return files(in: path).filter { !repositoryFiles.contains($0) && !marker.covers($0) }.sorted()
    }

    /// Everything in a folder that is not a folder itself, by paths below it. No link is followed.
    ///
    /// A folder that nests deeper than any site does counts as a file, which nobody wrote.
    private static func files(in root: String, below folder: String = "", depth: Int = 0) -> [String] {
        names(in: joined(root, folder)).flatMap { name -> [String] in
            let path = joined(folder, name)
            guard depth < 64, folderExists(joined(root, path)) else { return [path] }
            return files(in: root, below: path, depth: depth + 1)
        }
    }
}
