/// Reads the source of one block along with its inlines.
struct SourceCursor {
    private let source: [UInt8]
    private let end: Int
    private var index: Int
    /// What the last search for some bytes found, as a search from further on finds the same.
    private var found: [UInt8: (from: Int, place: Int?)] = [:]
    /// Runs of backticks of these lengths are looked for in vain.
    private var unclosed: Set<Int> = []

    /// At the start of a block.
    init(_ source: [UInt8], _ range: Range<Int>) {
        self.source = source
        index = range.lowerBound
        end = range.upperBound
    }

    /// How far an inline is looked for: between two inlines are marks only. Bounds the work for what is not found.
    private static let reach = 256

    /// Moves after an inline without content of its own, or to the content of one that has some. Where it is.
    mutating func enter(_ node: TreeNode, _ text: ArraySlice<UInt8>) -> Range<Int>? {
        switch node.kind {
        case .text: return find(text, isEscapable: true)
        case .value, .footnoteReference, .htmlInline, .task: return find(text, isEscapable: false)
        case .lineBreak where node.flags.contains(.written): return find(text, isEscapable: false)
        case .softBreak, .lineBreak: return skipLineEnd()
        case .code: return code()
        case .link where node.flags.contains(.autolink): return autolink()
        default: return nil
        }
    }

    /// Moves after a link whose content has been read. Where its destination is, or its label.
    mutating func leaveLink(_ node: TreeNode, _ text: ArraySlice<UInt8>) -> Range<Int>? {
        if !node.flags.isDisjoint(with: [.autolink, .bare]) { return nil }
        guard let close = next(UInt8(ascii: "]")) else { return nil }
        index = close + 1
        // A bracket or parenthesis after a shortcut reference is text, and tells so by not being what it would be.
        // Each sign of a destination is written with at most so many: an entity or an escape.
        if byte(index) == UInt8(ascii: "("), let place = destination(limit: 40 * text.count + 64) {
            let isVerbatim = !source[place].contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
            if !isVerbatim || source[place].elementsEqual(text) {
                skipTitle()
                return place
            }
            index = close + 1
        }
        if byte(index) == UInt8(ascii: "["), let end = next(UInt8(ascii: "]")),
            !source[(index + 1)..<end].contains(UInt8(ascii: "["))
        {
            defer { index = end + 1 }
            return index..<end + 1
        }
        // A label is at most a thousand signs long.
        let start = source[max(0, close - 4_000)..<close].lastIndex(of: UInt8(ascii: "[")) ?? close
        return start..<index
    }

    private func byte(_ index: Int) -> UInt8? { index < end ? source[index] : nil }

    private mutating func next(_ byte: UInt8) -> Int? {
        if let known = found[byte], known.from <= index, known.place.map({ $0 >= index }) ?? true { return known.place }
        let place = source[min(index, end)..<end].firstIndex(of: byte)
        found[byte] = (index, place)
        return place
    }

    private mutating func find(_ text: ArraySlice<UInt8>, isEscapable: Bool) -> Range<Int>? {
        guard !text.isEmpty else { return nil }
        for start in index..<max(index, min(end, index + Self.reach)) {
            guard let found = match(text, at: start, isEscapable: isEscapable) else { continue }
            index = found
            return start..<found
        }
        return nil
    }

    /// Where a text ends in the source that begins at an index; nil if it is not there.
    ///
    /// A backslash may be before any punctuation, an entity for any character, and a line end of inline HTML may be
    /// followed by the marks of its containers.
    private func match(_ text: ArraySlice<UInt8>, at start: Int, isEscapable: Bool) -> Int? {
        var place = start
        var rest = text[...]
        while let wanted = rest.first {
            guard let found = byte(place) else { return nil }
            if isEscapable, found == UInt8(ascii: "\\"), byte(place + 1) == wanted, wanted.isPunctuation {
                rest = rest.dropFirst()
                place += 2
            } else if isEscapable, found == UInt8(ascii: "&"), let after = entity(at: place),
                !rest.starts(with: source[place..<after])
            {
                rest = rest.dropFirst()
                while let next = rest.first, UTF8.isContinuation(next) { rest = rest.dropFirst() }
                place = after
            } else if found == wanted {
                rest = rest.dropFirst()
                place += 1
            } else if rest.startIndex > text.startIndex, text[rest.startIndex - 1] == UInt8(ascii: "\n"),
                found.isBlank || found == UInt8(ascii: ">")
            {
                place += 1
            } else {
                return nil
            }
        }
        return place
    }

    private func entity(at start: Int) -> Int? {
        var place = start + 1
        if byte(place) == UInt8(ascii: "#") { place += 1 }
        while let next = byte(place), next.isDigit || next.isLetter, place - start < 40 { place += 1 }
        return place > start + 1 && byte(place) == UInt8(ascii: ";") ? place + 1 : nil
    }

    private mutating func skipLineEnd() -> Range<Int>? {
        guard let lineEnd = next(UInt8(ascii: "\n")) else { return nil }
        index = lineEnd + 1
        while let next = byte(index), next.isBlank || next == UInt8(ascii: ">") { index += 1 }
        return nil
    }

    private mutating func code() -> Range<Int>? {
        guard let start = next(UInt8(ascii: "`")) else { return nil }
        let opener = run(at: start)
        guard !unclosed.contains(opener) else { return nil }
        var place = start + opener
        while let next = source[min(place, end)..<end].firstIndex(of: UInt8(ascii: "`")) {
            let closer = run(at: next)
            place = next + closer
            if closer == opener {
                index = place
                return start..<place
            }
        }
        unclosed.insert(opener)
        return nil
    }

    private func run(at start: Int) -> Int {
        source[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
    }

    private mutating func autolink() -> Range<Int>? {
        guard let start = next(UInt8(ascii: "<")) else { return nil }
        index = start + 1
        return index..<(next(UInt8(ascii: ">")) ?? index)
    }

    /// Reads the destination of `(destination "title")`.
    ///
    /// - Parameter limit: how long it is at most; what is longer is no destination.
    private mutating func destination(limit: Int) -> Range<Int>? {
        index += 1
        let behindBracket = index
        while let next = byte(index), next.isSpace, index - behindBracket < limit { index += 1 }
        let isBracketed = byte(index) == UInt8(ascii: "<")
        if isBracketed { index += 1 }
        let start = index
        var depth = 0
        while let next = byte(index), index - start < limit {
            if next == UInt8(ascii: "\\") {
                index += 1
            } else if isBracketed {
                if next == UInt8(ascii: ">") { break }
            } else if next == UInt8(ascii: "(") {
                depth += 1
            } else if next == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            } else if next.isSpace {
                break
            }
            index += 1
        }
        index = min(index, end)
        let destination = start..<index
        if isBracketed { index = min(index + 1, end) }
        return destination
    }

    private mutating func skipTitle() {
        while let next = byte(index), next.isSpace || next == UInt8(ascii: ">") { index += 1 }
        if let opener = byte(index), opener != UInt8(ascii: ")") {
            let closer = opener == UInt8(ascii: "(") ? UInt8(ascii: ")") : opener
            index += 1
            while let next = byte(index), next != closer { index += next == UInt8(ascii: "\\") ? 2 : 1 }
            index = min(index + 1, end)
        }
        while let next = byte(index), next != UInt8(ascii: ")") { index += 1 }
        index = min(index + 1, end)
    }
}
