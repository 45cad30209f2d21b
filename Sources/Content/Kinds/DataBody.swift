package import CommonMark
package import Diagnostics
package import Forms
package import YAML

/// What a data file of one kind holds, and everything that is asked about it.
///
/// A kind is one type in one file of this folder, listed in `DataKind.bodies`. Nothing else in `Content` tells kinds apart:
/// what differs from kind to kind is a requirement here, with a default for kinds that have nothing to say about it.
package protocol DataBody: Sendable {
    /// The word after `kind:` and in embeds.
    static var name: String { get }
    /// What a file of this kind holds, in a few words.
    static var meaning: String { get }
    /// The fields of a file, from which it is read and its JSON Schema is made.
    static var shape: Shape<DataContent> { get }
    /// A small file of this kind, below its title: what `waymark new data` writes.
    static var start: String { get }
    /// Whether an embed puts a whole file of this kind into a page.
    static var isBlock: Bool { get }
    /// Whether an outcome of a questionnaire can show it too: it is complete without script and as short as what it is part of.
    static var isForOutcomes: Bool { get }

    /// Whether a block shows what each of its entries is based on, so that the foot of the page needn't.
    static var printsSources: Bool { get }

    /// Whether a browser keeps what readers enter in its block.
    static var keepsAnswers: Bool { get }

    /// Reads a file; by its shape alone unless the kind needs files next to it.
    static func read(_ root: Node, readCSV: (String) -> InputFile.Outcome<SourceFile>, _ findings: inout Findings) -> DataContent?

    /// What an author writes into a page to use a new file of this kind.
    static func use(of file: Identifier) -> String

    /// Every piece of Markdown in the file, in written order.
    var texts: [Markdown?] { get }
    /// Other names that only bring entries to the front of a search. Those of terms are synonyms, which find more than their entry.
    var otherWords: [Text] { get }
    /// The fields by which an embed may select, with their values.
    var selectable: [String: Set<String>] { get }
    /// The entries that state something, as far as a selection wants them, with what each is based on;
    /// nil if its entries cannot say so.
    func sourced(_ selection: Selection) -> [SourcedEntry]?
    /// The entries that a count counts.
    var counted: [EntryGroup] { get }
    /// The spreadsheet in `data/` that a part of the file is read from.
    var spreadsheet: String? { get }

    /// What gets an id on a page that shows the file: entries, the groups they are in, notes.
    func places(in embedding: Embedding) -> [DataPlace]
    /// The shown texts that can have headings.
    func longTexts(_ selection: Selection) -> [Markdown]

    /// What the file says where it is shown.
    ///
    /// - Parameter title: the name of the list.
    func content(_ selection: Selection, title: String) -> BlockContent

    /// What of it is in force on a day.
    func inForce(on day: Day) -> any DataBody
    /// The days from which on something else of it is in force.
    var changes: Set<Day> { get }

    /// What is wrong in the file that reading it field by field doesn't show.
    func problems(_ written: WrittenKeys) -> [Diagnostic]
    /// Whether another rule already reports that an id of the second block is on the page twice.
    static func isKnownDouble(_ second: Embedding, _ first: Embedding) -> Bool
}

extension DataBody {
    package static var isBlock: Bool { true }
    package static var isForOutcomes: Bool { false }
    package func inForce(on day: Day) -> any DataBody { self }
    package var changes: Set<Day> { [] }
    package static var printsSources: Bool { false }
    package static var keepsAnswers: Bool { false }

    package static func read(
        _ root: Node, readCSV: (String) -> InputFile.Outcome<SourceFile>, _ findings: inout Findings
    ) -> DataContent? {
        shape.read(root, &findings)
    }

    package static func use(of file: Identifier) -> String { "{{ \(name) \(file) }}" }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? { nil }

    package var otherWords: [Text] { [] }
    package var selectable: [String: Set<String>] { [:] }
    package var spreadsheet: String? { nil }
    package func places(in embedding: Embedding) -> [DataPlace] { [] }
    package func longTexts(_ selection: Selection) -> [Markdown] { [] }
    package func content(_ selection: Selection, title: String) -> BlockContent { BlockContent() }
    package func problems(_ written: WrittenKeys) -> [Diagnostic] { [] }
    package static func isKnownDouble(_ second: Embedding, _ first: Embedding) -> Bool { false }
}

/// A data file without what its name and its kind say already.
package struct DataContent: Sendable {
    let title: Text
    let summary: Markdown?
    let sources: [SourceReference]
    let addedBy: Text?
    let body: any DataBody

    init(_ title: Text, _ summary: Markdown?, _ sources: [SourceReference], _ addedBy: Text?, _ body: any DataBody) {
        self.title = title
        self.summary = summary
        self.sources = sources
        self.addedBy = addedBy
        self.body = body
    }
}

/// The fields that every data file has.
enum DataHead {
    static let title = Field.required("title", Shape<Text>.line, "the name of the list, for people")
    static let summary = Field.optional("summary", Shape<Markdown>.inline, "one sentence on what it holds")
    /// For entries without sources of their own.
    static let sources = SourceReference.field
    /// For what an organisation adds to a policy that it didn't write.
    static let addedBy = Field.optional("added-by", Shape<Text>.line, "who added the entries to what the site is based on")

    static func kind(_ body: any DataBody.Type) -> Field<DataKind> {
        .required("kind", .choice(of: [DataKind(body)]) { $0.meaning }, "what the file holds")
    }
}
