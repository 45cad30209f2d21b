/// Keeps `\{` apart from `{` in libcmark's tree, which has resolved escapes and joined the texts around them.
///
/// The two bytes are replaced, before libcmark reads the text, by a character that is punctuation as well (so that
/// emphasis around it is the same) and that nobody writes; afterwards they become what the escape means where they
/// ended up: in code both bytes, elsewhere the second alone. Kharoshthi punctuation, U+10A50 to U+10A58.
enum EscapeMask {
    /// What the extensions give a meaning to, in the order of the characters that stand for them.
    static let characters: [UInt8] = Array("{}[]^!~:@".utf8)
    private static let prefix: [UInt8] = [0xF0, 0x90, 0xA9]

    /// Replaces escapes; nil if the text has the replacing characters itself.
    static func masked(_ text: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + 64)
        var index = 0
        while index < text.count {
            if text[index...].starts(with: prefix) { return nil }
            guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
                output.append(text[index])
                index += 1
                continue
            }
            if let place = characters.firstIndex(of: text[index + 1]) {
                output.append(contentsOf: prefix)
                output.append(0x90 + UInt8(place))
            } else {
                output.append(contentsOf: text[index...index + 1])
            }
            index += 2
        }
        return output
    }

    /// Gives every string of a tree its characters back.
    static func remove(from tree: inout Tree) {
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            let isVerbatim =
                [.code, .htmlInline, .htmlBlock].contains(node.kind) || node.flags.contains(.autolink)
                || (index > 0 && tree.nodes[index - 1].flags.contains(.autolink))
            if let text = restored(tree[node.text], keepsBackslash: isVerbatim) {
                tree.nodes[index].text = tree.store(text)
            }
            if let title = restored(tree[node.title], keepsBackslash: node.kind == .codeBlock) {
                tree.nodes[index].title = tree.store(title)
            }
        }
    }

    /// How many bytes a text is longer than what its author wrote: four stand for two.
    static func growth(of text: ArraySlice<UInt8>) -> Int {
        2 * text.indices.count { text[$0] == prefix[0] && text[$0...].starts(with: prefix) }
    }

    /// A string for a message, escapes resolved.
    static func string(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: restored(text, keepsBackslash: false) ?? Array(text), as: UTF8.self)
    }

    private static func restored(_ text: ArraySlice<UInt8>, keepsBackslash: Bool) -> [UInt8]? {
        var output: [UInt8] = []
        var start = text.startIndex
        for index in text.indices where text[index] == prefix[0] && text[index...].starts(with: prefix) {
            let place = Int(text[index + 3]) - 0x90
            guard characters.indices.contains(place) else { continue }
            output.append(contentsOf: text[start..<index])
            if keepsBackslash { output.append(UInt8(ascii: "\\")) }
            output.append(characters[place])
            start = index + 4
        }
        return start == text.startIndex ? nil : output + text[start...]
    }
}
