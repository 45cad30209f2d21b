package import Diagnostics
package import YAML

/// How a value of YAML is read: into a typed value, or into diagnostics that say what was expected.
///
/// Declared once for each kind of value; the reader and the JSON Schema are both made of it.
package struct Shape<Value: Sendable>: Sendable {
    /// What the value may be, for JSON Schemas and messages.
    package let schema: Schema
    private let reader: @Sendable (Node, inout Findings) -> Value?

    /// The reader must refuse all that the schema excludes.
    package init(_ schema: Schema, read: @escaping @Sendable (Node, inout Findings) -> Value?) {
        self.schema = schema
        reader = read
    }

    /// Nil when the node is something else; then the findings say what and where.
    package func read(_ node: Node, _ findings: inout Findings) -> Value? { reader(node, &findings) }

    /// The same, with a schema that says more: what a later step of the reading, which knows more names, demands too.
    package func declared(_ schema: Schema) -> Shape { Shape(schema, read: reader) }

    /// The same record, whose fields demand something of one another; whoever reads them further reports it.
    package func bound(by bonds: FieldBond...) -> Shape {
        guard case .map(let form) = schema else { return self }
        return declared(.map(MapForm(fields: form.fields, others: form.others, bonds: form.bonds + bonds)))
    }

    /// The same YAML, made into something further.
    package func map<Other: Sendable>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
        Shape<Other>(schema) { node, findings in read(node, &findings).map(transform) }
    }
}

/// What is written in a field, even if it is nothing that the field takes.
package struct Written<Value: Sendable>: Sendable {
    /// Nil if it is faulty; then the findings say so.
    package let value: Value?
}

extension Shape {
    /// The same, where a faulty value is to be told from none.
    package var orFaulty: Shape<Written<Value>> {
        Shape<Written<Value>>(schema) { node, findings in Written(value: read(node, &findings)) }
    }
}

/// What reading found wrong so far.
package struct Findings: Sendable {
    /// In the order in which they were found.
    package private(set) var diagnostics: [Diagnostic] = []
    /// The ids above what is read, outermost first.
    package private(set) var ids: [String]
    /// What values in the texts say.
    package let values: any NamedValues
    /// Names that a file gives itself, such as the questions of a questionnaire: they come before values of the same name.
    package let ownNames: Set<String>
    /// What misspelt names of the file may mean.
    package let suggester = FileSuggester()

    /// - Parameters:
    ///   - file: a name for the file on a page, so that what is made of its texts has ids of its own.
    ///   - values: what values in the texts say.
    ///   - ownNames: names that the file gives itself.
    package init(file: String? = nil, values: some NamedValues, ownNames: Set<String> = []) {
        ids = file.map { [$0] } ?? []
        self.values = values
        self.ownNames = ownNames
    }

    /// What is put before the ids of footnotes in a text that is read now.
    package var footnotePrefix: String { ids.map { $0 + "-" }.joined() }

    /// Reads something that is under an id.
    package mutating func under<Result>(_ id: Identifier, _ read: (inout Findings) -> Result) -> Result {
        ids.append(id.description)
        defer { ids.removeLast() }
        return read(&self)
    }

    /// Keeps one more.
    package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
    /// Keeps them all, in their order.
    package mutating func add(_ more: [Diagnostic]) { diagnostics += more }

    /// Something else was expected.
    package mutating func mismatch(_ node: Node, expected: String, help: String? = nil) {
        if case .scalar(let scalar) = node.value, scalar.isEmpty {
            add(
                Diagnostic(
                    "yaml/empty", "this is empty; expected \(expected)", at: node.range,
                    help: help ?? "fill it in, or delete the line"))
        } else {
            let what =
                if case .scalar(let scalar) = node.value { "\"\(shortened(scalar.text))\"" } else { node.kindInWords }
            add(Diagnostic("yaml/type", "expected \(expected), found \(what)", at: node.range, help: help))
        }
    }

    private func shortened(_ text: String) -> String {
        let line = text.prefix { $0 != "\n" }
        return line.count > 40 ? line.prefix(40) + "…" : String(line)
    }
}

