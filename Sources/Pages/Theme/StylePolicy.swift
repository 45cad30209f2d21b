import Diagnostics

/// Finds in a site's own style sheets what would spoil the one sheet that all of them become, and what the published policy
/// blocks.
struct StylePolicy {
    private let source: SourceFile
    private let css: [UInt8]
    private var problems: [Diagnostic] = []
    /// The files that it names, where it names them.
    private var files: [StyleFile] = []
    private var open: [Int] = []
    /// How many round brackets are open, and how many were at each `image-set(`, in which a plain text is an address.
    private var brackets = 0
    private var imageSets: [Int] = []
    private var index = 0

    /// What is wrong with a style sheet.
    static func problems(in source: SourceFile) -> [Diagnostic] {
        var policy = StylePolicy(source)
        policy.read()
        return policy.problems
    }

    /// The files of the site that a style sheet names.
    static func files(in source: SourceFile) -> [StyleFile] {
        var policy = StylePolicy(source)
        policy.read()
        return policy.files
    }

    private init(_ source: SourceFile) {
        self.source = source
        css = source.bytes
    }

    private mutating func read() {
        while index < css.count {
            let start = index
            index += 1
            switch css[start] {
            case UInt8(ascii: "/") where css[start...].starts(with: "/*".utf8): skipComment(start)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(start)
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): open.append(start)
            case UInt8(ascii: "}"):
                if open.popLast() == nil {
                    report("template/syntax", "this brace closes nothing", start..<start + 1, "delete it, or write the `{` that it closes")
                }
            case UInt8(ascii: "@") where startsWord("@import", at: start):
                report(
                    "template/blocked", "@import is blocked: all style sheets are joined into one", start..<start + 7,
                    "put the styles into a file in Templates/styles")
                // What it imports needs no message of its own.
                while index < css.count, css[index] != UInt8(ascii: ";"), css[index] != 10 { index += 1 }
            // What a namespace names is not loaded.
            case UInt8(ascii: "@") where startsWord("@namespace", at: start):
                while index < css.count, css[index] != UInt8(ascii: ";"), css[index] != 10 { index += 1 }
            case UInt8(ascii: "i"), UInt8(ascii: "I"):
                if startsWord("image-set(", at: start) { imageSets.append(brackets) }
            case UInt8(ascii: "("): brackets += 1
            case UInt8(ascii: ")"):
                brackets -= 1
                if imageSets.last == brackets { imageSets.removeLast() }
            case UInt8(ascii: "u"), UInt8(ascii: "U"):
                if startsWord("url(", at: start) { readAddress(start) }
            default: break
            }
        }
        if let open = open.last {
            report("template/syntax", "this brace is never closed", open..<open + 1, "close it with `}`")
        }
    }

    private mutating func skipComment(_ start: Int) {
        guard let end = css[(start + 2)...].firstRange(of: Array("*/".utf8)) else {
            index = css.count
            return report("template/syntax", "this comment is never closed", start..<start + 2, "close it with `*/`")
        }
        index = end.upperBound
    }

    private mutating func skipString(_ start: Int) {
        while index < css.count, css[index] != css[start] {
            if css[index] == UInt8(ascii: "\\") { index += 1 }
            if index < css.count, css[index] == 10, css[index - 1] != UInt8(ascii: "\\") { break }
            index += 1
        }
        guard index < css.count, css[index] == css[start] else {
            return report("template/syntax", "the quote that opens here is never closed", start..<start + 1, "add the closing quote")
        }
        if !imageSets.isEmpty, start < 4 || !startsWord("url(", at: start - 4) {
            judge(String(decoding: css[start + 1..<index], as: UTF8.self), from: start)
        }
        index += 1
    }

    /// `url(https://…)` and its like.
    private mutating func readAddress(_ start: Int) {
        index = start + 4
        let rest = css[index...].prefix(4_096).drop { $0 == 32 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let address = String(decoding: rest.prefix { !")\"' \n".utf8.contains($0) }, as: UTF8.self)
        judge(address, from: start)
        brackets += 1
        // An address without quotes may hold any sign, and a comment begins in none.
        if rest.startIndex == index { index += address.utf8.count }
    }

    private mutating func judge(_ address: String, from start: Int) {
        let small = address.lowercased()
        let place = start..<min(css.count, start + 4 + address.utf8.count)
        if small.hasPrefix("http:") || small.hasPrefix("https:") || small.hasPrefix("//") {
            report(
                "template/blocked", "files from other sites are not loaded: \(address)", place,
                "put the file into Content, and refer to it there")
        } else if small.hasPrefix("data:"), !small.hasPrefix("data:image/") {
            report(
                "template/blocked", "only pictures can be embedded in the style sheet", place,
                "put the file into Content, and refer to it there")
        } else if !small.hasPrefix("data:"), !address.isEmpty, !address.hasPrefix("#") {
            files.append(StyleFile(address: address, place: SourceRange(source, place)))
        }
    }

    private func startsWord(_ word: String, at start: Int) -> Bool {
        let end = start + word.utf8.count
        guard end <= css.count else { return false }
        return zip(css[start..<end], word.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }

    private mutating func report(_ rule: RuleID, _ message: String, _ place: Range<Int>, _ help: String) {
        problems.append(Diagnostic(rule, message, at: SourceRange(source, place), help: help))
    }
}
