package import CommonMark
package import Forms

/// Single facts, each stated once and used as `{{ file.id }}`.
package struct Values: Sendable {
    /// Under the ids by which texts use them.
    package let values: [Entry<Fact>]

    /// A number, date or name that is true in one place and used in many.
    package struct Fact: Sendable {
        /// As its author wrote it; texts show it in the style of the language.
        package let value: Text
        /// What the number counts: `days`, `%`, `€`.
        package let unit: Text?
        /// The wording instead of value and unit.
        package let text: Text?
        /// What the fact is about.
        package let note: Markdown?
        /// What the fact is based on.
        package let sources: [SourceReference]
    }

    static let fact = Shape<Fact>.text(
        Shape<Text>.line.map { Fact(value: $0, unit: nil, text: nil, note: nil, sources: []) },
        orRecord: .record(
            .required("value", .line, "the number, date or name"),
            .optional("unit", .line, "what the number counts: days, percent, €"),
            .optional("text", .line, "the full wording, where value and unit do not read well"),
            .optional("note", .inline, "what the fact is about"),
            .optional("source", .line, "the document that it comes from, in a few words"), SourceReference.field
        ) { _, value, unit, text, note, source, sources in
            Fact(
                value: value, unit: unit, text: text, note: note,
                sources: [source].compactMap { $0.map { SourceReference(document: $0) } } + sources)
        })

    static let fields = Field.required("values", .entries(of: fact), "the facts, each under an id")
}

extension Values: DataBody {
    package static let name = "values"
    package static let meaning = "single facts, each stated once"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Values.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, fields
    ) { _, _, title, summary, sources, addedBy, values in
        DataContent(title, summary, sources, addedBy, Values(values: values))
    }

    /// Values are used one by one, in texts.
    package static let isBlock = false

    package static func use(of file: Identifier) -> String { "We answer within {{ \(file).notice-period }}." }

    package var texts: [Markdown?] { values.map(\.value.note) }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? { values.map { SourcedEntry($0, $0.value.sources) } }

    package var counted: [EntryGroup] { [EntryGroup(count: values.count)] }

    package static let start = """
        values:
          notice-period:
            value: 14
            unit: days
            note: From the day of delivery.

        """
}

extension DataKind {
    /// The kind whose files are used value by value.
    package static let values = DataKind(Values.self)
}
