package import Diagnostics
package import Forms

/// What a statement is based on: a document, and where in it.
package struct SourceReference: Sendable {
    /// The id of an entry in a directory, or the name of a document that no directory lists.
    package let document: Text
    /// What the document calls the part: a heading, a paragraph's number, a question.
    package let section: Text?
    /// Where this part is, if it isn't the address of the document.
    package let address: Text?
    /// The day on which it was read, if it isn't the day in the directory.
    package let read: Day?

    init(document: Text, section: Text? = nil, address: Text? = nil, read: Day? = nil) {
        self.document = document
        self.section = section
        self.address = address
        self.read = read
    }

    /// The field `sources` of everything that states something.
    package static let field = Field.optional("sources", Shape<[SourceReference]>.list(of: shape), default: [], "what it is based on")

    /// A document alone, or with the place in it.
    private static let shape = Shape<SourceReference>.text(
        Shape<Text>.line.map { SourceReference(document: $0) },
        orRecord: .record(
            .required("document", .line, "the id of a directory entry, or the name of a document"),
            .optional("section", .line, "the heading or number of the part"),
            .optional("address", .webAddress, "the web address of the part, if it isn't that of the document"),
            .optional("read", .date, "the day on which it was read, if it isn't the day in the directory")
        ) { _, document, section, address, read in
            SourceReference(document: document, section: section, address: address, read: read)
        })
}

/// An entry of a data file that states something, with what it is based on.
package struct SourcedEntry: Sendable {
    /// Unique in its file.
    package let id: Identifier
    /// Where the id is written, for messages.
    package let place: SourceRange
    /// Its own; if it has none, those of its file count.
    package let sources: [SourceReference]

    init<Value>(_ entry: Entry<Value>, _ sources: [SourceReference]) {
        id = entry.id
        place = entry.place
        self.sources = sources
    }
}
