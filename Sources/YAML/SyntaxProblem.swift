import Diagnostics

/// Says in an editor's words what libyaml could not read, and what to do.
///
/// - Parameters:
///   - problem: libyaml's own words.
///   - context: what it was reading, in its own words.
///   - offset: the byte it stopped at.
///   - contextOffset: the byte at which what it was reading starts.
///   - longQuote: the last text, if it is in quotes and goes over several lines.
func syntaxProblem(
    _ problem: String, context: String?, file: SourceFile, at offset: Int, contextAt contextOffset: Int?,
    behind longQuote: SourceRange?
) -> Diagnostic {
    let failure = ParserFailure(file: file, offset: offset, contextOffset: contextOffset)
    if let longQuote, problem.contains("did not find expected key"), failure.isInLine(of: longQuote.bytes.upperBound) {
        let start = longQuote.bytes.lowerBound
        return Diagnostic(
            "yaml/syntax", "the quote that opens here is closed only on line \(longQuote.end.line)",
            at: SourceRange(file, start..<start + 1), help: "add the closing quote where the text ends")
    }
    for known in knownProblems where problem.contains(known.words) && (known.applies?(failure) ?? true) {
        let at = known.atContext ? contextOffset ?? offset : offset
        return Diagnostic(
            "yaml/syntax", known.message, at: failure.range(at), notes: failure.notes(known), help: known.help)
    }
    let notes = context.map { ["the YAML parser says: \(problem), \($0)"] } ?? ["the YAML parser says: \(problem)"]
    return Diagnostic(
        "yaml/syntax", "this is not valid YAML", at: failure.range(offset), notes: notes,
        help: "check the indentation and the colons here and in the line above; put quotes around text with special characters"
    )
}

private struct ParserFailure {
    let file: SourceFile
    let offset: Int
    let contextOffset: Int?

    var byte: UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }

    /// The line in which the problem is, up to it.
    var before: ArraySlice<UInt8> {
        let end = min(offset, file.bytes.count)
        return file.bytes[(file.bytes[..<end].lastIndex(of: 10).map { $0 + 1 } ?? 0)..<end]
    }

    /// Whether nothing but the rest of a line is between a byte and the problem.
    func isInLine(of byte: Int) -> Bool {
        byte <= offset && !file.bytes[byte..<min(offset, file.bytes.count)].contains(10)
    }

    var isFirstInLine: Bool { before.allSatisfy { $0 == UInt8(ascii: " ") } }

    func range(_ offset: Int) -> SourceRange {
        let end = file.bytes[min(offset, file.bytes.count)...].firstIndex(of: 10) ?? file.bytes.count
        return SourceRange(file, offset..<max(offset, min(end, offset + 1)))
    }

    func notes(_ problem: KnownProblem) -> [String] {
        guard problem.namesContext, let contextOffset else { return [] }
        return ["it opens on line \(file.position(of: contextOffset).line)"]
    }
}

private struct KnownProblem: Sendable {
    let words: String
    var applies: (@Sendable (ParserFailure) -> Bool)?
    /// The fault lies where the construct starts, not where reading stopped.
    var atContext = false
    /// A note says where the construct starts.
    var namesContext = false
    let message: String
    let help: String
}

