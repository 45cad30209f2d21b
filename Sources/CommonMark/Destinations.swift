package import Diagnostics

/// Finds where the destinations of a text's links are written, to the byte, so that they can be changed.
///
/// What is found was read again by libcmark and gives the link's destination; what cannot be found so is not guessed.
package struct Destinations {
    private let markdown: Markdown
    private let bytes: [UInt8]
    /// Every definition of the text, once somebody asks.
    private var definitions: [LinkDefinitions.Definition]?

    /// - Parameter markdown: a text whose links are about to be changed.
    package init(of markdown: Markdown) {
        self.markdown = markdown
        bytes = markdown.source.bytes
    }

    /// The places of a link's destination, without brackets around it: one after the words of the link, or all
    /// definitions of this destination; none if it cannot be told.
    package mutating func places(of link: Link) -> [SourceRange] {
        let wanted = Array(link.destination.utf8)
        let place = markdown.bytes(of: link.node)
        if Self.resolved(bytes[place]) == wanted { return [traced(place)].compactMap { $0 } }
        let known = definitions ?? LinkDefinitions.all(in: bytes, markdown.tree)
        definitions = known
        let own = known.filter { Self.resolved(bytes[$0.destination]) == wanted }
        let places = own.compactMap { traced($0.destination) }
        return places.count == own.count ? places : []
    }

    /// Where a run of the text is in the file; nil if it is written otherwise there, with escapes of YAML in it.
    private func traced(_ run: Range<Int>) -> SourceRange? {
        let range = markdown.source.range(of: run)
        return range.file.bytes[range.bytes] == bytes[run] ? range : nil
    }

    /// What a destination says, escapes and entities resolved by libcmark itself; nil if these bytes are none.
    private static func resolved(_ written: ArraySlice<UInt8>) -> [UInt8]? {
        guard !written.contains(10) else { return nil }
        let isPlain = !written.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
        if isPlain { return Array(written) }
        let text = Array("[x](<".utf8) + written + Array(">)".utf8)
        let tree = CMarkDocument(text).tree(behind: [], emptyTitles: false).tree
        return tree.nodes.first { $0.kind == .link }.map { Array(tree[$0.text]) }
    }
}

/// The link definitions of a text, `[label]: destination`, which libcmark takes out of the tree.
enum LinkDefinitions {
    struct Definition {
        /// Without angle brackets.
        let destination: Range<Int>
    }

    /// Lines that can be definitions, as libcmark takes them: not in code, headings and tables, and in a paragraph only
    /// before its text.
    static func all(in source: [UInt8], _ tree: Tree) -> [Definition] {
        let lines = LineTable(source)
        var blocked = [Bool](repeating: false, count: lines.count + 2)
        for node in tree.nodes where node.line > 0 && Int(node.line) <= lines.count {
            let last = max(Int(node.line), min(Int(node.lastLine), lines.count))
            switch node.kind {
            case .codeBlock, .htmlBlock, .heading, .thematicBreak, .table: for line in Int(node.line)...last { blocked[line] = true }
            case .paragraph:
                // What begins the paragraph may be definitions; what follows other text is none.
                let text = (Int(node.line)...last).first { definition(in: lines[$0], of: source) == nil } ?? last + 1
                for line in text..<max(text, last + 1) { blocked[line] = true }
            default: break
            }
        }
        return (1...max(1, lines.count)).compactMap { blocked[$0] ? nil : definition(in: lines[$0], of: source) }
    }

    /// Reads a line after the marks of lists and quotes; the destination may be on the next one.
    private static func definition(in line: ArraySlice<UInt8>, of source: [UInt8]) -> Definition? {
        let start = line.firstIndex { !$0.isBlank && !$0.isDigit && !">-*+.)".utf8.contains($0) } ?? line.endIndex
        guard start + 1 < line.endIndex, line[start] == UInt8(ascii: "["), line[start + 1] != UInt8(ascii: "^"),
            let close = line.first(UInt8(ascii: "]"), UInt8(ascii: ":"), from: start + 1)
        else { return nil }
        var index = close + 2
        var lineEnds = 0
        while index < source.count, source[index].isSpace || (lineEnds > 0 && source[index] == UInt8(ascii: ">")) {
            if source[index] == 10 { lineEnds += 1 }
            index += 1
        }
        guard index < source.count, lineEnds < 2 else { return nil }
        let isBracketed = source[index] == UInt8(ascii: "<")
        if isBracketed { index += 1 }
        let end = source[index...].firstIndex { isBracketed ? $0 == UInt8(ascii: ">") || $0 == 10 : $0.isSpace } ?? source.count
        return index < end || isBracketed ? Definition(destination: index..<end) : nil
    }
}
