package import Diagnostics
import CYAML

/// Reads a run of a file as one YAML document.
///
/// What libyaml accepts and we refuse, because it hides mistakes or lets a small file grow without bound: anchors,
/// aliases, tags, merge keys, keys that appear twice, keys that are not text, a second document. The first syntax
/// error ends the reading, as nothing after it can be trusted; the other faults are all reported.
///
/// - Returns: the root, or nil for an empty document or after a syntax error.
package func parse(_ range: SourceRange) -> Checked<Node?> {
    var reader = EventReader(range)
    var builder = TreeBuilder(file: range.file)
    while builder.isOpen {
        switch reader.next() {
        case .event(let event): builder.take(event)
        case .problem(let diagnostic):
            builder.fail(diagnostic)
        }
    }
    return Checked(builder.root, builder.diagnostics)
}

/// Reads a whole file as one YAML document, which must not be empty.
///
/// - Parameter remedy: what to write into an empty file.
package func parse(_ file: SourceFile, ifEmpty remedy: String) -> Checked<Node?> {
    var parsed = parse(file.whole)
    if parsed.value == nil, parsed.diagnostics.isEmpty {
        parsed.diagnostics.append(.emptyFile(file, rule: "yaml/empty", help: remedy))
    }
    return parsed
}

/// What libyaml saw, copied out of C.
struct Event {
    enum Kind {
        case scalar(Scalar)
        case sequenceStart
        case mappingStart
        case collectionEnd
        case documentStart
        case documentEnd
        case streamStart
        case streamEnd
        case alias(String)
    }

    var kind: Kind
    var anchor: String?
    var tag: String?
    var range: SourceRange
}

/// Owns a libyaml parser over a run of a file and hands out its events. All calls to C are here.
@safe struct EventReader: ~Copyable {
    enum Step {
        case event(Event)
        case problem(Diagnostic)
    }

    private let file: SourceFile
    private let base: Int
    /// The parser is large and keeps addresses of itself, so it must not move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The text is read while the parser lives: libyaml does not copy its input.
    private let input: UnsafeMutableBufferPointer<UInt8>
    private var cursor: Cursor
    /// The last text, if it is in quotes and goes over several lines: where a quote is missing, the next one closes it.
    private var longQuote: SourceRange?

    init(_ range: SourceRange) {
        file = range.file
        base = range.bytes.lowerBound
        cursor = Cursor(file: range.file, base: range.bytes.lowerBound, end: range.bytes.upperBound)
        unsafe input = .allocate(capacity: range.bytes.count)
        _ = unsafe input.initialize(from: range.file.bytes[range.bytes])
        unsafe parser = .allocate(capacity: 1)
        _ = unsafe yaml_parser_initialize(parser)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    mutating func next() -> Step {
        var raw = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &raw) == 1 else { return .problem(problem()) }
        defer { unsafe yaml_event_delete(&raw) }
        let lower = unsafe cursor.offset(line: raw.start_mark.line, column: raw.start_mark.column)
        let upper = unsafe cursor.offset(line: raw.end_mark.line, column: raw.end_mark.column)
        var event = Event(kind: .streamEnd, range: SourceRange(file, lower..<max(lower, upper)))
        switch unsafe raw.type {
        case YAML_STREAM_START_EVENT: event.kind = .streamStart
        case YAML_DOCUMENT_START_EVENT: event.kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: event.kind = .documentEnd
        case YAML_ALIAS_EVENT: event.kind = unsafe .alias(Self.text(raw.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = unsafe Self.scalar(raw.data.scalar)
            event.kind = .scalar(scalar)
            let isLong = [.singleQuoted, .doubleQuoted].contains(scalar.style) && file.bytes[event.range.bytes].contains(10)
            longQuote = isLong ? event.range : nil
            event.anchor = unsafe Self.text(raw.data.scalar.anchor)
            event.tag = unsafe Self.text(raw.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
            event.kind = .sequenceStart
            event.anchor = unsafe Self.text(raw.data.sequence_start.anchor)
            event.tag = unsafe Self.text(raw.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT:
            event.kind = .mappingStart
            event.anchor = unsafe Self.text(raw.data.mapping_start.anchor)
            event.tag = unsafe Self.text(raw.data.mapping_start.tag)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: event.kind = .collectionEnd
        default: event.kind = .streamEnd
        }
        return .event(event)
    }

    private static func scalar(_ raw: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) -> Scalar {
        let bytes = unsafe UnsafeBufferPointer(start: raw.value, count: raw.length)
        let style: Scalar.Style =
            switch unsafe raw.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
        return unsafe Scalar(text: String(decoding: bytes, as: UTF8.self), style: style)
    }

    private static func text(_ raw: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let raw = unsafe raw else { return nil }
        return unsafe String(cString: raw)
    }

    /// Words libyaml's complaint for people.
    private mutating func problem() -> Diagnostic {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "this is not YAML"
        let mark = unsafe parser.pointee.problem_mark
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
        let contextMark = unsafe parser.pointee.context_mark
        // What libyaml cannot read as characters it places by bytes alone.
        let offset =
            unsafe parser.pointee.error == YAML_READER_ERROR
            ? base + parser.pointee.problem_offset : cursor.offset(line: mark.line, column: mark.column)
        let contextOffset = context == nil ? nil : cursor.offset(line: contextMark.line, column: contextMark.column)
        return syntaxProblem(
            problem, context: context, file: file, at: offset, contextAt: contextOffset, behind: longQuote)
    }
}

/// Turns libyaml's lines and columns (from 0, in characters) into bytes, going forward only.
private struct Cursor {
    let file: SourceFile
    let end: Int
    /// Where each line seen so far starts.
    private var lineStarts: [Int]
    /// The place found last, from which the next one on its line is counted: a line may be long and hold thousands.
    private var last = (line: 0, column: 0, offset: 0)

    init(file: SourceFile, base: Int, end: Int) {
        self.file = file
        self.end = end
        lineStarts = [base]
        last.offset = base
    }

    mutating func offset(line: Int, column: Int) -> Int {
        while lineStarts.count <= line {
            let from = lineStarts[lineStarts.count - 1]
            guard let newline = file.bytes[from..<end].firstIndex(of: 10) else { return end }
            lineStarts.append(newline + 1)
        }
        let known = last.line == line && last.column <= column
        var index = known ? last.offset : lineStarts[line]
        var remaining = known ? column - last.column : column
        while remaining > 0, index < end {
            index += 1
            while index < end, UTF8.isContinuation(file.bytes[index]) { index += 1 }
            remaining -= 1
        }
        last = (line, column - remaining, index)
        return index
    }
}
