/// Strikethrough, values and footnote references: what stands inside texts.
extension Rewriter {
    /// Adds the inlines of one block or cell.
    mutating func rewriteInlines(_ range: Range<Int>, of tree: Tree) {
        var strikes = Strikes()
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
                rewriteText(
                    node, marks: strikes[index],
                    TextPlace(isInLink: index < linkEnd, isFirst: index == range.lowerBound))
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

    private mutating func rewriteText(_ node: Node, marks: ArraySlice<Strikes.Mark>, _ place: TextPlace) {
        let range = node.text.range
        let text = builder.tree.bytes[range]
        var scanner = TextScanner(text, features)
        var marks = marks
        var start = range.lowerBound
        while true {
            let token = scanner.next()
            while let mark = marks.first, mark.offset < token?.range.lowerBound ?? range.upperBound {
                marks.removeFirst()
                guard mark.offset >= start else { continue }
                addText(start..<mark.offset)
                if mark.opens { builder.enter(Node(kind: .strikethrough)) } else { builder.leave() }
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

    private mutating func add(_ token: TextScanner.Token, _ place: TextPlace, behind: ArraySlice<UInt8>) {
        let next = builder.tree.nodes.count
        let text = Run(token.range)
        switch token {
        case .braces(let range):
            if LinkRule.isAddress(behind) {
                findings.append(LinkRule.valueInLink(node: next))
            } else if let finding = Braces.finding(builder.tree.bytes[range], node: next) {
                findings.append(finding)
            } else {
                return builder.add(Node(kind: .value, text: text))
            }
            addText(range)
        case .footnote(let range):
            let label = builder.tree.bytes[range].dropFirst(2).dropLast()
            if place.isInLink { return addText(range) }
            guard let reference = footnotes.refer(to: label) else {
                findings.append(footnotes.unknown(label, node: next))
                return addText(range)
            }
            var node = Node(kind: .footnoteReference, text: text)
            (node.number, node.ordinal) = (Int32(reference.number), Int32(reference.ordinal))
            builder.add(node)
        case .reference(let range):
            let reference = builder.tree.bytes[range]
            if let finding = labels.finding(reference, behind: behind, isFirst: place.isFirst, node: next) {
                findings.append(finding)
            }
            addText(range)
        }
    }

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        builder.add(Node(kind: .text, text: Run(range)))
    }
}

/// Where a text stands among inlines.
private struct TextPlace {
    var isInLink: Bool
    /// Whether it begins its block.
    var isFirst: Bool
}

extension Run {
    /// The run of a range of bytes.
    init(_ range: Range<Int>) { self.init(start: Int32(range.lowerBound), count: Int32(range.count)) }
}
