internal import Diagnostics

/// What a tree says about itself: its headings, links, values and embeds, and what is wrong with them.
struct Outline {
    private(set) var tree: Tree
    private(set) var findings: [Finding]
    private(set) var headings: [Heading] = []
    private(set) var links: [Link] = []
    private(set) var values: [ValueReference] = []
    private(set) var embeds: [Embed] = []
    private var ids: HeadingIDs
    private let explicitIDs: [Int: String]
    private let topHeading: Int?
    private let allowsBreaks: Bool
    /// Where the heading ends that was found last.
    private var headingEnd = 0
    /// The names of the HTML elements found so far.
    private var elements: Set<String> = []
    /// How many tables and callouts have this name.
    private var named: [ArraySlice<UInt8>: Int32] = [:]

    /// - Parameter hasBraces: whether there may be values in the text.
    init(
        tree: consuming Tree, findings: [Finding], explicitIDs: [Int: String] = [:], hasBraces: Bool = false, options: Markdown.Options
    ) {
        let footnoteIDs = tree.footnoteIDs(prefix: options.footnotePrefix)
        self.tree = tree
        self.findings = findings
        self.explicitIDs = explicitIDs
        topHeading = options.topHeading
        allowsBreaks = options.allowsBreaks
        ids = HeadingIDs(
            prefix: options.idPrefix, taken: explicitIDs.values,
            reserved: options.reservedIDs.union(footnoteIDs))
        // First of all, as headings, links and tables are named by their words.
        if hasBraces { for index in self.tree.nodes.indices { fill(index, options.values) } }
        for index in self.tree.nodes.indices { add(index) }
        self.findings += ids.findings
        self.findings += HeadingRule.findings(headings, top: topHeading)
        // Kept as long as the site: room for more would be room for thousands of pages.
        self.tree.nodes.fit()
        headings.fit()
        links.fit()
    }

    private mutating func add(_ index: Int) {
        let node = tree.nodes[index]
        switch node.kind {
        case .heading: addHeading(node, index)
        case .link, .image: addLink(node, index)
        case .value:
            values.append(ValueReference(name: Braces.name(tree[node.text]), isOpen: node.title.isEmpty, node: index))
        case .embed:
            tree.nodes[index].number = Int32(embeds.count)
            let words = tree[node.text].dropFirst(2).dropLast(2).split(whereSeparator: \.isSpace)
            embeds.append(
                Embed(words: words.map { String(decoding: $0, as: UTF8.self) }, index: embeds.count, node: index))
        case .table: number(index, named: words(of: index + 1))
        // A byte that no text begins with keeps callouts and tables apart.
        case .callout:
            let hasTitle = Int(node.end) > index + 1 && tree.nodes[index + 1].kind == .calloutTitle
            number(index, named: [0, node.level] + (hasTitle ? words(of: index + 1) : []))
        case .htmlInline, .htmlBlock: addHTML(node, index)
        default: break
        }
    }

    /// Fills in a value, or those in the title of a link.
    private mutating func fill(_ index: Int, _ values: ValueLookup) {
        let node = tree.nodes[index]
        switch node.kind {
        case .value:
            switch values(Braces.name(tree[node.text])) {
            case .wording(let text, let atStart):
                tree.nodes[index].title = tree.store((isFirst(index) ? atStart : text).utf8)
            case .problem(let message, let help, let suggestion):
                findings.append(Finding("value/unknown", message, node: index, help: help, suggestion: suggestion))
            case .open: break
            }
        case .link, .image:
            let title = tree.string(node.title)
            guard ValueMarks.mayBe(in: title) else { return }
            let filled = ValueMarks.filled(title, values)
            tree.nodes[index].title = tree.store(filled.text.utf8)
            findings += filled.problems.map { Finding(RuleID($0.rule), $0.message, node: index, help: $0.help, suggestion: $0.suggestion) }
        default: break
        }
    }

    /// Whether an inline begins its block, perhaps inside a link or what is emphasized.
    private func isFirst(_ index: Int) -> Bool {
        let before = tree.nodes[..<index].last { ![.link, .emphasis, .strong, .strikethrough].contains($0.kind) }
        return before.map { !$0.kind.isInline } ?? true
    }

    private mutating func addHTML(_ node: TreeNode, _ index: Int) {
        if RawHTML.isComment(tree[node.text]) {
            tree.nodes[index].flags.insert(.dropped)
            if let finding = RawHTML.lostText(tree[node.text], node: index) { findings.append(finding) }
        } else if allowsBreaks, LineBreakTag.matches(tree[node.text]) {
            tree.nodes[index] = LineBreakTag.node(node)
        } else if let finding = RawHTML.finding(tree[node.text], node: index, isInHeading: index < headingEnd, reported: &elements) {
            findings.append(finding)
        }
    }

    /// Counts what has one name for those who do not see it, tables with one head and callouts of one kind: no two may have
    /// the same.
    private mutating func number(_ index: Int, named name: ArraySlice<UInt8>) {
        named[name, default: 0] += 1
        tree.nodes[index].number = named[name] ?? 1
    }

    private mutating func addHeading(_ node: TreeNode, _ index: Int) {
        headingEnd = Int(node.end)
        let text = words(of: index)
        let id = ids.id(explicitIDs[index], text, node: index)
        tree.nodes[index].number = Int32(headings.count)
        headings.append(
            Heading(
                level: Int(node.level), id: id, text: String(decoding: text, as: UTF8.self), index: headings.count,
                line: Int(node.line), node: index))
    }

    private mutating func addLink(_ node: TreeNode, _ index: Int) {
        let text = words(of: index)
        tree.nodes[index].number = Int32(links.count)
        let link = Link(
            destination: tree.string(node.text), title: tree.string(node.title),
            text: String(decoding: text, as: UTF8.self), isImage: node.kind == .image,
            isAutolink: !node.flags.isDisjoint(with: [.autolink, .bare]), index: links.count, node: index)
        links.append(link)
        if let finding = LinkTextRule.finding(link, in: tree) { findings.append(finding) }
    }

    private func words(of index: Int) -> ArraySlice<UInt8> {
        // Nearly every heading and link is one text: its bytes are there already.
        let node = tree.nodes[index]
        if Int(node.end) == index + 2, tree.nodes[index + 1].kind == .text { return tree[tree.nodes[index + 1].text] }
        var plain = PlainText(tree: tree, resolution: .asWritten)
        return plain.line(of: index..<Int(node.end))
    }
}

extension Array {
    /// Gives back room for more elements, if there is much of it.
    fileprivate mutating func fit() {
        guard capacity > count + count / 8 else { return }
        var exact: [Element] = []
        exact.reserveCapacity(count)
        exact.append(contentsOf: self)
        self = exact
    }
}
