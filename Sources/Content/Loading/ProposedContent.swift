import Diagnostics
import Forms

/// The folder `Content/` as it would be after some changes, so that they can be checked before any is made.
package struct ProposedContent: Sendable {
    /// The bytes of files that are written anew, by their path below `Content/`.
    private let written: [String: [UInt8]]
    /// Where files stand now that will stand elsewhere, by their new path.
    private let sources: [String: String]
    /// All files, where nothing is in the folder itself.
    private let whole: [String]?

    /// - Parameters:
    ///   - written: the new bytes of texts, by the paths that the files will have.
    ///   - moved: the files that change their place.
    package init(written: [String: [UInt8]], moved: [(from: String, to: String)]) {
        self.written = written
        sources = Dictionary(moved.map { ($0.to, $0.from) }) { first, _ in first }
        whole = nil
    }

    /// A folder that is kept elsewhere, such as in a commit.
    ///
    /// - Parameters:
    ///   - texts: the bytes of all files that are read, by their path.
    ///   - others: the paths of files that are published as they are.
    package init(texts: [String: [UInt8]], others: [String]) {
        written = texts
        sources = [:]
        whole = (Array(texts.keys) + others).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether the folder itself isn't looked at.
    var isElsewhere: Bool { whole != nil }

    /// Without a change.
    package static let asItIs = ProposedContent(written: [:], moved: [])

    /// The paths of all files after the change, in byte order.
    func paths(of files: [String]) -> [String] {
        if let whole { return whole }
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
        guard whole == nil else {
            return .failure(
                InputFile.Refusal(diagnostic: Diagnostic("environment/unreadable", "there is no such file", at: nil, path: shown)))
        }
        return InputFile.text(joined(root, source(of: path)), shown: shown)
    }
}
