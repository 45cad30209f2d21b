import Content
import Diagnostics
import Forms

/// A file of the published site, as it was written.
package struct PublishedFile: Sendable {
    /// Below the root.
    let path: String
    let size: Int
    /// The SHA-256 of its bytes in 64 hexadecimal digits.
    let digest: String

    init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        size = bytes.count
        digest = Digest.full(bytes)
    }
}

/// `waymark.json`: every file of a published folder with its SHA-256. By it Waymark knows a folder of its own, and tools
/// that copy know what changed.
///
/// It has a line for each file, and is believed only if each of its lines is as Waymark writes it.
struct Marker {
    static let name = "waymark.json"

    private static let start = "{\"generator\":\"waymark\",\"format\":2,\"files\":{"
    private static let end = "}}"
    /// What versions before wrote, which say nothing of the files.
    private static let oldText = "{\"generator\":\"waymark\",\"format\":1}\n"
    /// A million files with long names.
    private static let sizeLimit = 1 << 28

    /// The digests by paths as they are written; nil where an earlier version did not write them.
    private let digests: [String: Substring]?

    static func bytes(_ files: [PublishedFile]) -> [UInt8] {
        let lines = files.map { "\(JSONValue.string($0.path).text()):\"\($0.digest)\"" }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        return Array((start + "\n" + lines.joined(separator: ",\n") + "\n" + end + "\n").utf8)
    }

    /// Reads it; nil where there is none, or one that Waymark did not write.
    init?(in folder: String) {
        guard case .success(let bytes) = InputFile.bytes(joined(folder, Marker.name), shown: Marker.name, limit: Marker.sizeLimit),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        guard text != Marker.oldText else {
            digests = nil
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.first == Marker.start[...], lines.suffix(2) == [Marker.end[...], ""] else { return nil }
        var digests: [String: Substring] = [:]
        let entry = /("(?:[^"\\]|\\.)*"):"([0-9a-f]{64})",?/
        for line in lines.dropFirst().dropLast(2) {
            guard let match = line.wholeMatch(of: entry) else { return nil }
            digests[String(match.1)] = match.2
        }
        self.digests = digests
    }

    /// Whether the file at a path was published with these very bytes.
    func holds(_ file: PublishedFile) -> Bool {
        digests?[JSONValue.string(file.path).text()] == file.digest[...]
    }

    /// Whether Waymark wrote the file at a path, or somebody made it from one that Waymark wrote.
    func covers(_ path: String) -> Bool {
        if path == Marker.name || Marker.strays.contains(path.split(separator: "/").last.map(String.init) ?? path) { return true }
        guard let digests else { return Marker.mayBeOld(path) }
        if digests[JSONValue.string(path).text()] != nil { return true }
        let original = Marker.compressed.first { path.hasSuffix($0) }.map { String(path.dropLast($0.count)) }
        return original.map { digests[JSONValue.string($0).text()] != nil } ?? false
    }

    /// What systems leave in any folder that is looked at.
    private static let strays: Set = [".DS_Store", "Thumbs.db", "desktop.ini"]
    /// What scripts put next to a file for servers that send it compressed.
    private static let compressed = [".gz", ".br", ".zst"]

    /// Whether a version that kept no list could have written the file: kinds of files that Waymark publishes, by names
    /// that it gives.
    private static func mayBeOld(_ path: String) -> Bool {
        if ["_headers", "_redirects"].contains(path) { return true }
        guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }), folderOrEnding(path) else { return false }
        return true
    }

    private static func folderOrEnding(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = String(name[name.index(after: dot)...])
        return publishedEndings.contains(ending) || ["html", "css", "js", "xml", "webmanifest"].contains(ending)
    }
}