/// One field of a record: its name, what it says, and how its value is read.
package struct Field<Value: Sendable>: Sendable {
    /// How it describes itself.
    package let schema: FieldSchema
    /// Given the node, or nil when the field is missing, and the whole record's node; nil makes the record unreadable.
    let read: @Sendable (Node?, Node, inout Findings) -> Value?

    /// A field that every record has.
    package static func required(
        _ name: String, _ shape: Shape<Value>, _ summary: String, example: String? = nil
    ) -> Field {
        let schema = FieldSchema(
            name: name, summary: summary, isRequired: true, schema: shape.schema, example: example)
        return Field(schema: schema) { node, record, findings in
            if let node { return shape.read(node, &findings) }
            findings.add(
                Diagnostic(
                    "yaml/missing-field", "the field \"\(name)\" is missing here", at: record.firstLine,
                    help: "add `\(name): …`: \(summary)"))
            return nil
        }
    }

    /// A field that may be left out; then it has this value. A faulty value is reported and read as if left out.
    package static func optional(
        _ name: String, _ shape: Shape<Value>, default value: Value, _ summary: String, example: String? = nil
    ) -> Field {
        let schema = FieldSchema(
            name: name, summary: summary, isRequired: false, schema: shape.schema, defaultWords: words(of: value),
            example: example)
        return Field(schema: schema) { node, _, findings in
            guard let node else { return value }
            return shape.read(node, &findings) ?? value
        }
    }

    /// A field that may be left out.
    package static func optional<Wrapped>(
        _ name: String, _ shape: Shape<Wrapped>, _ summary: String, example: String? = nil
    ) -> Field where Value == Wrapped? {
        let schema = FieldSchema(
            name: name, summary: summary, isRequired: false, schema: shape.schema, example: example)
        return Field(schema: schema) { node, _, findings in
            guard let node else { return .some(nil) }
            return .some(shape.read(node, &findings))
        }
    }

    /// How a value would be written; nil for what is empty.
    private static func words(of value: Value) -> String? {
        switch value {
        case let isSo as Bool: isSo ? "yes" : "no"
        case let number as Int: String(number)
        case let word as any RawRepresentable<String>: word.rawValue
        default: nil
        }
    }
}

extension Shape {
    /// A map with named fields. Unknown fields are errors; all fields are read before one of them fails the record.
    package static func record<each F>(
        _ fields: repeat Field<each F>, make: @escaping @Sendable (SourceRange, repeat each F) -> Value
    ) -> Shape {
        read(repeat each fields, others: nil) { (range: SourceRange, _: [Node.Entry], values: repeat each F) in
            make(range, repeat each values)
        }
    }

    /// A map with named fields and others, whose names only the rest of the file gives: they are handed on unread.
    package static func open<each F>(
        _ fields: repeat Field<each F>, others: MapForm.Others,
        make: @escaping @Sendable (SourceRange, [Node.Entry], repeat each F) -> Value
    ) -> Shape {
        read(repeat each fields, others: others, make: make)
    }

    private static func read<each F>(
        _ fields: repeat Field<each F>, others: MapForm.Others?,
        make: @escaping @Sendable (SourceRange, [Node.Entry], repeat each F) -> Value
    ) -> Shape {
        var schemas: [FieldSchema] = []
        for field in repeat each fields { schemas.append(field.schema) }
        let names = schemas.map(\.name)
        let first = schemas.first(where: \.isRequired)?.name ?? names.first ?? ""
        return Shape(.map(MapForm(fields: schemas, others: others))) { node, findings in
            guard case .mapping(let entries) = node.value else {
                findings.mismatch(
                    node, expected: "a map with \(listed(names))", help: "write each field on a line of its own: `\(first): …`")
                return nil
            }
            let unknown = entries.filter { !names.contains($0.key.text) }
            let meant = others != nil ? [:] : reportUnknown(unknown, known: names, in: node, &findings)
            let values =
                (repeat (each fields).read(
                    node[(each fields).schema.name] ?? meant[(each fields).schema.name], node, &findings))
            do {
                return try make(node.range, unknown, repeat present(each values))
            } catch {
                return nil
            }
        }
    }

    /// A required field could not be read; the findings say so.
    private struct Missing: Error {}

    private static func present<Wrapped>(_ value: Wrapped?) throws(Missing) -> Wrapped {
        guard let value else { throw Missing() }
        return value
    }

    /// Reports unknown keys, and gives the values under misspelt ones by the fields that were meant: one slip gives one message,
    /// and what is in the field is checked in the same run.
    private static func reportUnknown(
        _ entries: [Node.Entry], known: [String], in node: Node, _ findings: inout Findings
    ) -> [String: Node] {
        let shown = Limits.messagesPerFile - 1
        var meant: [String: Node] = [:]
        for entry in entries.prefix(shown) {
            let name = findings.suggester.nearest(to: entry.key.text, among: known)
            findings.add(
                Diagnostic(
                    "yaml/unknown-field", "there is no field \"\(entry.key.text)\" here", at: entry.key.range,
                    help: name.map { "did you mean \($0)?" } ?? "the fields are \(listed(known))"))
            if let name, node[name] == nil, meant[name] == nil { meant[name] = entry.value }
        }
        if entries.count > shown {
            findings.add(
                Diagnostic(
                    "yaml/unknown-field", "and \(entries.count - shown) more unknown fields",
                    at: entries[shown].key.range, help: "delete them, or indent them below their field"))
        }
        return meant
    }
}

extension Suggestion {
    /// "there are a, b and c", "there is a"; of none that there are none.
    package static func thereAre(_ names: [String]) -> String {
        names.isEmpty ? "there are none" : "there \(names.count == 1 ? "is" : "are") \(listed(names))"
    }
}

/// More names than these help nobody, and would make a message as long as its file.
private let listLimit = 40

/// Names in a sentence: `a, b and c`; of very many the first.
package func listed(_ names: [String], _ word: String = "and") -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "nothing" }
    if names.count > listLimit { return names.prefix(listLimit).joined(separator: ", ") + " \(word) \(names.count - listLimit) more" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
}
