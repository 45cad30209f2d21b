/// Marks inside a line that other tools understand, or that nothing closes.
extension ForeignMark {
    /// `[text] [label]`, where one space too many keeps the words apart from what they refer to.
    static func looseReference(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        guard text.has(UInt8(ascii: "]"), UInt8(ascii: " "), at: index), text.has(UInt8(ascii: " "), UInt8(ascii: "["), at: index + 1),
            let start = text[..<index].suffix(100).lastIndex(of: UInt8(ascii: "[")),
            let close = text[(index + 3)...].prefix(60).firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let (shown, label) = (text[(start + 1)..<index], text[(index + 3)..<close])
        // What a command takes is a row of such brackets, or goes on after one word after another.
        let behind = text[(close + 1)...]
        let isRow = behind.starts(with: " [".utf8) || text[..<start].suffix(2).elementsEqual("] ".utf8)
        let isLabel = label.count > 1 && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        let isBackslashed = start > text.startIndex && text[start - 1] == UInt8(ascii: "\\")
        guard !isRow, isLabel, !isBackslashed, label.contains(where: \.isLetter), shown.count > 2, shown.contains(where: \.isLetter),
            !notes.contains(String(decoding: label, as: UTF8.self).lowercased())
        else { return nil }
        return ForeignMark(
            start..<close + 1, "there is a space between the text of a link and its label",
            help: "write `[\(words(shown))](address)`; to show the brackets write `\\[` for `[`")
    }

    /// What people put in brackets after words of others.
    private static let notes: Set<String> = ["sic", "emphasis", "edit", "note", "optional", "required"]

    /// `ftp://example.org/`: only addresses that browsers open become links.
    static func bareScheme(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        guard text[index...].starts(with: "://".utf8) else { return nil }
        let scheme = text[..<index].suffix(12).reversed().prefix { $0.isLetter }.count
        let start = index - scheme
        let name = String(decoding: text[start..<index], as: UTF8.self).lowercased()
        let rest = text[(index + 3)...].prefix(500).prefix { !$0.isSpace && !"<>\"'`)".utf8.contains($0) }
        guard schemes.contains(name), !rest.isEmpty else { return nil }
        var end = rest.endIndex
        while end > rest.startIndex, ".,;:!?".utf8.contains(text[end - 1]) { end -= 1 }
        return ForeignMark(
            start..<end, "`\(name)://` does not become a link",
            help: "write the address of the same with `https://`, or put it between backticks to show it as it is")
    }

    private static let schemes: Set<String> = [
        "ftp", "ftps", "sftp", "file", "smb", "ssh", "git", "svn", "irc", "gopher", "telnet", "ldap", "webcal", "htp", "htps", "ttp",
        "ttps",
    ]

    /// `%% comment %%`.
    static func spacedComment(_ text: ArraySlice<UInt8>, _ index: Int) -> Range<Int>? {
        let behind = text[..<index].suffix(20).last { !$0.isSpace }
        guard text[index...].starts(with: "%% ".utf8), behind?.isDigit != true, index == text.startIndex || text[index - 1].isSpace,
            let close = text[(index + 3)...].prefix(300).first(UInt8(ascii: "%"), UInt8(ascii: "%"), from: index + 3),
            text[close - 1] == 32, close > index + 3, close + 2 == text.endIndex || text[close + 2].isSpace
        else { return nil }
        return index..<close + 2
    }

    /// `$x^2$`; prices and names of variables have no such signs between two that are close to them.
    static func formula(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        let outer = index > text.startIndex ? text[index - 1] : UInt8(ascii: " ")
        guard !outer.isLetter, !outer.isDigit, outer != UInt8(ascii: "$"),
            let close = text[(index + 1)...].prefix(200).firstIndex(of: UInt8(ascii: "$")), close > index + 1
        else { return nil }
        let inside = text[(index + 1)..<close]
        let next = close + 1 < text.endIndex ? text[close + 1] : UInt8(ascii: " ")
        guard let first = inside.first, let last = inside.last, !first.isSpace, !last.isSpace, !next.isLetter, !next.isDigit,
            next != UInt8(ascii: "$")
        else { return nil }
        let isLetter = inside.count == 1 && first.isLetter
        let signs = first.isDigit ? "^\\_{=" : "^\\_{}=<>+*/"
        let isName = inside.allSatisfy { $0 == UInt8(ascii: "_") || ($0.isLetter && $0 < 97) || $0.isDigit }
        guard isLetter || (!isName && inside.contains { signs.utf8.contains($0) }) else { return nil }
        return ForeignMark(
            index..<close + 1, "formulas between `$` are not supported", help: "write it in words and symbols, or as a picture")
    }

