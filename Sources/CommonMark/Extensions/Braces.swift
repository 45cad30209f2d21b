internal import Diagnostics

/// `{{ … }}`: values in text, embeds in paragraphs of their own.
enum Braces {
    /// What an embed says, on one line, if some inlines are an embed and nothing else.
    static func embed(in tree: Tree, _ range: Range<Int>) -> [UInt8]? {
        guard let first = range.first, tree.nodes[first].kind == .text,
            tree[tree.nodes[first].text].starts(with: "{{".utf8)
        else { return nil }
        var text: [UInt8] = []
        for index in range {
            switch tree.nodes[index].kind {
            case .text: text += tree[tree.nodes[index].text]
            case .softBreak: text.append(UInt8(ascii: " "))
            default: return nil
            }
        }
        let content = text[...].trimmed
        guard let close = content.first(UInt8(ascii: "}"), UInt8(ascii: "}"), from: content.startIndex + 2),
            close == content.endIndex - 2,
            content.first(UInt8(ascii: "{"), UInt8(ascii: "{"), from: content.startIndex + 2) == nil
        else { return nil }
        let words = content.dropFirst(2).dropLast(2).trimmed
        return words.isEmpty || isValueName(words) ? nil : Array(content)
    }

    /// What is wrong with braces inside text; nil for a value.
    static func finding(_ braces: ArraySlice<UInt8>, node: Int) -> Finding? {
        guard braces.count >= 4, braces.suffix(2).elementsEqual("}}".utf8) else {
            return Finding(
                "markdown/bad-value", "`{{` without `}}`", node: node,
                help: "close it on the same line: `{{ file.id }}`; to show two braces write `\\{{`")
        }
        let words = braces.dropFirst(2).dropLast(2).trimmed
        if isValueName(words) { return nil }
        if words.contains(where: \.isSpace), words.first.map(\.isLetter) == true {
            return Finding(
                "markdown/embed-in-text", "a data file cannot be embedded inside a paragraph", node: node,
                help: "put it in a paragraph of its own, with a blank line before and after")
        }
        let name = String(decoding: words.prefix(60), as: UTF8.self)
        return Finding(
            "markdown/bad-value", words.isEmpty ? "the name of the value is missing" : "this is not the name of a value: \(name)",
            node: node,
            help: "write `{{ file.id }}` with lower-case letters, digits and `-`; to show two braces write `\\{{`")
    }

    /// `name.name`, or `count name` with what selects entries after it.
    private static func isValueName(_ words: ArraySlice<UInt8>) -> Bool {
        let parts = words.split(whereSeparator: \.isSpace)
        if parts.count > 1, parts[0].elementsEqual("count".utf8) { return true }
        let names = words.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return names.count == 2 && names.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNamePart) }
    }

    /// What is between the braces, with one space between words.
    static func name(_ braces: ArraySlice<UInt8>) -> String {
        let words = braces.dropFirst(2).dropLast(2).split(whereSeparator: \.isSpace)
        return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
