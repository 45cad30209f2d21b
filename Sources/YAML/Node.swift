package import Diagnostics

/// One value of a YAML document, with its place in the file.
///
/// Every scalar is text: what it means is decided by the field it answers, so that `no`, `007` and `1.10` stay what
/// the author wrote. Nesting is bounded by ``Limits/depth``, so a node may be walked by recursion.
package struct Node: Sendable {
    /// Aliases are refused, so that no value stands in two places.
    package enum Value: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Entry])
    }

    /// A key with its value, in written order; keys are unique within a mapping.
    package struct Entry: Sendable {
        /// Its text and its place.
        package let key: Key
        /// Nothing, too, is a scalar: an empty one.
        package let value: Node

        /// For entries that are made of others.
        package init(key: Key, value: Node) {
            self.key = key
            self.value = value
        }
    }

    /// The key of an entry.
    package struct Key: Sendable {
        /// As it is read, escapes resolved.
        package let text: String
        /// Where it is written, quotes included.
        package let range: SourceRange

        /// For keys that are made of others.
        package init(text: String, range: SourceRange) {
            self.text = text
            self.range = range
        }
    }

    /// What is written.
    package let value: Value
    /// Where it is written, from its first sign to its last.
    package let range: SourceRange

    /// For nodes that are made of other files, such as the cells of a spreadsheet.
    package init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }

    /// What kind of value it is, for messages.
    package var kindInWords: String {
        switch value {
        case .scalar(let scalar): scalar.isEmpty ? "nothing" : "text"
        case .sequence: "a list"
        case .mapping: "a map of keys"
        }
    }

    /// The value of a key of this mapping; nil where there is none or this is no mapping.
    package subscript(_ key: String) -> Node? {
        guard case .mapping(let entries) = value else { return nil }
        return entries.first { $0.key.text == key }?.value
    }
}

/// A piece of text in a YAML document.
package struct Scalar: Sendable {
    /// How it was written, which matters to messages and to places inside it.
    package enum Style: Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
        /// In quotes in a CSV file: a quote is written twice, and line ends stay (RFC 4180).
        case spreadsheet
    }

    /// As it is read: quotes taken off, escapes resolved, folded lines joined.
    package let text: String
    /// How it was written.
    package let style: Style

    /// - Parameter text: as it is read, not as it is written.
    package init(text: String, style: Style) {
        self.text = text
        self.style = style
    }

    /// Nothing was written after the key: `title:` alone.
    package var isEmpty: Bool { style == .plain && text.isEmpty }
}

extension Node {
    /// The text of this scalar with the place of each part, for Markdown in YAML; nil for lists and maps.
    package var sourceText: SourceText? {
        guard case .scalar(let scalar) = value else { return nil }
        let file = range.file
        let bytes = Array(scalar.text.utf8)
        if scalar.style == .literal {
            return SourceText(file: file, bytes: bytes, lineOrigins: blockLineOrigins(bytes, lines: bytes.count { $0 == 10 } + 1))
        }
        if scalar.style == .folded {
            let origins = blockLineOrigins(bytes, lines: .max).filter { $0 <= range.bytes.upperBound }
            let pieces = ScalarPlaces.ofFolded(bytes, in: range, lines: origins)
            return pieces.map { SourceText(file: file, bytes: bytes, pieces: $0) }
                ?? SourceText(file: file, bytes: bytes, lineOrigins: origins)
        }
        if let pieces = ScalarPlaces.ofFlow(bytes, in: range, style: scalar.style) {
            return SourceText(file: file, bytes: bytes, pieces: pieces)
        }
        let start = range.bytes.lowerBound + (scalar.style == .plain ? 0 : 1)
        return SourceText(file: file, bytes: bytes, lineOrigins: [start])
    }

    /// The byte at which the text of each line of a block scalar starts, its indentation left out.
    private func blockLineOrigins(_ text: [UInt8], lines: Int) -> [Int] {
        let bytes = range.file.bytes
        // Spaces that belong to the text: its indentation may be said after `|`.
        let kept = text.drop { $0 == 10 }.prefix { $0 == UInt8(ascii: " ") }.count
        var origins: [Int] = []
        var indent: Int?
        var lineStart = (bytes[range.bytes.lowerBound...].firstIndex(of: 10) ?? bytes.count - 1) + 1
        // What is after the block belongs to others; with an empty line at its end the range ends in it.
        while lineStart < bytes.count, lineStart <= range.bytes.upperBound || lines < .max, origins.count < lines {
            let end = bytes[lineStart...].firstIndex(of: 10) ?? bytes.count
            let first = bytes[lineStart..<end].firstIndex { $0 != UInt8(ascii: " ") }
            if indent == nil, let first { indent = max(0, first - lineStart - kept) }
            origins.append(min(end, lineStart + (indent ?? 0)))
            lineStart = end + 1
        }
        return origins
    }
}
