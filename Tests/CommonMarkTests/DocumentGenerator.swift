/// Makes documents of all that CommonMark knows and of near misses, and nothing that only Waymark knows.
struct DocumentGenerator {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    /// The next document: some blocks, some of them inside others.
    mutating func document() -> String {
        (0..<Int.random(in: 1...8, using: &numbers)).map { _ in block(depth: 0) }.joined(separator: separator())
    }

    private mutating func separator() -> String { pick(["\n\n", "\n", "\n\n\n", "\n \t\n"]) }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &numbers)]
    }

    private mutating func block(depth: Int) -> String {
        switch Int.random(in: 0..<(depth < 4 ? 14 : 9), using: &numbers) {
        case 0:
            return
                "\(String(repeating: "#", count: Int.random(in: 1...7, using: &numbers))) \(line())\(pick(["", " #", " ##  "]))"
        case 1: return "\(line())\n\(pick(["===", "---", "=", "-  "]))"
        case 2:
            return
                "\(pick(["```", "~~~ swift", "``` a&b\"c d", "````\\*"]))\n\(line())\n\n  \(line())\n\(pick(["```", "~~~", "", "````"]))"
        case 3: return "    \(line())\n\n\t\(line())"
        case 4:
            return pick([
                "***", "- - -", "<div>\n\(line())\n</div>", "<!-- \(line())\n-->", "<?x\n?>", "<script>\nx</script>",
            ])
        case 5: return "[\(word())]: \(destination())\(pick(["", " \"\(word())\"", "\n'\(word())'", " \"\"", " (x"]))"
        case 6...8:
            return (0..<Int.random(in: 1...3, using: &numbers)).map { _ in line() }.joined(
                separator: pick(["\n", "  \n", "\\\n", "\n   "]))
        case 9, 10:
            return prefixed(
                block(depth: depth + 1) + separator() + block(depth: depth + 1), "> ", pick(["> ", ">", "", ">  "]))
        default:
            let marker = pick(["- ", "* ", "+ ", "1. ", "7) ", "0. ", "-   ", "-\t"])
            let indent = String(repeating: " ", count: marker.count)
            return (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
                prefixed(
                    block(depth: depth + 1) + pick(["", "\n\n" + block(depth: depth + 1)]), marker,
                    pick([indent, indent, "", " "]))
            }.joined(separator: pick(["\n", "\n\n"]))
        }
    }

    private func prefixed(_ text: String, _ first: String, _ rest: String) -> String {
        first + text.replacing("\n", with: "\n" + rest)
    }

    private mutating func line() -> String {
        (0..<Int.random(in: 1...6, using: &numbers)).map { _ in inline(depth: 0) }.joined(
            separator: pick([" ", "", " "]))
    }

    private mutating func inline(depth: Int) -> String {
        let inner = depth < 3 ? { (self: inout Self) in self.inline(depth: depth + 1) } : { $0.word() }
        switch Int.random(in: 0..<16, using: &numbers) {
        case 0: return "*\(inner(&self))*"
        case 1: return "**\(inner(&self))**"
        case 2: return "_\(inner(&self)) \(inner(&self))_"
        case 3: return "`\(word())`"
        case 4: return "`` a`\(word()) ``"
        case 5: return "[\(inner(&self))](\(destination())\(pick(["", " \"t\(word())\"", " ''", " (\(word()))"])))"
        case 6: return "![\(inner(&self))](\(destination()))"
        case 7: return "[\(word())]"
        case 8: return pick(["<http://a.b/?c=d&e>", "<x@y.org>", "<tool:warranty>", "<javascript:alert(1)>"])
        case 9: return pick(["<b>", "</b>", "<a href=\"x\">", "<!-- c -->", "<x", "<?p?>"])
        case 10: return pick(["&amp;", "&copy;", "&#35;", "&#0;", "&nosuch;", "&#x22;", "&", "&ouml;"])
        case 11: return pick(["\\*", "\\\\", "\\a", "\\`", "\\<", "\\&amp;", "\\\""])
        case 12: return pick(["*", "**", "_", "__", "`", "[", "]", "![", "](", "~", "{", "}", "|", ">", "#", "***"])
        default: return word()
        }
    }

    private mutating func word() -> String {
        pick([
            "a", "foo", "Foo", "bar_baz", "ß", "日本", "é", "x<y", "\"q\"", "it's", "1.", "-", "+", "👍", "\u{a0}", "a\tb",
            "\u{0}", "—",
        ])
    }

    private mutating func destination() -> String {
        pick([
            "/u", "a b", "<a b>", "<>", "http://é.x/?q=ä&b=%20", "javascript:alert(1)", "JavaScript:x",
            "data:image/png;base64,x",
            "data:text/html,x", "file:///etc", "vbscript:x", "a(b)c", "a\\)b", "#x", "../a.md#b", "[]`^{}",
            "mailto:a@b", "'",
        ])
    }
}
