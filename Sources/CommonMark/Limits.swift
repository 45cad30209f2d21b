internal import Diagnostics

/// What a text may be at most, so that no page can hold up or break a build.
///
/// Every number is far above what people write. libcmark 0.30.2 takes time that grows with the square of some inputs:
/// many containers opened in one line and then blank lines (64 kB: more than a minute), and emphasis inside deep quotes.
enum Limits {
    /// Bytes of one text. All of Waymark's own passes are linear, so this bounds a page to a fraction of a second.
    static let bytes = 1 << 20
    /// Markers of quotes and lists at the start of one line.
    static let markers = 100
    /// Brackets open at once in one paragraph of a text of more than `smallText` bytes: each link that is closed makes
    /// libcmark look at all of them.
    static let openBrackets = 1_000
    /// Texts up to here are parsed in a moment whatever they hold.
    static let smallText = 1 << 15
    /// Nodes inside nodes. Browsers stop at 512 elements; each of ours is at most four.
    static let depth = 100
    /// Mistakes reported for one text; people fix these first. With the message that counts the others this is what
    /// is shown of one file.
    static let diagnostics = [Diagnostic].limitPerFile - 1

    /// Why a text cannot be parsed at all.
    static func refusal(of text: [UInt8], _ source: SourceText) -> Diagnostic? {
        if text.count > bytes {
            return Diagnostic(
                "markdown/too-large", "this text has \(text.count) bytes; the limit is \(bytes)",
                at: source.range(of: 0..<0), help: "split it into several pages")
        }
        if text.count > smallText, let place = manyOpenBrackets(text) {
            return Diagnostic(
                "markdown/too-deep", "more than \(openBrackets) brackets are open here", at: source.range(of: place),
                help: "close them with `]`, or write `\\[` for a literal `[`")
        }
        guard let line = lineWithManyMarkers(text) else { return nil }
        return Diagnostic(
            "markdown/too-deep", "this line opens more than \(markers) quotes and lists", at: source.range(of: line),
            help: "remove the `>`, `-`, `*`, `+` and numbers at its start")
    }

    /// The first bracket too many of those open since a blank line.
    private static func manyOpenBrackets(_ text: [UInt8]) -> Range<Int>? {
        var open = 0
        var last: UInt8 = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "["): open += 1
            case UInt8(ascii: "]"): open = max(0, open - 1)
            case UInt8(ascii: "\n") where last == byte: open = 0
            default: break
            }
            if open > openBrackets { return index..<index + 1 }
            last = byte
        }
        return nil
    }

    /// The start of the first line with more markers than are allowed.
    private static func lineWithManyMarkers(_ text: [UInt8]) -> Range<Int>? {
        var start = 0
        while start < text.count {
            // Most lines begin with a letter and need no further look.
            var index = start
            while index < text.count, text[index].isLetter { index += 1 }
            if index > start {
                start = Self.nextLine(text, after: index)
                continue
            }
            var count = 0
            while index < text.count, let next = marker(text, at: index) {
                index = next
                count += 1
            }
            if count > markers { return start..<index }
            start = Self.nextLine(text, after: index)
        }
        return nil
    }

    private static func nextLine(_ text: [UInt8], after start: Int) -> Int {
        var index = start
        while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
        return index + 1
    }

    /// Where a marker ends that is at an index, white space before it skipped; nil if none does.
    private static func marker(_ text: [UInt8], at start: Int) -> Int? {
        var index = start
        while index < text.count, text[index].isBlank { index += 1 }
        guard index < text.count else { return nil }
        switch text[index] {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            return index + 1 == text.count || text[index + 1].isSpace ? index + 1 : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while index < text.count, text[index].isDigit { index += 1 }
            guard index < text.count, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")") else {
                return nil
            }
            return index + 1 == text.count || text[index + 1].isSpace ? index + 1 : nil
        default: return nil
        }
    }
}

extension Limits {
    /// Cells that a table is completed with where its rows are short; each such row is a mistake anyway, and without
    /// a limit a wide head over many short rows makes the page grow with the square of the text.
    static let filledCells = 10_000

    /// What a text is told whose blocks or inlines are nested deeper than the limit.
    static func tooDeep(at range: SourceRange) -> Diagnostic {
        Diagnostic("markdown/too-deep", tooDeepMessage, at: range, help: tooDeepHelp)
    }

    /// The same for a node.
    static func tooDeep(node: Int) -> Finding {
        Finding("markdown/too-deep", tooDeepMessage, node: node, help: tooDeepHelp)
    }

    private static let tooDeepMessage = "this is nested more than \(depth) levels deep; anything deeper was left out"
    private static let tooDeepHelp = "nest fewer lists, quotes and emphasis"
}
