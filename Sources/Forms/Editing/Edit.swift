package import Diagnostics

/// Other bytes instead of a run of a text.
package struct Edit: Sendable {
    /// In the text with `\n` line ends.
    package let run: Range<Int>
    /// With `\n` line ends.
    package let text: String

    /// - Parameters:
    ///   - run: in the text with `\n` line ends.
    ///   - text: with `\n` line ends.
    package init(run: Range<Int>, text: String) {
        self.run = run
        self.text = text
    }
}

/// A file with what changes in it.
package struct EditedFile: Sendable {
    /// Below `Content/`.
    package let path: String
    /// The text as it was read.
    package let source: SourceFile
    /// The bytes as they are on the disk, with their own line ends.
    package let bytes: [UInt8]
    /// In the order of the text; they do not overlap.
    package let edits: [Edit]

    /// - Parameter bytes: as they are on the disk.
    package init(path: String, source: SourceFile, bytes: [UInt8], edits: [Edit]) {
        self.path = path
        self.source = source
        self.bytes = bytes
        // What two readers found is one edit.
        var places: Set<Int> = []
        self.edits = edits.filter { places.insert($0.run.lowerBound).inserted }.sorted { $0.run.lowerBound < $1.run.lowerBound }
    }

    /// What a line of this file ends with, as its first line does.
    package var lineEnd: [UInt8] {
        guard let first = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }), bytes[first] == 13 else { return [10] }
        return first + 1 < bytes.count && bytes[first + 1] == 10 ? [13, 10] : [13]
    }

    /// The bytes after the edits: all others are as they were, the byte order mark and line ends among them.
    package var result: [UInt8] {
        var copy = RawCopy(bytes: bytes)
        for edit in edits {
            copy.keep(to: edit.run.lowerBound)
            for byte in edit.text.utf8 { copy.result += byte == 10 ? lineEnd : [byte] }
            copy.skip(to: edit.run.upperBound)
        }
        copy.keepRest()
        return copy.result
    }
}

/// Steps through the bytes of a file along with the offsets of its text, in which every line end is one byte.
private struct RawCopy {
    let bytes: [UInt8]
    var result: [UInt8]
    private var index: Int
    private var offset = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        result = Array(bytes[..<index])
    }

    mutating func keep(to end: Int) {
        let start = index
        skip(to: end)
        result += bytes[start..<index]
    }

    mutating func skip(to end: Int) {
        while offset < end, index < bytes.count {
            index += bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
            offset += 1
        }
    }

    mutating func keepRest() { result += bytes[index...] }
}
