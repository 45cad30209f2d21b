/// Fields between two lines `---` inside the text: libcmark makes a line across the page and a heading of them.
enum SecondFrontMatter {
    static func findings(in tree: Tree) -> [Finding] {
        tree.nodes.indices.dropLast().compactMap { index in
            let (rule, heading) = (tree.nodes[index], tree.nodes[index + 1])
            guard rule.kind == .thematicBreak, heading.kind == .heading, heading.level == 2, heading.line == rule.line + 1,
                heading.lastLine > heading.line, tree.nodes.indices.contains(index + 2), isField(tree[tree.nodes[index + 2].text])
            else { return nil }
            return ForeignMark.finding(
                "front matter belongs at the start of a file; here it becomes a heading",
                help: "move these fields up between the first two `---` lines, and delete the lines around them", node: index + 1)
        }
    }

    /// `name: value`
    private static func isField(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        let behind = text[name.endIndex...]
        return name.first?.isLetter == true && behind.first == UInt8(ascii: ":") && behind.dropFirst().first?.isSpace ?? true
    }
}
