/// A heading of a text.
package struct Heading: Sendable, Hashable {
    /// 1 to 6.
    package let level: Int
    /// What a link's fragment names, with the prefix of the options; unique in its text.
    package let id: String
    /// Without marks.
    package let text: String
    /// Its number among the headings of the text, from 0.
    package let index: Int
    /// Counted from 1 in the text that was parsed.
    package let line: Int
    /// Its index in the tree.
    let node: Int
}

/// A link, an autolink or an image.
package struct Link: Sendable, Hashable {
    /// What was written, escapes and entities resolved, not yet percent-encoded.
    package let destination: String
    /// Without marks; empty if none was written.
    package let title: String
    /// The words that stand for it, without marks: for an image its alternative text.
    package let text: String
    /// Written with `!` before it.
    package let isImage: Bool
    /// Written `<https://…>`, so that its text is its address.
    package let isAutolink: Bool
    /// Its number among the links of the text, from 0: its place in `Resolution.links`.
    package let index: Int
    /// Its index in the tree.
    let node: Int
}

/// `{{ file.id }}` in running text.
package struct ValueReference: Sendable, Hashable {
    /// `file.id`, or `count file`: what is between the braces.
    package let name: String
    /// Whether nothing was filled in for it, so that whoever prints the text says it.
    package let isOpen: Bool
    /// Its index in the tree.
    let node: Int
}

/// `{{ kind name argument=value }}` in a paragraph of its own.
package struct Embed: Sendable, Hashable {
    /// What is between the braces, split at white space; never empty.
    package let words: [String]
    /// Its number among the embeds of the text, from 0: its place in `Resolution.embeds`.
    package let index: Int
    /// Its index in the tree.
    let node: Int
}
