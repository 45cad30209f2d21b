internal import Diagnostics

/// `{#id}` at the end of a heading.
enum HeadingID {
    /// Takes the ids out of the headings' text. By the heading's node.
    static func take(from tree: inout Tree, _ findings: inout [Finding]) -> [Int: String] {
        var ids: [Int: String] = [:]
        for index in tree.nodes.indices where tree.nodes[index].kind == .heading {
            guard let last = lastChild(of: index, in: tree), tree.nodes[last].kind == .text else { continue }
            let text = tree[tree.nodes[last].text].trimmed
            guard text.last == UInt8(ascii: "}"), let start = idStart(in: text) else { continue }
            let id = text[(start + 2)...].dropLast()
            guard isValid(id) else {
                findings.append(
                    Finding(
                        "markdown/bad-id", "this is not an id: \(EscapeMask.string(id))", node: index,
                        help: "use lower-case letters, digits, `-`, `_` and `.`, and start with a letter or digit"))
                continue
            }
            ids[index] = String(decoding: id, as: UTF8.self)
            let rest = text[..<start]
            let run = tree.nodes[last].text.range
            let shown = rest.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? run.lowerBound
            tree.nodes[last].text = Run(run.lowerBound..<shown)
        }
        return ids
    }

    /// Where `{#` is after white space or at the start.
    private static func idStart(in text: ArraySlice<UInt8>) -> Int? {
        var found: Int?
        var from = text.startIndex
        while let next = text.first(UInt8(ascii: "{"), UInt8(ascii: "#"), from: from) {
            found = next
            from = next + 1
        }
        guard let found else { return nil }
        return found == text.startIndex || text[found - 1].isSpace ? found : nil
    }

    private static func isValid(_ id: ArraySlice<UInt8>) -> Bool {
        guard let first = id.first, first.isNamePart, first != UInt8(ascii: "-") else { return false }
        return id.allSatisfy { $0.isNamePart || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
    }

    private static func lastChild(of index: Int, in tree: Tree) -> Int? {
        // A text is a leaf, so if the last child is one it is the last node as well.
        let last = Int(tree.nodes[index].end) - 1
        return last > index ? last : nil
    }
}
