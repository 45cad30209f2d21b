extension JSONValue {
    /// The text for people: fields on lines of their own, what holds only plain values on one line, a line end last.
    package var laidOut: String {
        var output = ""
        lay(out: &output, indent: "")
        return output + "\n"
    }

    private func lay(out output: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .array(let values) where !isFlat:
            output += "["
            for (index, value) in values.enumerated() {
                output += (index > 0 ? ",\n" : "\n") + inner
                value.lay(out: &output, indent: inner)
            }
            output += "\n" + indent + "]"
        case .object(let fields) where !isFlat:
            output += "{"
            for (index, field) in fields.enumerated() {
                output += (index > 0 ? ",\n" : "\n") + inner + JSONValue.string(field.0).text() + ": "
                field.1.lay(out: &output, indent: inner)
            }
            output += "\n" + indent + "}"
        case .array(let values): output += "[" + values.map { $0.text() }.joined(separator: ", ") + "]"
        default: output += text()
        }
    }

    /// Whether it fits on a line: a plain value, a list of plain values, an object with one of these.
    private var isFlat: Bool {
        switch self {
        case .string, .number, .bool, .null: true
        case .array(let values): values.allSatisfy(\.isPlain)
        case .object(let fields): fields.count <= 1 && fields.allSatisfy { $0.1.isPlain }
        }
    }

    private var isPlain: Bool {
        switch self {
        case .string, .number, .bool, .null: true
        case .array, .object: false
        }
    }
}
