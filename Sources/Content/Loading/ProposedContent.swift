import Diagnostics
import Forms

/// The folder `Content/` as it would be after some changes, so that they can be checked before any is made.
package struct ProposedContent: Sendable {
    /// The bytes of files that are written anew, by their path below `Content/`.
    private let written: [String: [UInt8]]
    /// Where files stand now that will stand elsewhere, by their new path.
    private let sources: [String: String]

    /// - Parameters:
    ///   - written: the new bytes of texts, by the paths that the files will have.
    ///   - moved: the files that change their place.
    package init(written: [String: [UInt8]], moved: [(from: String, to: String)]) {
        self.written = written
        sources = Dictionary(moved.map { ($0.to, $0.from) }) { first, _ in first }
    }

    /// Without a change.
    package static let asItIs = ProposedContent(written: [:], moved: [])

    /// The paths of all files after the change, in byte order.
    func paths(of files: [String]) -> [String] {
        guard !sources.isEmpty else { return files }
        let gone = Set(sources.values)
        let all = Set(files.filter { !gone.contains($0) }).union(sources.keys)
        return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Where a file stands now.
    func source(of path: String) -> String { sources[path] ?? path }

    /// A text as it will be, shown with the path that it will have.
    func text(_ path: String, below root: String) -> InputFile.Outcome<SourceFile> {
        let shown = joined("Content", path)
        if let bytes = written[path] { return InputFile.text(of: bytes, shown: shown) }
        return InputFile.text(joined(root, source(of: path)), shown: shown)
    }
}
