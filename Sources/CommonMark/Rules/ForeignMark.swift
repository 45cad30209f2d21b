internal import Diagnostics

/// What another tool would have understood, or what misses a sign: it would be published as it was typed.
struct ForeignMark {
    /// Where it is in the text.
    let range: Range<Int>
    private let message: String
    private let help: String

    init(_ range: Range<Int>, _ message: String, help: String) {
        self.range = range
        self.message = message
        self.help = help
    }

    /// What is said about it.
    func finding(node: Int) -> Finding {
        var finding = ForeignMark.finding(message, help: help, node: node)
        finding.isOfMark = true
        return finding
    }

    /// The same about a whole block.
    static func finding(_ message: String, help: String, node: Int) -> Finding {
        Finding("markdown/as-typed", message, node: node, help: help)
    }
}

/// Marks inside a line.
extension ForeignMark {
    /// The mark that begins at an index; nil if none does.
    ///
    /// - Parameters:
    ///   - isHeading: whether the text is in a heading, where `{#id}` is an id.
    ///   - isInLink: whether the text is in a link, where addresses are left alone.
    static func inside(_ text: ArraySlice<UInt8>, at index: Int, isHeading: Bool, isInLink: Bool) -> ForeignMark? {
        let next = index + 1 < text.endIndex ? text[index + 1] : 0
        switch text[index] {
        case UInt8(ascii: "["): return next == UInt8(ascii: "[") ? wiki(text, index) : nil
        case UInt8(ascii: "]"): return brokenLink(text, index) ?? looseReference(text, index)
        case UInt8(ascii: ")"): return next == UInt8(ascii: "[") ? reversedLink(text, index) : nil
        case UInt8(ascii: "{"): return isHeading && next == UInt8(ascii: "#") ? nil : braces(text, index, next)
        case UInt8(ascii: ":"): return (isInLink ? nil : bareScheme(text, index)) ?? emoji(text, index)
        case UInt8(ascii: "="):
            return pair("==", text, index).map { ForeignMark($0, "`==` does not highlight text", help: "use `**bold**`") }
        case UInt8(ascii: "+"):
            return pair("++", text, index).map { ForeignMark($0, "`++` does not underline text", help: "use `*emphasis*`") }
        case UInt8(ascii: "%"):
            return (pair("%%", text, index) ?? spacedComment(text, index)).map {
                ForeignMark($0, "`%%` does not start a comment", help: "write `<!-- comment -->`")
            }
        case UInt8(ascii: "$"):
            return pair("$$", text, index).map {
                ForeignMark($0, "formulas between `$$` are not supported", help: "write it in words and symbols, or as a picture")
            } ?? formula(text, index)
        case UInt8(ascii: "^"):
            guard next == UInt8(ascii: "[") else { return script(text, index) }
            guard let close = closing(text, from: index + 2, UInt8(ascii: "]")) else { return nil }
            return ForeignMark(
                index..<close + 1, "a footnote cannot be written inside the text",
                help: "write `[^1]` here, and `[^1]: ` with the note on a line of its own")
        case UInt8(ascii: "<"):
            guard text[index...].starts(with: "<!--".utf8) else { return nil }
            return ForeignMark(
                index..<index + 4, "this is not a valid comment", help: "end it with `-->`, and write no `--` inside it")
        case UInt8(ascii: "`"):
            let end = text[index...].firstIndex { $0 != UInt8(ascii: "`") } ?? text.endIndex
            return ForeignMark(
                index..<end, "this backtick is never closed", help: "close it with the same number of backticks, or write `\\`` to show it")
        case UInt8(ascii: "*"): return looseBold(text, index) ?? openBold(text, index)
        case UInt8(ascii: "_"): return openBold(text, index)
        case UInt8(ascii: "~"): return script(text, index)
        case UInt8(ascii: "&"): return entity(text, index)
        case UInt8(ascii: "\\"): return command(text, index)
        default: return nil
        }
    }

    /// The first of some bytes that closes something on the same line.
    private static func closing(_ text: ArraySlice<UInt8>, from start: Int, _ byte: UInt8) -> Int? {
        let end = text[min(start, text.endIndex)...].prefix(300).firstIndex { $0 == byte }
        return end.flatMap { $0 > start ? $0 : nil }
    }

    static func words(_ text: ArraySlice<UInt8>) -> String { EscapeMask.string(text.prefix(60)) }

