/// HTML of several pages in one: ids made different, headings put below one another.
///
/// For HTML of our own renderer and templates alone: every attribute has its value in double quotes, nothing is left open.
struct ScopedHTML {
    /// Comes before every id.
    let prefix: String
    /// By how many levels headings go down; the sixth is the last.
    let levels: Int

    /// Attributes that name ids, several apart by spaces.
    private static let references: Set<String> = [
        "id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget",
    ]

    /// The HTML with its ids and headings changed. Components become plain boxes: a document is read, not used.
    func rewritten(_ html: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(html.utf8)
        result.reserveCapacity(bytes.count + bytes.count / 8)
        // Looked for once: in each tag it would cost more than writing the tag.
        let hasTools = html.holds(ScopedHTML.toolMark)
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")), let end = end(ofTag: bytes, from: open) {
            result += bytes[index..<open]
            if hasTools, ScopedHTML.isTool(bytes[open...end]) {
                index = self.end(ofElement: bytes, from: open)
            } else {
                append(tag: bytes[open...end], to: &result)
                index = end + 1
            }
        }
        result += bytes[index...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The class of what only a script can use: there is none in a document.
    private static let toolMark = "is-scripted"

    private static func isTool(_ tag: ArraySlice<UInt8>) -> Bool { tag.firstPlace(of: toolMark.utf8) != nil }

    /// The name with which a tag goes on.
    private static func name(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        rest.prefix { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// Where an element ends that begins here.
    private func end(ofElement bytes: [UInt8], from start: Int) -> Int {
        let name = ScopedHTML.name(bytes[(start + 1)...])
        var depth = 0
        var index = start
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")), let end = end(ofTag: bytes, from: open) {
            let isEnd = bytes[open + 1] == UInt8(ascii: "/")
            if ScopedHTML.name(bytes[(open + (isEnd ? 2 : 1))...]).elementsEqual(name) { depth += isEnd ? -1 : 1 }
            index = end + 1
            if depth == 0 { break }
        }
        return index
    }

    /// The `>` that closes a tag: not one inside quotes.
    private func end(ofTag bytes: [UInt8], from start: Int) -> Int? {
        var isQuoted = false
        for index in start..<bytes.count {
            if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index }
        }
        return nil
    }

    private func append(tag: ArraySlice<UInt8>, to result: inout [UInt8]) {
        var rest = tag.dropFirst()
        let isEnd = rest.first == UInt8(ascii: "/")
        if isEnd { rest = rest.dropFirst() }
        let name = ScopedHTML.name(rest)
        rest = rest.dropFirst(name.count)
        let element = String(decoding: name, as: UTF8.self)
        result += isEnd ? "</".utf8 : "<".utf8
        // Of a component its looks stay.
        let isComponent = element.hasPrefix("waymark-")
        result += isComponent ? "div".utf8 : lowered(element).utf8
        while let start = rest.firstIndex(of: UInt8(ascii: "\"")), let end = rest[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) {
            let head = rest[..<start]
            let attribute = String(decoding: head.drop { $0 == 32 || $0 == 10 }.dropLast(), as: UTF8.self)
            if !isComponent || attribute == "class" {
                result += head
                result.append(UInt8(ascii: "\""))
                append(value: rest[(start + 1)..<end], of: attribute, to: &result)
                result.append(UInt8(ascii: "\""))
            }
            rest = rest[(end + 1)...]
        }
        if isComponent { result.append(UInt8(ascii: ">")) } else { result += rest }
    }

    private func append(value: ArraySlice<UInt8>, of attribute: String, to result: inout [UInt8]) {
        if ScopedHTML.references.contains(attribute) {
            let ids = value.split(separator: 32).map { prefix + String(decoding: $0, as: UTF8.self) }
            result += ids.joined(separator: " ").utf8
        } else if attribute == "href", value.first == UInt8(ascii: "#"), value.count > 1 {
            result += "#\(prefix)".utf8
            result += value.dropFirst()
        } else {
            result += value
        }
    }

    private func lowered(_ element: String) -> String {
        guard element.utf8.count == 2, element.hasPrefix("h"), let level = element.last?.wholeNumberValue, (1...6).contains(level)
        else { return element }
        return "h\(min(6, level + levels))"
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
    }
}