    /// `H~2~O` and `x^2^`.
    static func script(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        let sign = text[index]
        guard index > text.startIndex, text[index - 1].isLetter || text[index - 1].isDigit || text[index - 1] == UInt8(ascii: ")")
        else { return nil }
        let inside = text[(index + 1)...].prefix(7).prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == 45 }
        let close = inside.endIndex
        guard !inside.isEmpty, inside.count < 7, close < text.endIndex, text[close] == sign,
            close + 1 == text.endIndex || text[close + 1] != sign
        else { return nil }
        let isLow = sign == UInt8(ascii: "~")
        let digits = isLow ? Array("₀₁₂₃₄₅₆₇₈₉") : Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let shown = inside.allSatisfy(\.isDigit) ? String(inside.map { digits[Int($0) - 48] }) : nil
        return ForeignMark(
            index..<close + 1, "`\(isLow ? "~" : "^")` does not make text \(isLow ? "subscript" : "superscript")",
            help: shown.map { "write the character itself: \($0)" } ?? "write the character itself, such as \(isLow ? "₂" : "²"), or words")
    }

    /// `**bold` that never ends, or ends with a space inside.
    static func openBold(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        let sign = text[index]
        let outer = index > text.startIndex ? text[index - 1] : UInt8(ascii: " ")
        guard text.has(sign, sign, at: index), outer.isSpace || outer == UInt8(ascii: "("), index + 2 < text.endIndex,
            text[index + 2].isLetter || text[index + 2].isDigit || text[index + 2] >= 128
        else { return nil }
        let mark = String(decoding: [sign, sign], as: UTF8.self)
        let rest = text[(index + 2)...].prefix(300)
        if let close = rest.first(sign, sign, from: rest.startIndex) {
            guard text[close - 1].isSpace else { return nil }
            return ForeignMark(
                index..<close + 2, "the space before the second `\(mark)` keeps this text from being bold",
                help: "write `\(mark)\(words(rest[..<close].trimmed))\(mark)`")
        }
        let word = rest.prefix { !$0.isSpace }
        return ForeignMark(
            index..<word.endIndex, "this `\(mark)` is never closed",
            help: "write `\(mark)` after the last bold word, or `\\\(mark.prefix(1))\\\(mark.prefix(1))` to show the characters")
    }

    /// `&foo;`, a name of no character, and one without its `;`.
    static func entity(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        let name = text[(index + 1)...].prefix(32).prefix { $0.isLetter || $0.isDigit }
        let word = String(decoding: name, as: UTF8.self)
        let outer = index > text.startIndex ? text[index - 1] : UInt8(ascii: " ")
        let isInWord = outer.isLetter || outer.isDigit
        let next = name.endIndex < text.endIndex ? text[name.endIndex] : UInt8(ascii: " ")
        guard name.first?.isLetter == true else { return nil }
        if next != UInt8(ascii: ";") {
            guard ["nbsp", "amp", "lt", "gt", "quot", "ndash", "mdash", "hellip", "euro"].contains(word), !isInWord,
                next.isSpace || next == UInt8(ascii: "&")
            else { return nil }
            return ForeignMark(index..<name.endIndex, "`&\(word)` lacks its `;`", help: "write `&\(word);`")
        }
        // `R&D;` are words.
        guard name.count > (isInWord ? 3 : 1), !isInWord || name.allSatisfy({ $0.isDigit || $0 >= 97 }) else { return nil }
        return ForeignMark(
            index..<name.endIndex + 1, "there is no character named `&\(word);`",
            help: "write the character itself, or `&amp;\(word);` to show this")
    }

    /// `\newpage`: commands of LaTeX; paths such as `C:\new` are left alone.
    static func command(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        let name = text[(index + 1)...].prefix(20).prefix { $0.isLetter }
        let word = String(decoding: name, as: UTF8.self)
        let outer = index > text.startIndex ? text[index - 1] : UInt8(ascii: " ")
        let next = name.endIndex < text.endIndex ? text[name.endIndex] : UInt8(ascii: " ")
        let isBrace = next == UInt8(ascii: "{")
        guard commands.contains(word) || (isBrace && withBraces.contains(word)), isBrace || next.isSpace || ".,;)".utf8.contains(next),
            outer.isSpace || ("({}$".utf8.contains(outer))
        else { return nil }
        let isBreak = word.hasSuffix("page") || word.hasSuffix("break")
        return ForeignMark(
            index..<name.endIndex, "the command `\\\(word)` is not supported",
            help: isBreak
                ? "delete it: browsers insert page breaks when they print"
                : "replace it with words or Markdown")
    }

    private static let commands: Set<String> = [
        "newpage", "pagebreak", "clearpage", "cleardoublepage", "linebreak", "newline", "noindent", "bigskip", "medskip", "smallskip",
        "tableofcontents", "maketitle", "hline", "centering", "hfill", "vfill", "LaTeX", "TeX",
    ]
    private static let withBraces: Set<String> = [
        "textbf", "textit", "texttt", "emph", "underline", "section", "subsection", "chapter", "paragraph", "begin", "end", "footnote",
        "ref", "label", "cite", "url", "href", "hspace", "vspace", "includegraphics", "frac", "sqrt", "text", "mathrm", "color",
    ]
}
