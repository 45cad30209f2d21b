/// The files that hold what a result shows: titles, addresses and the text for snippets.
enum RecordChunks {
    /// About 2 kB compressed; the first results come from a few of them.
    private static let bytes = 6_000
    /// So much of a text is kept for snippets: a screenful. Its words are all found, also beyond it.
    static let keptText = 600

    /// - Parameter put: takes each file as soon as it is made: together they are as large as the site.
    static func make(_ records: ArraySlice<SearchRecord>, names: FileNames, put: (IndexFile) async -> Void) async -> Shards {
        var shards = Shards()
        var start = 0
        while start < records.count {
            var file = JSONBytes()
            var index = start
            var page: Page?
            file.raw("[")
            while index < records.count, file.bytes.count < bytes {
                if index > start { file.raw(",") }
                write(records[index], after: &page, to: &file)
                index += 1
            }
            file.raw("]")
            let made = names.file(file.bytes)
            shards.append(first: String(start), name: made.name)
            await put(made.file)
            start = index
        }
        return shards
    }

    private struct Page: Equatable {
        let url: Substring
        let title: String
    }

    /// `[kind, title, anchor, text]` for a record on the page of the one before, else with two more: the address of the
    /// page and its title.
    private static func write(_ record: SearchRecord, after page: inout Page?, to file: inout JSONBytes) {
        let parts = record.url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let own = Page(url: parts[0], title: record.pageTitle.isEmpty ? record.title : record.pageTitle)
        file.raw("[")
        file.number(SearchRecord.Kind.allCases.firstIndex(of: record.kind) ?? 0)
        file.raw(",")
        file.string(record.title)
        file.raw(",")
        file.string(parts.count > 1 ? "#" + parts[1] : "")
        file.raw(",")
        file.string(shortened(record.body))
        if own != page {
            file.raw(",")
            file.string(own.url)
            file.raw(",")
            file.string(own.title)
            page = own
        }
        file.raw("]")
    }

    /// The beginning of a text, cut between words.
    static func shortened(_ text: String) -> String {
        guard text.utf8.count > keptText else { return text }
        let kept = text.utf8.prefix(keptText)
        guard let space = kept.lastIndex(of: UInt8(ascii: " ")) else { return "" }
        var start = String(text[..<space])
        start += "…"
        return start
    }
}
