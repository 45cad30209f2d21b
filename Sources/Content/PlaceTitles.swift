import CommonMark
import Diagnostics
import Forms

extension Library {
    /// What readers see at a place on a page: the words of a heading, or the name of an entry of a data file.
    ///
    /// A heading whose words stand on the page twice comes with the heading above it, and if need be with a number, so
    /// that no two places read the same.
    package func title(of anchor: String, on page: Page) -> String? {
        if let index = page.body.headings.firstIndex(where: { $0.id == anchor }) { return page.body.headings.title(index) }
        for embed in page.body.embeds {
            guard case .success(let embeddings) = embeddings(of: embed) else { continue }
            for embedding in embeddings { if let title = embedding.title(of: anchor) { return title } }
        }
        return nil
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
