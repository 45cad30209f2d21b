import Diagnostics

/// `content/conflict`: the lines that Git leaves in a file where two versions of it disagree.
enum ConflictMarks {
    /// The messages about a file: one for each conflict, at its first line, and one for each mark that is left alone.
    ///
    /// - Parameters:
    ///   - code: lines that show such marks on purpose, where both ends of a conflict stand in one of the ranges.
    static func problems(in file: SourceFile, code: [Range<Int>] = []) -> [Diagnostic] {
        let form = Form(of: file.path)
        var problems: [Diagnostic] = []
        var open: Range<Int>?
        for (place, kind) in marks(in: file.bytes, isIndentable: form == .text) {
            switch kind {
            case .start:
                if let open { problems.append(problem(SourceRange(file, open))) }
                open = place
            case .end:
                if let start = open, code.contains(where: { $0.contains(start.lowerBound) && $0.contains(place.lowerBound) }) {
                    open = nil
                    continue
                }
                if open != nil || !isQuote(place, in: file.bytes) { problems.append(problem(SourceRange(file, open ?? place))) }
                open = nil
            case .middle:
                guard open == nil, form == .data || (form == .text && isAlone(place, in: file.bytes)) else { continue }
                if !code.contains(where: { $0.contains(place.lowerBound) }) { problems.append(problem(SourceRange(file, place))) }
            }
        }
        if let open { problems.append(problem(SourceRange(file, open))) }
        return problems
    }

    private enum Kind { case start, middle, end }

    /// What a file is, by its ending.
    private enum Form {
        /// Markdown: marks may have been indented, and `=======` underlines a heading below other text.
        case text
        /// Where a line of `=======` can be nothing else.
        case data
        /// Where it may be an ornament.
        case other

        init(of path: String) {
            self = path.hasSuffix(".md") ? .text : [".yaml", ".csv"].contains { path.hasSuffix($0) } ? .data : .other
        }
    }

    private static func problem(_ place: SourceRange) -> Diagnostic {
        Diagnostic(
            "content/conflict", "this line is the mark of a merge conflict in Git", at: place,
            help: "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>")
    }

    /// The lines that are marks, in order.
    private static func marks(in bytes: [UInt8], isIndentable: Bool) -> [(Range<Int>, Kind)] {
        var found: [(Range<Int>, Kind)] = []
        var start = 0
        while start < bytes.count {
            var index = start
            while isIndentable, index < bytes.count, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
            if let kind = kind(of: bytes, at: index) {
                let end = bytes[index...].firstIndex(of: 10) ?? bytes.count
                found.append((index..<end, kind))
            }
            while index < bytes.count, bytes[index] != 10 { index += 1 }
            start = index + 1
        }
        return found
    }

    /// Seven equal signs and a space or the end of the line.
    private static func kind(of bytes: [UInt8], at index: Int) -> Kind? {
        guard index + 7 <= bytes.count else { return nil }
        let sign = bytes[index]
        guard sign == UInt8(ascii: "<") || sign == UInt8(ascii: ">") || sign == UInt8(ascii: "=") else { return nil }
        guard bytes[index..<index + 7].allSatisfy({ $0 == sign }) else { return nil }
        let isLineEnd = index + 7 == bytes.count || bytes[index + 7] == 10
        switch sign {
        case UInt8(ascii: "="): return isLineEnd ? .middle : nil
        case UInt8(ascii: "<"): return isLineEnd || bytes[index + 7] == 32 ? .start : nil
        default: return isLineEnd || bytes[index + 7] == 32 ? .end : nil
        }
    }

    /// Whether the line above is empty, so that `=======` underlines no heading.
    private static func isAlone(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
        let above = bytes[..<place.lowerBound].dropLast()
        return above.isEmpty || above.last == 10
    }

    /// Whether a line of `>` stands among other lines of a quote.
    private static func isQuote(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
        let above = bytes[..<place.lowerBound].dropLast()
        let lineAbove = above[(above.lastIndex(of: 10).map { $0 + 1 } ?? 0)...]
        let below = place.upperBound + 1 < bytes.count ? bytes[place.upperBound + 1] : 0
        return lineAbove.first == UInt8(ascii: ">") || below == UInt8(ascii: ">")
    }
}
