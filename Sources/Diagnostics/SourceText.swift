/// Text taken out of a file, such as the body of a page or a block of YAML, that still knows where each byte came from.
package struct SourceText: Sendable {
    package let file: SourceFile
    /// UTF-8 with `\n` line ends.
    package let bytes: [UInt8]
    /// For each line of `bytes`, the byte of the file at which that line's text starts.
    private let origin: Origin
    /// What is written otherwise in the file, in the order of the text.
    private let changes: [Change]

    /// A run of a line that has another length in the file.
    package struct Change: Sendable {
        /// Byte offsets into the text.
        let run: Range<Int>
        /// In bytes of the file.
        let written: Int

        package init(run: Range<Int>, written: Int) {
            self.run = run
            self.written = written
        }
    }

    private enum Origin: Sendable {
        /// An unchanged run of the file that starts at this byte.
        case slice(Int)
        /// One file offset for each line: lines were dedented or taken from several places.
        case lines([Int])
    }

    /// A run of the file, unchanged.
    package init(_ range: SourceRange) {
        file = range.file
        bytes = Array(range.file.bytes[range.bytes])
        origin = .slice(range.bytes.lowerBound)
        changes = []
    }

    /// Text whose lines stand at the given bytes of the file; a line beyond the last origin is taken to stand at the last.
    package init(file: SourceFile, bytes: [UInt8], lineOrigins: [Int], changes: [Change] = []) {
        self.changes = changes
        self.file = file
        self.bytes = bytes
        origin = .lines(lineOrigins.isEmpty ? [0] : lineOrigins)
    }

    /// Where a run of this text stands in the file. A run over several lines ends with the line it ends in.
    package func range(of run: Range<Int>) -> SourceRange {
        switch origin {
        case .slice(let base):
            return SourceRange(file, run.lowerBound + base..<run.upperBound + base)
        case .lines(let starts):
            let lower = fileOffset(of: run.lowerBound, starts)
            return SourceRange(file, lower..<max(lower, fileOffset(of: run.upperBound, starts)))
        }
    }

    private func fileOffset(of offset: Int, _ starts: [Int]) -> Int {
        var line = 0
        var lineStart = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        let added = changes.reduce(0) { sum, change in
            guard change.run.lowerBound >= lineStart, change.run.lowerBound < offset else { return sum }
            let read = min(offset, change.run.upperBound) - change.run.lowerBound
            return sum + read - min(read, change.written)
        }
        return starts[min(line, starts.count - 1)] + offset - lineStart - added
    }
}