    private static func wiki(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        if index + 2 == text.endIndex {
            return ForeignMark(index..<index + 2, "links are not written with `[[`", help: "write `[words](path-of-the-page.md)`")
        }
        guard let close = closing(text, from: index + 2, UInt8(ascii: "]")), text.has(UInt8(ascii: "]"), UInt8(ascii: "]"), at: close)
        else { return nil }
        let parts = words(text[(index + 2)..<close]).split(separator: "|", maxSplits: 1).map(String.init)
        // `[[page|words]]`.
        let name = parts.last ?? ""
        let page = parts.count > 1 ? parts[0].lowercased().replacing(" ", with: "-") : "path-of-the-page"
        let isContents = ["toc", "_toc_"].contains(name.lowercased())
        return ForeignMark(
            index..<close + 2, isContents ? "the table of contents needs no mark" : "links are not written with `[[`",
            help: isContents ? "delete it: every page has a table of contents" : "write `[\(name)](\(page).md)`")
    }

    /// `[text] (address)`, and `[text](` before what is no address.
    private static func brokenLink(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        var open = index + 1
        while open < text.endIndex, text[open].isBlank { open += 1 }
        guard open < text.endIndex, text[open] == UInt8(ascii: "("),
            let start = text[..<index].suffix(300).lastIndex(of: UInt8(ascii: "[")), start + 1 < index
        else { return nil }
        let close = text[open...].prefix(2_000).firstIndex(of: UInt8(ascii: ")"))
        let address = text[(open + 1)..<(close ?? text.endIndex)].prefix(2_000)
        // A value in an address has a message of its own.
        guard address.first(UInt8(ascii: "{"), UInt8(ascii: "{"), from: address.startIndex) == nil else { return nil }
        let shown = words(text[(start + 1)..<index])
        if open > index + 1 {
            let isPicture = start > text.startIndex && text[start - 1] == UInt8(ascii: "!")
            guard looksLikeAddress(address) || (isPicture && !address.contains(where: \.isSpace)), let close else { return nil }
            return ForeignMark(
                (isPicture ? start - 1 : start)..<close + 1,
                "there is a space between the text of a \(isPicture ? "picture" : "link") and its address",
                help: "write `\(isPicture ? "!" : "")[\(shown)](\(words(address)))`")
        }
        guard let close else {
            return ForeignMark(
                start..<min(text.endIndex, open + 1), "the address of this link is never closed", help: "close it with `)`")
        }
        guard address.contains(where: \.isSpace) else { return nil }
        let fixed = EscapeMask.string(address).split(separator: " ").joined(separator: "%20")
        return ForeignMark(
            start..<close + 1, "an address cannot contain spaces", help: "write `[\(shown)](\(fixed))`, or rename the file")
    }

    /// Endings of files that pages link to or show.
    private static let files = [
        ".avif", ".csv", ".docx", ".gif", ".htm", ".html", ".jpeg", ".jpg", ".odt", ".pdf", ".png", ".pptx", ".svg", ".txt", ".webp",
        ".xlsx", ".zip",
    ]

    private static func looksLikeAddress(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, !text.contains(where: \.isSpace) else { return false }
        if "/#.".utf8.contains(first) { return true }
        let address = String(decoding: text, as: UTF8.self).lowercased()
        if files.contains(where: address.hasSuffix) { return true }
        if address.contains("://") || address.contains(".md") || address.hasPrefix("www.") || address.contains("@") { return true }
        let schemes = ["mailto:", "tel:", "tool:", "contact:", "link:", "term:", "questionnaire:"]
        return schemes.contains { address.hasPrefix($0) }
    }

    /// `(text)[address]`.
    private static func reversedLink(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        guard let start = text[..<index].suffix(300).lastIndex(of: UInt8(ascii: "(")), start + 1 < index,
            let close = closing(text, from: index + 2, UInt8(ascii: "]")), looksLikeAddress(text[(index + 2)..<close])
        else { return nil }
        return ForeignMark(
            start..<close + 1, "the brackets of this link are the wrong way round",
            help: "write `[\(words(text[(start + 1)..<index]))](\(words(text[(index + 2)..<close])))`")
    }

