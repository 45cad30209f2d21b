import CommonMark
import Content

/// Tables and lists of products that are longer than a page: their first entries are on the page that shows them, the others on
/// pages that follow it.
struct BlockParts: Sendable {
    /// In the order of the pages.
    let blocks: [LongBlock]
    /// By the number of the page and the place among what it embeds.
    private let byPlace: [Place: LongBlock]
    /// By the address of a page and an id that is in a later part, the address of that part.
    private let parts: [String: [String: String]]
    /// The address of the page to which a part belongs.
    private let homes: [String: String]

    private struct Place: Hashable {
        let page: Int
        let embedding: Int
    }

    init(_ resolved: ResolvedLibrary) {
        let found = resolved.pages.enumerated().flatMap { number, page in
            LongBlock.on(page).map { (Place(page: number, embedding: $0.place), $0) }
        }
        blocks = found.map(\.1)
        byPlace = Dictionary(uniqueKeysWithValues: found)
        parts = Dictionary(blocks.map { ($0.page.path.address, $0.laterIDs) }) { $0.merging($1) { first, _ in first } }
        homes = Dictionary(
            uniqueKeysWithValues: blocks.flatMap { block in
                block.parts.indices.dropFirst().map { (block.address(of: $0), block.page.path.address) }
            })
    }

    /// A block by the number of its page and its place among what the page embeds; nil if it is whole.
    subscript(page: Int, embedding: Int) -> LongBlock? { byPlace[Place(page: page, embedding: embedding)] }

    /// Where a place of a page is: the page itself, or one that follows it.
    func address(of page: String, at id: String?) -> String {
        guard let id, !parts.isEmpty else { return page }
        return parts[page]?[id] ?? page
    }

    /// The page to which an address belongs.
    func home(of address: String) -> String { homes[address] ?? address }
}

/// A table or list of products that is longer than a page.
struct LongBlock: Sendable {
    let page: Page
    let embedding: Embedding
    /// Its place among what the page embeds.
    let place: Int
    /// Of its entries, those on each page.
    let parts: [Range<Int>]
    /// What readers know each part by: its first and its last entry.
    let titles: [String]
    /// For each id in a part after the first, the part's address.
    fileprivate let laterIDs: [String: String]
    /// In the addresses of its parts.
    private let name: String

    func address(of part: Int) -> String { Route.part(part, of: page.path.address, block: name) }

    /// What one of its pages shows, with links as seen from an address.
    func shown(_ part: Int, on address: String) -> ShownPart {
        ShownPart(
            entries: parts[part],
            links: OverviewPartsView(titles, on: part, seenFrom: address, address: self.address(of:)))
    }

    private init(_ page: Page, _ embedding: Embedding, place: Int, name: String, _ entries: [BlockEntry], _ parts: [Range<Int>]) {
        self.page = page
        self.embedding = embedding
        self.place = place
        self.name = name
        self.parts = parts
        titles = parts.map { range in
            let ends = [entries[range.lowerBound], entries[range.upperBound - 1]].compactMap(\.title)
            return ends.isEmpty ? "\(range.lowerBound + 1) – \(range.upperBound)" : ends.joined(separator: " – ")
        }
        var ids: [String: String] = [:]
        for (part, range) in parts.enumerated().dropFirst() {
            let address = Route.part(part, of: page.path.address, block: name)
            for entry in entries[range] { for id in entry.ids { ids[id] = address } }
        }
        laterIDs = ids
    }

    /// Those of a page. If all on it are too long together, each gets a share.
    fileprivate static func on(_ page: ResolvedPage) -> [LongBlock] {
        let embeddings = page.text.embeddings
        let all = embeddings.map { ($0.file.body as? any DataBlock)?.entries($0) ?? [] }
        let weights = all.map { $0.reduce(0) { $0 + $1.weight } }
        let isLong = weights.reduce(0, +) > Limits.blockBytes
        guard isLong || all.contains(where: { $0.count > Limits.blockRows }) else { return [] }
        let share = isLong ? max(Limits.blockBytes / weights.count { $0 > 0 }, Limits.leastBlockBytes) : Limits.blockBytes
        var uses: [String: Int] = [:]
        return embeddings.indices.compactMap { place in
            let id = embeddings[place].blockID
            uses[id, default: 0] += 1
            let parts = BlockEntry.parts(of: all[place], first: share)
            guard parts.count > 1 else { return nil }
            let name = uses[id].map { $0 > 1 ? "\(id)~\($0)" : id } ?? id
            return LongBlock(page.page, embeddings[place], place: place, name: name, all[place], parts)
        }
    }
}

/// What a page shows of a table or list that is longer than a page.
struct ShownPart: Sendable {
    /// Counted through all groups.
    let entries: Range<Int>
    let links: OverviewPartsView
}

/// An entry of a block, as far as it matters where a page ends.
struct BlockEntry: Sendable {
    /// The bytes of its HTML, about: of its words, and of the markup around them in the default theme.
    let weight: Int
    /// What readers know it by; nil where that is empty.
    let name: BlockText?
    /// Its id on the page, and that of a group that begins with it.
    var ids: [String] = []

    /// Its name in a line that is short enough for a link.
    fileprivate var title: String? {
        let words =
            switch name {
            case .line(let line)?: line
            case .markdown(let text)?: text.plainText().replacing("\n", with: " ")
            case nil: ""
            }
        return words.isEmpty ? nil : words.count > 40 ? words.prefix(40) + "…" : words
    }

    /// Entries cut into pages.
    ///
    /// - Parameter first: how many bytes those of the first page may take.
    fileprivate static func parts(of entries: [BlockEntry], first: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var weight = 0
        for (index, entry) in entries.enumerated() {
            let isFull = weight + entry.weight > (parts.isEmpty ? first : Limits.blockBytes) || index - start == Limits.blockRows
            if isFull, index > start {
                parts.append(start..<index)
                (start, weight) = (index, 0)
            }
            weight += entry.weight
        }
        return entries.isEmpty ? [] : parts + [start..<entries.count]
    }
}
