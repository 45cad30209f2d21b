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

/// `[!NOTE]` alone in the first line of a quote.
struct CalloutMark {
    /// Nil if nobody knows this one.
    let kind: Callout?
    /// The first inline behind the mark and its line end.
    let contentStart: Int
    private let word: String

    /// Reads the mark of a quote; nil if it has none.
    init?(of quote: Int, in tree: Tree) {
        let paragraph = quote + 1
        let text = quote + 2
        guard tree.nodes[quote].kind == .blockQuote, text < Int(tree.nodes[quote].end),
            tree.nodes[paragraph].kind == .paragraph, tree.nodes[text].kind == .text
        else { return nil }
        let mark = tree[tree.nodes[text].text].trimmed
        guard mark.starts(with: "[!".utf8), mark.last == UInt8(ascii: "]") else { return nil }
        let word = String(decoding: mark.dropFirst(2).dropLast(), as: UTF8.self)
        guard !word.isEmpty, word.utf8.allSatisfy(\.isLetter) else { return nil }
        let next = text + 1
        let end = Int(tree.nodes[paragraph].end)
        guard next == end || [.softBreak, .lineBreak].contains(tree.nodes[next].kind) else { return nil }
        kind = Callout.allCases.first { $0.name == word.lowercased() }
        contentStart = min(next + 1, end)
        self.word = word
    }

    /// Says that the mark is none.
    func unknown(node: Int) -> Finding {
        let known = Callout.allCases.map { $0.name.uppercased() }
        let help = Suggestion.nearest(to: word.uppercased(), among: known).map { "did you mean [!\($0)]?" }
        return Finding(
            "markdown/unknown-callout", "there is no callout [!\(word)]", node: node,
            help: help ?? "the callouts are \(known.joined(separator: ", ")); to show the bracket write `\\[!`")
    }
}
