/// Finds what extensions mean something to in one text.
struct TextScanner {
    /// A run that is no plain text.
    enum Token {
        /// `{{ … }}`, or `{{` alone if it is not closed.
        case braces(Range<Int>)
        /// `[^label]`
        case footnote(Range<Int>)
        /// `[label]` right behind `]`.
        case reference(Range<Int>)

        var range: Range<Int> {
            switch self {
            case .braces(let range), .footnote(let range), .reference(let range): range
            }
        }
    }

    private let text: ArraySlice<UInt8>
    private let features: Features
    private var index: Int
    /// Whether a search for `}}` has reached the end, so that it is not made again from each `{{`.
    private var isUnclosed = false

    /// At the start of a text.
    init(_ text: ArraySlice<UInt8>, _ features: Features) {
        self.text = text
        self.features = features
        index = text.startIndex
    }

    /// The next token, in order of place.
    mutating func next() -> Token? {
        guard !features.isDisjoint(with: [.braces, .footnote, .reference]) else { return nil }
        while index + 1 < text.endIndex {
            if text.has(UInt8(ascii: "{"), UInt8(ascii: "{"), at: index) { return braces() }
            if text.has(UInt8(ascii: "["), UInt8(ascii: "^"), at: index), let token = footnote() { return token }
            if text.has(UInt8(ascii: "]"), UInt8(ascii: "["), at: index), let token = reference() { return token }
            index += 1
        }
        return nil
    }

    private mutating func braces() -> Token {
        let start = index
        let close = isUnclosed ? nil : text.first(UInt8(ascii: "}"), UInt8(ascii: "}"), from: start + 2)
        isUnclosed = close == nil
        let next = text.first(UInt8(ascii: "{"), UInt8(ascii: "{"), from: start + 2) ?? text.endIndex
        // One that holds another is not closed itself, or every `{{` of many would be one mistake up to the last.
        let end = close.map { $0 < next ? $0 + 2 : start + 2 } ?? start + 2
        index = end
        return .braces(start..<end)
    }

    private mutating func footnote() -> Token? {
        var end = index + 2
        while end < text.endIndex, end - index < FootnoteDefinition.labelLimit, FootnoteDefinition.isLabel(text[end]) {
            end += 1
        }
        guard end > index + 2, end < text.endIndex, text[end] == UInt8(ascii: "]") else { return nil }
        defer { index = end + 1 }
        return .footnote(index..<end + 1)
    }

    private mutating func reference() -> Token? {
        let start = index + 1
        var end = start + 1
        while end < text.endIndex, text[end] != UInt8(ascii: "["), text[end] != UInt8(ascii: "]"), end - start < 1000 {
            end += 1
        }
        guard end < text.endIndex, text[end] == UInt8(ascii: "]"),
            !text.has(UInt8(ascii: "["), UInt8(ascii: "^"), at: start)
        else { return nil }
        // The bracket that closes this one may stand before another.
        index = end
        return .reference(start..<end + 1)
    }
}
