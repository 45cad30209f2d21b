import CommonMark
import Diagnostics

/// The ids that stand on each page, so that links to them can be checked.
struct Anchors {
    /// For each page of the library, its ids.
    private(set) var pages: [Set<String>] = []
    /// Pages with a block that is faulty or whose file has mistakes, so that ids may be missing only because of them.
    private(set) var unread: Set<Int> = []
    /// Ids that would stand twice on a page, by the place of the second.
    private(set) var doubles: [(id: String, second: SourceRange, page: Page)] = []

    private init() {}

    /// - Parameter known: those of an earlier library with the same data; what stands on pages that are as they were is taken from it.
    init(_ library: Library, known: (library: Library, anchors: Anchors)? = nil) {
        pages.reserveCapacity(library.pages.count)
        let old = known?.library.pages ?? []
        let anchors = known?.anchors ?? Anchors()
        for (number, page) in library.pages.enumerated() {
            if number < old.count, old[number] === page {
                pages.append(anchors.pages[number])
                if anchors.unread.contains(number) { unread.insert(number) }
                if !anchors.doubles.isEmpty { doubles += anchors.doubles.filter { $0.page === page } }
                continue
            }
            pages.append(ids(of: page, library))
            if !page.isWhole || library.hasFaultyBlocks(page) { unread.insert(number) }
        }
    }

    private mutating func ids(of page: Page, _ library: Library) -> Set<String> {
        var ids = Set(page.body.headings.map(\.id) + page.body.footnoteIDs + ["main"])
        if page.frontMatter.layout == .list { ids.insert("pages-of-section") }
        guard !page.body.embeds.isEmpty else { return ids }
        // The data file that put an id there.
        var owners: [String: Embedding] = [:]
        for embed in page.body.embeds {
            guard case .success(let embeddings) = library.embeddings(of: embed) else { continue }
            for embedding in embeddings {
                for (id, place) in embedding.ids {
                    let isNew = ids.insert(id).inserted
                    if !isNew, !isKnownDouble(embedding, owners[id]) { doubles.append((id, place, page)) }
                    owners[id] = embedding
                }
            }
        }
        return ids
    }

    /// Whether another rule says already that an id is on the page twice.
    private func isKnownDouble(_ second: Embedding, _ first: Embedding?) -> Bool {
        guard let first, first.file.kind == second.file.kind else { return false }
        return second.file.kind.body.isKnownDouble(second, first)
    }
}

/// `page/duplicate-id`: an id of a data file that stands on the page already, so that links would find the wrong one.
func checkAnchors(_ anchors: Anchors) -> [Diagnostic] {
    anchors.doubles.map { double in
        Diagnostic(
            "page/duplicate-id", "the id \"\(double.id)\" stands twice on the page \(double.page.source.path)",
            at: double.second,
            help: "rename the id, give the heading another one with {#id}, or put the data on another page")
    }
}
