/// One file of the index.
package struct IndexFile: Sendable {
    /// Below the site's root.
    package let path: String
    /// JSON in UTF-8.
    package let bytes: [UInt8]
}

/// Names files by their bytes, so that browsers may keep them for ever.
struct FileNames {
    let folder: String
    let hash: @Sendable ([UInt8]) -> String

    /// The file, and how the manifest names it: without folder and ending.
    func file(_ bytes: [UInt8]) -> (name: String, file: IndexFile) {
        let name = hash(bytes)
        return (name, IndexFile(path: folder + name + ".json", bytes: bytes))
    }
}

/// A list that is too long for one file, cut where it has grown to a certain size.
struct Shards {
    /// The first key of each file: a key is looked for in the last file whose first key is not after it.
    private(set) var firsts: [String] = []
    private(set) var names: [String] = []
    /// Those that nobody has written yet.
    private(set) var files: [IndexFile] = []

    mutating func append(first: String, _ made: (name: String, file: IndexFile)) {
        append(first: first, name: made.name)
        files.append(made.file)
    }

    /// Names a file that is written already.
    mutating func append(first: String, name: String) {
        firsts.append(first)
        names.append(name)
    }

    /// For the manifest: keys and names each in one string, apart by spaces.
    func write(to output: inout JSONBytes) {
        output.raw("[")
        output.string(firsts.joined(separator: " "))
        output.raw(",")
        output.string(names.joined(separator: " "))
        output.raw("]")
    }
}

extension String {
    /// The order in which JavaScript compares strings: by UTF-16 units.
    func precedes(_ other: String) -> Bool { utf16.lexicographicallyPrecedes(other.utf16) }
}
