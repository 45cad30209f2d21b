import Forms

/// A data file put into a page, and which of its entries are wanted there.
package struct Embedding: Sendable {
    /// The file that the embed names, or one of those that it means by `all`.
    package let file: DataFile
    /// Which entries of it are shown.
    package let selection: Selection

    /// What it says there.
    package var content: BlockContent { file.body.content(selection, title: file.title.string) }

    /// A name for the block on a page, put before ids that authors did not choose.
    package var blockID: String { "\(file.kind.rawValue)-\(file.name)" }
}

/// Which entries of a data file are shown: those whose fields have one of the named values.
package struct Selection: Sendable, Hashable {
    /// The values that are wanted, by field; a field that is missing here admits all values.
    package var wanted: [String: Set<String>] = [:]

    /// Nothing is left out.
    package static let all = Selection()

    /// Whether an entry with this value of a field is shown.
    package func admits(_ field: String, _ value: some CustomStringConvertible) -> Bool {
        wanted[field]?.contains(value.description) ?? true
    }
}
