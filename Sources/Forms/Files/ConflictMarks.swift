package import Diagnostics

/// `content/conflict`: the lines that Git leaves in a file where two versions of it disagree.
package enum ConflictMarks {
    /// The messages about a file: one for each conflict, at its first line, and one for each mark that is left alone.
    ///
    /// - Parameters:
    ///   - code: lines that show such marks on purpose, where both ends of a conflict are in one of the ranges.
    package static func problems(in file: SourceFile, code: [Range<Int>] = []) -> [Diagnostic] {
        let form = Form(of: file.path)
        var problems: [Diagnostic] = []
        var open: Range<Int>?
        func report(_ place: Range<Int>) { problems.append(problem(SourceRange(file, place))) }
        func isShown(_ place: Range<Int>) -> Bool { code.contains { $0.contains(place.lowerBound) } }
        for (place, kind) in marks(in: file.bytes, isInContainers: form == .text) {
            switch kind {
            case .start:
                if let open { report(open) }
                open = place
            case .end:
                if let start = open, code.contains(where: { $0.contains(start.lowerBound) && $0.contains(place.lowerBound) }) {
                    open = nil
                    continue
                }
                if open != nil || !isQuote(place, in: file.bytes) { report(open ?? place) }
                open = nil
            case .base:
                // Alone it may be a row of a table without words.
                let hasName = file.bytes[place].contains { $0 != UInt8(ascii: "|") && $0 != 32 }
                if open == nil, hasName, !isShown(place) { report(place) }
            case .middle:
                guard open == nil, form == .data || (form == .text && isAlone(place, in: file.bytes)) else { continue }
                if !isShown(place) { report(place) }
            }
        }
        if let open { report(open) }
        return problems
    }

    private enum Kind { case start, base, middle, end }

    /// What a file is, by its ending.
    private enum Form {
        /// Markdown: marks may have been indented, and `=======` underlines a heading below other text.
        case text
        /// Where a line of `=======` can be nothing else.
        case data
        /// Where it may be an ornament.
        case other

        init(of path: String) {
            let data = [".yaml", ".csv", ".mustache", ".svg", ".css", ".js"]
            self = path.hasSuffix(".md") ? .text : data.contains { path.hasSuffix($0) } ? .data : .other
        }
    }

    private static func problem(_ place: SourceRange) -> Diagnostic {
        Diagnostic(
            "content/conflict", "this line is a merge conflict marker of Git", at: place,
            help: "keep one version and delete the others, together with the lines that start with <<<<<<<, |||||||, ======= and >>>>>>>")
    }

    /// The lines that are marks, in order.
    ///
    /// - Parameter isInContainers: whether a mark may be in a quotation or an item of a list.
    private static func marks(in bytes: [UInt8], isInContainers: Bool) -> [(Range<Int>, Kind)] {
        var found: [(Range<Int>, Kind)] = []
        var start = 0
        while start < bytes.count {
            var index = start
            while isInContainers, kind(of: bytes, at: index) == nil, let inner = insideContainer(bytes, at: index) { index = inner }
            if let kind = kind(of: bytes, at: index) {
                let end = bytes[index...].firstIndex(of: 10) ?? bytes.count
                found.append((index..<end, kind))
            }
            while index < bytes.count, bytes[index] != 10 { index += 1 }
            start = index + 1
        }
        return found
    }

    /// What follows a space, or the mark of a quotation or an item; nil if none of them is at an index.
    private static func insideContainer(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        let next = index + 1 < bytes.count ? bytes[index + 1] : 10
        switch bytes[index] {
        case 32, 9: return index + 1
        // A deep quotation is no mark of its own: `>>>>>>>> text`.
        case UInt8(ascii: ">"): return bytes[index...].prefix(7).allSatisfy { $0 == UInt8(ascii: ">") } ? nil : index + 1
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return next == 32 ? index + 2 : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = bytes[index...].prefix(10).prefix { (48...57).contains($0) }
            let end = digits.endIndex
            guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"), bytes[end + 1] == 32
            else { return nil }
            return end + 2
        default: return nil
        }
    }

    /// Seven signs and a space or the end of the line; two or four more, where Git merged what it then merged again.
    private static func kind(of bytes: [UInt8], at index: Int) -> Kind? {
        guard index + 7 <= bytes.count else { return nil }
        let sign = bytes[index]
        guard "<|=>".utf8.contains(sign) else { return nil }
        let count = bytes[index...].prefix(12).prefix { $0 == sign }.count
        let end = index + count
        let isLineEnd = end == bytes.count || bytes[end] == 10
        guard count == 7 || (sign != UInt8(ascii: "=") && (count == 9 || count == 11)), isLineEnd || bytes[end] == 32 else { return nil }
        switch sign {
        case UInt8(ascii: "="): return isLineEnd ? .middle : nil
        case UInt8(ascii: "<"): return .start
        case UInt8(ascii: "|"):
            // Another pipe makes it a row of a table.
            return bytes[end...].prefix { $0 != 10 }.contains(UInt8(ascii: "|")) ? nil : .base
        default: return .end
        }
    }

    /// Whether the line above is empty but for the marks of quotations, so that `=======` underlines no heading.
    private static func isAlone(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
        let start = bytes[..<place.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let above = bytes[..<start].dropLast()
        let line = above[(above.lastIndex(of: 10).map { $0 + 1 } ?? 0)...]
        return line.allSatisfy { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }
    }

    /// Whether a line of `>` is among other lines of a quote.
    private static func isQuote(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
        let start = bytes[..<place.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let above = bytes[..<start].dropLast()
        let lineAbove = above[(above.lastIndex(of: 10).map { $0 + 1 } ?? 0)...]
        let below = place.upperBound + 1 < bytes.count ? bytes[place.upperBound + 1] : 0
        return lineAbove.first == UInt8(ascii: ">") || below == UInt8(ascii: ">")
    }
}
