import CommonMark
package import Forms

extension Library {
    /// For each glossary the number of the page that shows it: where its terms are explained.
    package var glossaryPages: [Identifier: Int] {
        var result: [Identifier: Int] = [:]
        for (page, embedding) in embeddings(of: .glossary) where result[embedding.file.name] == nil {
            result[embedding.file.name] = page
        }
        return result
    }

    /// For each entry of a directory the number of the page that lists it.
    package var listingPages: [String: Int] {
        var result: [String: Int] = [:]
        for (page, embedding) in embeddings(of: .directory) {
            for (id, _) in embedding.ids where result[id] == nil { result[id] = page }
        }
        return result
    }

    /// Where data files of a kind are shown. Drafts come last: links lead to the page that readers will have.
    private func embeddings(of kind: DataKind) -> [(page: Int, embedding: Embedding)] {
        guard data.contains(where: { $0.kind == kind }) else { return [] }
        let isDraft = { pages[$0].frontMatter.isDraft }
        let order = pages.indices.filter { !isDraft($0) } + pages.indices.filter(isDraft)
        return order.flatMap { number in
            pages[number].body.embeds.flatMap { embed -> [(page: Int, embedding: Embedding)] in
                guard case .success(let found) = embeddings(of: embed) else { return [] }
                return found.filter { $0.file.kind == kind }.map { (number, $0) }
            }
        }
    }
}
