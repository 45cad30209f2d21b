/// Text taken out of a file, such as the body of a page or a block of YAML, that still knows where each byte came from.
package struct SourceText: Sendable {
    /// The file that it was taken out of.
    package let file: SourceFile
    /// Where the text is in the file, or what it is if it isn't there as it is.
    private let origin: Origin

    /// A run of the text that is in the file as it is, up to the next piece.
    package struct Piece: Sendable, Equatable {
        /// Where it starts in the text.
        package var text: Int
        /// Where it starts in the file.
        package var file: Int

        /// - Parameters:
        ///   - text: an offset into the text.
        ///   - file: the offset of the same byte in the file.
        package init(text: Int, file: Int) {
            self.text = text
            self.file = file
        }
    }

    private enum Origin: Sendable {
        /// An unchanged run of the file. It isn't copied: a site's texts are most of what a build has in memory.
        case slice(Range<Int>)
        /// A text made of runs, the first at its start.
        case pieces([Piece], [UInt8])
    }

    /// UTF-8 with `\n` line ends. A run of the file is copied each time.
    package var bytes: [UInt8] {
        switch origin {
        case .slice(let range): range == 0..<file.bytes.count ? file.bytes : Array(file.bytes[range])
        case .pieces(_, let bytes): bytes
        }
    }

    /// How many bytes it has.
    package var count: Int {
        switch origin {
        case .slice(let range): range.count
        case .pieces(_, let bytes): bytes.count
        }
    }

    /// A run of the file, unchanged.
    package init(_ range: SourceRange) {
        file = range.file
        origin = .slice(range.bytes)
    }

    /// Text whose lines are at the given bytes of the file; a line beyond the last origin is taken to be at the last.
    package init(file: SourceFile, bytes: [UInt8], lineOrigins: [Int]) {
        self.file = file
        let last = lineOrigins.last ?? 0
        var pieces = [Piece(text: 0, file: lineOrigins.first ?? 0)]
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            pieces.append(Piece(text: index + 1, file: pieces.count < lineOrigins.count ? lineOrigins[pieces.count] : last))
        }
        origin = .pieces(pieces, bytes)
    }

    /// Text that is put together from runs of the file.
    ///
    /// - Parameter pieces: in the order of the text, the first at its start.
    package init(file: SourceFile, bytes: [UInt8], pieces: [Piece]) {
        self.file = file
        origin = .pieces(pieces.isEmpty ? [Piece(text: 0, file: 0)] : pieces, bytes)
    }

    /// Where a run of this text is in the file. A run over several lines ends with the line it ends in.
    package func range(of run: Range<Int>) -> SourceRange {
        switch origin {
        case .slice(let range):
            return SourceRange(file, run.lowerBound + range.lowerBound..<run.upperBound + range.lowerBound)
        case .pieces(let pieces, _):
            let lower = fileOffset(of: run.lowerBound, pieces)
            return SourceRange(file, lower..<max(lower, fileOffset(of: run.upperBound, pieces)))
        }
    }

    private func fileOffset(of offset: Int, _ pieces: [Piece]) -> Int {
        let piece = pieces[pieces.lastIndex(notAfter: offset, by: \.text)]
        return piece.file + offset - piece.text
    }
}

extension SourceText {
    /// The text with other bytes instead of some runs; what stays is still traced to its place, and what is new to the
    /// start of the run that it replaces.
    ///
    /// - Parameter changes: in the order of the text; they do not overlap.
    package func replacing(_ changes: [(run: Range<Int>, bytes: [UInt8])]) -> SourceText {
        guard !changes.isEmpty else { return self }
        var result: [UInt8] = []
        var pieces: [Piece] = []
        var done = 0
        let own = ownPieces
        let bytes = bytes
        var next = 0
        func keep(to end: Int) {
            let base = result.count - done
            pieces.append(Piece(text: result.count, file: range(of: done..<done).bytes.lowerBound))
            while next < own.count, own[next].text < end {
                if own[next].text > done { pieces.append(Piece(text: own[next].text + base, file: own[next].file)) }
                next += 1
            }
            result += bytes[done..<end]
        }
        for change in changes {
            keep(to: change.run.lowerBound)
            pieces.append(Piece(text: result.count, file: range(of: change.run.lowerBound..<change.run.lowerBound).bytes.lowerBound))
            result += change.bytes
            done = change.run.upperBound
        }
        keep(to: bytes.count)
        return SourceText(file: file, bytes: result, pieces: pieces)
    }

    private var ownPieces: [Piece] {
        switch origin {
        case .slice(let range): return [Piece(text: 0, file: range.lowerBound)]
        case .pieces(let pieces, _): return pieces
        }
    }
}
