package import CommonMark
package import Forms

/// Things to check one by one.
package struct Checklist: Sendable {
    /// Advice about the whole list, shown above it.
    package let note: Markdown?
    /// What is compared by its answers, in the singular, such as "Supplier"; nil for the theme's own word.
    package let compares: Text?
    /// In the order of checking.
    package let items: [Entry<Item>]

    /// One thing to check.
    package struct Item: Sendable {
        /// The question or instruction, on one line.
        package let item: Markdown
        /// Why it matters and what a good answer is.
        package let why: Markdown?
        /// Whether "yes" or "no" is the answer to hope for.
        package let good: GoodAnswer
        /// What the item is based on.
        package let sources: [SourceReference]
    }

    static let item = Shape<Item>.record(
        .required("item", .inline, "what to check"),
        .optional("why", .blocks, "why it matters, what a good answer is"), GoodAnswer.field, SourceReference.field
    ) { _, item, why, good, sources in Item(item: item, why: why, good: good, sources: sources) }

    static let note = Field.optional("note", .blocks, "what to bear in mind about the whole list")
    static let compares = Field.optional("compares", .line, "what readers compare by their answers, such as Supplier", example: "Supplier")
    static let items = Field.required("items", .entries(of: item), "the items, each under an id")
}

extension Checklist: DataBody {
    package static let name = "checklist"
    package static let meaning = "things to check one by one"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Checklist.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, note, compares, items
    ) { _, _, title, summary, sources, addedBy, note, compares, items in
        DataContent(title, summary, sources, addedBy, Checklist(note: note, compares: compares, items: items))
    }

    package static let keepsAnswers = true

    package var texts: [Markdown?] { [note] + items.flatMap { [$0.value.item, $0.value.why] } }

    package var counted: [EntryGroup] { [EntryGroup(count: items.count)] }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? { items.map { SourcedEntry($0, $0.value.sources) } }

    package func places(in embedding: Embedding) -> [DataPlace] { items.map { DataPlace($0, $0.value.item) } }

    package func longTexts(_ selection: Selection) -> [Markdown] { ([note] + items.map(\.value.why)).compactMap { $0 } }

    package func content(_ selection: Selection, title: String) -> BlockContent {
        BlockContent(items.map { BlockItem(.section, $0.id, .markdown($0.value.item), [BlockPart($0.value.why)]) })
    }

    package static let start = """
        note: Tick what is done. Nothing leaves your device.
        items:
          backup:
            item: Is everything saved?
            why: What is on the device is deleted.
          parts:
            item: Are all parts in the box?

        """
}
