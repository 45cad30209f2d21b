package import CommonMark
package import Forms

/// Terms with their short forms and meanings.
package struct Glossary: Sendable {
    /// In the order of the file; pages show them by name.
    package let terms: [Entry<Term>]

    /// A term with what it means.
    package struct Term: Sendable {
        /// The word in full.
        package let term: Text
        /// The abbreviation, if there is one.
        package let short: Text?
        /// Other words for the same thing, for search.
        package let also: [Text]
        /// What the term means; its plain text is the description of explained words.
        package let definition: Markdown
        /// A page with more, as a link from this file.
        package let see: Markdown?
        /// What the definition is based on.
        package let sources: [SourceReference]
    }

    static let term = Shape<Term>.record(
        .required("term", .line, "the word in full"),
        .optional("short", .line, "its short form"),
        .optional("also", .list(of: .line), default: [], "other words for the same thing"),
        .required("definition", .blocks, "what it means"),
        .optional("see", .link, "where to read more: a Markdown link"), SourceReference.field
    ) { _, term, short, also, definition, see, sources in
        Term(term: term, short: short, also: also, definition: definition, see: see, sources: sources)
    }

    static let fields = Field.required("terms", .entries(of: term), "the terms, each under an id")
}

extension Glossary: DataBody {
    package static let name = "glossary"
    package static let meaning = "terms with their short forms and meanings"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Glossary.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, fields
    ) { _, _, title, summary, sources, addedBy, terms in
        DataContent(title, summary, sources, addedBy, Glossary(terms: terms))
    }

    package var texts: [Markdown?] { terms.flatMap { [$0.value.definition, $0.value.see] } }

    package var counted: [EntryGroup] { [EntryGroup(count: terms.count)] }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? { terms.map { SourcedEntry($0, $0.value.sources) } }

    package func places(in embedding: Embedding) -> [DataPlace] { terms.map { DataPlace($0, $0.value.term) } }

    package func longTexts(_ selection: Selection) -> [Markdown] { terms.map(\.value.definition) }

    package func content(_ selection: Selection, title: String) -> BlockContent {
        BlockContent(
            terms.map { entry in
                let term = entry.value
                let names = [term.short?.string].compactMap { $0 } + term.also.map(\.string)
                return BlockItem(
                    .term, entry.id, .line(term.term.string), [BlockPart(names: names), BlockPart(term.definition)], names: names)
            })
    }

    /// The ids of all glossaries are checked together, as links find a term by its id alone.
    package static func isKnownDouble(_ second: Embedding, _ first: Embedding) -> Bool { first.file.name != second.file.name }

    package static let start = """
        terms:
          rma:
            term: Return Materials Authorization
            short: RMA
            also: [return number]
            definition: The number under which a return is known to us.

        """
}

extension DataKind {
    static let glossary = DataKind(Glossary.self)
}
