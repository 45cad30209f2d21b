import Diagnostics

/// Says in an editor's words what libyaml could not read, and what to do.
///
/// - Parameters:
///   - problem: libyaml's own words.
///   - context: what it was reading, in its own words.
///   - base: where the document starts in the file.
///   - offset: the byte it stopped at.
///   - contextOffset: the byte at which what it was reading starts.
func syntaxProblem(
    _ problem: String, context: String?, file: SourceFile, base: Int, at offset: Int, contextAt contextOffset: Int?
) -> Diagnostic {
    let place = Place(file: file, base: base, offset: offset, contextOffset: contextOffset)
    for known in knownProblems where problem.contains(known.words) && (known.applies?(place) ?? true) {
        let at = known.atContext ? contextOffset ?? offset : offset
        return Diagnostic("yaml/syntax", known.message, at: place.range(at), help: known.help)
    }
    let notes = context.map { ["the YAML parser says: \(problem), \($0)"] } ?? ["the YAML parser says: \(problem)"]
    return Diagnostic(
        "yaml/syntax", "this is not valid YAML", at: place.range(offset), notes: notes,
        help: "check the indentation and the colons here and in the line above; put quotes around text with signs in it"
    )
}

private struct Place {
    let file: SourceFile
    let base: Int
    let offset: Int
    let contextOffset: Int?

    var byte: UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }

    func range(_ offset: Int) -> SourceRange {
        let end = file.bytes[min(offset, file.bytes.count)...].firstIndex(of: 10) ?? file.bytes.count
        return SourceRange(file, offset..<max(offset, min(end, offset + 1)))
    }

    /// The line in which the problem stands, as text.
    var line: String { String(decoding: file.line(file.position(of: offset).line), as: UTF8.self) }
}

private struct KnownProblem: Sendable {
    let words: String
    var applies: (@Sendable (Place) -> Bool)?
    /// The fault lies where the construct starts, not where reading stopped.
    var atContext = false
    let message: String
    let help: String
}

/// From the slips that editors make, each with the words of libyaml 0.2.5; the first that fits is taken.
private let knownProblems: [KnownProblem] = [
    KnownProblem(
        words: "",
        applies: { $0.line.hasPrefix("<<<<<<<") || $0.line.hasPrefix("=======") || $0.line.hasPrefix(">>>>>>>") },
        message: "this line is the mark of a merge conflict in Git",
        help: "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>"),
    KnownProblem(
        words: "", applies: { $0.byte == UInt8(ascii: "\t") },
        message: "a tab stands where YAML takes only spaces", help: "replace the tab by spaces"),
    KnownProblem(
        words: "mapping values are not allowed",
        message: "there is a second colon in this line, or the line is indented wrongly",
        help: "put quotes around a text that holds a colon: \"like: this\"; otherwise line it up with the field above"),
    KnownProblem(
        words: "cannot start any token", message: "text cannot start with this sign",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "found unexpected end of stream", atContext: true, message: "the quote that opens here is never closed",
        help: "add the closing quote"),
    KnownProblem(
        words: "found unknown escape character",
        message: "a backslash inside double quotes starts an escape, and this one is unknown",
        help: "use single quotes, or write the backslash twice"),
    KnownProblem(
        words: "could not find expected ':'", message: "a colon is missing after a key, here or in the lines above",
        help: "write `key: text` with a space after the colon; go on with a text by indenting its further lines"),
    KnownProblem(
        words: "did not find expected key", message: "this line does not fit the map it stands in",
        help:
            "line it up with the fields above; a text with a quote, an apostrophe or a comma in it needs quotes all around"
    ),
    KnownProblem(
        words: "did not find expected '-' indicator", message: "this line does not fit the list it stands in",
        help: "start each entry with `- `, all in the same column"),
    KnownProblem(
        words: "did not find expected ',' or", message: "a comma or the closing bracket is missing",
        help: "put quotes around a text with brackets, braces or commas in it"),
    KnownProblem(
        words: "did not find expected node content", message: "a value is missing here",
        help: "delete the extra comma, or write the value"),
    KnownProblem(
        words: "block sequence entries are not allowed", message: "a list cannot start on the line of its key",
        help: "start the list on the next line, indented by two spaces"),
    KnownProblem(
        words: "found undefined tag handle", message: "`!` starts a tag, which is not allowed",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "undefined alias", message: "`*` repeats another part of the file, which is not allowed",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "did not find expected alphabetic or numeric character", message: "text cannot start with `*` or `&`",
        help: "put quotes around the whole text"),
]
