/// One block or inline of a text, in a flat array in document order: a node's descendants follow it up to `end`.
struct TreeNode: Sendable {
    /// What it is: first what cmark knows, then what is made of it.
    enum Kind: UInt8, Sendable {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
        case table, row, cell, callout, calloutTitle, footnotes, footnote, embed
        case strikethrough, value, footnoteReference, task
    }

    /// What is true of a node besides its kind.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// A list without blank lines between its items.
        static let tight = Flags(rawValue: 1)
        static let ordered = Flags(rawValue: 2)
        static let autolink = Flags(rawValue: 4)
        /// A link whose title was written and may be empty.
        static let titled = Flags(rawValue: 8)
        /// A row or cell of a table's head.
        static let head = Flags(rawValue: 16)
        /// An address without angle brackets, or a box that is ticked.
        static let bare = Flags(rawValue: 32)
        static let checked = Flags(rawValue: 32)
        /// A comment of HTML, which is not published; a line break that was written as `<br>`.
        static let dropped = Flags(rawValue: 64)
        static let written = Flags(rawValue: 64)
    }

    /// What it is.
    var kind: Kind
    var flags: Flags = []
    /// A heading's level, a cell's alignment, a callout's kind.
    var level: UInt8 = 0
    /// A list's first number; the node's index among headings, links, embeds, tables and callouts of one name;
    /// a footnote's number.
    var number: Int32 = 0
    /// Which of a footnote's references it is, from 1; at the footnote how many there are.
    var ordinal: Int32 = 0
    /// The index after the last descendant.
    var end: Int32 = 0
    /// Literal, info string, destination or label.
    var text = Run()
    /// Title of a link; content of a code block; id of a heading; what a value says, empty if that is open.
    var title = Run()
    /// First and last line in the text parsed, from 1; 0 for inlines.
    var line: Int32 = 0
    var lastLine: Int32 = 0
    /// Byte in the first line, from 1.
    var column: Int32 = 0
}

/// A run of bytes in the buffer that a tree's nodes share.
struct Run: Sendable {
    /// The first byte.
    var start: Int32 = 0
    var count: Int32 = 0

    var isEmpty: Bool { count == 0 }
    /// The same as a range of the buffer.
    var range: Range<Int> { Int(start)..<Int(start + count) }
}

extension TreeNode.Kind {
    /// Whether it is in a line.
    var isInline: Bool {
        switch self {
        case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image, .strikethrough,
            .value, .footnoteReference, .task:
            true
        default: false
        }
    }
}
