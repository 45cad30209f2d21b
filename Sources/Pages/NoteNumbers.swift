/// The notes of a page, numbered through: texts and blocks each number their own from 1, and a page may hold several.
///
/// For HTML of our own renderer and templates alone. Ids stay as they are, so that links to notes last.
enum NoteNumbers {
    /// A list of notes: below a text, or below a comparison.
    private struct List {
        /// What screen readers call it.
        let label: Substring
        /// The ids of its notes, in order.
        let ids: [Substring]
        /// Where the first reference to it is.
        let first: String.Index
    }

    /// The HTML with no number twice, and no two lists of one name.
    static func continued(_ bytes: [UInt8]) -> [UInt8] {
        // Nearly every page has one list at most.
        guard mayHaveSeveral(bytes) else { return bytes }
        return Array(continued(String(decoding: bytes, as: UTF8.self)).utf8)
    }

    /// Whether the end of `class="footnotes"` and `class="notes"` is there twice.
    private static func mayHaveSeveral(_ bytes: [UInt8]) -> Bool {
        let end = #"notes""#.utf8
        guard let first = bytes.firstPlace(of: end) else { return false }
        return bytes[(first + end.count)...].firstPlace(of: end) != nil
    }

    private static func continued(_ html: String) -> String {
        let lists = lists(in: html)
        guard lists.count > 1 else { return html }
        var numbers: [Substring: Int] = [:]
        var starts: [Substring: Int] = [:]
        var next = 1
        for list in lists.sorted(by: { $0.first < $1.first }) {
            if let id = list.ids.first { starts[id] = next }
            for id in list.ids {
                numbers[id] = next
                next += 1
            }
        }
        return renumbered(html, lists, numbers, starts)
    }

    private static func lists(in html: String) -> [List] {
        var references: [Substring: String.Index] = [:]
        for match in html.matches(of: /<sup class="(?:footnote-ref|note-link)"><a href="#([^"]*)"/) where references[match.1] == nil {
            references[match.1] = match.range.lowerBound
        }
        return html.matches(of: /<section class="(?:footnotes|notes)" aria-label="([^"]*)">\n<ol>(.*?)<\/section>/.dotMatchesNewlines())
            .map { match in
                let ids = match.2.matches(of: /<li id="([^"]*)">/).map(\.1)
                return List(label: match.1, ids: ids, first: ids.compactMap { references[$0] }.min() ?? match.range.lowerBound)
            }
    }

    private static func renumbered(
        _ html: String, _ lists: [List], _ numbers: [Substring: Int], _ starts: [Substring: Int]
    ) -> String {
        let referred = html.replacing(/(<sup class="(?:footnote-ref|note-link)"><a href="#)([^"]*)("[^>]*>)\d+(<\/a>)/) { match in
            guard let number = numbers[match.2] else { return String(match.0) }
            let rest = match.3.replacing(/(aria-label="[^"]* )\d+"/) { "\($0.1)\(number)\"" }
            return "\(match.1)\(match.2)\(rest)\(number)\(match.4)"
        }
        var named: [Substring: Int] = [:]
        var index = 0
        return referred.replacing(
            /<section class="(footnotes|notes)" aria-label="[^"]*">\n<ol>(.*?)<\/section>/.dotMatchesNewlines()
        ) { match in
            let list = lists[index]
            index += 1
            named[list.label, default: 0] += 1
            let count = named[list.label] ?? 1
            let start = list.ids.first.flatMap { starts[$0] } ?? 1
            return "<section class=\"\(match.1)\" aria-label=\"\(list.label)\(count > 1 ? " \(count)" : "")\">\n"
                + (start > 1 ? "<ol start=\"\(start)\">" : "<ol>") + wayBack(String(match.2), from: start) + "</section>"
        }
    }

    /// The links back to the text, which name the number of their note.
    private static func wayBack(_ items: String, from start: Int) -> String {
        items.replacing(/(class="footnote-back" aria-label="[^"]* )(\d+)/) { match in
            "\(match.1)\((Int(match.2) ?? 1) + start - 1)"
        }
    }
}
