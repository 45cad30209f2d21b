package import CommonMark
package import Forms
import YAML

/// Single facts, each stated once and used as `{{ file.id }}`.
package struct Values: Sendable {
    /// Those in force, under the ids by which texts use them.
    package let values: [Entry<Fact>]
    /// All of each id, whatever their dates: each in force from the end of the one before it.
    let dated: [Entry<[Fact]>]

    private init(values: [Entry<Fact>], dated: [Entry<[Fact]>]) {
        self.values = values
        self.dated = dated
    }

    /// - Parameter day: on which values are in force; nil for the first of each.
    init(_ dated: [Entry<[Fact]>], on day: Day?) {
        let values = dated.compactMap { entry -> Entry<Fact>? in
            let facts = entry.value
            return (day.map { day in facts.first { $0.validity.contains(day) } } ?? facts.first).map(entry.with)
        }
        self.init(values: values, dated: dated)
    }

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
        /// The days on which it is true.
        package var validity = Validity.always
    }

    private static let fact = Shape<Fact>.text(
        Shape<Text>.line.map { Fact(value: $0, unit: nil, text: nil, note: nil, sources: []) },
        orRecord: .record(
            .required("value", .line, "the number, date or name"),
            .optional("unit", .line, "what the number counts: days, percent, €"),
            .optional("text", .line, "the full wording, where value and unit do not read well"),
            .optional("note", .inline, "what the fact is about"),
            .optional("source", .line, "the document that it comes from, in a few words"), SourceReference.field,
            Validity.fromField, Validity.untilField
        ) { _, value, unit, text, note, source, sources, from, until in
            Fact(
                value: value, unit: unit, text: text, note: note,
                sources: [source].compactMap { $0.map { SourceReference(document: $0) } } + sources,
                validity: Validity(from: from?.day, until: until?.day))
        })

    /// One fact, or a list of those that follow one another.
    private static let facts = Shape<[Fact]>(.either([fact.schema, .list(fact.schema, least: 1)])) { node, findings in
        let nodes: [Node] = if case .sequence(let list) = node.value { list } else { [node] }
        let facts = nodes.compactMap { fact.read($0, &findings) }
        guard !facts.isEmpty, facts.count == nodes.count else { return nil }
        let problems = ValueDates.problems(ofAll: Array(zip(nodes, facts.map(\.validity))))
        findings.add(problems)
        return problems.isEmpty ? facts : nil
    }

    static let fields = Field.required("values", .entries(of: facts), "the facts, each under an id")
}

extension Values: DataBody {
    package static let name = "values"
    package static let meaning = "single facts, each stated once"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Values.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, fields
    ) { _, _, title, summary, sources, addedBy, values in
        DataContent(title, summary, sources, addedBy, Values(values, on: nil))
    }

    /// Values are used one by one, in texts.
    package static let isBlock = false

    package static func use(of file: Identifier) -> String { "We answer within {{ \(file).notice-period }}." }

    package var texts: [Markdown?] { dated.flatMap { $0.value.map(\.note) } }

    package func inForce(on day: Day) -> any DataBody { Values(dated, on: day) }

    package var changes: Set<Day> { Set(dated.flatMap { $0.value.flatMap(\.validity.changes) }) }

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
