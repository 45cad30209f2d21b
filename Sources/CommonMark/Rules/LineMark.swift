/// Marks at the start of a line that miss something, or that another tool would have understood.
enum LineMark {
    /// The mark at the start of a line of a paragraph; nil if it begins with none.
    ///
    /// - Parameters:
    ///   - text: the line from its start on, as far as it is plain text.
    ///   - isFirst: whether the line is the first of its paragraph.
    static func find(in text: ArraySlice<UInt8>, isFirst: Bool) -> ForeignMark? {
        guard let first = text.first else { return nil }
        switch first {
        case UInt8(ascii: "#"): return heading(text)
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return item(text)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return numbered(text)
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="): return admonition(text)
        case UInt8(ascii: ":"): return colons(text, isFirst: isFirst)
        case UInt8(ascii: "."): return directive(text)
        case UInt8(ascii: "["): return bracket(text)
        case UInt8(ascii: "%"): return comment(text)
        case 0xC2...: return bullet(text)
        default: return nil
        }
    }

    private static func range(_ text: ArraySlice<UInt8>, _ count: Int) -> Range<Int> { text.startIndex..<text.startIndex + count }

    /// How many bytes of white space other than a space or tab a text begins with.
    private static func oddSpace(_ text: ArraySlice<UInt8>) -> Int? {
        spaces.first { text.starts(with: $0) }?.count
    }

    /// No-break, narrow, wide and thin spaces.
    private static let spaces: [[UInt8]] = ["\u{A0}", "\u{2002}", "\u{2003}", "\u{2007}", "\u{2009}", "\u{202F}", "\u{3000}"].map {
        Array($0.utf8)
    }

    private static func oddSpaceMark(_ text: ArraySlice<UInt8>, _ mark: Int, _ space: Int) -> ForeignMark {
        let sign = String(decoding: text.prefix(mark), as: UTF8.self)
        return ForeignMark(
            range(text, mark + space), "the space after `\(sign)` is not a plain space, so this is ordinary text",
            help: "delete it and press the space bar: `\(sign) `")
    }

    private static func heading(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        let hashes = text.prefix { $0 == UInt8(ascii: "#") }.count
        let rest = text.dropFirst(hashes)
        if let space = oddSpace(rest), hashes < 7 { return oddSpaceMark(text, hashes, space) }
        let sign = String(repeating: "#", count: hashes)
        guard let next = rest.first else { return nil }
        if hashes > 6, next.isBlank {
            return ForeignMark(range(text, hashes), "headings have at most six `#`", help: "write `###### ` or fewer")
        }
        // `#1` is a number, and one word after a single sign a tag.
        let isMeant = hashes > 1 ? !next.isBlank && next != UInt8(ascii: "!") : next.isLetter && rest.contains(UInt8(ascii: " "))
        guard isMeant, hashes < 7 else { return nil }
        let word = rest.prefix { !$0.isSpace }
        let level = hashes == 1 ? "##" : sign
        return ForeignMark(
            range(text, hashes + word.count), "a space is missing after `\(sign)`, so this is not a heading",
            help: "write `\(level) \(String(decoding: word.prefix(40), as: UTF8.self))`, or `\\#` to show the character")
    }

    private static func item(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        let rest = text.dropFirst()
        if text.elementsEqual("+++".utf8) {
            return ForeignMark(
                range(text, 3), "front matter is not written between lines of `+++`",
                help: "write its fields as `name: value` between two `---` lines at the start of the file")
        }
        if let space = oddSpace(rest) { return oddSpaceMark(text, 1, space) }
        let sign = String(decoding: text.prefix(1), as: UTF8.self)
        if let box = Task.box(in: rest) {
            return ForeignMark(
                range(text, 1 + box), "a space is missing after `\(sign)`, so this is not a list item", help: "write `\(sign) [ ] `")
        }
        if text.first == UInt8(ascii: "*"), rest.first == UInt8(ascii: "["),
            let close = rest.prefix(100).first(UInt8(ascii: "]"), UInt8(ascii: ":"), from: rest.startIndex)
        {
            return ForeignMark(
                text.startIndex..<close + 2, "abbreviations are not explained with `*[`", help: "put the abbreviation into a glossary file")
        }
        return nil
    }

    private static func numbered(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        let digits = text.prefix(while: \.isDigit).count
        let rest = text.dropFirst(digits)
        guard digits < 10, let sign = rest.first, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"),
            let space = oddSpace(rest.dropFirst())
        else { return nil }
        return oddSpaceMark(text, digits + 1, space)
    }

