import CommonMark
import Content
import Diagnostics
import Forms

/// The records of one page: itself, its sections, the entries of the data files it shows.
struct PageRecords {
    let resolved: ResolvedLibrary
    let number: Int
    let text: RecordText
    let shown: DataPages
    let url: AddressOf

    private var library: Library { resolved.library }
    var page: Page { library.pages[number] }

    func records() -> [SearchRecord] {
        let body = page.body
        let own = resolved.pages[number].text
        var sections = body.sections(text.resolution(of: own))
        let before = sections.first.flatMap { $0.heading == nil ? $0.text : nil } ?? ""
        if sections.first?.heading == nil, !sections.isEmpty { sections.removeFirst() }
        var records = [pageRecord(before)] + sections.compactMap { $0.heading.map(record(of:)) }
        for (index, section) in sections.enumerated() { records[index + 1].body = section.text.oneLine }
        // Entries follow their section, so that what lies together on the page lies together in the index.
        var entries = [[SearchRecord]](repeating: [], count: records.count)
        for (embed, found) in zip(body.embeds, own.embeds) {
            let place = section(of: embed)
            for embedding in found.data where shown.isShown(embedding.file, on: number) {
                let found = BlockRecords(embedding: embedding, page: self, section: records[place].title)
                entries[place] += found.records()
                let rest = found.looseText()
                if !rest.isEmpty { records[place].body += (records[place].body.isEmpty ? "" : " ") + rest }
            }
        }
        return zip(records, entries).flatMap { [$0] + $1 }
    }

    private func pageRecord(_ before: String) -> SearchRecord {
        let facts = page.frontMatter
        var record = SearchRecord(
            kind: .page, title: page.title, url: url(page, nil), names: facts.also.map(\.string), context: above,
            body: [facts.summary?.string ?? "", before.oneLine].filter { !$0.isEmpty }.joined(separator: " "))
        record.keywords = facts.tags.map(\.string)
        return record
    }

    private func record(of heading: Heading) -> SearchRecord {
        SearchRecord(
            kind: .section, title: heading.text, url: url(page, heading.id), pageTitle: page.title,
            context: above + [page.title])
    }

    /// The titles of the pages above, without the front page, from the top down.
    var above: [String] {
        var titles: [String] = []
        var folder = page.path.parentFolder
        while let name = folder, !name.isEmpty {
            guard let parent = library.page(file: joined(name, "index.md")) else { break }
            titles.append(parent.title)
            folder = parent.path.parentFolder
        }
        return titles.reversed()
    }

    /// The number of the record in which an embed is: 0 is the page's, then come its headings.
    private func section(of embed: Embed) -> Int {
        let place = page.body.range(of: embed).bytes.lowerBound
        return page.body.headings.count { page.body.range(of: $0).bytes.lowerBound < place }
    }
}
