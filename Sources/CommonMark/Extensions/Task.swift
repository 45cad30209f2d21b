/// `[ ]` or `[x]` at the start of an item: a box that is ticked or not.
enum Task {
    /// Whether the box is ticked, if a text begins with one and goes on after it.
    static func isTicked(_ text: ArraySlice<UInt8>) -> Bool? {
        guard text.count > 3, text[text.startIndex] == UInt8(ascii: "["), text[text.startIndex + 2] == UInt8(ascii: "]"),
            text[text.startIndex + 3].isSpace
        else { return nil }
        switch text[text.startIndex + 1] {
        case UInt8(ascii: " "): return false
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
        default: return nil
        }
    }

    /// How long the box is that a text begins with, whatever is after it; nil if it begins with none.
    static func box(in text: ArraySlice<UInt8>) -> Int? {
        guard text.count > 2, text[text.startIndex] == UInt8(ascii: "["), text[text.startIndex + 2] == UInt8(ascii: "]"),
            " xX".utf8.contains(text[text.startIndex + 1])
        else { return nil }
        return 3
    }

    /// Something like a box that is none.
    static func nearMiss(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        guard text.first == UInt8(ascii: "["), let close = text.prefix(5).firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let inside = text[(text.startIndex + 1)..<close]
        let isBox = inside.allSatisfy { " xX-".utf8.contains($0) } && inside.count { !$0.isBlank } < 2
        let next = close + 1 < text.endIndex ? text[close + 1] : UInt8(ascii: " ")
        guard isBox, next != UInt8(ascii: "["), next != UInt8(ascii: "(") else { return nil }
        let isTicked = inside.contains { ($0 | 0x20) == UInt8(ascii: "x") }
        return ForeignMark(
            text.startIndex..<close + 1, "this is not a checkbox", help: "write `\(isTicked ? "[x]" : "[ ]") ` with a space after it")
    }
}