    /// `!!! note`, `??? note`, `=== "Tab"`.
    private static func admonition(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        let sign = text.prefix { $0 == text.first }.count
        guard sign == 3 else { return nil }
        let rest = text.dropFirst(3).drop { $0 == UInt8(ascii: "+") }
        guard rest.first == UInt8(ascii: " ") else { return nil }
        let word = rest.dropFirst().prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
        if text.first == UInt8(ascii: "=") {
            guard rest.dropFirst().first == UInt8(ascii: "\"") else { return nil }
            return ForeignMark(
                range(text, 3), "tabs are not written with `===`", help: "write `layout: tabs` in the front matter, and headings with `##`")
        }
        guard !word.isEmpty else { return nil }
        return ForeignMark(
            text.startIndex..<word.endIndex, "callouts are not written with `\(String(decoding: text.prefix(3), as: UTF8.self))`",
            help: "write `> [!\(callout(word))]`, and the text on the lines below, each after `> `")
    }

    /// The mark of the callout that a word of another tool means.
    private static func callout(_ word: ArraySlice<UInt8>) -> String {
        switch String(decoding: word, as: UTF8.self).lowercased() {
        case "tip", "hint", "success", "check": "TIP"
        case "important", "attention", "question", "abstract", "summary": "IMPORTANT"
        case "warning", "failure", "fail": "WARNING"
        case "caution", "danger", "error", "bug": "CAUTION"
        default: "NOTE"
        }
    }

    /// `:::note`, and a definition after a colon.
    private static func colons(_ text: ArraySlice<UInt8>, isFirst: Bool) -> ForeignMark? {
        let colons = text.prefix { $0 == UInt8(ascii: ":") }.count
        if colons > 2 {
            let word = text.dropFirst(colons).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "{") }.prefix { $0.isLetter }
            return ForeignMark(
                text.startIndex..<(word.isEmpty ? text.startIndex + colons : word.endIndex), "callouts are not written with `:::`",
                help: "write `> [!\(callout(word))]`, and the text on the lines below, each after `> `; delete the closing `:::`")
        }
        guard colons == 1, !isFirst, text.dropFirst().first == UInt8(ascii: " ") else { return nil }
        return ForeignMark(
            range(text, 2), "definitions are not written after a colon", help: "write `**term**: what it means`, or put it into a glossary"
        )
    }

    /// `.. note::` of reStructuredText.
    private static func directive(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        let line = text.prefix { $0 != 10 }.prefix(60)
        guard line.starts(with: ".. ".utf8), let end = line.first(UInt8(ascii: ":"), UInt8(ascii: ":"), from: line.startIndex),
            line[(line.startIndex + 3)..<end].allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "-") })
        else { return nil }
        let word = line[(line.startIndex + 3)..<end]
        return ForeignMark(
            text.startIndex..<end + 2, "directives are not supported",
            help: "for a callout write `> [!\(callout(word))]` and the text below, each line after `> `; delete other directives")
    }

    /// `%%` in a line of its own, and `%% comment` that goes on in the next one.
    private static func comment(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        let rest = text.dropFirst(2)
        guard text.starts(with: "%%".utf8), rest.first?.isBlank ?? true else { return nil }
        let close = rest.first(UInt8(ascii: "%"), UInt8(ascii: "%"), from: rest.startIndex)
        return ForeignMark(
            text.startIndex..<(close.map { $0 + 2 } ?? rest.startIndex), "`%%` does not start a comment",
            help: "write `<!-- comment -->`, and nothing after it on the line")
    }

    /// `[TOC]`, a box to tick outside a list, and a callout outside a quote.
    private static func bracket(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        if let isTicked = Task.isTicked(text), !"[(".utf8.contains(text.dropFirst(4).first ?? 0) {
            return ForeignMark(
                range(text, 3), "a checkbox belongs in a list", help: "write `- \(isTicked ? "[x]" : "[ ]") ` at the start of this line")
        }
        let name = text.dropFirst().prefix(20).prefix { $0 != UInt8(ascii: "]") }
        guard name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: "]") else { return nil }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        if ["toc", "_toc_"].contains(word) {
            return ForeignMark(
                text.startIndex..<name.endIndex + 1, "the table of contents needs no mark",
                help: "delete it: every page has a table of contents")
        }
        guard word.hasPrefix("!"), Callout.allCases.contains(where: { "!" + $0.name == word }) else { return nil }
        return ForeignMark(
            text.startIndex..<name.endIndex + 1, "a callout belongs on the first line of a quote",
            help: "write `> ` before this line and each line of its text")
    }

    /// A sign that word processors put before the items of a list.
    private static func bullet(_ text: ArraySlice<UInt8>) -> ForeignMark? {
        guard let sign = bullets.first(where: { text.starts(with: $0) }) else { return nil }
        let rest = text.dropFirst(sign.count)
        guard let next = rest.first, next.isBlank || oddSpace(rest) != nil else { return nil }
        let shown = String(decoding: sign, as: UTF8.self)
        return ForeignMark(range(text, sign.count), "`\(shown)` does not begin an item of a list", help: "write `- ` in its place")
    }

    private static let bullets: [[UInt8]] = ["•", "‣", "◦", "▪", "●", "·", "∙", "■", "□", "➢", "✓"].map { Array($0.utf8) }
}
