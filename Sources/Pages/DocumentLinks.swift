import Content
import Forms
import Words

/// Links from statements to the documents that they are based on.
struct DocumentLinks {
    let resolver: Resolver
    let phrasebook: Phrasebook

    /// The documents with their parts, for the foot of a page; nil if there are none.
    func view(_ sources: [SourceReference], on address: String) -> SourcesView? {
        let documents = resolver.resolved.cited(sources).map { document in
            let place = place(of: document, from: address)
            return DocumentView(
                title: document.title, url: place?.url, isOutside: place?.isOutside ?? false,
                parts: document.parts.map { DocumentPartView(text: $0.section ?? $0.address ?? "", url: $0.address) },
                read: document.read.map { DateView(date: $0.description, text: phrasebook.days.text($0)) })
        }
        return documents.isEmpty
            ? nil : SourcesView(items: documents, url: Route.relative(from: address, to: OverviewPage.sources.address))
    }

    /// One link for each document with its parts, and one for each part with an address of its own: as results list them after what
    /// else they cite.
    func citations(_ sources: [SourceReference], from address: String) -> [(address: String, words: String)] {
        resolver.resolved.cited(sources).flatMap { document in
            // A document without an address is on the page of all sources.
            let url = place(of: document, from: address)?.url ?? Route.relative(from: address, to: OverviewPage.sources.address)
            let own = document.parts.filter { $0.address != nil }
            let others = document.parts.filter { $0.address == nil }.compactMap(\.section)
            let whole = others.isEmpty && !own.isEmpty ? [] : [(url, words(document, others.joined(separator: "; ")))]
            return whole + own.map { ($0.address ?? url, words(document, $0.section ?? "")) }
        }
    }

    private func words(_ document: CitedDocument, _ part: String) -> String {
        phrasebook.filled(part.isEmpty ? "sourceAll" : "sourcePart", ["document": document.title, "part": part])
    }

    /// Where a document is; nil if nobody says.
    func place(of document: CitedDocument, from address: String) -> (url: String, isOutside: Bool)? {
        document.listed.map { resolver.place(of: $0, on: address) }.flatMap { $0.url.isEmpty ? nil : $0 }
    }
}

extension SiteRenderer {
    var documentLinks: DocumentLinks { DocumentLinks(resolver: resolver, phrasebook: theme.phrasebook) }
}
