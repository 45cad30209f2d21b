/// What Git prints of trees and objects.
enum GitTree {
    /// A plain file of a tree.
    struct Entry {
        let path: String
        let object: String
        let size: Int
    }

    /// Reads `ls-tree -r -z -l`: links and other repositories are left out, as they are no files of a site.
    static func entries(_ listing: [UInt8]) -> [Entry] {
        listing.split(separator: 0).compactMap { line in
            guard let tab = line.firstIndex(of: 9), let path = String(validating: line[(tab + 1)...], as: UTF8.self) else { return nil }
            let words = line[..<tab].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 4, words[0].hasPrefix("100"), words[1] == "blob", let size = Int(words[3]) else { return nil }
            return Entry(path: path, object: words[2], size: size)
        }
    }

    /// Whether a path stays below its folder: a tree can be written by anybody.
    static func isPath(_ path: String) -> Bool {
        path.utf8.count < 4096
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", "..", ".git"].contains($0) }
    }

    /// Reads `cat-file --batch`: the objects that are there, by their names.
    static func objects(_ output: [UInt8]) -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        var index = 0
        while let end = output[index...].firstIndex(of: 10) {
            let words = output[index..<end].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
            index = end + 1
            guard words.count == 3, words[1] == "blob", let size = Int(words[2]) else { continue }
            guard size >= 0, index + size < output.count else { break }
            result[words[0]] = Array(output[index..<index + size])
            index += size + 1
        }
        return result
    }
}
