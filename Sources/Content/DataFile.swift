package import CommonMark
package import Diagnostics
package import Forms

/// One file of `Content/data`: its kind and what it holds.
package struct DataFile: Sendable {
    /// The file's name without its ending: what embeds and references say.
    package let name: Identifier
    /// The file that was read.
    package let source: SourceFile
    /// The heading of the list on a page.
    package let title: Text
    /// One sentence below the title.
    package let summary: Markdown?
    /// What its entries are based on that name no sources of their own.
    package let sources: [SourceReference]
    /// Who added the entries to what the site is based on; nil for what is part of it.
    package let addedBy: Text?
    /// What it holds.
    package private(set) var body: any DataBody

    init(_ draft: DataContent, name: Identifier, source: SourceFile) {
        self.name = name
        self.source = source
        title = draft.title
        summary = draft.summary
        sources = draft.sources
        addedBy = draft.addedBy
        body = draft.body
        changes = draft.body.changes
    }

    /// The word after `kind:`.
    package var kind: DataKind { DataKind(type(of: body)) }

    /// The same file with what is in force on a day.
    func inForce(on day: Day) -> DataFile {
        var file = self
        file.body = body.inForce(on: day)
        return file
    }

    /// The days from which on something else of it is in force.
    package let changes: Set<Day>

    /// Whether it has no entries.
    package var isEmpty: Bool { body.counted.allSatisfy { $0.count == 0 } }

    /// The path of the file below `Content/`.
    package var path: String { "data/\(name).yaml" }

    /// All files below `Content/` that it is made of.
    package var paths: [String] { [path] + [body.spreadsheet].compactMap { $0 }.map { "data/\($0)" } }

    /// Every piece of Markdown in the file, in written order.
    package var texts: [Markdown] { ([summary] + body.texts).compactMap { $0 } }
}
