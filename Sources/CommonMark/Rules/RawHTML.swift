internal import Diagnostics

/// HTML in a text, which is not passed through, and what to use in its place.
enum RawHTML {
    /// Nil for the end tag of an element whose start tag has been reported.
    ///
    /// - Parameter reported: the names of the elements found so far.
    static func finding(_ html: ArraySlice<UInt8>, node: Int, isInHeading: Bool, reported: inout Set<String>) -> Finding? {
        let text = html.trimmed
        let isEnd = text.dropFirst().first == UInt8(ascii: "/")
        let name = name(of: isEnd ? text.dropFirst() : text)
        if let name, isEnd, reported.contains(name) { return nil }
        guard let name else {
            return Finding(
                "markdown/raw-html", "HTML is not allowed", node: node, help: helpWithoutName)
        }
        reported.insert(name)
        let helpInHeading = isInHeading && name == "br" ? "delete it: a heading is one line" : nil
        return Finding(
            "markdown/raw-html", "HTML is not allowed: <\(name)>", node: node,
            help: helpInHeading ?? help[name] ?? "write `\\<` for a literal `<`; Markdown has no equivalent of `\(name)`")
    }

    private static func name(of text: ArraySlice<UInt8>) -> String? {
        let name = text.dropFirst().prefix { $0.isLetter || $0.isDigit }.prefix(20)
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self).lowercased()
    }

    private static var helpWithoutName: String {
        "write Markdown, or `\\<` for a literal `<`"
    }

    /// Whether it is a comment, which is not published.
    static func isComment(_ html: ArraySlice<UInt8>) -> Bool { html.drop(while: \.isSpace).starts(with: "<!--".utf8) }

    /// What is dropped with a comment and is none: text in the line in which it ends, or all text after one that never ends.
    static func lostText(_ html: ArraySlice<UInt8>, node: Int) -> Finding? {
        var rest = html.trimmed
        while rest.starts(with: "<!--".utf8) {
            // `<!-->` is a whole comment.
            guard let end = rest.dropFirst(2).firstRange(of: Array("-->".utf8)) else {
                return Finding(
                    "markdown/raw-html", "this comment is never closed, so it hides everything below it", node: node,
                    help: "end it with `-->`")
            }
            rest = rest[end.upperBound...].trimmed
        }
        guard !rest.isEmpty else { return nil }
        return Finding(
            "markdown/raw-html", "text after a comment is hidden with it", node: node,
            help: "put the text on a line of its own, with an empty line between the two")
    }

    /// By the name of the element.
    private static let help: [String: String] = [
        "a": "use `[text](address)`; for an anchor, write `{#id}` at the end of a heading",
        "abbr": "put the abbreviation into a glossary file",
        "aside": "use a callout: `> [!NOTE]` and the text on the lines below, each after `> `",
        "audio": "link to the file: `[text](file)`",
        "b": "use `**bold**`",
        "big": "leave it out: the theme sets sizes",
        "blockquote": "use `> ` before each line",
        "br": "end the line with a backslash or with two spaces",
        "center": "leave it out: the theme sets alignment; in tables write `:-:` below the heading",
        "code": "use `` `code` ``",
        "del": "use `~~struck out~~`",
        "details": "put the questions and answers into a faq data file, and here `{{ faq name }}`",
        "div": "leave it out, or use a callout: `> [!NOTE]`",
        "em": "use `*emphasis*`",
        "font": "leave it out: the theme sets colours and sizes",
        "h1": "use `## Heading`; the page's title is in the front matter",
        "h2": "use `## Heading`",
        "h3": "use `### Heading`",
        "h4": "use `#### Heading`",
        "h5": "use `##### Heading`",
        "h6": "use `###### Heading`",
        "hr": "use `---` between blank lines",
        "i": "use `*emphasis*`",
        "iframe": "link to the page: `[text](address)`",
        "img": "use `![what it shows](file)`",
        "kbd": "use `` `key` ``",
        "li": "use `- ` or `1. `",
        "ol": "use `1. ` before each item",
        "p": "leave a blank line between paragraphs",
        "pre": "use a line of three backticks before and after",
        "s": "use `~~struck out~~`",
        "script": "leave it out: pages run only the theme's scripts",
        "span": "leave it out: the theme decides how things look",
        "strike": "use `~~struck out~~`",
        "strong": "use `**bold**`",
        "style": "leave it out: the theme decides how things look",
        "sub": "write it out, or use the character itself: ₂",
        "sup": "use the character itself: ², or a footnote: `[^1]`",
        "summary": "put the questions and answers into a faq data file, and here `{{ faq name }}`",
        "table": "use a table of pipes: `| a | b |`, below it `|---|---|`",
        "u": "use `*emphasis*`: underlined words look like links",
        "ul": "use `- ` before each item",
        "video": "link to the file: `[text](file)`",
    ]
}
