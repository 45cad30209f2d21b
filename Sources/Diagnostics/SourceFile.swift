import Synchronization

/// The bytes of one file an author wrote, with the name that messages show.
///
/// A reference type, because every range and diagnostic points at its file and the bytes are never copied.
/// The bytes are valid UTF-8 without a byte order mark and with `\n` line ends: the one reader of input sees to that.
package final class SourceFile: Sendable {
    /// The path shown to people, with `/` between its parts, relative to the site's folder: `Content/index.md`.
    package let path: String

    /// The text as UTF-8.
    package let bytes: [UInt8]

    /// Where each line starts; nil until somebody asks, as a good site asks never.
    private let knownLineStarts = Mutex<[Int]?>(nil)

    /// Makes a file from bytes already known to be UTF-8 text with `\n` line ends.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a file from text: for tests, and for text that Waymark itself makes.
    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}

extension SourceFile {
    /// All of the text.
    package var whole: SourceRange { SourceRange(self, 0..<bytes.count) }

    /// Where a byte is, for people: lines and columns count from 1, columns in Unicode scalars.
    package func position(of offset: Int) -> SourcePosition {
        let end = min(max(offset, 0), bytes.count)
        let starts = lineStarts
        let line = starts.lastIndex(notAfter: end, by: { $0 })
        let column = bytes[starts[line]..<end].count { !UTF8.isContinuation($0) }
        return SourcePosition(line: line + 1, column: column + 1)
    }

    private var lineStarts: [Int] {
        knownLineStarts.withLock { known in
            if let known { return known }
            var starts = [0]
            for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
            known = starts
            return starts
        }
    }

    /// The byte at which a 1-based line starts; the end of the file for a line beyond it.
    package func start(ofLine line: Int) -> Int {
        // The first line is asked for on every page, and needs no search.
        guard line > 1 else { return 0 }
        let starts = lineStarts
        return line <= starts.count ? starts[line - 1] : bytes.count
    }

    /// The bytes of a 1-based line, without its line end.
    package func line(_ line: Int) -> ArraySlice<UInt8> {
        let start = start(ofLine: line)
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return bytes[start..<end]
    }

    /// The byte offset of a line and a column counted in Unicode scalars, both from 1, kept inside the line.
    package func offset(line: Int, column: Int) -> Int {
        let text = self.line(line)
        var index = text.startIndex
        var remaining = column - 1
        while remaining > 0, index < text.endIndex {
            index += 1
            while index < text.endIndex, UTF8.isContinuation(text[index]) { index += 1 }
            remaining -= 1
        }
        return index
    }
}

extension Array {
    /// The last element whose key is not after an offset, in an array that is sorted by its keys and begins at or before it.
    func lastIndex(notAfter offset: Int, by key: (Element) -> Int) -> Int {
        var (low, high) = (0, count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if key(self[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

/// A place in a text, for people.
package struct SourcePosition: Hashable, Sendable {
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in Unicode scalars.
    package var column: Int

    /// - Parameter column: in Unicode scalars, as editors count.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A run of bytes in a file.
package struct SourceRange: Sendable {
    /// The file of the bytes.
    package let file: SourceFile
    /// Byte offsets into the file, kept inside it.
    package let bytes: Range<Int>

    /// Offsets beyond the file are moved to its end.
    package init(_ file: SourceFile, _ bytes: Range<Int>) {
        self.file = file
        let lower = min(max(bytes.lowerBound, 0), file.bytes.count)
        self.bytes = lower..<min(max(bytes.upperBound, lower), file.bytes.count)
    }

    /// A whole line, without the white space around it.
    package init(_ file: SourceFile, line: Int) {
        let text = file.line(line)
        let blank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let lower = text.firstIndex { !blank($0) } ?? text.startIndex
        let upper = text.lastIndex { !blank($0) }.map { $0 + 1 } ?? lower
        self.init(file, lower..<upper)
    }

    /// Where a word is in the range, not as a part of a longer one: the last such place; the range if there is none.
    package func word(_ word: String) -> SourceRange {
        let wanted = Array(word.utf8)
        let text = file.bytes[bytes]
        guard !wanted.isEmpty, text.count >= wanted.count else { return self }
        for start in (text.startIndex...text.endIndex - wanted.count).reversed()
        where text[start...].starts(with: wanted) {
            let end = start + wanted.count
            let isWhole =
                (start == text.startIndex || !text[start - 1].isWordByte) && (end == text.endIndex || !text[end].isWordByte)
            if isWhole { return SourceRange(file, start..<end) }
        }
        return self
    }

    /// The text of the range.
    package var text: String { String(decoding: file.bytes[bytes], as: UTF8.self) }

    /// Where the first byte is.
    package var start: SourcePosition { file.position(of: bytes.lowerBound) }
    /// Where the byte after the last is.
    package var end: SourcePosition { file.position(of: bytes.upperBound) }
}

extension UInt8 {
    /// Whether a byte can be in an id, or belongs to a letter that is no ASCII.
    fileprivate var isWordByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }
}
