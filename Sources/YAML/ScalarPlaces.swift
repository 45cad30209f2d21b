import Diagnostics

/// Where the parts of a scalar's text are in the file: line ends are folded into spaces and escapes into signs, so the
/// text is read a second time along with what was written.
///
/// What does not come out as libyaml read it gives nil: places are exact or not known.
enum ScalarPlaces {
    /// Of text in quotes or without any.
    static func ofFlow(_ text: [UInt8], in range: SourceRange, style: Scalar.Style) -> [SourceText.Piece]? {
        let bytes = range.file.bytes
        let written = inside(range, style)
        // Nearly all of them are there as they are.
        if bytes[written].elementsEqual(text) { return [SourceText.Piece(text: 0, file: written.lowerBound)] }
        var reader = FlowReader(bytes: bytes, index: written.lowerBound, end: written.upperBound, style: style)
        reader.read()
        return reader.text == text ? reader.pieces : nil
    }

    /// Without quotes; a cell of a spreadsheet that has none may have spaces around its text.
    private static func inside(_ range: SourceRange, _ style: Scalar.Style) -> Range<Int> {
        let run = range.bytes
        guard style == .plain else { return run.lowerBound + 1..<max(run.lowerBound + 1, run.upperBound - 1) }
        let isText: (UInt8) -> Bool = { $0 != UInt8(ascii: " ") }
        guard let first = range.file.bytes[run].firstIndex(where: isText), let last = range.file.bytes[run].lastIndex(where: isText)
        else { return run }
        return first..<last + 1
    }

    /// Of a block after `>`, whose lines are in the text as they are, with a space or line ends between them.
    ///
    /// - Parameter lines: where the text of each line starts, its indentation left out.
    static func ofFolded(_ text: [UInt8], in range: SourceRange, lines: [Int]) -> [SourceText.Piece]? {
        let bytes = range.file.bytes
        var pieces: [SourceText.Piece] = []
        var index = 0
        var lastEnd = lines.first ?? range.bytes.lowerBound
        for start in lines {
            let line = bytes[start...].prefix { $0 != 10 }
            guard !line.isEmpty else { continue }
            let gap = index
            while index < text.count, text[index] == 10 { index += 1 }
            if !text[index...].starts(with: line), index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
            guard text[index...].starts(with: line) else { return nil }
            if gap < index { pieces.append(SourceText.Piece(text: gap, file: lastEnd)) }
            pieces.append(SourceText.Piece(text: index, file: start))
            index += line.count
            lastEnd = line.endIndex
        }
        guard text[index...].allSatisfy({ $0 == 10 }) else { return nil }
        if index < text.count { pieces.append(SourceText.Piece(text: index, file: lastEnd)) }
        return pieces
    }
}

/// Reads a scalar of flow style once more: YAML 1.1, sections 5.7 and 9.1.
private struct FlowReader {
    let bytes: [UInt8]
    var index: Int
    let end: Int
    let style: Scalar.Style
    private(set) var text: [UInt8] = []
    private(set) var pieces: [SourceText.Piece] = []
    /// Up to where no line end is.
    private var unfolded = 0

    init(bytes: [UInt8], index: Int, end: Int, style: Scalar.Style) {
        self.bytes = bytes
        self.index = index
        self.end = end
        self.style = style
    }

    mutating func read() {
        var isVerbatim = false
        while index < end {
            if let made = changed() {
                pieces.append(SourceText.Piece(text: text.count, file: made.start))
                text += made.bytes
                isVerbatim = false
            } else {
                if !isVerbatim { pieces.append(SourceText.Piece(text: text.count, file: index)) }
                text.append(bytes[index])
                index += 1
                isVerbatim = true
            }
        }
        pieces.append(SourceText.Piece(text: text.count, file: end))
    }

    /// Passes over what is in the text otherwise than in the file; nil where it is the same.
    private mutating func changed() -> (start: Int, bytes: [UInt8])? {
        let start = index
        switch (style, bytes[index]) {
        case (.singleQuoted, UInt8(ascii: "'")), (.spreadsheet, UInt8(ascii: "\"")):
            index += 2
            return (start, [bytes[start]])
        case (.doubleQuoted, UInt8(ascii: "\\")):
            return (start, escape())
        case (.spreadsheet, _): return nil
        default: return fold().map { (start, $0) }
        }
    }

    /// A line end and the white space around it: a space, or one line end less than there are.
    private mutating func fold() -> [UInt8]? {
        // Inside a run of spaces without a line end there is none either.
        guard index >= unfolded else { return nil }
        var place = index
        var lineEnds = 0
        while place < end, [9, 10, 32].contains(bytes[place]) {
            if bytes[place] == 10 { lineEnds += 1 }
            place += 1
        }
        guard lineEnds > 0 else {
            unfolded = place
            return nil
        }
        index = place
        return lineEnds == 1 ? [32] : Array(repeating: 10, count: lineEnds - 1)
    }

    private mutating func escape() -> [UInt8] {
        index += 1
        guard index < end else { return [] }
        let sign = bytes[index]
        index += 1
        switch sign {
        case 10:
            while index < end, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
            return []
        case UInt8(ascii: "x"): return scalar(digits: 2)
        case UInt8(ascii: "u"): return scalar(digits: 4)
        case UInt8(ascii: "U"): return scalar(digits: 8)
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "t"), 9: return [9]
        case UInt8(ascii: "_"): return [0xC2, 0xA0]
        default: return [sign]
        }
    }

    private mutating func scalar(digits: Int) -> [UInt8] {
        let written = bytes[index..<min(end, index + digits)]
        index = written.endIndex
        let value = UInt32(String(decoding: written, as: UTF8.self), radix: 16)
        return value.flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) } ?? []
    }
}
