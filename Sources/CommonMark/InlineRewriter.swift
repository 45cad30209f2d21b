/// Strikethrough, values and footnote references: what is inside texts.
extension Rewriter {
    /// Adds the inlines of one block or cell.
    ///
    /// - Parameter skipped: how many bytes of the first text are left out.
    mutating func rewriteInlines(_ range: Range<Int>, of tree: Tree, in block: InlineBlock, skipping skipped: Int = 0) {
        var strikes = Strikethroughs()
        if features.contains(.tildes) { strikes.find(in: range, of: tree, features) }
        var ends: [Int] = []
        var linkEnd = 0
        var index = range.lowerBound
        while index < range.upperBound {
            while let end = ends.last, end <= index {
                builder.leave()
                ends.removeLast()
            }
            let node = tree.nodes[index]
            switch node.kind {
            case .text:
                let isFirst = index == range.lowerBound
                var place = TextPlace(isInLink: index < linkEnd, isFirst: isFirst, block: block)
                place.isAddress = tree.nodes[max(0, index - 1)].flags.contains(.autolink)
                place.startsLine = (isFirst && skipped == 0) || (!isFirst && tree.nodes[index - 1].kind.isBreak)
                rewriteText(isFirst ? node.skipping(skipped) : node, marks: strikes[index], place)
            case .htmlInline where block == .cell && LineBreakTag.matches(tree[node.text]):
                builder.add(LineBreakTag.node(node))
            case .softBreak, .lineBreak, .code, .htmlInline: builder.add(node)
            default:
                if node.kind == .link || node.kind == .image { linkEnd = max(linkEnd, Int(node.end)) }
                if features.contains(.tildes) { strikes.find(in: index + 1..<Int(node.end), of: tree, features) }
                builder.enter(node)
                ends.append(Int(node.end))
            }
            index += 1
        }
        for _ in ends { builder.leave() }
    }

    private mutating func rewriteText(_ node: TreeNode, marks: ArraySlice<Strikethroughs.Mark>, _ place: TextPlace) {
        let range = node.text.range
        let text = builder.tree.bytes[range]
        let looked = place.isAddress ? features.subtracting(.foreign) : features
        var scanner = TextScanner(text, looked, isInLink: place.isInLink, isHeading: place.block == .heading)
        var marks = marks
        var start = beginLine(text, place)
        while true {
            let token = scanner.next()
            while let mark = marks.first, mark.offset < token?.range.lowerBound ?? range.upperBound {
                marks.removeFirst()
                guard mark.offset >= start else { continue }
                addText(start..<mark.offset)
                if mark.opens { builder.enter(TreeNode(kind: .strikethrough)) } else { builder.leave() }
                start = mark.offset + 2
            }
            guard let token else { break }
            if token.range.lowerBound < start { continue }
            addText(start..<token.range.lowerBound)
            add(token, place, behind: text[..<token.range.lowerBound])
            start = token.range.upperBound
        }
        addText(start..<range.upperBound)
    }

    /// Adds what is at the start of a line before its text: a box to tick, or a mark that is none. The byte to go on with.
    private mutating func beginLine(_ text: ArraySlice<UInt8>, _ place: TextPlace) -> Int {
        let isParagraph = place.block == .paragraph || place.block == .item
        guard place.startsLine, !place.isInLink, isParagraph, !text.isEmpty else { return text.startIndex }
        var mark: ForeignMark?
        if place.isFirst, place.block == .item, features.contains(.task) {
            if let isTicked = Task.isTicked(text) {
                builder.add(TreeNode(kind: .task, flags: isTicked ? .checked : [], text: Run(text.startIndex..<text.startIndex + 3)))
                return text.startIndex + 3
            }
            mark = Task.nearMiss(text)
        }
        if mark == nil, features.contains(.foreign) { mark = LineMark.find(in: text, isFirst: place.isFirst) }
        guard let mark else { return text.startIndex }
        findings.append(mark.finding(node: builder.tree.nodes.count))
        addText(mark.range)
        return mark.range.upperBound
    }

    private mutating func add(_ token: TextScanner.Token, _ place: TextPlace, behind: ArraySlice<UInt8>) {
        let next = builder.tree.nodes.count
        let text = Run(token.range)
        switch token {
        case .braces(let range):
            if LinkTextRule.isAddress(behind) || builder.tree.nodes[next - 1].isEndOfAddress(at: range.lowerBound) {
                findings.append(LinkTextRule.valueInLink(node: next))
            } else if let finding = Braces.finding(builder.tree.bytes[range], node: next) {
                findings.append(finding)
            } else {
                return builder.add(TreeNode(kind: .value, text: text))
            }
            addText(range)
        case .footnote(let range):
            let label = builder.tree.bytes[range].dropFirst(2).dropLast()
            if place.isInLink { return addText(range) }
            guard let reference = footnotes.refer(to: label) else {
                findings.append(footnotes.unknown(label, node: next))
                return addText(range)
            }
            var node = TreeNode(kind: .footnoteReference, text: text)
            (node.number, node.ordinal) = (Int32(reference.number), Int32(reference.ordinal))
            builder.add(node)
        case .reference(let range):
            let reference = builder.tree.bytes[range]
            if let finding = labels.finding(reference, behind: behind, isFirst: place.isFirst, node: next) {
                findings.append(finding)
            }
            addText(range)
        case .address(let address): add(address)
        case .foreign(let mark):
            findings.append(mark.finding(node: next))
            addText(mark.range)
        }
    }

    private mutating func add(_ address: BareAddress) {
        var link = TreeNode(kind: .link, flags: .bare, text: Run(address.range))
        if address.prefix.utf8CodeUnitCount > 0 {
            link.text = builder.tree.store(Array(address.prefix.description.utf8) + builder.tree.bytes[address.range])
        }
        builder.enter(link)
        builder.add(TreeNode(kind: .text, flags: .bare, text: Run(address.range)))
        builder.leave()
    }

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        builder.add(TreeNode(kind: .text, text: Run(range)))
    }
}

/// In what a run of inlines is.
enum InlineBlock {
    case paragraph
    /// The first paragraph of an item of a list.
    case item
    case cell
    case heading
    /// The title of a callout, which is one line.
    case title
}

/// Where a text is among inlines.
private struct TextPlace {
    var isInLink: Bool
    /// Whether it begins its block.
    var isFirst: Bool
    var block: InlineBlock
    /// Whether it is an address between angle brackets.
    var isAddress = false
    /// Whether it begins a line.
    var startsLine = false
}

extension TreeNode {
    /// The same text without its first bytes.
    fileprivate func skipping(_ count: Int) -> TreeNode {
        var node = self
        node.text = Run(start: text.start + Int32(count), count: text.count - Int32(count))
        return node
    }

    /// Whether a node is the text of an address without brackets that ends at a byte.
    fileprivate func isEndOfAddress(at byte: Int) -> Bool { kind == .text && flags.contains(.bare) && text.range.upperBound == byte }
}

extension TreeNode.Kind {
    /// Whether a line ends with it.
    fileprivate var isBreak: Bool { self == .softBreak || self == .lineBreak }
}

extension Run {
    /// The run of a range of bytes.
    init(_ range: Range<Int>) { self.init(start: Int32(range.lowerBound), count: Int32(range.count)) }
}
