package import Diagnostics

/// A Markdown text, understood: its tree, and what a site has to decide about it (links, values, embeds).
///
/// Complete when it exists, also for a text full of mistakes: the diagnostics that come with it say what was left out.
package struct Markdown: Sendable {
    /// How a text is read.
    package struct Options: Sendable {
        /// What is put before the id of every heading, so that several texts can be on one page.
        package var idPrefix: String
        /// The level of the first heading; a heading above it is an error, as is a level left out. Nil: any order.
        package var topHeading: Int?
        /// Ids that are around the text already: a heading whose words would give it one gets the next free id.
        package var reservedIDs: Set<String>
        /// What is put before the ids of footnotes, which are numbered in each text from 1.
        package var footnotePrefix: String
        /// What `{{ … }}` says, by what is between the braces. All are left open if nothing is given.
        package var values: ValueLookup
        /// Whether `<br>` breaks a line, because the text is on one.
        package var allowsBreaks: Bool

        /// By default, what a page has: headings from level 2 on, and no line breaks of its own.
        package init(
            idPrefix: String = "", topHeading: Int? = 2, reservedIDs: Set<String> = [], footnotePrefix: String? = nil,
            allowsBreaks: Bool = false, values: @escaping ValueLookup = { _ in .open }
        ) {
            self.idPrefix = idPrefix
            self.topHeading = topHeading
            self.reservedIDs = reservedIDs
            self.footnotePrefix = footnotePrefix ?? idPrefix
            self.values = values
            self.allowsBreaks = allowsBreaks
        }
    }

    /// In document order, at any depth.
    package let headings: [Heading]
    /// Links, autolinks and images in document order.
    package let links: [Link]
    /// The values that the text asks for, in document order, those that are filled in included.
    package let values: [ValueReference]
    /// The data files that the text puts somewhere, in document order.
    package let embeds: [Embed]

    /// The text parsed: only places in it are asked for.
    let source: SourceText
    /// The nodes, document first.
    let tree: Tree
    /// Where the nodes are, once somebody asks.
    let places = KnownPlaces()
    /// Prefixed to the ids of footnotes; those of headings have theirs already.
    let footnotePrefix: String

    /// The file in which the text is.
    package var file: SourceFile { source.file }

    /// Tells texts apart: the same for every copy of one, as long as one of them lives.
    package var identity: ObjectIdentifier { ObjectIdentifier(places) }

    /// The text as it is written.
    package var written: String { String(decoding: source.bytes, as: UTF8.self) }

    /// How long the text is as it is written.
    package var byteCount: Int { source.count }

    /// Whether the text is one paragraph and nothing else, so that it can stand in a line of other text.
    package var isSingleParagraph: Bool {
        tree.nodes.count > 1 && tree.nodes[1].kind == .paragraph && Int(tree.nodes[1].end) == tree.nodes.count
    }

    /// The ids of footnotes and of the references to them.
    package var footnoteIDs: [String] { tree.footnoteIDs(prefix: footnotePrefix) }

    /// Whether there is nothing to print.
    package var isEmpty: Bool { tree.nodes.count <= 1 }
}

extension Markdown {
    /// Where a link's destination is; for a reference link, where its label is.
    package func range(of link: Link) -> SourceRange { range(ofNode: link.node) }

    /// Where `{{ file.id }}` is, braces included.
    package func range(of value: ValueReference) -> SourceRange { range(ofNode: value.node) }

    /// Where `{{ kind name }}` is, braces included.
    package func range(of embed: Embed) -> SourceRange { range(ofNode: embed.node) }

    /// The line of a heading.
    package func range(of heading: Heading) -> SourceRange { range(ofNode: heading.node) }

    /// The lines of each block of code, in document order.
    package var codeBlocks: [SourceRange] {
        let lines = LineTable(source.bytes)
        return tree.nodes.filter { $0.kind == .codeBlock }.map { node in
            source.range(of: lines[Int(node.line)].startIndex..<lines[Int(max(node.line, node.lastLine))].endIndex)
        }
    }

    /// Where a node is in the text.
    func bytes(of node: Int) -> Range<Int> { places.bytes(of: node, in: tree, source) }

    private func range(ofNode node: Int) -> SourceRange {
        source.range(of: bytes(of: node))
    }
}
