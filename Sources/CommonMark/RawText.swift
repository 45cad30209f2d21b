internal import Diagnostics

/// The text as libcmark gets it: escapes masked, footnotes moved to the front.
struct RawText {
    /// The text of the author, line by line, with escapes masked.
    let lines: LineTable
    /// What the text may contain.
    let features: Features
    /// Whether escapes were replaced, and have to be put back.
    let isMasked: Bool
    /// The footnotes cut out; the first blocks of the tree are their bodies, in this order.
    private(set) var footnotes: [FootnoteDefinition] = []
    /// What libcmark reads.
    private(set) var text: [UInt8]
    private var origins: [LineOrigin] = []

    /// A text that has not been parsed.
    init(_ bytes: [UInt8], _ features: Features) {
        self.features = features
        let needsMask = features.contains(.escape) && !features.isDisjoint(with: .escapable)
        let masked = needsMask ? EscapeMask.masked(bytes) : nil
        isMasked = masked != nil
        text = masked ?? bytes
        lines = LineTable(text, isNeeded: !features.isDisjoint(with: [.pipe, .footnote, .reference]))
    }

    /// The tree, with the places of its blocks in the author's text.
    mutating func parse() -> (tree: Tree, tooDeepLine: Int?) {
        var parsed = tree(of: text, behind: [])
        guard features.isSuperset(of: [.footnote, .definition]) else { return parsed }
        let cut = FootnoteCutter(lines: lines, tree: parsed.tree).cut()
        guard !cut.definitions.isEmpty else { return parsed }
        footnotes = cut.definitions
        text = cut.text
        origins = cut.origins
        parsed = tree(of: text, behind: [])
        for index in parsed.tree.nodes.indices where parsed.tree.nodes[index].line > 0 {
            let origin = origin(Int(parsed.tree.nodes[index].line))
            parsed.tree.nodes[index].column += Int32(origin.shift)
            parsed.tree.nodes[index].line = Int32(origin.line)
            parsed.tree.nodes[index].lastLine = Int32(self.origin(Int(parsed.tree.nodes[index].lastLine)).line)
        }
        return parsed
    }

    /// libcmark's tree of some text, its strings after those of another tree.
    func tree(of text: [UInt8], behind bytes: [UInt8]) -> (tree: Tree, tooDeepLine: Int?) {
        CMarkDocument(text).tree(behind: bytes, emptyTitles: features.contains(.emptyTitle))
    }

    /// The line of the author's text that libcmark read as the given one.
    func originalLine(_ line: Int) -> Int { origin(line).line }

    private func origin(_ line: Int) -> LineOrigin {
        origins.indices.contains(line - 1) ? origins[line - 1] : LineOrigin(line: line, shift: 0)
    }
}

/// Where a line that libcmark read is in the author's text.
struct LineOrigin {
    /// From 1.
    var line: Int
    /// What is added to a column.
    var shift: Int
}

/// A text and where its lines start.
struct LineTable {
    let text: [UInt8]
    private var starts: [Int] = [0]

    /// - Parameter isNeeded: whether lines will be asked for; finding them takes a pass over the text.
    init(_ text: [UInt8], isNeeded: Bool = true) {
        self.text = text
        guard isNeeded else { return }
        for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    }

    /// How many there are.
    var count: Int { starts.count }

    /// A line counted from 1, without its end; nothing for a line that is not there.
    subscript(line: Int) -> ArraySlice<UInt8> {
        guard line >= 1, line <= starts.count else { return [] }
        let end = line < starts.count ? starts[line] - 1 : text.count
        return text[starts[line - 1]..<end]
    }
}
