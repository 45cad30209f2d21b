package import CommonMark
package import Forms

/// Things to check one by one.
package struct Checklist: Sendable {
    package let note: Markdown?
    package let items: [Entry<Item>]

    package struct Item: Sendable {
        package let item: Markdown
        package let why: Markdown?
    }

    static let item = Shape<Item>.record(
        .required("item", .inline, "what to check"),
        .optional("why", .blocks, "why it matters, what a good answer is")
    ) { _, item, why in Item(item: item, why: why) }

    static let note = Field.optional("note", .blocks, "what to bear in mind about the whole list")
    static let items = Field.required("items", .entries(of: item), "the items, each under an id")
}
