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

    /// The digests by paths, both as they are written; nil where an earlier version did not write them. By bytes: two names
    /// that are equal for Unicode may be two files.
    private let digests: [[UInt8]: ArraySlice<UInt8>]?

    static func bytes(_ files: [PublishedFile]) -> [UInt8] {
        let lines = files.map { "\(JSONValue.string($0.path).text()):\"\($0.digest)\"" }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        return Array((start + "\n" + lines.joined(separator: ",\n") + "\n" + end + "\n").utf8)
    }

    /// Reads it; nil where there is none, or one that Waymark did not write.
    init?(in folder: String) {
        guard case .success(let bytes) = InputFile.bytes(joined(folder, Marker.name), shown: Marker.name, limit: Marker.sizeLimit) else {
            return nil
        }
        guard !bytes.elementsEqual(Marker.oldText.utf8) else {
            digests = nil
            return
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count >= 4, lines[0].elementsEqual(Marker.start.utf8), lines[lines.count - 2].elementsEqual(Marker.end.utf8),
            lines[lines.count - 1].isEmpty
        else { return nil }
        var digests: [[UInt8]: ArraySlice<UInt8>] = [:]
        digests.reserveCapacity(lines.count)
        for line in lines.dropFirst().dropLast(2) {
            guard let entry = Marker.entry(line) else { return nil }
            digests[Array(entry.name)] = entry.digest
        }
        self.digests = digests
    }

    /// Reads a line, `"NAME":"DIGEST"` with a comma or without; nil for anything else.
    private static func entry(_ line: ArraySlice<UInt8>) -> (name: ArraySlice<UInt8>, digest: ArraySlice<UInt8>)? {
        let text = line.last == UInt8(ascii: ",") ? line.dropLast() : line
        let value = text.suffix(68)
        let name = text.dropLast(68)
        let digest = value.dropFirst(3).dropLast()
        let quote = UInt8(ascii: "\"")
        guard value.count == 68, value.starts(with: Array(#"":""#.utf8)), value.last == quote, name.first == quote,
            digest.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }),
            isText(name.dropFirst())
        else { return nil }
        return (name.dropFirst(), digest)
    }

    /// Whether bytes can be inside the quotes of a JSON string.
    private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                return false
            }
        }
        return !isEscaped && String(validating: bytes, as: UTF8.self) != nil
    }

    private static func key(_ path: String) -> [UInt8] { Array(JSONValue.string(path).text().utf8.dropFirst().dropLast()) }

    /// Whether the file at a path was published with these very bytes.
    func holds(_ file: PublishedFile) -> Bool {
        digests?[Marker.key(file.path)]?.elementsEqual(file.digest.utf8) ?? false
    }

    /// Whether Waymark wrote the file at a path, or somebody made it from one that Waymark wrote.
    func covers(_ path: String) -> Bool {
        if path == Marker.name || Marker.strays.contains(path.split(separator: "/").last.map(String.init) ?? path) { return true }
        guard let digests else { return Marker.mayBeOld(path) }
        if digests[Marker.key(path)] != nil { return true }
        let original = Marker.compressed.first { path.hasSuffix($0) }.map { String(path.dropLast($0.count)) }
        return original.map { digests[Marker.key($0)] != nil } ?? false
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
