package import CommonMark
package import Forms

/// Terms with their short forms and meanings.
package struct Glossary: Sendable {
    package let terms: [Entry<Term>]

    package struct Term: Sendable {
        /// The word in full.
        package let term: Text
        package let short: Text?
        /// Other words for the same thing, for search.
        package let also: [Text]
        package let definition: Markdown
        /// A page with more, as a link from this file.
        package let see: Markdown?
    }

    static let term = Shape<Term>.record(
        .required("term", .line, "the word in full"),
        .optional("short", .line, "its short form"),
        .optional("also", .list(of: .line), default: [], "other words for the same thing"),
        .required("definition", .blocks, "what it means"),
        .optional("see", .link, "where more is said: a Markdown link")
    ) { _, term, short, also, definition, see in
        Term(term: term, short: short, also: also, definition: definition, see: see)
    }

    static let fields = Field.required("terms", .entries(of: term), "the terms, each under an id")
}
