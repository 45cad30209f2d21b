package import CommonMark
package import Forms

/// What a data file shows, in no format: the text of the search, of terminals and of search engines, and the parts of a
/// template that repeat, are all printed from it.
package struct BlockContent: Sendable {
    /// What has a place of its own on the page, in the order in which it is shown.
    package let items: [BlockItem]
    /// What has none, and so belongs to the section in which the block is.
    package let rest: [BlockPart]
    /// Whether the items follow one another and are numbered.
    package let isOrdered: Bool

    init(_ items: [BlockItem] = [], rest: [BlockPart] = [], isOrdered: Bool = false) {
        self.items = items
        self.rest = rest
        self.isOrdered = isOrdered
    }
}

/// An entry of a block: a question with its answer, a product, a step.
package struct BlockItem: Sendable {
    /// What readers look for when they look for it.
    package enum Kind: Sendable { case section, question, product, term, tool, contact, link }

    /// By what a search groups its results.
    package let kind: Kind
    /// Where the entry is on the page.
    package let id: Identifier
    /// What readers know the entry by.
    package let title: BlockText
    /// What is said about it, piece by piece.
    package let parts: [BlockPart]
    /// Other names, as good as the title.
    package let names: [String]

    init(_ kind: Kind, _ id: Identifier, _ title: BlockText, _ parts: [BlockPart?], names: [String] = []) {
        self.kind = kind
        self.id = id
        self.title = title
        self.parts = parts.compactMap { $0 }
        self.names = names
    }
}

/// A run of words as it was written.
package enum BlockText: Sendable {
    case line(String)
    case markdown(Markdown)
}

/// Something that is said about an entry: one text, or several of a kind.
package struct BlockPart: Sendable {
    /// The key of the theme's word for it: `stepWho`.
    package let label: String?
    /// In the order in which they are printed.
    package let texts: [BlockText]
    /// What is printed between them.
    package let separator: String

    init(_ texts: [BlockText], separator: String = " ", label: String? = nil) {
        self.texts = texts
        self.separator = separator
        self.label = label
    }

    /// Nil where nothing is said.
    init?(_ text: Markdown?, label: String? = nil) {
        guard let text else { return nil }
        self.init([.markdown(text)], label: label)
    }

    /// Nil where nothing is said.
    init?(line: String?, label: String? = nil) {
        guard let line, !line.isEmpty else { return nil }
        self.init([.line(line)], label: label)
    }

    /// Names in one sentence; nil for none.
    init?(names: [String]) {
        self.init(line: names.isEmpty ? nil : names.joined(separator: ", ") + ".")
    }
}

/// How the texts of a block are printed in some format.
package struct BlockPrinter {
    private let line: (String) -> String
    private let markdown: (Markdown) -> String
    private let word: (String) -> String?

    /// - Parameters:
    ///   - line: prints words without marks.
    ///   - word: the word of a key; nil where the format does without the theme's words.
    package init(
        line: @escaping (String) -> String = { $0 }, markdown: @escaping (Markdown) -> String, word: @escaping (String) -> String?
    ) {
        self.line = line
        self.markdown = markdown
        self.word = word
    }

    /// One text in the printer's format.
    package func text(_ text: BlockText) -> String {
        switch text {
        case .line(let words): line(words)
        case .markdown(let text): markdown(text)
        }
    }

    /// Without the label.
    package func text(_ part: BlockPart) -> String {
        part.texts.map(text).filter { !$0.isEmpty }.joined(separator: part.separator)
    }

    /// The theme's word for a part.
    package func label(_ part: BlockPart) -> String? { part.label.flatMap(word) }
}
