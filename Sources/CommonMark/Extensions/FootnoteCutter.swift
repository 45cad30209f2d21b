/// Moves footnotes out of a text: to libcmark their first lines are link definitions or plain paragraphs.
///
/// Each becomes a block quote in front of the text, where libcmark reads its blocks as it reads any; the lines that it
/// took are left empty, so that every other line keeps its number and its neighbours.
struct FootnoteCutter {
    /// The text as the author wrote it.
    let lines: LineTable
    /// By line: whether text there is code or HTML, and whether a block begins that ends a paragraph.
    private var isVerbatim: [Bool]
    private var beginsBlock: [Bool]
    private var isInContainer: [Bool]

    /// - Parameter tree: what libcmark makes of the text as it is.
    init(lines: LineTable, tree: Tree) {
        self.lines = lines
        isVerbatim = Array(repeating: false, count: lines.count + 2)
        beginsBlock = isVerbatim
        isInContainer = isVerbatim
        for node in tree.nodes where node.line > 0 && Int(node.line) <= lines.count {
            let range = Int(node.line)...max(Int(node.line), min(Int(node.lastLine), lines.count))
            switch node.kind {
            case .codeBlock, .htmlBlock:
                beginsBlock[range.lowerBound] = true
                for line in range { isVerbatim[line] = true }
            case .list:
                beginsBlock[range.lowerBound] = true
                // Marked once for each nesting, which the limits keep small.
                for line in range { isInContainer[line] = true }
            case .blockQuote, .item, .heading, .thematicBreak: beginsBlock[range.lowerBound] = true
            default: break
            }
        }
    }

    /// The definitions, the text with them in front, and where each of its lines comes from.
    func cut() -> (definitions: [FootnoteDefinition], text: [UInt8], origins: [LineOrigin]) {
        var definitions: [FootnoteDefinition] = []
        var front: [UInt8] = []
        var rest: [UInt8] = []
        var frontOrigins: [LineOrigin] = []
        var line = 1
        while line <= lines.count {
            guard let start = definition(at: line) else {
                rest.append(contentsOf: lines[line])
                rest.append(UInt8(ascii: "\n"))
                line += 1
                continue
            }
            definitions.append(FootnoteDefinition(label: Array(start.label), line: line))
            let end = endOfDefinition(at: line)
            for taken in line..<end {
                let content = taken == line ? lines[line][start.content...] : Self.dedented(lines[taken])
                front.append(contentsOf: "> ".utf8)
                front.append(contentsOf: content)
                front.append(UInt8(ascii: "\n"))
                frontOrigins.append(LineOrigin(line: taken, shift: content.startIndex - lines[taken].startIndex - 2))
                rest.append(UInt8(ascii: "\n"))
            }
            front.append(UInt8(ascii: "\n"))
            frontOrigins.append(LineOrigin(line: end - 1, shift: 0))
            line = end
        }
        let origins = frontOrigins + (1...max(1, lines.count)).map { LineOrigin(line: $0, shift: 0) }
        return (definitions, front + rest, origins)
    }

    /// The label of a definition that begins in a line, and where its text does.
    private func definition(at line: Int) -> (label: ArraySlice<UInt8>, content: Int)? {
        guard !isVerbatim[line] else { return nil }
        let text = lines[line]
        let start = text.firstIndex { $0 != UInt8(ascii: " ") } ?? text.endIndex
        let indent = start - text.startIndex
        // In a list only an unindented line is sure not to belong to an item.
        guard indent == 0 || (indent < 4 && !isInContainer[line]) else { return nil }
        guard text.has(UInt8(ascii: "["), UInt8(ascii: "^"), at: start) else { return nil }
        let label = text[(start + 2)...].prefix(FootnoteDefinition.labelLimit).prefix(while: FootnoteDefinition.isLabel)
        guard !label.isEmpty, text.has(UInt8(ascii: "]"), UInt8(ascii: ":"), at: label.endIndex) else { return nil }
        let content = text[(label.endIndex + 2)...].firstIndex { !$0.isBlank } ?? text.endIndex
        return (label, content)
    }

    /// The first line after a definition.
    private func endOfDefinition(at start: Int) -> Int {
        var end = start + 1
        var line = start + 1
        while line <= lines.count {
            let text = lines[line]
            if text.allSatisfy(\.isSpace) {
                line += 1
                continue
            }
            let isLazy = line == end && !beginsBlock[line] && definition(at: line) == nil
            guard Self.isIndented(text) || isLazy else { break }
            line += 1
            end = line
        }
        return end
    }

    private static func isIndented(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == UInt8(ascii: "\t") || text.prefix(4).elementsEqual("    ".utf8)
    }

    private static func dedented(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if text.first == UInt8(ascii: "\t") { return text.dropFirst() }
        return isIndented(text) ? text.dropFirst(4) : text
    }
}
