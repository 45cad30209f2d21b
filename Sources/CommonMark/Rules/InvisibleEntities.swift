internal import Diagnostics

/// `&#x202e;` and the like: what a file may not hold cannot come in by an entity.
///
/// They are looked for in what libcmark made of the text, so that every way of writing them is found and none inside code is.
enum InvisibleEntities {
    /// The first ones in a text that was read.
    ///
    /// - Parameter source: its bytes.
    static func problems(in markdown: Markdown, _ source: [UInt8]) -> [Diagnostic] {
        guard source.contains(UInt8(ascii: "&")) else { return [] }
        var problems: [Diagnostic] = []
        for (index, node) in markdown.tree.nodes.enumerated() where problems.count < Limits.diagnostics {
            guard [.text, .link, .image, .codeBlock].contains(node.kind),
                let words = effect(markdown.tree[node.text], source) ?? effect(markdown.tree[node.title], source)
            else { continue }
            problems.append(
                Diagnostic(
                    "content/control-character", "an entity produces an invisible character: \(words.text)",
                    at: markdown.source.range(of: entity(words.value, in: source, markdown.bytes(of: index))),
                    help: "delete it; to show the entity itself, write &amp; instead of its &"))
        }
        return problems
    }

    /// What the first character does that nobody sees.
    private static func effect(_ text: ArraySlice<UInt8>, _ source: [UInt8]) -> (text: String, value: UInt32)? {
        if let byte = text.first(where: { $0 < 32 && $0 != 9 && $0 != 10 || $0 == 127 }) {
            return ("0x" + String(byte, radix: 16), UInt32(byte))
        }
        guard text.contains(where: { $0 >= 0x80 }), let found = InvisibleCharacter.first(in: Array(text), of: source) else { return nil }
        return (found.words, found.scalar.value)
    }

    /// Named ones that people write, in lower case.
    private static let names: [String: UInt32] = [
        "lrm": 0x200E, "rlm": 0x200F, "shy": 0xAD, "zwj": 0x200D, "zwnj": 0x200C, "zerowidthspace": 0x200B, "nobreak": 0x2060,
        "applyfunction": 0x2061, "af": 0x2061, "invisibletimes": 0x2062, "it": 0x2062, "invisiblecomma": 0x2063, "ic": 0x2063,
    ]

    /// The entity that gives a character, in a place of the source: one of this value, or else the only one that is there.
    private static func entity(_ value: UInt32, in source: [UInt8], _ place: Range<Int>) -> Range<Int> {
        var found: [Range<Int>] = []
        for start in place where source[start] == UInt8(ascii: "&") {
            guard let end = source[start..<min(start + 40, place.upperBound)].firstIndex(of: UInt8(ascii: ";")) else { continue }
            let name = String(decoding: source[start + 1..<end], as: UTF8.self).lowercased()
            let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            if (name.hasPrefix("#") ? number : names[name]) == value { return start..<end + 1 }
            found.append(start..<end + 1)
        }
        return found.count == 1 ? found[0] : place
    }
}
