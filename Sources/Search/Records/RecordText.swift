import CommonMark
import Content
import Forms

/// Plain text of what authors wrote, as readers see it: links without words of their own are named.
struct RecordText: Sendable {
    let resolved: ResolvedLibrary
    /// What the theme calls the parts of entries, by key.
    let words: [String: String]

    func resolution(of text: ResolvedText) -> Resolution {
        Resolution(
            links: zip(text.markdown.links, text.links).map { link, found in
                guard link.isAutolink, case .success(let target) = found else { return nil }
                return ResolvedLink(url: "", text: target.words)
            })
    }

    /// The words of a text of a data file, in one line.
    func line(_ markdown: Markdown?, in file: DataFile) -> String {
        guard let markdown else { return "" }
        return markdown.plainText(resolution(of: resolved.text(markdown, in: file.path))).oneLine
    }
}

extension String {
    /// The blocks of a text in one line: what ends without a sign that ends something, as cells and items of lists do, is set
    /// apart from the next by a semicolon.
    var oneLine: String {
        guard utf8.contains(10) else { return self }
        var line: [UInt8] = []
        line.reserveCapacity(utf8.count + 16)
        for (index, part) in utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            if index > 0 {
                if let last = line.last, !".,:;!?".utf8.contains(last) { line.append(UInt8(ascii: ";")) }
                line.append(32)
            }
            line += part
        }
        return String(decoding: line, as: UTF8.self)
    }
}
