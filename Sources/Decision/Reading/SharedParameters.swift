import Content
import Diagnostics
import Forms
import YAML

/// What a parameter of a shared file takes.
enum SharedParameterType: String, CaseIterable, Sendable {
    case number, date, text

    var meaning: String {
        switch self {
        case .number: "a number, for conditions, bounds and formulas"
        case .date: "a date, or today plus or minus a span, for conditions, bounds and formulas"
        case .text: "words, for texts"
        }
    }

    /// What to write, for messages.
    private var example: String {
        switch self {
        case .number: "a number such as 65"
        case .date: "a date such as 2026-11-21, or today - 5 years"
        case .text: "words"
        }
    }

    /// Nil for a value that fits: one that is written, or the name of one in a data file.
    func fault(of value: Text, _ name: Identifier, _ values: any NamedValues) -> Diagnostic? {
        let said = values.value(value.string)?.bare ?? value.string
        let fits =
            switch self {
            case .number: ExactNumber(said) != nil
            case .date: ComparisonReader.bound(said) != nil
            case .text: true
            }
        guard !fits else { return nil }
        return Diagnostic(
            "questionnaire/type", "\(name) takes a \(rawValue), and \"\(value.string)\" is none", at: value.range, help: "write \(example)")
    }
}

/// Puts the values of parameters into a shared file: `{{ limit }}` in texts, and the bare name in conditions, bounds and formulas.
struct SharedParameters {
    private let types: [String: SharedParameterType]
    private let values: [String: String]

    /// - Parameter values: one for each parameter.
    init(_ parameters: [Entry<SharedParameterType>], values: [String: String]) {
        types = Dictionary(parameters.map { ($0.id.description, $0.value) }) { first, _ in first }
        self.values = values
    }

    /// The file with the values in it.
    func filled(_ root: Node) -> Node {
        guard !values.isEmpty else { return root }
        return root.mapped { field, node in
            guard field.text != "with" else { return node }
            return node.mapped { _, part in self.part(part, of: field.text) }
        }
    }

    /// A question, fact or amount.
    private func part(_ node: Node, of field: String) -> Node {
        node.mapped { key, value in
            switch (field, key.text) {
            case ("questions", "number"), ("questions", "date"): value.mapped { key, end in key.text == "unit" ? texts(end) : words(end) }
            case ("questions", "ask-if"), ("amounts", "value"): words(value)
            case ("questions", "must"): value.mappedItems { row in row.mapped { $0.text == "else" ? texts($1) : words($1) } }
            case ("facts", "rules"): rows(value)
            default: texts(value)
            }
        }
    }

    private func rows(_ node: Node) -> Node {
        node.mappedItems { row in
            row.mapped { key, value in
                switch key.text {
                case "if": words(value)
                case "rules": rows(value)
                default: value
                }
            }
        }
    }

    /// With values in the places of bare names, in all that is below the node.
    private func words(_ node: Node) -> Node {
        node.mappedTexts { text in
            text.replacingNames { name, _ in types[name] == .text ? nil : values[name] }
        }
    }

    /// With values in the places of names in braces.
    private func texts(_ node: Node) -> Node {
        node.mappedTexts { text in
            guard text.contains("{{") else { return text }
            return text.replacing(/\{\{\s*([a-z][a-z0-9\-]*)\s*\}\}/) { match in
                guard let value = values[String(match.1)] else { return String(match.0) }
                // The value of a data file is printed as the language writes it.
                return ConditionValues.isName(value) ? "{{ \(value) }}" : value
            }
        }
    }
}
