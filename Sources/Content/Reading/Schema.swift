/// What a value in a YAML file may be: the reader's own declaration, kept so that a JSON Schema can be made of it.
package indirect enum Schema: Sendable {
    /// Text; `format` names what kind, in the words of a message: `a date such as 2026-11-21`.
    case text(format: String)
    case yesNo
    case integer
    case choice([String])
    case list(Schema)
    /// A map from ids that the author chooses to values.
    case entries(Schema)
    case record([FieldSchema])
    case either(Schema, Schema)

    /// Whether a value is always one word or text, never a list or map.
    var isScalar: Bool {
        switch self {
        case .text, .yesNo, .integer, .choice: true
        case .either(let first, let second): first.isScalar && second.isScalar
        case .list, .entries, .record: false
        }
    }
}

/// One field of a record.
package struct FieldSchema: Sendable {
    package let name: String
    package let summary: String
    package let isRequired: Bool
    package let schema: Schema
}
