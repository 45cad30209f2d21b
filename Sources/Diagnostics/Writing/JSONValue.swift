/// JSON with its fields in a chosen order: the same value always gives the same bytes.
package indirect enum JSONValue: Sendable {
    case string(String)
    case number(Int)
    case bool(Bool)
    case null
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// The text on one line.
    ///
    /// - Parameter forHTML: writes `<`, `>` and `&` as escapes, so that the text can be in a script element.
    package func text(forHTML: Bool = false) -> String {
        var output: [UInt8] = []
        write(to: &output, forHTML)
        return String(decoding: output, as: UTF8.self)
    }

    /// Values are made by Waymark and no deeper than their schemas, so recursion is bounded.
    private func write(to output: inout [UInt8], _ forHTML: Bool) {
        switch self {
        case .string(let text): JSONString.append(text, to: &output, forHTML: forHTML)
        case .number(let number): output += String(number).utf8
        case .bool(let bool): output += (bool ? "true" : "false").utf8
        case .null: output += "null".utf8
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                value.write(to: &output, forHTML)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let fields):
            output.append(UInt8(ascii: "{"))
            for (index, field) in fields.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                JSONString.append(field.0, to: &output, forHTML: forHTML)
                output.append(UInt8(ascii: ":"))
                field.1.write(to: &output, forHTML)
            }
            output.append(UInt8(ascii: "}"))
        }
    }
}
