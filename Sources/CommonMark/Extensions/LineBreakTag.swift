/// `<br>`, which breaks a line where a line of text cannot end.
enum LineBreakTag {
    /// Whether inline HTML is this tag.
    static func matches(_ html: ArraySlice<UInt8>) -> Bool {
        let text = html.dropFirst().dropLast().trimmed
        guard html.first == UInt8(ascii: "<"), text.count >= 2, text.prefix(2).allSatisfy(\.isLetter) else { return false }
        let rest = text.dropFirst(2).trimmed
        return text.prefix(2).map { $0 | 0x20 }.elementsEqual("br".utf8) && (rest.isEmpty || rest.elementsEqual("/".utf8))
    }

    /// The line break in the place of a tag.
    static func node(_ tag: TreeNode) -> TreeNode {
        var node = tag
        node.kind = .lineBreak
        node.flags.insert(.written)
        return node
    }
}