/// From the slips that editors make, each with the words of libyaml 0.2.5; the first that fits is taken.
private let knownProblems: [KnownProblem] = [
    KnownProblem(
        words: "", applies: { $0.byte == UInt8(ascii: "\t") },
        message: "this is a tab, and YAML allows only spaces here", help: "replace the tab with spaces"),
    KnownProblem(
        words: "", applies: { $0.before.firstRange(of: Array("\u{FEFF}".utf8)) != nil },
        message: "this line contains an invisible character, a byte order mark", help: "delete the line and type it again"),
    KnownProblem(
        words: "mapping values are not allowed", applies: { $0.before.count > 1024 },
        message: "a key is longer than 1,024 characters", help: "shorten it; a long text belongs after the colon"),
    KnownProblem(
        words: "mapping values are not allowed", applies: { $0.before.firstRange(of: Array(": ".utf8)) != nil },
        message: "this line has a second colon",
        help: "put quotes around a text that contains a colon: \"like: this\""),
    KnownProblem(
        words: "mapping values are not allowed",
        message: "this line is indented wrongly, or the line above has no colon",
        help: "line it up with the field above; put quotes around a text that contains a colon: \"like: this\""),
    KnownProblem(
        words: "cannot start any token", message: "text cannot start with this character",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "mapping keys are not allowed", message: "text cannot start with this character",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "found unexpected end of stream", atContext: true, message: "the quote that opens here is never closed",
        help: "add the closing quote"),
    KnownProblem(
        words: "found unexpected document indicator", atContext: true,
        message: "the quote that opens here is not closed before the next line of `---` or `...`",
        help: "add the closing quote, or indent the line"),
    KnownProblem(
        words: "found unknown escape character",
        message: "a backslash inside double quotes starts an escape, and this one is unknown",
        help: "use single quotes, or write the backslash twice"),
    KnownProblem(
        words: "did not find expected hexdecimal number",
        message: "a backslash inside double quotes starts an escape, and this one is not complete",
        help: "use single quotes, or write the backslash twice"),
    KnownProblem(
        words: "found invalid Unicode character escape code", message: "there is no character with this number",
        help: "write the character itself"),
    KnownProblem(
        words: "could not find expected ':'",
        applies: { failure in
            guard let start = failure.contextOffset, start + 1 < failure.file.bytes.count else { return false }
            return failure.file.bytes[start] == UInt8(ascii: "-") && failure.file.bytes[start + 1] != UInt8(ascii: " ")
        }, atContext: true, message: "a space is missing after the hyphen",
        help: "write each entry of a list as `- text`"),
    KnownProblem(
        words: "could not find expected ':'", atContext: true, message: "this line has no key with a colon and a space",
        help: "write `key: text`; to continue the text of the line above, indent this one"),
    KnownProblem(
        words: "did not find expected key", applies: { !$0.isFirstInLine },
        message: "the field's value already ended before this",
        help:
            "put the whole text in quotes; write an apostrophe inside single quotes twice, a quote inside double quotes as \\\""
    ),
    KnownProblem(
        words: "did not find expected key", applies: { $0.byte == UInt8(ascii: "-") },
        message: "this entry is not part of a list",
        help: "line it up with the other entries; a list goes below a key that has no text of its own"),
    KnownProblem(
        words: "did not find expected key", applies: { $0.byte == UInt8(ascii: ":") },
        message: "a key is missing before this colon", help: "name the field"),
    KnownProblem(
        words: "did not find expected key", message: "this line does not fit into the map around it",
        help: "line it up with the fields above"),
    KnownProblem(
        words: "did not find expected '-' indicator", message: "this line does not fit into the list around it",
        help: "start each entry with `- `, all in the same column"),
    KnownProblem(
        words: "did not find expected ',' or", namesContext: true, message: "a comma or the closing bracket is missing",
        help: "close the bracket; put quotes around a text with brackets, braces or commas in it"),
    KnownProblem(
        words: "did not find expected node content", message: "a value is missing here",
        help: "delete the extra comma or bracket, or put quotes around the text"),
    KnownProblem(
        words: "block sequence entries are not allowed", message: "a list cannot start on the line of its key",
        help:
            "start the list on the next line, indented by two spaces; put quotes around a text that starts with a hyphen"
    ),
    KnownProblem(
        words: "found undefined tag handle", message: "`!` starts a tag, which is not allowed",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "did not find expected tag URI", message: "`!` starts a tag, which is not allowed",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "did not find expected whitespace or line break", message: "`!` starts a tag, which is not allowed",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "undefined alias", message: "`*` repeats another part of the file, which is not allowed",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "did not find expected alphabetic or numeric character", message: "text cannot start with `*` or `&`",
        help: "put quotes around the whole text"),
    KnownProblem(
        words: "",
        applies: { $0.before.first == UInt8(ascii: "%") || $0.before.isEmpty && $0.byte == UInt8(ascii: "%") },
        message: "lines that start with `%` are not needed", help: "delete the line"),
    KnownProblem(
        words: "did not find expected <document start>", message: "this comes after the end of the document",
        help: "delete it, or the extra `...` or bracket before it"),
    KnownProblem(
        words: "found an indentation indicator equal to 0", message: "the number after `|` or `>` cannot be 0",
        help: "delete it"),
    KnownProblem(
        words: "did not find expected comment or line break", message: "no text can follow `|` or `>` on the same line",
        help: "start the text on the next line, indented by two spaces"),
    KnownProblem(
        words: "control characters are not allowed", message: "there is an invisible control character here",
        help: "delete it"),
]
