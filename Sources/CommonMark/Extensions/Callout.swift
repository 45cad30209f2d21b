internal import Diagnostics

/// A block quote that begins with `[!NOTE]` or another of these marks.
enum Callout: UInt8, CaseIterable {
    case note = 1
    case tip, important, warning, caution

    /// The mark in lower case, and the class on the page.
    var name: String {
        switch self {
        case .note: "note"
        case .tip: "tip"
        case .important: "important"
        case .warning: "warning"
        case .caution: "caution"
        }
    }

    /// What the page says above the text.
    func title(in words: Words) -> String {
        switch self {
        case .note: words.note
        case .tip: words.tip
        case .important: words.important
        case .warning: words.warning
        case .caution: words.caution
        }
    }
}

/// `[!NOTE]` at the start of the first line of a quote, with or without a title after it.
struct CalloutMark {
    /// Nil if nobody knows this one.
    let kind: Callout?
    /// The first inline after the line of the mark.
    let contentStart: Int
    /// The inlines of the title; nothing if there is none.
    let title: Range<Int>
    /// How many bytes of the first of them belong to the mark.
    let skipped: Int
    /// `+` or `-` after the mark, with which another tool lets readers fold the callout.
    let fold: Character?
    private let word: String

    /// Reads the mark of a quote; nil if it has none.
    init?(of quote: Int, in tree: Tree) {
        let paragraph = quote + 1
        let text = quote + 2
        guard tree.nodes[quote].kind == .blockQuote, text < Int(tree.nodes[quote].end),
            tree.nodes[paragraph].kind == .paragraph, tree.nodes[text].kind == .text
        else { return nil }
        let line = tree[tree.nodes[text].text]
        let mark = line.prefix(40).prefix { $0 != UInt8(ascii: "]") }
        guard mark.starts(with: "[!".utf8), mark.endIndex < line.endIndex, line[mark.endIndex] == UInt8(ascii: "]") else { return nil }
        let word = String(decoding: mark.dropFirst(2), as: UTF8.self)
        guard !word.isEmpty, word.utf8.allSatisfy(\.isLetter) else { return nil }
        var rest = line[(mark.endIndex + 1)...]
        // `[!x](y)` and the like are something else.
        if let next = rest.first, !next.isSpace, !"+-".utf8.contains(next) { return nil }
        fold = rest.first.flatMap { "+-".utf8.contains($0) ? Character(UnicodeScalar($0)) : nil }
        if fold != nil { rest = rest.dropFirst() }
        rest = rest.drop(while: \.isSpace)
        let end = Int(tree.nodes[paragraph].end)
        let lineEnd = tree.siblings(in: text..<end).first { [.softBreak, .lineBreak].contains(tree.nodes[$0].kind) } ?? end
        title = rest.isEmpty && lineEnd == text + 1 ? text..<text : text..<lineEnd
        skipped = line.count - rest.count
        kind = Callout.allCases.first { $0.name == word.lowercased() }
        contentStart = min(lineEnd + 1, end)
        self.word = word
    }

    /// Says that the mark is none.
    func unknown(node: Int) -> Finding {
        let known = Callout.allCases.map { $0.name.uppercased() }
        let meant = Self.otherNames[word.lowercased()] ?? Suggestion.nearest(to: word.uppercased(), among: known)
        let help = meant.map { "did you mean [!\($0)]?" }
        return Finding(
            "markdown/unknown-callout", "there is no callout [!\(word)]", node: node,
            help: help ?? "the callouts are \(known.joined(separator: ", ")); to show the bracket write `\\[!`")
    }

    /// What other tools call them.
    private static let otherNames = [
        "info": "NOTE", "abstract": "NOTE", "summary": "NOTE", "todo": "NOTE", "hint": "TIP", "success": "TIP", "question": "IMPORTANT",
        "attention": "WARNING", "danger": "CAUTION", "error": "CAUTION", "bug": "CAUTION",
    ]
}
