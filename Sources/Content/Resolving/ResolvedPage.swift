import CommonMark
import Diagnostics

/// A page with what its open ends mean, and the places on it.
///
/// A reference type, because a preview keeps those of pages that are as they were.
package final class ResolvedPage: Sendable {
    /// The page as its author wrote it.
    package let page: Page
    /// Its links and embeds, resolved.
    package let text: ResolvedText
    /// Everything on the page that a link can lead to.
    package let ids: Set<String>
    /// Ids that would stand twice on the page, with the place of the second.
    let doubles: [(id: String, second: SourceRange)]
    /// Whether all of the page and of the data on it could be read, so that no id is missing only because of mistakes.
    package let isWhole: Bool

    init(_ page: Page, _ library: Library, _ linker: Linker) {
        self.page = page
        text = ResolvedText(page.text, library, linker)
        isWhole = page.isWhole && text.embeds.allSatisfy { $0.isWhole && $0.problem == nil }
        var ids = Set(page.body.headings.map(\.id) + page.body.footnoteIDs + ["main"])
        if page.frontMatter.layout == .list { ids.insert("pages-of-section") }
        var doubles: [(String, SourceRange)] = []
        // The data file that put an id there.
        var owners: [String: Embedding] = [:]
        for embedding in text.embeddings {
            for (id, place) in embedding.ids {
                let isNew = ids.insert(id).inserted
                if !isNew, !embedding.isKnownDouble(of: owners[id]) { doubles.append((id, place)) }
                owners[id] = embedding
            }
        }
        self.ids = ids
        self.doubles = doubles
    }

    /// The files whose text stands on the page, below `Content/`: its own, and those of the data that it shows.
    package var shownFiles: [String] { [page.path.file] + text.embeddings.flatMap(\.file.paths) }

    /// What readers see at a place: the words of a heading, or the name of an entry of a data file; nil for a place without
    /// a name.
    ///
    /// A heading whose words stand on the page twice comes with the heading above it, and if need be with a number, so
    /// that no two places read the same.
    package func title(of id: String) -> String? {
        if let index = page.body.headings.firstIndex(where: { $0.id == id }) { return page.body.headings.title(index) }
        return text.embeddings.lazy.compactMap { $0.title(of: id) }.first
    }

    /// The places that have a name: headings and entries of data files.
    package var namedPlaces: Set<String> {
        Set(page.body.headings.map(\.id)).union(text.embeddings.flatMap(\.ids).map(\.id))
    }
}

extension Embedding {
    /// Whether another rule says already that an id of this block is on the page twice.
    fileprivate func isKnownDouble(of first: Embedding?) -> Bool {
        guard let first, first.file.kind == file.kind else { return false }
        return file.kind.body.isKnownDouble(self, first)
    }
}

extension [Heading] {
    fileprivate func title(_ index: Int) -> String {
        let own = self[index].text
        guard count(where: { $0.text == own }) > 1 else { return own }
        let like = indices.filter { self[$0].text == own && parent($0) == parent(index) }
        let words = [parent(index), own].compactMap { $0 }.joined(separator: ": ")
        return like.count > 1 ? "\(words) (\((like.firstIndex(of: index) ?? 0) + 1))" : words
    }

    /// The words of the nearest heading above that is of a higher level.
    private func parent(_ index: Int) -> String? { self[..<index].last { $0.level < self[index].level }?.text }
}
