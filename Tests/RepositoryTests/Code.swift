/// Tells Swift code from comments and from what stands in strings.
struct Code {
    private let bytes: [UInt8]
    private var index = 0
    private var result: [UInt8] = []

    /// The code of a file: comments are gone, strings are `""`; lines stay lines.
    static func of(_ text: String) -> String {
        var code = Code(bytes: Array(text.utf8))
        code.read()
        return String(decoding: code.result, as: UTF8.self)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func has(_ sign: StaticString) -> Bool {
        let sign = sign.description.utf8
        return index + sign.count <= bytes.count && zip(bytes[index...], sign).allSatisfy { $0 == $1 }
    }

    private mutating func read() {
        while index < bytes.count {
            if has("//") {
                while index < bytes.count, bytes[index] != 10 { index += 1 }
            } else if has("/*") {
                while index < bytes.count, !has("*/") { index += 1 }
                index += 2
            } else if !skipString() {
                result.append(bytes[index])
                index += 1
            }
        }
    }

    /// Skips a string literal, if one starts here.
    private mutating func skipString() -> Bool {
        var pounds = 0
        while index + pounds < bytes.count, bytes[index + pounds] == UInt8(ascii: "#") { pounds += 1 }
        guard index + pounds < bytes.count, bytes[index + pounds] == UInt8(ascii: "\"") else { return false }
        index += pounds
        let quotes = has("\"\"\"") ? 3 : 1
        index += quotes
        result += "\"\"".utf8
        while index < bytes.count, !closes(quotes, pounds) {
            if escapes(pounds) {
                index += 1 + pounds
                if index < bytes.count, bytes[index] == UInt8(ascii: "(") {
                    skipInterpolation()
                    continue
                }
            }
            if index < bytes.count, bytes[index] == 10 { result.append(10) }
            index += 1
        }
        index += quotes + pounds
        return true
    }

    private func closes(_ quotes: Int, _ pounds: Int) -> Bool {
        guard index + quotes + pounds <= bytes.count else { return false }
        return bytes[index..<index + quotes].allSatisfy { $0 == UInt8(ascii: "\"") }
            && bytes[index + quotes..<index + quotes + pounds].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    private func escapes(_ pounds: Int) -> Bool {
        bytes[index] == UInt8(ascii: "\\") && index + pounds < bytes.count
            && bytes[index + 1..<index + 1 + pounds].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    private mutating func skipInterpolation() {
        var depth = 0
        let kept = result
        repeat {
            if skipString() { continue }
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
            index += 1
        } while depth > 0 && index < bytes.count
        result = kept
    }
}
