package import Diagnostics

extension Markdown {
    /// Reads a text. Every mistake is a diagnostic, and the value leaves out or prints as text what was mistaken.
    package static func parse(_ source: SourceText, options: Options = Options()) -> Checked<Markdown> {
        let bytes = source.bytes
        if let refusal = Limits.refusal(of: bytes, source) {
            var builder = TreeBuilder()
            builder.add(TreeNode(kind: .document))
            let nothing = Outline(tree: builder.tree, findings: [], options: options)
            return Checked(Markdown(source, nothing, options), [refusal])
        }
        let features = Features(of: bytes)
        var text = RawText(bytes, features)
        var (tree, tooDeepLine) = text.parse()
        var findings: [Finding] = []
        if !features.isDisjoint(with: .rewriting) {
            let rewritten = Rewriter.rewrite(tree, text)
            (tree, findings) = (rewritten.tree, rewritten.findings)
        }
        let explicitIDs = features.contains(.headingID) ? HeadingID.take(from: &tree, &findings) : [:]
        if text.isMasked { EscapeMask.remove(from: &tree) }
        findings += SecondFrontMatter.findings(in: tree)
        if features.contains(.fence) { findings += FenceRule.findings(in: tree, LineTable(bytes)) }
        // It is handed on: a second owner would make it copied at the first change.
        let outline = Outline(
            tree: consume tree, findings: findings, explicitIDs: explicitIDs, hasBraces: features.contains(.braces), options: options)
        var diagnostics = outline.findings.located(in: outline.tree, source)
        if let line = tooDeepLine {
            let place = LineTable(bytes)[text.originalLine(line)]
            diagnostics.append(Limits.tooDeep(at: source.range(of: place.startIndex..<place.endIndex)))
        }
        let markdown = Markdown(source, outline, options)
        return Checked(markdown, diagnostics + InvisibleEntities.problems(in: markdown, bytes))
    }

    private init(_ source: SourceText, _ outline: Outline, _ options: Options) {
        self.source = source
        tree = outline.tree
        headings = outline.headings
        links = outline.links
        values = outline.values
        embeds = outline.embeds
        footnotePrefix = options.footnotePrefix
    }
}
