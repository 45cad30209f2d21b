internal import Diagnostics

/// `[^label]: text` and the lines that belong to it.
struct FootnoteDefinition {
    /// Longer ones are no labels: an author's slip should not make a whole page one.
    static let labelLimit = 200

    /// Between `[^` and `]`.
    let label: [UInt8]
    /// From 1.
    let line: Int

    /// What a label is made of.
    static func isLabel(_ byte: UInt8) -> Bool {
        !byte.isSpace && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "~")
    }

    /// How labels are compared: without regard to the case of ASCII letters.
    static func key(_ label: some Sequence<UInt8>) -> [UInt8] {
        label.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }
}

extension Tree {
    /// The ids that the footnotes and the references to them have.
    func footnoteIDs(prefix: String) -> [String] {
        var ids: [String] = []
        for node in nodes where node.kind == .footnoteReference {
            ids.append("\(prefix)fn-\(node.number)")
            ids.append("\(prefix)fnref-\(node.number)" + (node.ordinal > 1 ? "-\(node.ordinal)" : ""))
        }
        return ids
    }
}

/// The footnotes of a text in the order in which the text first refers to them.
struct FootnoteList {
    /// In document order.
    let definitions: [FootnoteDefinition]
    /// Indices of definitions; the place is the footnote's number less one.
    private(set) var used: [Int] = []
    /// How many references there are to each definition.
    private(set) var references: [Int]
    private var numbers: [Int]
    private var indices: [[UInt8]: Int] = [:]
    /// Definitions of a label that has one already.
    private var doubles: [Int] = []
    private var suggester: Suggester
    /// Labels that misspelt references probably mean.
    private var meant: Set<String> = []

    /// A list to which nothing refers yet.
    init(_ definitions: [FootnoteDefinition]) {
        self.definitions = definitions
        suggester = Suggester(definitions.prefix(100).map { EscapeMask.string($0.label[...]) })
        references = Array(repeating: 0, count: definitions.count)
        numbers = Array(repeating: 0, count: definitions.count)
        for (index, definition) in definitions.enumerated() {
            let key = FootnoteDefinition.key(definition.label)
            if indices[key] == nil { indices[key] = index } else { doubles.append(index) }
        }
    }

    /// Counts a reference; nil if nothing is defined for the label.
    mutating func refer(to label: ArraySlice<UInt8>) -> (number: Int, ordinal: Int)? {
        guard let index = indices[FootnoteDefinition.key(label)] else { return nil }
        if numbers[index] == 0 {
            used.append(index)
            numbers[index] = used.count
        }
        references[index] += 1
        return (numbers[index], references[index])
    }

    /// Says that nothing is defined for a label.
    mutating func unknown(_ label: ArraySlice<UInt8>, node: Int) -> Finding {
        let name = EscapeMask.string(label)
        let nearest = suggester.nearest(to: name)
        if let nearest { meant.insert(nearest) }
        let help = nearest.map { "did you mean [^\($0)]?" }
        return Finding(
            "markdown/unknown-footnote", "there is no footnote [^\(name)]", node: node,
            help: help ?? "add a line `[^\(name)]: text`; to show the bracket write `\\[^`")
    }

    /// What is wrong with the definitions. Those without a reference are put into the tree as empty nodes that print
    /// nothing, so that they have a place.
    func findings(bodies: [Int], _ builder: inout TreeBuilder, _ raw: Tree) -> [Finding] {
        var findings: [Finding] = []
        for (index, definition) in definitions.enumerated() where references[index] == 0 {
            guard index < bodies.count else { break }
            var place = TreeNode(kind: .document)
            (place.line, place.lastLine, place.column) = (Int32(definition.line), Int32(definition.line), 1)
            let name = EscapeMask.string(definition.label[...])
            // A misspelt reference has its message already.
            if meant.contains(name), !doubles.contains(index) { continue }
            let node = builder.tree.nodes.count
            builder.add(place)
            if doubles.contains(index) {
                findings.append(
                    Finding(
                        "markdown/duplicate-footnote", "the footnote [^\(name)] is already defined", node: node,
                        help: "give this one another label"))
            } else {
                findings.append(
                    Finding(
                        "markdown/unused-footnote", "nothing refers to the footnote [^\(name)]", node: node,
                        severity: .warning, help: "put `[^\(name)]` where the text refers to it, or delete the footnote"))
            }
        }
        return findings
    }
}
