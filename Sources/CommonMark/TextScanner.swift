/// Finds what extensions mean something to in one text.
struct TextScanner {
    /// A run that is no plain text.
    enum Token {
        /// `{{ … }}`, or `{{` alone if it is not closed.
        case braces(Range<Int>)
        /// `[^label]`
        case footnote(Range<Int>)
        /// `[label]` right after `]`.
        case reference(Range<Int>)
        /// `https://example.org/`
        case address(BareAddress)
        /// What another tool would have understood.
        case foreign(ForeignMark)

        var range: Range<Int> {
            switch self {
            case .braces(let range), .footnote(let range), .reference(let range): range
            case .address(let address): address.range
            case .foreign(let mark): mark.range
            }
        }
    }

    private let text: ArraySlice<UInt8>
    private let features: Features
    private var index: Int
    /// What is before it belongs to an earlier token.
    private var done: Int
    /// Whether addresses are looked for: not inside links.
    private let findsAddresses: Bool
    private let isInLink: Bool
    /// Whether `{#id}` is an id here.
    private let isHeading: Bool
    /// Whether a search for `}}` has reached the end, so that it is not made again from each `{{`.
    private var isUnclosed = false

    /// At the start of a text.
    init(_ text: ArraySlice<UInt8>, _ features: Features, isInLink: Bool = false, isHeading: Bool = false) {
        self.text = text
        self.features = features
        index = text.startIndex
        done = index
        self.isHeading = isHeading
        self.isInLink = isInLink
        findsAddresses = features.contains(.address) && !isInLink
    }

    /// The next token, in order of place.
    mutating func next() -> Token? {
        guard !features.isDisjoint(with: .tokens) else { return nil }
        let found = search()
        done = found?.range.upperBound ?? done
        return found
    }

    private mutating func search() -> Token? {
        let findsForeign = features.contains(.foreign)
        while index < text.endIndex {
            let byte = text[index]
            if byte.isPunctuation {
                if text.has(UInt8(ascii: "{"), UInt8(ascii: "{"), at: index) { return braces() }
                if text.has(UInt8(ascii: "["), UInt8(ascii: "^"), at: index), let token = footnote() { return token }
                if text.has(UInt8(ascii: "]"), UInt8(ascii: "["), at: index), let token = reference() { return token }
                if findsForeign, let mark = ForeignMark.inside(text, at: index, isHeading: isHeading, isInLink: isInLink),
                    mark.range.lowerBound >= done
                {
                    index = mark.range.upperBound
                    return .foreign(mark)
                }
            }
            if findsAddresses, Self.mayBegin(byte), let token = address() { return token }
            index += 1
        }
        return nil
    }

    /// Whether an address begins with a byte or has it in its middle.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        let small = byte | 0x20
        return small == UInt8(ascii: "h") || small == UInt8(ascii: "w") || byte == UInt8(ascii: "@")
    }

    private mutating func address() -> Token? {
        var skipped = index
        guard let address = BareAddress(in: text, at: index, from: done, skipped: &skipped) else {
            index = max(index, skipped)
            return nil
        }
        index = address.range.upperBound
        return .address(address)
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
        // The bracket that closes this one may be before another.
        index = end
        return .reference(start..<end + 1)
    }
}