    /// `{% tag %}`, `{.class}` and their like.
    private static func braces(_ text: ArraySlice<UInt8>, _ index: Int, _ next: UInt8) -> ForeignMark? {
        guard let close = closing(text, from: index + 1, UInt8(ascii: "}")) else { return nil }
        let range = index..<close + 1
        let inside = text[(index + 1)..<close]
        switch next {
        case UInt8(ascii: "%"):
            return ForeignMark(
                range, "tags between `{%` and `%}` are not supported",
                help: "use `{{ file.id }}` for a value, `{{ kind name }}` for data; delete other tags")
        case UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "!"):
            return ForeignMark(
                range, "this mark of another tool has no meaning here", help: "delete the braces and the characters next to them")
        default: break
        }
        return isAttributes(inside, behind: text[..<index])
            ? ForeignMark(
                range, "attributes in braces are not supported: {\(words(inside))}",
                help: "delete them: the theme decides how things look, and only a heading can end with an id, `{#id}`")
            : nil
    }

    private static func isAttributes(_ inside: ArraySlice<UInt8>, behind: ArraySlice<UInt8>) -> Bool {
        var rest = inside
        if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
        let words = rest.split(whereSeparator: \.isSpace)
        guard let first = words.first else { return false }
        let isName: (ArraySlice<UInt8>) -> Bool = { word in
            (word.first == UInt8(ascii: ".") || word.first == UInt8(ascii: "#")) && word.dropFirst().first?.isLetter == true
        }
        if isName(first) { return words.allSatisfy { isName($0) || $0.contains(UInt8(ascii: "=")) } }
        let isAttached = behind.isEmpty || behind.last.map { ")]`*_".utf8.contains($0) } ?? false
        let isPair = first.first?.isLetter == true && first.contains(UInt8(ascii: "="))
        return isPair && (isAttached || rest.startIndex > inside.startIndex)
    }

    /// `:name:`, which some hosts show as a picture.
    private static func emoji(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        if index > text.startIndex, text[index - 1].isLetter || text[index - 1].isDigit || text[index - 1] == UInt8(ascii: ":") {
            return nil
        }
        let name = text[(index + 1)...].prefix(40).prefix { $0.isLetter || $0.isDigit || "_+-".utf8.contains($0) }
        let end = name.endIndex
        let word = String(decoding: name, as: UTF8.self)
        guard end < text.endIndex, text[end] == UInt8(ascii: ":"), name.count > 1 || emojis[word] != nil,
            name.contains(where: \.isLetter) || name.elementsEqual("+1".utf8) || name.elementsEqual("-1".utf8)
        else { return nil }
        if end + 1 < text.endIndex, text[end + 1].isLetter || text[end + 1].isDigit || text[end + 1] == UInt8(ascii: ":") { return nil }
        return ForeignMark(
            index..<end + 1, "`:\(word):` does not become an emoji",
            help: emojis[word].map { "write the character itself: \($0)" } ?? "write the character itself, or words")
    }

    /// Two marks with words between them, as other tools read them.
    private static func pair(_ mark: StaticString, _ text: ArraySlice<UInt8>, _ index: Int) -> Range<Int>? {
        let sign = text[index]
        let outer = index > text.startIndex ? text[index - 1] : UInt8(ascii: " ")
        guard text.has(sign, sign, at: index), outer != sign, !outer.isLetter, !outer.isDigit, index + 2 < text.endIndex,
            !text[index + 2].isSpace, text[index + 2] != sign
        else { return nil }
        let rest = text[(index + 3)...].prefix(300)
        guard let close = rest.first(sign, sign, from: rest.startIndex), !text[close - 1].isSpace else { return nil }
        return index..<close + 2
    }

    /// `** words **`: spaces inside keep the stars from being marks.
    private static func looseBold(_ text: ArraySlice<UInt8>, _ index: Int) -> ForeignMark? {
        let outer = index > text.startIndex ? text[index - 1] : UInt8(ascii: " ")
        guard text.has(UInt8(ascii: "*"), UInt8(ascii: "*"), at: index), outer.isSpace, index + 3 < text.endIndex,
            text[index + 2] == UInt8(ascii: " ")
        else { return nil }
        let rest = text[(index + 3)...].prefix(300)
        guard let close = rest.first(UInt8(ascii: "*"), UInt8(ascii: "*"), from: rest.startIndex) else { return nil }
        let inside = text[(index + 2)..<close].trimmed
        // `2 ** 3 ** 4` is a sum.
        guard inside.contains(where: { $0.isLetter || $0 >= 128 }) else { return nil }
        return ForeignMark(
            index..<close + 2, "spaces inside the asterisks keep this text from being bold", help: "write `**\(words(inside))**`")
    }

    private static let emojis: [String: String] = [
        "+1": "👍", "-1": "👎", "thumbsup": "👍", "smile": "😄", "slightly_smiling_face": "🙂", "tada": "🎉", "rocket": "🚀", "warning": "⚠️",
        "information_source": "ℹ️", "white_check_mark": "✅", "heavy_check_mark": "✔️", "x": "❌", "bulb": "💡", "memo": "📝", "pushpin": "📌",
        "question": "❓", "exclamation": "❗", "heart": "❤️", "fire": "🔥", "bug": "🐛", "lock": "🔒", "key": "🔑", "star": "⭐", "eyes": "👀",
        "construction": "🚧", "no_entry": "⛔", "point_right": "👉", "arrow_right": "➡️", "email": "✉️", "phone": "☎️", "calendar": "📅",
    ]
}
