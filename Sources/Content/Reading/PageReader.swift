import CommonMark
package import Diagnostics
import Forms
import YAML

/// Reads one page: its front matter and its Markdown.
func readPage(_ source: SourceFile, path: PagePath, values: ValueTable) -> Checked<Page> {
    var findings = Findings(values: values)
    let parts = splitFrontMatter(source, &findings)
    let body = trimmedTitle(source, from: parts.body, &findings)
    let markdown = Markdown.parse(
        SourceText(SourceRange(source, body.text..<source.bytes.count)),
        options: Markdown.Options(reservedIDs: PageIDs.ofPages, values: findings.lookup))
    // Front matter in the wrong place has a message already, and what it looks like as text needs none.
    findings.add(markdown.diagnostics.filter { !parts.isFaulty || $0.rule != "markdown/as-typed" })
    let frontMatter = readFrontMatter(source, parts, heading: body.heading, &findings)
    if frontMatter.layout != .home, let example = frontMatter.examples.first {
        findings.add(
            Diagnostic(
                "yaml/unknown-field", "only a page with `layout: home` shows examples of searches", at: example.range,
                help: "remove `examples`, or set `layout: home`"))
    }
    return Checked(
        Page(
            path: path, source: source, frontMatter: frontMatter, body: markdown.value,
            isWhole: parts.hasEnd && (!markdown.value.isEmpty || markdown.diagnostics.isEmpty)), findings.diagnostics)
}

/// The merge conflicts in a page's file, as far as they are not shown as an example, in code.
func conflicts(in source: SourceFile) -> [Diagnostic] {
    let problems = ConflictMarks.problems(in: source)
    guard !problems.isEmpty else { return [] }
    var findings = Findings(values: .pending)
    let start = splitFrontMatter(source, &findings).body
    let text = Markdown.parse(SourceText(SourceRange(source, start..<source.bytes.count))).value
    return ConflictMarks.problems(in: source, code: text.codeBlocks.map(\.bytes))
}

/// The byte ranges of a page's parts.
private struct PageParts {
    /// Between the lines `---`; nil when the page starts with its text.
    var frontMatter: Range<Int>?
    /// Where the text starts.
    var body: Int
    /// Whether something is there that was meant to be front matter, so that a title is not missed.
    var isFaulty = false
    /// Whether the text begins somewhere.
    var hasEnd = true
}

/// Where a page's front matter is, without the lines `---` around it; nil for a page without any.
package func frontMatterRange(of source: SourceFile) -> Range<Int>? {
    var findings = Findings(values: .pending)
    return splitFrontMatter(source, &findings).frontMatter
}

private func splitFrontMatter(_ source: SourceFile, _ findings: inout Findings) -> PageParts {
    let bytes = source.bytes
    guard isFence(lineAt(0, bytes)) else {
        return PageParts(frontMatter: nil, body: 0, isFaulty: reportMisplacedFence(source, &findings))
    }
    let start = min(bytes.count, lineAt(0, bytes).upperBound + 1)
    var lineStart = start
    while lineStart < bytes.count {
        let line = lineAt(lineStart, bytes)
        if isFence(line) {
            return PageParts(frontMatter: start..<lineStart, body: min(bytes.count, line.upperBound + 1))
        }
        lineStart = line.upperBound + 1
    }
    findings.add(
        Diagnostic(
            "page/front-matter", "the front matter that starts here is never closed", at: SourceRange(source, line: 1),
            help: "add a line `---` after its last field"))
    return PageParts(frontMatter: nil, body: bytes.count, isFaulty: true, hasEnd: false)

    func isFence(_ line: Range<Int>) -> Bool {
        let text = bytes[line]
        return text.starts(with: "---".utf8) && text.dropFirst(3).allSatisfy { $0 == 32 || $0 == 9 }
    }
}

/// The bytes of the line that starts at an offset, without its end.
private func lineAt(_ offset: Int, _ bytes: [UInt8]) -> Range<Int> {
    offset..<(bytes[offset...].firstIndex(of: 10) ?? bytes.count)
}

/// Front matter that would be printed as text: indented, after a blank line, or in another tool's form.
///
/// - Returns: whether there is some.
private func reportMisplacedFence(_ source: SourceFile, _ findings: inout Findings) -> Bool {
    let bytes = source.bytes
    guard let first = bytes.firstIndex(where: { $0 != 10 && $0 != 32 && $0 != 9 }) else { return false }
    let text = bytes[lineAt(first, bytes)]
    let range = SourceRange(source, line: source.position(of: first).line)
    if text.elementsEqual("---".utf8), first > 0 {
        findings.add(
            Diagnostic(
                "page/front-matter", "front matter must start on the first line, without spaces before it", at: range,
                help: "move `---` to the start of the file"))
        return true
    }
    if text.elementsEqual("+++".utf8) || (text.elementsEqual("{".utf8) && first == 0) {
        findings.add(
            Diagnostic(
                "page/front-matter", "front matter is written in YAML", at: range,
                help: "start it with a line `---`, add `title: …`, and end it with a line `---`"))
        return true
    }
    return false
}

/// A first heading of level 1 (`# Title`) is the page's title and no part of the text.
private func trimmedTitle(_ source: SourceFile, from start: Int, _ findings: inout Findings) -> (heading: Text?, text: Int) {
    let bytes = source.bytes
    guard let first = bytes[start...].firstIndex(where: { $0 != 10 }) else { return (nil, start) }
    let line = lineAt(first, bytes)
    guard bytes[line].starts(with: "# ".utf8) else { return (nil, start) }
    let parsed = Markdown.parse(
        SourceText(SourceRange(source, line)), options: Markdown.Options(topHeading: nil, values: findings.lookup))
    guard let heading = parsed.value.headings.first, !heading.text.isEmpty else { return (nil, start) }
    let ofTitle: [RuleID] = ["value/unknown", "markdown/bad-value", "markdown/as-typed", "markdown/raw-html"]
    findings.add(parsed.diagnostics.filter { ofTitle.contains($0.rule) })
    return (Text(heading.text, at: SourceRange(source, line)), min(bytes.count, line.upperBound + 1))
}

private func readFrontMatter(
    _ source: SourceFile, _ parts: PageParts, heading: Text?, _ findings: inout Findings
) -> FrontMatter {
    let top = SourceRange(source, line: 1)
    if let range = parts.frontMatter {
        let parsed = parse(SourceRange(source, range))
        findings.add(parsed.diagnostics)
        if let node = parsed.value {
            if let read = FrontMatter.read(node, heading: heading, &findings) { return read }
            return .titled(heading ?? Text("", at: top))
        }
        if !parsed.diagnostics.isEmpty { return .titled(heading ?? Text("", at: top)) }
    }
    if heading == nil, !parts.isFaulty {
        findings.add(
            Diagnostic(
                "page/no-title", "the page has no title", at: top,
                help: parts.frontMatter == nil
                    ? "start it with three lines: `---`, `title: …`, `---`" : "add `title: …` between the lines `---`"))
    }
    return .titled(heading ?? Text("", at: top))
}
