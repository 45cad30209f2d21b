/// Reads a template from its first byte to its last.
///
/// A section, block, comment or partial that is alone on its line takes the whole line with it, as the Mustache specification says.
/// What is inside a parent but in no block is passed over.
struct TemplateParser {
    /// A section, block or parent that is not closed yet; the first is the template itself.
    private struct Open {
        let tag: TemplateTag?
        var nodes: [TemplateNode] = []
        /// What a parent is given.
        var blocks: [String: TemplateBlock] = [:]
        /// The white space before the tag; nil if there is something else before it on its line.
        var white: [UInt8]?
        /// Whether nothing comes after the tag on its line.
        var endsLine = false

        var isParent: Bool { tag?.sign == UInt8(ascii: "<") }
    }

    private let bytes: [UInt8]
    private var open = [Open(tag: nil)]
    /// The first byte that is not read yet.
    private var index = 0

    static func nodes(_ bytes: [UInt8]) throws(TemplateError) -> [TemplateNode] {
        var parser = TemplateParser(bytes: bytes)
        return try parser.read()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() throws(TemplateError) -> [TemplateNode] {
        while let start = TemplateTag.braces(bytes, UInt8(ascii: "{"), from: index) {
            let tag = try TemplateTag.read(bytes, at: start)
            try take(tag)
        }
        append(textTo: bytes.count)
        guard open.count == 1 else { throw TemplateError(problem: .openSection, place: open[open.count - 1].tag?.place ?? 0..<0) }
        return open[0].nodes
    }

    private mutating func take(_ tag: TemplateTag) throws(TemplateError) {
        let line = lineStart(before: tag.place.lowerBound)
        let next = lineEnd(after: tag.place.upperBound)
        append(textTo: line ?? tag.place.lowerBound)
        let white = line.map { Array(bytes[$0..<tag.place.lowerBound]) }
        let isAlone = white != nil && next != nil
        index = tag.place.upperBound
        let isInParent = open[open.count - 1].isParent
        if isInParent, !"$/!".utf8.contains(tag.sign) { throw TemplateError(problem: .outsideBlock, place: tag.place) }
        switch tag.sign {
        case UInt8(ascii: "!"): take(white, isAlone, next)
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            take(white, isAlone, next)
            try push(Open(tag: tag))
        case UInt8(ascii: "$"):
            // Inside a parent, only what comes after it counts.
            if isInParent, let next { index = next } else if !isInParent { take(white, isAlone, next) }
            try push(Open(tag: tag, white: white, endsLine: next != nil))
        case UInt8(ascii: "<"):
            if let white { append(.lineStart(white)) }
            try push(Open(tag: tag, white: white))
        case UInt8(ascii: ">"):
            take(white, isAlone, next)
            append(.partial(tag.name, indentation: isAlone ? white ?? [] : [], place: tag.place.lowerBound))
        case UInt8(ascii: "/"): try close(tag, white, next)
        default:
            if let white { append(.lineStart(white)) }
            append(.value(TemplateName(tag.name), isHTML: tag.sign != 0))
        }
    }

    /// Passes over the line of a tag that is alone on it, and keeps the white space before any other.
    private mutating func take(_ white: [UInt8]?, _ isAlone: Bool, _ next: Int?) {
        if isAlone, let next { index = next } else if let white { append(.lineStart(white)) }
    }

    private mutating func push(_ opened: Open) throws(TemplateError) {
        guard open.count <= Template.depth else { throw TemplateError(problem: .depth, place: opened.tag?.place ?? 0..<0) }
        open.append(opened)
    }

    private mutating func close(_ tag: TemplateTag, _ white: [UInt8]?, _ next: Int?) throws(TemplateError) {
        guard open.count > 1, let opened = open.last?.tag, opened.name == tag.name else {
            throw TemplateError(problem: .otherEnd, place: tag.place)
        }
        let inParent = open[open.count - 2].isParent
        // The end of a block in a parent has nothing to print after it.
        if !open[open.count - 1].isParent { take(white, white != nil && (next != nil || inParent), inParent ? index : next) }
        let section = open.removeLast()
        switch opened.sign {
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            append(.section(TemplateName(opened.name), isInverted: opened.sign == UInt8(ascii: "^"), section.nodes))
        case UInt8(ascii: "<"): append(parent: section, opened, next)
        default:
            if inParent {
                let nodes = section.endsLine ? Indentation.removed(from: section.nodes) : section.nodes
                open[open.count - 1].blocks[opened.name] = TemplateBlock(nodes: nodes)
            } else {
                append(.block(opened.name, indentation: section.white ?? [], section.nodes))
            }
        }
    }

    /// A parent is alone on its lines if nothing is before its start and nothing after its end.
    private mutating func append(parent: Open, _ tag: TemplateTag, _ next: Int?) {
        var indentation: [UInt8] = []
        if let white = parent.white, let next {
            open[open.count - 1].nodes.removeLast()
            indentation = white
            index = next
        }
        append(.parent(tag.name, indentation: indentation, blocks: parent.blocks, place: tag.place.lowerBound))
    }

    private mutating func append(_ node: TemplateNode) {
        guard !open[open.count - 1].isParent else { return }
        open[open.count - 1].nodes.append(node)
    }

    /// Puts down what is before an index, line by line.
    private mutating func append(textTo end: Int) {
        while index < end {
            let next = bytes[index..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
            if index == 0 || bytes[index - 1] == UInt8(ascii: "\n") {
                let white = Array(bytes[index..<next].prefix(while: isBlank))
                append(.lineStart(white))
                index += white.count
            }
            if index < next { append(.text(Array(bytes[index..<next]))) }
            index = next
        }
    }

    /// Where the line of a tag starts, if there is nothing but white space before it.
    private func lineStart(before tag: Int) -> Int? {
        var start = tag
        while start > index, isBlank(bytes[start - 1]) { start -= 1 }
        return start == 0 || bytes[start - 1] == UInt8(ascii: "\n") ? start : nil
    }

    /// Where the next line starts, if there is nothing but white space up to there.
    private func lineEnd(after tag: Int) -> Int? {
        var end = tag
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        if end == bytes.count { return end }
        if bytes[end] == UInt8(ascii: "\n") { return end + 1 }
        return bytes[end...].starts(with: "\r\n".utf8) ? end + 2 : nil
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

/// The white space at the start of the lines of a block.
enum Indentation {
    /// The nodes without the white space that the first line starts with: that of the place where they are put counts.
    static func removed(from nodes: [TemplateNode]) -> [TemplateNode] {
        guard let white = first(in: nodes), !white.isEmpty else { return nodes }
        return nodes.map { shortened($0, by: white.count) }
    }

    private static func first(in nodes: [TemplateNode]) -> [UInt8]? {
        for node in nodes {
            switch node {
            case .lineStart(let white): return white
            case .partial(_, let white, _), .parent(_, let white, _, _), .block(_, let white, _): return white
            case .section(_, _, let inner): if let white = first(in: inner) { return white }
            case .text, .value: return nil
            }
        }
        return nil
    }

    private static func shortened(_ node: TemplateNode, by count: Int) -> TemplateNode {
        let less: ([UInt8]) -> [UInt8] = { Array($0.dropFirst(count)) }
        let inside: ([TemplateNode]) -> [TemplateNode] = { $0.map { shortened($0, by: count) } }
        return switch node {
        case .lineStart(let white): .lineStart(less(white))
        case .section(let name, let isInverted, let inner): .section(name, isInverted: isInverted, inside(inner))
        case .partial(let name, let white, let place): .partial(name, indentation: less(white), place: place)
        case .parent(let name, let white, let blocks, let place):
            .parent(name, indentation: less(white), blocks: blocks, place: place)
        case .block(let name, let white, let inner): .block(name, indentation: less(white), inside(inner))
        case .text, .value: node
        }
    }
}
