package import Diagnostics
package import YAML

/// Plain text that an author wrote, with its place.
package struct Text: Sendable {
    /// Without white space at the end.
    package let string: String
    /// Where it is written.
    package let range: SourceRange

    /// Nil for lists, maps and for a value that was left out. White space at the end is dropped, as block texts end
    /// with a line end.
    package init?(_ node: Node) {
        guard case .scalar(let scalar) = node.value else { return nil }
        var trimmed = scalar.text[...]
        while let last = trimmed.last, last == "\n" || last == " " { trimmed.removeLast() }
        guard !trimmed.isEmpty else { return nil }
        string = String(trimmed)
        range = node.range
    }

    /// For texts that are made of others.
    package init(_ string: String, at range: SourceRange) {
        self.string = string
        self.range = range
    }
}

/// The name of an entry, question, option or file inside its file: a to z, 0 to 9 and hyphens.
package struct Identifier: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The id as it is written.
    package let description: String

    /// Nil when the text is no identifier. At most 100 letters, as it is in addresses.
    package init?(_ text: some StringProtocol) {
        guard (1...100).contains(text.utf8.count), text.utf8.allSatisfy(Identifier.isAllowed), text.first != "-",
            text.last != "-"
        else {
            return nil
        }
        description = String(text)
    }

    /// By bytes, as files are listed.
    package static func < (left: Identifier, right: Identifier) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }

    /// An identifier as near to the text as possible, for a message.
    package static func cleaned(_ text: String) -> String {
        let words = text.lowercased().utf8.split { !isAllowed($0) || $0 == UInt8(ascii: "-") }
        let joined = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
        return joined.isEmpty ? "entry-1" : String(joined.prefix(100))
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
    }
}

/// A value with the id that its author gave it.
package struct Entry<Value: Sendable>: Sendable {
    /// The key of the entry.
    package let id: Identifier
    /// Where the id is.
    package let place: SourceRange
    /// What follows the key.
    package let value: Value

    /// The same entry with another value.
    package func with<Other>(_ other: Other) -> Entry<Other> { Entry<Other>(id: id, place: place, value: other) }
}

extension Node {
    /// The place to show for what is missing: the first line of this node, not all of it.
    package var firstLine: SourceRange {
        let bytes = range.file.bytes
        let end = bytes[range.bytes].firstIndex(of: 10) ?? range.bytes.upperBound
        return SourceRange(range.file, range.bytes.lowerBound..<end)
    }
}
