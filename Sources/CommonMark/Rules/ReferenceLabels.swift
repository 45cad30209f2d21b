internal import Diagnostics

/// The labels that link definitions give a meaning to, for `[text][label]` whose brackets would be printed.
struct ReferenceLabels {
    private var known: Set<[UInt8]> = []
    private var names: [String] = []
    private let suggester = FileSuggester()

    /// None.
    init() {}

    /// Collects the labels of lines that look like definitions, whatever container they are in.
    init(in lines: LineTable) {
        for number in 1...max(1, lines.count) {
            let line = lines[number]
            let start = line.firstIndex { !$0.isBlank && !$0.isDigit && !">-*+.)".utf8.contains($0) } ?? line.endIndex
            guard start < line.endIndex, line[start] == UInt8(ascii: "["),
                let close = line.first(UInt8(ascii: "]"), UInt8(ascii: ":"), from: start)
            else { continue }
            let label = line[(start + 1)..<close]
            if known.insert(Self.key(label)).inserted { names.append(EscapeMask.string(label)) }
        }
    }

    /// What is wrong with `[text][label]` that libcmark left as text; nil if nothing is.
    ///
    /// - Parameters:
    ///   - reference: `[label]` or `[]`.
    ///   - after: the text before it, which ends with `]`.
    ///   - isFirst: whether that text begins its block, so that the first bracket has to be in it.
    mutating func finding(_ reference: ArraySlice<UInt8>, behind: ArraySlice<UInt8>, isFirst: Bool, node: Int) -> Finding? {
        let text = Self.bracketed(behind.dropLast())
        if text == nil && isFirst { return nil }
        let written = reference.dropFirst().dropLast().trimmed
        guard let label = written.isEmpty ? text?.trimmed : written, !label.isEmpty, label.first != UInt8(ascii: "^"),
            !known.contains(Self.key(label))
        else { return nil }
        let name = EscapeMask.string(label)
        let help = suggester.nearest(to: name, among: Array(names.prefix(200))).map { "did you mean [\($0)]?" }
        return Finding(
            "markdown/unknown-reference", "the label [\(name)] is not defined", node: node,
            help: help ?? "add a line `[\(name)]: address`; to show the bracket write `\\[`")
    }

    /// What follows the last bracket that is still open.
    private static func bracketed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var depth = 0
        for index in text.indices.suffix(999).reversed() {
            if text[index] == UInt8(ascii: "]") { depth += 1 }
            guard text[index] == UInt8(ascii: "[") else { continue }
            if depth == 0 { return text[(index + 1)...] }
            depth -= 1
        }
        return nil
    }

    /// Labels are compared without regard to case, and any run of white space is a space.
    private static func key(_ label: ArraySlice<UInt8>) -> [UInt8] {
        let words = label.split(whereSeparator: \.isSpace).joined(separator: [UInt8(ascii: " ")])
        return Array(String(decoding: Array(words), as: UTF8.self).lowercased().utf8)
    }
}
