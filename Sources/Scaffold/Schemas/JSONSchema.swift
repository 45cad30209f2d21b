package import Diagnostics
package import Forms

/// Makes a JSON Schema of what a reader declares.
///
/// Draft 7, as editors read it: the YAML language server, which VS Code, vim and others use, knows the later drafts only
/// in part, and JetBrains reads 7 too. A scalar that is text for the reader may look like a number to YAML.
package struct JSONSchema {
    private var definitions: [(name: String, schema: JSONValue)] = []

    /// The whole document.
    ///
    /// - Parameters:
    ///   - title: what kind of file it describes.
    ///   - summary: what is in such a file.
    package static func document(_ schema: Schema, title: String, summary: String) -> JSONValue {
        document(title: title, summary: summary) { $0.fields(of: schema) }
    }

    /// A document of several forms that share their definitions.
    static func document(
        title: String, summary: String, _ body: (inout JSONSchema) -> [(String, JSONValue)]
    ) -> JSONValue {
        var maker = JSONSchema()
        let fields = body(&maker)
        var document: [(String, JSONValue)] = [
            ("$schema", .string("http://json-schema.org/draft-07/schema#")),
            ("$comment", .string("Made by `waymark schema` from what Waymark reads; changes here would be lost.")),
            ("title", .string(title)), ("description", .string(summary)),
        ]
        document += fields
        if !maker.definitions.isEmpty {
            document.append(("definitions", .object(maker.definitions.map { ($0.name, $0.schema) })))
        }
        return .object(document)
    }

    mutating func json(_ schema: Schema) -> JSONValue { .object(fields(of: schema)) }

    mutating func fields(of schema: Schema) -> [(String, JSONValue)] {
        switch schema {
        case .text(let form): return text(form)
        case .yesNo:
            let words = JSONValue.array([.string("yes"), .string("no"), .bool(true), .bool(false)])
            return [("enum", words)]
        case .integer(let range):
            return [
                ("type", .array([.string("integer"), .string("string")])), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)), ("pattern", .string("^[+-]?[0-9]+$")),
                ("patternErrorMessage", .string("Expected a whole number")),
            ]
        case .choice(let choices): return choice(choices)
        case .list(let element, let least):
            return [("type", .string("array")), ("items", json(element))]
                + (least > 0 ? [("minItems", .number(least))] : [])
        case .map(let form): return map(form)
        case .either(let forms): return [("anyOf", .array(forms.map { json($0) }))]
        case .named(let name, let form): return [("$ref", .string(define(name, form)))]
        }
    }

    private func text(_ form: TextForm) -> [(String, JSONValue)] {
        let string = JSONValue.string("string")
        var fields: [(String, JSONValue)] = [
            ("type", form.mayBeNumber ? .array([string, .string("number")]) : string)
        ]
        if let pattern = form.pattern {
            fields.append(("pattern", .string(pattern)))
            fields.append(("patternErrorMessage", .string("Expected \(form.words)")))
        }
        if !form.examples.isEmpty { fields.append(("examples", .array(form.examples.map(JSONValue.string)))) }
        return fields
    }

    private func choice(_ choices: [Choice]) -> [(String, JSONValue)] {
        let words: [(String, JSONValue)] = [("enum", .array(choices.map { .string($0.word) }))]
        guard choices.contains(where: { $0.meaning != nil }) else { return words }
        return words + [("enumDescriptions", .array(choices.map { .string(sentence($0.meaning ?? $0.word)) }))]
    }

    private mutating func map(_ form: MapForm) -> [(String, JSONValue)] {
        var fields: [(String, JSONValue)] = [("type", .string("object"))]
        let required = form.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { fields.append(("required", .array(required))) }
        if !form.fields.isEmpty { fields.append(("properties", .object(form.fields.map { ($0.name, property($0)) }))) }
        guard let others = form.others else {
            return fields + [("additionalProperties", .bool(false))] + bonds(form.bonds)
        }
        if let names = others.names {
            fields.append(("propertyNames", names.pattern.map { allowing(form.fields.map(\.name), $0, names) } ?? .bool(true)))
        }
        return fields + [("additionalProperties", json(others.value))] + bonds(form.bonds)
    }

    /// The names of a map: its fields, which need not look like the others.
    private func allowing(_ fields: [String], _ pattern: String, _ names: TextForm) -> JSONValue {
        let all = fields.isEmpty ? pattern : "^(?:\(fields.joined(separator: "|")))$|\(pattern)"
        return .object([("pattern", .string(all)), ("patternErrorMessage", .string("Expected \(names.words)"))])
    }

    private mutating func property(_ field: FieldSchema) -> JSONValue {
        var fields: [(String, JSONValue)] = [("description", .string(sentence(field.summary)))]
        if let words = field.defaultWords { fields.append(("default", plain(words, field.schema))) }
        var form = self.fields(of: field.schema)
        if let example = field.example {
            form.removeAll { $0.0 == "examples" }
            fields.append(("examples", .array([plain(example, field.schema)])))
        }
        // Next to `$ref` draft 7 reads nothing.
        if form.contains(where: { $0.0 == "$ref" }) { form = [("allOf", .array([.object(form)]))] }
        return .object(fields + form)
    }

    /// A value as YAML reads it where it is written plainly.
    private func plain(_ words: String, _ schema: Schema) -> JSONValue {
        if case .integer = schema, let number = Int(words) { return .number(number) }
        return .string(words)
    }

    private func bonds(_ bonds: [FieldBond]) -> [(String, JSONValue)] {
        var needs: [(String, JSONValue)] = []
        var alternatives: [JSONValue] = []
        for bond in bonds {
            switch bond {
            case .atMostOne(let names):
                for (index, name) in names.enumerated().dropLast() {
                    let refused = names[(index + 1)...].map { ($0, JSONValue.bool(false)) }
                    needs.append((name, .object([("properties", .object(refused))])))
                }
            case .atLeastOne(let names):
                let forms = names.map { JSONValue.object([("required", .array([.string($0)]))]) }
                alternatives.append(.array(forms))
            case .needs(let name, let other): needs.append((name, .array([.string(other)])))
            }
        }
        // A key can be in an object once.
        let rest: [(String, JSONValue)] =
            alternatives.count > 1
            ? [("allOf", .array(alternatives.map { .object([("anyOf", $0)]) }))] : alternatives.map { ("anyOf", $0) }
        return needs.isEmpty ? rest : rest + [("dependencies", .object(needs))]
    }

    /// Puts a form under its name, once.
    private mutating func define(_ name: String, _ form: () -> Schema) -> String {
        if !definitions.contains(where: { $0.name == name }) {
            let place = definitions.count
            definitions.append((name, .null))
            let made = json(form())
            definitions[place].schema = made
        }
        return "#/definitions/" + name
    }

    /// As people read it: with a capital letter and a full stop.
    private func sentence(_ words: String) -> String {
        let isName = words.first.map { !$0.isLetter } ?? true
        return (isName ? words : words.prefix(1).uppercased() + words.dropFirst()) + "."
    }
}
