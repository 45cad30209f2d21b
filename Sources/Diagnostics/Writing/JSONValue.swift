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
    /// - Parameter forHTML: writes `<`, `>` and `&` as escapes, so that the text can stand in a script element.
    package func text(forHTML: Bool = false) -> String {
        var output: [UInt8] = []
        write(to: &output, forHTML)
        return String(decoding: output, as: UTF8.self)
    }

    /// Values are made by Waymark and no deeper than their schemas, so recursion is bounded.
    private func write(to output: inout [UInt8], _ forHTML: Bool) {
        switch self {
        case .string(let text): JSONValue.write(text, to: &output, forHTML)
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
                JSONValue.write(field.0, to: &output, forHTML)
                output.append(UInt8(ascii: ":"))
                field.1.write(to: &output, forHTML)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// A string between quotes (RFC 8259, section 7). The line separators that JavaScript once took for line ends are
    /// escaped too.
    private static func write(_ text: String, to output: inout [UInt8], _ forHTML: Bool) {
        output.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\"".utf8
            case "\\": output += "\\\\".utf8
            case "\n": output += "\\n".utf8
            case "\r": output += "\\r".utf8
            case "\t": output += "\\t".utf8
            case "<", ">", "&": if forHTML { escape(scalar, to: &output) } else { output.append(UInt8(scalar.value)) }
            case "\u{2028}", "\u{2029}", "\u{7F}": escape(scalar, to: &output)
            case _ where scalar.value < 32: escape(scalar, to: &output)
            default: output += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func escape(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16)
        output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    }
}
